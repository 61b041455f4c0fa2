package speaker

// fitted are the coefficients of the ranker of antecedents, made by "go run ./internal/train/quotes -antecedents".
var fitted = Weights{
	nearness:      1.36,
	sentenceAway:  -1.44,
	order:         0.97,
	subject:       0.14,
	sentenceFirst: 0.01,
	quoted:        -0.78,
	spokeLast:     0.77,
	spokeNear:     1.66,
	possessor:     -1.01,
	genderKnown:   1.32,
	oftenNamed:    0.62,
	sameSentence:  -0.39,
	unnamedSince:  0.50,
	introduced:    1.22,
	epithet:       1.04,
	epithetRole:   -0.20,
	lastNamed:     0.18,
	newSubject:    0.14,
	nextInTurn:    1.33,
	mostNamed:     0.44,
	behindPlace:   -0.09,
	oblique:       -1.12,
}

// Nobody is the score of no candidate being meant.
const Nobody = 0.86

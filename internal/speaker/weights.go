package speaker

// fitted are the coefficients of the ranker of antecedents, made by "go run ./internal/train/quotes -antecedents".
var fitted = Weights{
	nearness:      0.88,
	sentenceAway:  -1.08,
	order:         0.82,
	subject:       0.07,
	sentenceFirst: -0.08,
	quoted:        -0.45,
	spokeLast:     0.45,
	spokeNear:     1.04,
	possessor:     -0.85,
	genderKnown:   1.40,
	oftenNamed:    0.38,
	sameSentence:  -0.41,
	unnamedSince:  0.68,
	introduced:    0.99,
	epithet:       1.00,
	epithetRole:   -0.20,
	lastNamed:     -0.43,
	newSubject:    -0.16,
	nextInTurn:    0.72,
	mostNamed:     0.38,
	behindPlace:   -0.03,
	oblique:       -0.97,
	inParagraph:   0.43,
	onlyNear:      1.14,
	firstNear:     0.61,
	reported:      -0.24,
}

// Nobody is the score of no candidate being meant.
const Nobody = 0.90

package speaker

// fitted are the coefficients of the ranker of antecedents, made by "go run ./internal/train/quotes -antecedents".
var fitted = Weights{
	nearness:      0.86,
	sentenceAway:  -1.13,
	order:         0.71,
	subject:       0.21,
	sentenceFirst: -0.29,
	quoted:        -0.44,
	spokeLast:     0.36,
	spokeNear:     1.09,
	possessor:     -0.94,
	genderKnown:   1.31,
	oftenNamed:    0.34,
	sameSentence:  -0.42,
	unnamedSince:  -0.18,
	introduced:    0.96,
	epithet:       0.73,
	epithetRole:   -0.05,
	lastNamed:     -0.66,
	newSubject:    -0.05,
	nextInTurn:    0.74,
	mostNamed:     0.46,
	behindPlace:   -0.03,
	oblique:       -0.62,
	inParagraph:   0.40,
	onlyNear:      1.23,
	firstNear:     0.59,
	reported:      -0.19,
}

// Nobody is the score of no candidate being meant.
const Nobody = 0.66

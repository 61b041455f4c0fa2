package speaker

// fitted are the coefficients of the ranker of antecedents, made by "go run ./internal/train/quotes -antecedents".
var fitted = Weights{
	nearness:      1.67,
	sentenceAway:  -1.92,
	order:         0.57,
	subject:       0.61,
	sentenceFirst: 0.40,
	quoted:        -0.87,
	spokeLast:     0.41,
	spokeNear:     1.83,
	possessor:     -0.79,
	genderKnown:   1.24,
	oftenNamed:    0.50,
	sameSentence:  -0.35,
	unnamedSince:  -0.44,
	introduced:    0.97,
	epithet:       0.75,
	epithetRole:   -1.37,
}

// Nobody is the score of no candidate being meant.
const Nobody = 1.69

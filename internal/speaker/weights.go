package speaker

// fitted are the coefficients of the ranker of antecedents, made by "go run ./internal/train/quotes -antecedents".
var fitted = Weights{
	nearness:      1.79,
	sentenceAway:  -2.15,
	order:         .60,
	sameParagraph: .51,
	subject:       -.06,
	sentenceFirst: .49,
	quoted:        -.65,
	spokeLast:     .66,
	spokeNear:     1.76,
	possessor:     -.15,
	genderKnown:   1.52,
	oftenNamed:    .44,
	sameSentence:  -.75,
}

// Nobody is the score of no candidate being meant.
const Nobody = 1.24

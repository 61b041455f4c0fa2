package search

// Explanation says how the score of a hit came about: by BM25F, which sums up
// over the words of the query what each adds.
type Explanation struct {
	// Score is that of the hit, the sum of those of Terms.
	Score float64 `json:"score"`
	// Terms are the words of the query that the article has, in the order of the
	// query.
	Terms []TermScore `json:"terms"`
}

// TermScore is what one word adds to a score:
//
//	Score = Weight × IDF × (K1 + 1) × TF / (K1 + TF)
type TermScore struct {
	// Term is the stem of the word. Where it stands for several, as a beginning of
	// a word does, it is one of them.
	Term string `json:"term"`
	// Weight is 1 for a word that stands once in the query, more for one that
	// stands there more often, less for one that feedback added.
	Weight float64 `json:"weight"`
	// Documents is how many articles have the word, IDF its rarity, the natural
	// logarithm of how many articles there are for each.
	Documents int     `json:"documents"`
	IDF       float64 `json:"idf"`
	// TF is the sum of those of Fields.
	TF float64 `json:"tf"`
	// K1 is the constant that says how fast more of the same word adds less.
	K1    float64 `json:"k1"`
	Score float64 `json:"score"`
	// Fields are those of the index in which the article has the word.
	Fields []FieldScore `json:"fields"`
}

// FieldScore is what one field of the index adds to the frequency of a word:
//
//	TF = Weight × Frequency / (1 - B + B × Length / Average)
type FieldScore struct {
	Field string `json:"field"`
	// Frequency is how often the word stands in the field.
	Frequency int `json:"frequency"`
	// Length is how many words the field has, stop words not counted, Average how
	// many it has in the mean of all articles.
	Length  int     `json:"length"`
	Average float64 `json:"average"`
	// Weight is how much the field counts, B how much its length does, 0..1.
	Weight float64 `json:"weight"`
	B      float64 `json:"b"`
	TF     float64 `json:"tf"`
}

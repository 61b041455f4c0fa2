package dateline

// Keyphrase is a word or phrase that says what the story is about.
type Keyphrase struct {
	// Text is the phrase as the story writes it.
	Text string `json:"text"`
	// Score is how well it says it, 0..1, the best first.
	Score float64 `json:"score"`
	// Spans are the places where it stands, in order.
	Spans []Span `json:"spans"`
}

// SummarySentence is one sentence of the story that its summary takes.
type SummarySentence struct {
	Start int `json:"start"`
	End   int `json:"end"`
	// Score is how much the sentence says of the story, 0..1.
	Score float64 `json:"score"`
}

// Span returns the place of the sentence in the text.
func (s SummarySentence) Span() Span { return Span{s.Start, s.End} }

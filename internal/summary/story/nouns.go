package story

// Nouns says how nouns are known where words have no tags.
type Nouns uint8

const (
	// NounsUnknown means that nothing tells them.
	NounsUnknown Nouns = iota
	// NounsByCapital means that a capital inside a sentence does.
	NounsByCapital
	// NounsByArticle means that the article or preposition before them does.
	NounsByArticle
)

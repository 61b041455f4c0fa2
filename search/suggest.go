package search

// Suggestion is one completion of what somebody is typing.
type Suggestion struct {
	// Text is the whole completion: the words typed with their last one completed,
	// a name, or a keyphrase.
	Text string `json:"text"`
	// Kind says what it is.
	Kind SuggestionKind `json:"kind"`
	// Count is how many articles have it.
	Count int `json:"count"`
}

// SuggestionKind says what a [Suggestion] is: a word of headlines, a keyphrase,
// or the name of an entity.
type SuggestionKind string

// The kinds of suggestion. Those of names are the fields that find them.
const (
	SuggestWord         SuggestionKind = "word"
	SuggestKeyphrase    SuggestionKind = "keyphrase"
	SuggestPerson                      = SuggestionKind(Person)
	SuggestOrganisation                = SuggestionKind(Organisation)
	SuggestPlace                       = SuggestionKind(Place)
	SuggestName                        = SuggestionKind(Named)
)

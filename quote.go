package dateline

// Quote is a statement that the story attributes to somebody.
type Quote struct {
	// Content holds the spans of what was said, in order; more than one where the
	// attribution stands in between.
	Content []Span `json:"content"`
	// Exact holds the spans of the words that stand between quotation marks, in
	// order, each inside one of Content and without the marks.
	Exact []Span `json:"exact,omitempty"`
	// Speaker is the name of the speaker as an editor would file it, "" where it
	// is not known.
	Speaker string `json:"speaker,omitempty"`
	// Entity is the ID of the speaker's entity, "" where there is none.
	Entity string `json:"entity,omitempty"`
	// Speakers are those who said it, more than one where they are quoted together;
	// nil where none is known. Speaker and Entity are those of the first.
	Speakers []Speaker `json:"speakers,omitempty"`
	// Cue is the span of the word that attributes ("said"); empty where there is none.
	Cue Span `json:"cue,omitzero"`
	// Source is the span that names the speaker ("she", "the ministry"); empty
	// where there is none.
	Source Span `json:"source,omitzero"`
	// Direct says that all of the words stand between quotation marks.
	Direct bool `json:"direct"`
	// Confidence is how sure the attribution is, 0..1.
	Confidence float64 `json:"confidence"`
}

// Speaker is one of those who made a statement.
type Speaker struct {
	// Name is the name as an editor would file it.
	Name string `json:"name"`
	// Entity is the ID of the speaker's entity, "" where there is none.
	Entity string `json:"entity,omitempty"`
}

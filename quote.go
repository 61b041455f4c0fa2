package dateline

// Quote is a statement that the story attributes to somebody.
type Quote struct {
	// Content holds the spans of what was said, in order; more than one where the
	// attribution stands in between.
	Content []Span `json:"content"`
	// Speaker is the name of the speaker as an editor would file it, "" where it
	// is not known.
	Speaker string `json:"speaker,omitempty"`
	// Entity is the ID of the speaker's entity, "" where there is none.
	Entity string `json:"entity,omitempty"`
	// Cue is the span of the word that attributes ("said"); empty where there is none.
	Cue Span `json:"cue,omitzero"`
	// Source is the span that names the speaker ("she", "the ministry"); empty
	// where there is none.
	Source Span `json:"source,omitzero"`
	// Direct says that the words stand between quotation marks.
	Direct bool `json:"direct"`
	// Confidence is how sure the attribution is, 0..1.
	Confidence float64 `json:"confidence"`
}

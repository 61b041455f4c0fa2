package statement

import (
	"slices"

	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// The names of the features, for the model card, in the order of the constants.
var (
	groupNames      = []string{"speech", "telling", "thought", "wish", "judgement", "other"}
	complementNames = []string{"nothing", "comma", "colon", "quotation", "that", "question word", "infinitive", "about",
		"preposition",
		"clause", "noun phrase", "noun phrase and infinitive", "noun phrase with quotation", "adjective", "-ing", "other"}
	shapeNames   = []string{"behind", "before", "around", "subject and what follows"}
	subjectNames = []string{"none", "he, she", "they", "it", "I, we", "you", "who", "that, this", "person",
		"organisation", "place",
		"noun for a person", "other noun"}
	formNames = []string{"past", "present", "infinitive", "with a modal", "-ing", "is -ing", "passive", "perfect",
		"participle", "no verb"}
	atNames = []string{"that", "question word", "quotation mark", "infinitive", "pronoun", "name", "determiner",
		"noun", "about", "preposition", "-ing", "adjective", "verb", "time", "other"}
	behindNames = []string{"cue", "adverb", "about", "preposition", "person", "time", "noun phrase", "comma", "colon",
		"that", "other"}
	borderNames = []string{"end of the sentence", "comma, and", "comma, verb", "comma, -ing", "comma, who",
		"comma, while", "comma, preposition",
		"comma, noun phrase", "comma, quotation", "comma", "colon or dash", "and, verb", "and", "while", "when", "as",
		"in, on", "preposition",
		"who", "closing mark", "bracket", "and, cue", "comma, cue in -ing", "comma, clause",
		"comma, clause with a cue alone", "comma, and, clause", "closing mark, and", "closing mark, comma"}
)

func list(prefix string, names ...string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = prefix + n
	}
	return out
}

// CueNames returns the names of the weights for which words attribute.
func CueNames() []string {
	out := []string{"bias"}
	for c := range lexicon.Classes {
		out = append(out, "class: "+c.String())
	}
	for _, g := range groupNames {
		out = append(out, list("followed by, "+g+": ", complementNames...)...)
	}
	return slices.Concat(out, list("content: ", shapeNames...), list("source: ", subjectNames...),
		list("verb: ", formNames...),
		[]string{"negated", "question", "inside a quotation", "content is quoted", "quoted, before the cue",
			"quoted, verb of no class",
			"reported, without quotation marks", "reported, with quotation marks",
			"quotation marks behind, speech and telling", "quotation marks behind, others",
			"noun phrase behind, in a relative clause"})
}

// StartNames returns the names of the weights for where content begins.
func StartNames() []string {
	return slices.Concat(list("at: ", atNames...), list("behind: ", behindNames...),
		list("place: ", "first", "second", "third"),
		[]string{"behind the one who is told", "quotation further on", "verb passed",
			"beginning of the complement by its form"})
}

// EndNames returns the names of the weights for where content ends.
func EndNames() []string {
	return slices.Concat(list("clause, before: ", borderNames...), list("phrase, before: ", borderNames...),
		list("length: ", "one token", "up to three", "up to seven"),
		[]string{"clause without a verb", "end of a quotation that was the beginning", "beyond it",
			"main clause behind a subordinate one",
			"cue behind a subordinate clause", "verb behind a relative clause", "end of the sentence for a subordinate clause",
			"first comma behind an opening clause",
			"and, cue that stands as the first one does", "and, cue that stands as the content does", "and, cue of speech"})
}

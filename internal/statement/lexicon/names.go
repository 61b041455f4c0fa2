package lexicon

import "strings"

// names are those of the classes, in their order.
var names = [Classes]string{"none", "say", "tell", "add", "state", "claim", "write", "announce", "report", "explain",
	"admit", "deny", "warn",
	"promise", "ask", "urge", "order", "suggest", "predict", "expect", "think", "know", "learn", "hope", "want", "plan",
	"refuse", "show", "seem",
	"praise", "criticise", "accuse", "call", "depict", "support", "oppose", "complain", "shout", "discuss", "cite",
	"recall", "read", "see",
	"persuade", "appoint", "continue", "light verb", "agree", "joke", "hear", "act", "be", "noun of statement",
	"noun of stance", "adjective",
	"according to", "colon", "no cue"}

// String returns the name of the class.
func (c Class) String() string {
	if c >= Classes {
		return "none"
	}
	return names[c]
}

// rowName returns the name by which rows of tables give the class of a verb.
func (c Class) rowName() string {
	return strings.ReplaceAll(strings.TrimSuffix(c.String(), " verb"), " ", "-")
}

// smallNames are the names by which rows of tables give the small words, in their order.
var smallNames = []string{"other", "that", "who", "which", "question", "if", "and", "but", "as", "while", "because",
	"when", "to", "of", "by", "for",
	"about", "on", "in", "with", "against", "from", "according", "not", "he", "she", "they", "it", "first", "you",
	"there", "this"}

package lexicon

// names are those of the classes, in their order.
var names = [Classes]string{"none", "say", "tell", "add", "state", "claim", "write", "announce", "report", "explain", "admit", "deny", "warn",
	"promise", "ask", "urge", "order", "suggest", "predict", "expect", "think", "know", "learn", "hope", "want", "plan", "refuse", "show", "seem",
	"praise", "criticise", "accuse", "call", "depict", "support", "oppose", "complain", "shout", "discuss", "cite", "recall", "read", "see",
	"persuade", "appoint", "continue", "light verb", "agree", "joke", "hear", "act", "be", "noun of statement", "noun of stance", "adjective",
	"according to", "colon", "no cue"}

// String returns the name of the class.
func (c Class) String() string {
	if c >= Classes {
		return "none"
	}
	return names[c]
}

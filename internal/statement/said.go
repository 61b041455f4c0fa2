package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// leastWords is how many tokens a statement without quotation marks has at least: "he denied that"
// gives nobody's words.
const leastWords = 2

// Said reports whether a statement is one that somebody made, beyond what a wide reading counts: no
// refusal ("declined to comment"), no question ("asked whether …"), no name ("known as …"), no thanks
// or welcome without words.
func (x *Statement) Said() bool {
	words := 0
	for _, c := range x.Content {
		words += c[1] - c[0]
	}
	switch {
	case x.Shape == Raised && x.Source[1] <= x.Source[0]:
		return false // "is said to have played"
	case x.Direct || x.Turn || x.Signed:
		return true
	case x.subject == sYou:
		return false // "thank you for coming"
	case x.Source[1] <= x.Source[0] && x.Follows == 0:
		return false
	case x.anonymity:
		return false
	case words < leastWords:
		return false
	case x.Class == lexicon.Refuse, x.Class == lexicon.Ask && x.comp == cWh:
		return false
	case x.form == fPassive || x.form == fParticiple:
		return x.Class != lexicon.Call && x.Class != lexicon.Ask
	}
	return !x.deed()
}

// Speaks reports whether a statement is made by a verb of speech.
func (x *Statement) Speaks() bool {
	g := groupOf(x.Class)
	return g == gSpeech || g == gTell
}

// deed reports whether a statement is what somebody does to a thing or a person, with no words of
// it: "thanked the crew", "welcomed the plan", "showed no emotion".
func (x *Statement) deed() bool {
	if x.comp != cPhrase {
		return false
	}
	switch x.Class {
	case lexicon.Claim, lexicon.Praise, lexicon.Criticise, lexicon.Show, lexicon.Support, lexicon.Oppose, lexicon.Appoint,
		lexicon.See, lexicon.Act, lexicon.Hear, lexicon.Read:
		return true
	}
	return false
}

// maxRequest is within how many tokens of its content a request tells what is asked.
const maxRequest = 6

// asksAnonymity reports whether a statement is no more than the wish to stay unnamed: "asked not to be named".
func (s *Story) asksAnonymity(f *Frame, content [][2]int) bool {
	if f.Class != lexicon.Ask {
		return false
	}
	from := content[0][0]
	for i := from; i < min(from+maxRequest, content[0][1]); i++ {
		if s.tokens[i].Anonymity {
			return true
		}
	}
	return false
}

package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// leastWords is how many tokens a statement without quotation marks has at least: "he denied that"
// gives nobody's words.
const leastWords = 2

// Said reports whether a statement is one that somebody made, beyond what a wide reading counts: no
// refusal ("declined to comment"), no denial, no question ("asked whether …"), no name ("known as …"), no thanks
// or welcome without words.
func (x *Statement) Said() bool {
	words := 0
	for _, c := range x.Content {
		words += c[1] - c[0]
	}
	switch {
	case x.repeated:
		return false
	case x.Shape == Raised && x.Source[1] <= x.Source[0]:
		return false // "is said to have played"
	case x.Direct || x.Turn || x.Signed:
		return true
	case x.Class == lexicon.Colon && x.subject == sPlace:
		return false // "COLOMBO: The bank …" is a dateline
	case x.subject == sYou:
		return false // "thank you for coming"
	case x.Source[1] <= x.Source[0] && x.Follows == 0:
		return false
	case x.anonymity, words < leastWords, x.withholds(), x.withheld, x.thing:
		return false
	case x.form == fPassive || x.form == fParticiple:
		return x.Class != lexicon.Call && x.Class != lexicon.Ask && !(x.Class == lexicon.Know && x.form == fParticiple)
	}
	return !x.deed()
}

// withholds reports whether what follows a cue is what somebody asks, denies or does not say: "asked whether
// it was safe", "denied that it had burnt", "would not say when".
func (f *Frame) withholds() bool {
	switch f.Class {
	case lexicon.Refuse, lexicon.Deny:
		return true
	case lexicon.Ask:
		return f.comp == cWh
	case lexicon.Say, lexicon.Announce, lexicon.Explain, lexicon.State, lexicon.Report:
		return f.negated
	case lexicon.Tell:
		return f.negated && f.comp == cWh
	}
	return false
}

// asks reports whether a cue asks somebody to do something, whose infinitive is then that other one's: "asked the
// ministry to explain why".
func (f *Frame) asks() bool {
	switch f.Class {
	case lexicon.Ask, lexicon.Urge, lexicon.Order, lexicon.Tell, lexicon.Persuade:
		return true
	}
	return false
}

// hush marks the statements inside what others withhold: "refused to say whether he feared the sack",
// "declined to comment on reports that it would close"; and what somebody asks others to say.
func (d *Finder) hush() {
	frames := d.Story.frames
	from, to, home := 0, 0, 0 // the run that is withheld, and the cue that withholds it
	asks, next := false, 0
	for i := range d.found {
		x := &d.found[i]
		for ; next < len(frames) && frames[next].Head < x.Head; next++ {
			f := &frames[next]
			if f.Shape != Right || f.inQuote {
				continue
			}
			asks = f.comp == cPhraseTo && f.asks()
			if asks || f.withholds() {
				home = f.Head
				from, to = d.right(f)
			}
		}
		x.withheld = from <= x.Head && x.Head < to && x.Shape == Right &&
			(asks && x.form == fInfinitive || !asks && x.hangsOn(home))
	}
}

// hangsOn reports whether a statement has no subject of its own behind the cue at a token.
func (x *Statement) hangsOn(cue int) bool {
	switch x.form {
	case fNoVerb, fInfinitive, fIng:
		return true
	}
	return x.Source[0] > cue || x.Source[1] <= x.Source[0]
}

// Speaks reports whether a statement is made by a verb of speech.
func (x *Statement) Speaks() bool {
	g := groupOf(x.Class)
	return g == gSpeech || g == gTell
}

// deed reports whether a statement is what somebody does to a thing or a person, with no words of
// it: "thanked the crew", "welcomed the plan", "showed no emotion".
func (x *Statement) deed() bool {
	switch {
	case x.Class == lexicon.Act:
		return true // "laughing so hard that heads turned"
	case x.Class == lexicon.Show && (x.form == fInfinitive || x.form == fIng || x.form == fProgressive):
		return true // "trying to prove that the gauge was broken"
	case x.Class == lexicon.Urge && x.comp == cAdjective:
		return true // "pleaded guilty to the charges"
	case x.Class == lexicon.Appoint && x.comp != cThat:
		return true // "voted to end the strike"
	case x.comp != cPhrase:
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

// asksAnonymity reports whether a statement is no more than the wish to stay unnamed: "asked not to be named",
// "spoke on condition of anonymity".
func (s *Story) asksAnonymity(f *Frame, content [][2]int) bool {
	if f.Class != lexicon.Ask && f.Class != lexicon.Discuss {
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

package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// maxSpeaker is the most tokens that may stand before the colon of a headline
// or of a speaker in a transcript.
const maxSpeaker = 7

// colon reads a colon at i: "Lee: The bridge must stay" at the beginning of a
// paragraph. It reports whether it is one.
func (c *clauses) colon(i int) bool {
	if i-c.start > maxSpeaker || c.word(i) != ":" || c.start > 0 && c.paragraphEnd(c.start-1) > c.start {
		return false
	}
	k := c.tokens[c.start].chunk
	if k < 0 {
		return false
	}
	_, e := c.phraseOn(c.start)
	end := e // of the name: "Lee (R-Ohio): …"
	if e < i && c.tokens[e].tag == tOpen && c.tokens[e].mark == 0 && c.tokens[i-1].tag == tClose {
		e = i
	}
	if e != i {
		return false
	}
	f := Frame{Head: i, Start: i, End: i + 1, Class: lexicon.Colon, form: fNoVerb, sentence: c.number}
	f.Source, f.subject = [2]int{c.start, end}, c.kindOf(c.start, end)
	if f.subject == sNoun && c.chunks[c.tokens[end-1].chunk].person {
		f.subject = sPersonNoun
	}
	switch f.subject {
	case sPerson, sPersonNoun, sOrganisation, sPlace:
	default:
		return false // "Weather: rain"
	}
	f.right, f.limit = i+1, c.limit(i)
	f.comp = cColon
	if i+1 < c.end && c.tokens[i+1].mark == '(' {
		f.comp, f.quoted = cQuote, true
	}
	c.add(&f)
	return true
}

// introduces reports whether the colon at i ends its sentence and a quotation
// follows, in this paragraph or as the next one: `Lee wrote:`.
func (c *clauses) introduces(i int) bool {
	return i+1 == c.end && i+1 < len(c.tokens) && c.word(i) == ":" && c.tokens[i+1].mark == '(' && c.unclaimed(i+1) &&
		!c.turnAt(i+1)
}

// turnAt reports whether a label of a transcript begins at a token.
func (c *clauses) turnAt(i int) bool {
	for _, colon := range c.turnsLeft {
		if colon > i {
			return colon <= i+longestTurn
		}
	}
	return false
}

// next makes the quotation that opens at a token behind the sentence the content of a
// cue.
func (c *clauses) next(f *Frame, at int) {
	f.right, f.limit, f.quoted = at, c.regionEnd(at), true
}

// introduced reads a colon at i with a quotation behind it that no cue before it
// claims: what the subject of the sentence says, whatever the verb ("She turned to
// the crowd: …").
func (c *clauses) introduced(i int) {
	at := i + 1
	if c.word(i) != ":" || c.tokens[i].region >= 0 || c.lastVerb < 0 ||
		at < c.end && (c.tokens[at].mark != '(' || !c.unclaimed(at)) || at >= c.end && !c.introduces(i) {
		return
	}
	for k := len(c.frames) - 1; k >= 0 && c.frames[k].sentence == c.number; k-- {
		if f := &c.frames[k]; f.comp == cQuote && f.at == at {
			return
		}
	}
	f := Frame{Head: c.lastVerb, Start: c.lastVerb, End: c.lastVerb + 1, Class: lexicon.Colon, form: fNoVerb,
		comp: cQuote, sentence: c.number, at: at}
	if c.subject[0] >= 0 {
		f.Source, f.subject = c.subject, c.kindOf(c.subject[0], c.subject[1])
	}
	c.next(&f, at)
	c.add(&f)
}

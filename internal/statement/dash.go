package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// A quotation may be signed by a dash and a name, with some tokens behind it: "— Ann Lee, a
// teacher from the old town".
const (
	maxSigned    = 16
	signedChance = 0.8
)

// dash reads a dash at i: a quotation that is a paragraph or a line of its own, with the
// name of its speaker behind it, there or in the next line. It reports whether it is one.
func (c *clauses) dash(i int) bool {
	if i == 0 || c.tokens[i-1].mark != ')' || i+1 >= c.end || c.tokens[i+1].chunk < 0 || c.word(i) == ":" {
		return false
	}
	r := c.regions[c.tokens[i-1].region]
	if r.Open > 0 && c.lineEnd(r.Open-1, 1) != r.Open {
		return false // `The song “Waterloo” – ABBA`
	}
	b, e := c.phraseOn(i + 1)
	if k := c.kindOf(b, e); k != sPerson && k != sPersonNoun && k != sOrganisation && !c.capitals(b, e, i == c.start) {
		return false
	}
	end := c.lineEnd(i, maxSigned)
	if end > i+maxSigned || e < end && c.tokens[e].tag != tComma && c.tokens[e].tag != tOpen &&
		!(c.tokens[e].tag == tStop && e+1 == end) {
		return false
	}
	f := Frame{Head: i, Start: i, End: i + 1, Class: lexicon.Colon, form: fNoVerb, sentence: c.number, Shape: Left,
		quoted: true, Signed: true}
	f.Source, f.subject, f.left = [2]int{b, e}, c.kindOf(b, e), [2]int{r.Open, i}
	c.add(&f)
	return true
}

// capitals reports whether each of at least two tokens begins with a capital letter, as
// in a name that nobody knows; one is enough in a line of its own.
func (c *clauses) capitals(from, to int, own bool) bool {
	for i := from; i < to; i++ {
		if !c.tokens[i].capital {
			return false
		}
	}
	return to-from > 1 || own && to > from
}

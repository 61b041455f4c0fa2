package entities

import (
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// scoreContext uses the words around the piece.
func (c *chunker) scoreContext(q *piece) {
	x := q.in
	n := q.to - q.from
	before, after := c.fold(x, q.from-1), c.fold(x, q.to)
	if q.title.End > 0 {
		q.points[per] += 3.5
	} else if c.lex.Is(before, lang.Office) && !q.sure {
		q.points[per] += 2.5
		c.smallTitle(q)
	}
	if q.sure {
		return
	}
	if x.results && q.to < x.to && c.words[q.to].isScore() && q.entry != nil && q.entry.Kind != gazetteer.Country {
		q.points[org] += q.points[gpe] + 1
	}
	if c.isDateline(q) {
		q.points[gpe] += 4
	}
	if c.lex.Is(after, lang.SpeechCue) && n <= 3 {
		q.points[per] += 1.2
	}
	if (after == "'s" || after == "'") && n <= 2 {
		q.points[per] += 0.5
	}
	if before == "the" && c.words[q.from-1].capital && !c.words[q.from-1].first && !x.titled && !x.shouted {
		q.points[org] += 2
	}
	if c.lex.Is(before, lang.PlaceBefore) {
		points := 1.1
		if before == "in" {
			points = 2.1
		}
		q.points[gpe] += points
		q.points[fac] += points / 2
		q.points[loc] += points / 2
		q.points[per] -= points
	}
	if before == "the" && q.title.End == 0 {
		q.points[per] -= 2.5
		q.points[org] += 0.8
		if n == 1 {
			q.points[none] += 0.4
		}
	}
	if c.lex.Is(after, lang.OrgAfter) {
		q.points[org]++
	}
	if after == "administration" && n == 1 && q.title.End == 0 {
		q.points[per] += 4.5
	}
	if after == "," {
		next := c.fold(x, q.to+1)
		switch {
		case c.lex.Is(next, lang.AgeCue) || next != "" && len(next) == 2 && next[0] >= '1' && next[0] <= '9':
			q.points[per] += 1.5
		case q.to+1 < x.to && c.words[q.to+1].capital && c.isPlace(x, q.to+1) && n <= 3:
			q.points[gpe] += 1.5
		}
	}
	c.scoreBrackets(q)
}

// datelineWords is how many words a dateline may have after its place.
const datelineWords = 14

// isDateline reports whether a piece is the place at the front of a story:
// "NAIROBI, March 3 (Agency) -".
func (c *chunker) isDateline(q *piece) bool {
	w := &c.words[q.from]
	if q.from != q.in.from || q.to-q.from > 3 || !w.caps && c.words[q.to-1].text == "." {
		return false
	}
	for i := q.to; i < min(q.in.to, q.to+datelineWords); i++ {
		switch c.words[i].text {
		case "-", "--", "–", "—":
			return !c.words[i].glued && (w.caps || c.words[q.to].text == "," || c.words[q.to].text == "(")
		case ":":
			return i == q.to && w.caps && q.entry != nil && q.entry.Kind.Place() && c.shoutedPlace(q)
		case ",", "(", ")", ".", "/":
		default:
			if x := &c.words[i]; !x.capital && !x.digit {
				return false
			}
		}
	}
	return false
}

// shoutedPlace reports whether all words of a piece are in capitals, as in the
// dateline "NEW DELHI: …", and what follows is not.
func (c *chunker) shoutedPlace(q *piece) bool {
	for i := q.from; i < q.to; i++ {
		if !c.words[i].caps {
			return false
		}
	}
	return !q.in.shouted
}

// isPlace reports whether a country or region begins here.
func (c *chunker) isPlace(x *sentence, i int) bool {
	for e := range c.names.Entries(c.names.Longest(c.folds[i:x.to])) {
		return e.Kind == gazetteer.Country || e.Kind == gazetteer.Region
	}
	return false
}

// scoreBrackets reads "Name (ABC)" and "Name (45)".
func (c *chunker) scoreBrackets(q *piece) {
	x := q.in
	if q.to+2 >= x.to || c.words[q.to].text != "(" || c.words[q.to+2].text != ")" {
		return
	}
	w := &c.words[q.to+1]
	switch {
	case w.caps && q.to-q.from > 1 && isAcronym(w.text, c.text(q.from, q.to)):
		q.points[org] += 4
		q.acronym = w.text
	case w.digit && !w.letter && len(w.text) == 2:
		q.points[per]++
	}
}

// isAcronym reports whether letters are the first ones of the words, in order.
func isAcronym(letters, name string) bool {
	at := 0
	for _, f := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if at < len(letters) && f[0] == letters[at] {
			at++
		}
	}
	return at == len(letters) || at >= 2 && at >= len(letters)-1
}

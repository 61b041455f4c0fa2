package entities

import (
	"math"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// score gives a piece its points.
func (c *chunker) score(q *piece) {
	c.trim(q)
	if q.to <= q.from {
		return
	}
	q.points[none] = 0.9
	c.scoreKnown(q)
	if !q.sure {
		c.scoreShape(q)
		c.scoreWords(q)
	}
	c.scoreContext(q)
}

// trim takes away words at the borders that are no part of a name.
func (c *chunker) trim(q *piece) {
	for q.to > q.from {
		w := &c.words[q.to-1]
		if w.letter && (w.capital || q.to-q.from > 1 && !never[w.fold] && !particles[w.fold]) || w.digit || w.fold == "'s" && q.to-q.from > 1 {
			break
		}
		q.to--
	}
	for q.from < q.to {
		w := &c.words[q.from]
		if w.fold != "the" && w.letter {
			break
		}
		q.from++
	}
}

// scoreKnown uses what the gazetteer says of the whole piece.
func (c *chunker) scoreKnown(q *piece) {
	m := c.names.Find(c.folds[q.from:q.to])
	if m.Words == 0 {
		return
	}
	single := m.Words == 1
	w := &c.words[q.from]
	seen := [pointCount]bool{}
	for e, caps := range c.names.Entries(m) {
		if caps && single && !w.caps {
			continue
		}
		if q.match.Words == 0 {
			q.match, q.entry = m, e
		}
		at := index(e.Kind.Label())
		if seen[at] {
			continue
		}
		seen[at] = true
		q.points[at] += c.prior(q, e, caps)
	}
	if e := q.entry; e != nil && q.to-q.from > 1 && e.Kind != gazetteer.City {
		q.sure = true
	}
	if e := q.entry; e != nil && (e.Kind == gazetteer.Country || e.Kind == gazetteer.Group) {
		if _, given := c.names.Given(w.fold); !given || e.Kind == gazetteer.Group {
			q.sure = true
		}
	}
}

// prior is how likely the piece means a known thing before it is read in context.
func (c *chunker) prior(q *piece, e *gazetteer.Entry, caps bool) float64 {
	points := 0.0
	switch e.Kind {
	case gazetteer.Country, gazetteer.Group:
		points = 6
	case gazetteer.Region, gazetteer.Area, gazetteer.Location:
		points = 4
		if e.Kind == gazetteer.Region && e.Country != "US" {
			points = 2.5
		}
	case gazetteer.Seat, gazetteer.Organisation:
		points = 4
		if caps {
			points = 5
		}
	case gazetteer.City:
		points = 1 + 1.1*math.Log10(max(1, float64(e.Population)/15000))
		if e.Capital {
			points += 2
		}
	}
	if q.to-q.from > 1 {
		return points + 2
	}
	w := &c.words[q.from]
	if lower := c.names.Lower(w.fold); lower > 0.3 && !w.caps && e.Kind != gazetteer.Group {
		if w.first || q.in.titled || e.Kind == gazetteer.City {
			points -= 3 * lower
		} else {
			points -= lower
		}
	}
	if e.Kind == gazetteer.City && c.names.Surname(w.fold) && !e.Capital {
		points -= 0.8
	}
	return points
}

// scoreShape uses how the words are written.
func (c *chunker) scoreShape(q *piece) {
	n := q.to - q.from
	w := &c.words[q.from]
	if n == 1 && w.caps && !q.in.shouted && len(w.text) <= 6 {
		q.points[org] += 2.2
	}
	if n == 1 && w.caps && w.digit {
		q.points[none] += 1
	}
	if n == 1 && !w.digit && strings.IndexFunc(w.text[1:], func(r rune) bool { return 'A' <= r && r <= 'Z' }) >= 0 && !w.caps &&
		!strings.HasPrefix(w.text, "Mc") && !strings.HasPrefix(w.text, "Mac") && !strings.ContainsAny(w.text, "-'’") {
		q.points[org] += 1.8 // SolarWinds
	}
	for i := q.from + 1; i < q.to-1; i++ {
		if f := c.words[i].text; len(f) == 2 && f[1] == '.' {
			q.points[per] += 2
		}
	}
	if f := w.text; n > 1 && len(f) == 2 && f[1] == '.' {
		q.points[per] += 2
	}
	if n > 1 && n < 4 && doubled(c.words[q.to-1].text) {
		q.points[per] += 1.5
	}
	if n >= 5 {
		q.points[org]++
	}
	if n == 2 || n == 3 {
		q.points[per] += 0.7
	}
}

// doubled reports whether a word is a given name of two syllables as romanised
// from Chinese and Korean: "Ka-shing".
func doubled(text string) bool {
	one, two, ok := strings.Cut(text, "-")
	return ok && len(one) > 1 && len(one) < 7 && len(two) > 1 && len(two) < 7 && two[0] >= 'a' && two[0] <= 'z'
}

// scoreWords uses the words of the piece.
func (c *chunker) scoreWords(q *piece) {
	n := q.to - q.from
	first, last := c.words[q.from].fold, c.words[q.to-1].fold
	head := last
	if n > 2 && (c.words[q.to-1].digit || numeral[last]) {
		last = c.words[q.to-2].fold
		head = last
	}
	for i := q.from; i < q.to; i++ {
		if orgOf[c.words[i].fold] && i > q.from {
			head = c.words[i-1].fold
			break
		}
	}
	if n > 1 {
		switch {
		case orgSuffix[last]:
			q.points[org] += 4
		case orgHead[head] || orgHead[last] && head == last:
			q.points[org] += 3.5
		case gpeHead[head]:
			q.points[gpe] += 3.5
		case locHead[head] || locStart[first]:
			q.points[loc] += 3.5
		case facHead[head]:
			q.points[fac] += 3.5
		case eventHead[last]:
			q.points[event] += 3.5
		case lawHead[head]:
			q.points[law] += 3.5
		}
		if gpeStart[first] && q.match.Words == 0 {
			q.points[gpe]++
		}
		if eventStart[first] {
			q.points[event] += 3
		}
	} else if orgHead[first] && q.match.Words == 0 {
		q.points[none] += 1.5
	}
	c.scoreNames(q, first, last)
}

// scoreNames uses the lists of people's names.
func (c *chunker) scoreNames(q *piece, first, last string) {
	n := q.to - q.from
	_, given := c.names.Given(first)
	surname := c.names.Surname(last)
	lower := c.names.Lower(first)
	if n == 1 {
		if given && lower < 0.5 {
			q.points[per] += 1
		}
		if surname && lower < 0.5 {
			q.points[per] += 0.7
		}
		q.points[none] += 1.5 * lower
		if c.small[first] > 0 && lower > 0.3 {
			q.points[none] += 1.5
		}
		return
	}
	if n > 5 {
		return
	}
	if given && lower < 0.6 {
		q.points[per] += 2
	}
	if surname && c.names.Lower(last) < 0.5 {
		q.points[per] += 0.8
	}
	common, unseen := 0, 0
	for i := q.from; i < q.to; i++ {
		if c.names.Lower(c.words[i].fold) < 0.1 {
			unseen++
		}
		if c.names.Lower(c.words[i].fold) > 0.6 && !particles[c.words[i].fold] {
			common++
		}
		if i > q.from && particles[c.words[i].fold] && c.words[i].fold != "and" {
			q.points[per] += 0.7
		}
		if c.words[i].text == "&" {
			q.points[org] += 2
		}
	}
	if common == 0 && n < 4 && unseen == n {
		q.points[per] += 0.5 // words that are never written small
	}
	q.points[per] -= 1.2 * float64(common)
	q.points[org] += 0.4 * float64(common)
	if common == n {
		q.points[none] += 0.8
	}
}

// scoreContext uses the words around the piece.
func (c *chunker) scoreContext(q *piece) {
	x := q.in
	n := q.to - q.from
	before, after := c.fold(x, q.from-1), c.fold(x, q.to)
	if q.title.End > 0 {
		q.points[per] += 3.5
	} else if office[before] && !q.sure {
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
	if speech[after] && n <= 3 {
		q.points[per] += 1.2
	}
	if (after == "'s" || after == "'") && n <= 2 {
		q.points[per] += 0.5
	}
	if before == "the" && c.words[q.from-1].capital && !c.words[q.from-1].first && !x.titled && !x.shouted {
		q.points[org] += 2
	}
	if placeBefore[before] {
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
		q.points[per] -= 1.5
		q.points[org] += 0.8
		if n == 1 {
			q.points[none] += 0.4
		}
	}
	if orgAfter[after] {
		q.points[org]++
	}
	if after == "administration" && n == 1 && q.title.End == 0 {
		q.points[per] += 3.5
	}
	if after == "," {
		next := c.fold(x, q.to+1)
		switch {
		case ageWords[next] || next != "" && len(next) == 2 && next[0] >= '1' && next[0] <= '9':
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
		case ",", "(", ")", ".", "/":
		default:
			if x := &c.words[i]; !x.capital && !x.digit {
				return false
			}
		}
	}
	return false
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

// smallTitle keeps the words of a title in small letters before a name: "Foreign
// Ministry spokeswoman", "opposition leader".
func (c *chunker) smallTitle(q *piece) {
	i := q.from - 1
	for i > q.in.from {
		w := &c.words[i-1]
		if w.capital || titleParts[w.fold] || w.tag == "NN" || w.tag == "JJ" && !never[w.fold] {
			if q.from-i >= 5 || never[w.fold] || !w.letter || w.first && c.names.Lower(w.fold) > 0.5 {
				break
			}
			i--
			continue
		}
		break
	}
	q.title = dateline.Span{Start: c.words[i].start, End: c.words[q.from-1].end}
	for k := i; k < q.from; k++ {
		for e := range c.names.Entries(c.names.Longest(c.folds[k:q.from])) {
			if q.country == "" && (e.Kind == gazetteer.Group || e.Kind == gazetteer.Country) {
				q.country = e.Country
			}
			break
		}
	}
}

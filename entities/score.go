package entities

import (
	"math"
	"strings"

	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
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
		if w.letter && (w.capital || q.to-q.from > 1 && !w.is(lang.NoName) && !w.is(lang.Particle)) || w.digit || w.fold == "'s" && q.to-q.from > 1 {
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
		q.points[org] += 1.8
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
	if n > 2 && (c.words[q.to-1].digit || c.lex.Is(last, lang.Numeral)) {
		last = c.words[q.to-2].fold
		head = last
	}
	for i := q.from; i < q.to; i++ {
		if c.words[i].is(lang.OrgOf) && i > q.from {
			head = c.words[i-1].fold
			break
		}
	}
	if n > 1 {
		switch {
		case c.lex.Is(last, lang.OrgSuffix):
			q.points[org] += 4
		case c.lex.Is(head, lang.OrgHead) || c.lex.Is(last, lang.OrgHead):
			q.points[org] += 3.5
		case c.lex.Is(head, lang.GPEHead):
			q.points[gpe] += 3.5
		case c.lex.Is(head, lang.LocHead) || c.lex.Is(first, lang.LocStart):
			q.points[loc] += 3.5
		case c.lex.Is(head, lang.FacHead):
			q.points[fac] += 3.5
		case c.lex.Is(last, lang.EventHead):
			q.points[event] += 3.5
		case c.lex.Is(head, lang.LawHead):
			q.points[law] += 3.5
		}
		if c.lex.Is(first, lang.OrgStart) {
			q.points[org] += 2.5
		}
		if n == 2 && strings.HasSuffix(last, "s") && !c.names.Surname(last) && c.isCity(q.from) {
			q.points[org] += 3 // "Kumasi Comets"
		}
		if c.lex.Is(first, lang.GPEStart) && q.match.Words == 0 {
			q.points[gpe]++
		}
		if c.lex.Is(first, lang.EventStart) {
			q.points[event] += 3
		}
	} else if c.lex.Is(first, lang.OrgHead) && q.match.Words == 0 {
		q.points[none] += 1.5
	}
	c.scoreNames(q, first, last)
}

// isCity reports whether a word is a city or region above all.
func (c *chunker) isCity(i int) bool {
	for e := range c.names.Entries(c.names.Find(c.folds[i : i+1])) {
		return e.Kind == gazetteer.City || e.Kind == gazetteer.Region
	}
	return false
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
		if c.names.Lower(c.words[i].fold) > 0.6 && !c.words[i].is(lang.Particle) {
			common++
		}
		if i > q.from && c.words[i].is(lang.Particle) && c.words[i].fold != "and" {
			q.points[per] += 0.7
		}
		if c.words[i].text == "&" {
			q.points[org] += 2
			q.points[per] -= 2
		}
		if i > q.from && i < q.to-1 && c.words[i].is(lang.Institution) {
			q.points[org] += 2.5 // "Erasmus University Rotterdam"
		}
	}
	if common == 0 && n < 4 && unseen == n {
		q.points[per] += 0.4 // words that are never written small
	}
	q.points[per] -= 1.2 * float64(common)
	q.points[org] += 0.4 * float64(common)
	if common == n {
		q.points[none] += 0.8
	}
}

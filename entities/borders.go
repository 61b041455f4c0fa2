package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// isPlaceLabel reports whether a label is one of places.
func isPlaceLabel(l dateline.Label) bool {
	return l == dateline.GPE || l == dateline.Loc || l == dateline.Fac
}

// untied takes off a name what a hyphen ties to it: "Los Angeles-based".
func (c *chunker) untied(from, to int) int {
	if to-from > 2 && c.words[to-2].text == "-" && c.words[to-1].glued && c.words[to-1].is(lang.Tied) {
		return to - 2
	}
	return to
}

// placeBorders takes off a place what stands beside its name: "northern" Iraq, Cork
// "city", "given" Tunisia.
func (c *chunker) placeBorders(from, to int) (int, int) {
	if c.names.Find(c.folds[from:to]).Words > 0 {
		return from, to
	}
	for to-from > 1 && c.isBeside(from) && !articled(c.words[from].text) {
		from++
	}
	for to-from > 1 && c.isBeside(to-1) && !c.words[to-1].is(lang.WayHead) {
		to--
	}
	if w := &c.words[from]; to-from > 1 && w.first && (w.tag == "VBG" || w.tag == "VBN" || w.tag == "IN") && c.isCountry(from+1, to) {
		from++
	}
	return from, to
}

// isBeside reports whether a word at the border of a place is no part of its name.
func (c *chunker) isBeside(i int) bool {
	w := &c.words[i]
	return w.letter && !w.capital && !w.is(lang.Particle)
}

// isCountry reports whether words are the name of a country.
func (c *chunker) isCountry(from, to int) bool {
	for e := range c.names.Entries(c.names.Find(c.folds[from:to])) {
		return e.Kind == gazetteer.Country
	}
	return false
}

// districts makes one mention of two where they are one district.
func (c *chunker) districts(all []mention) []mention {
	kept := all[:0]
	for _, m := range all {
		if n := len(kept); n > 0 && c.isDistrict(&kept[n-1], &m) {
			kept[n-1].to = m.to
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// isDistrict reports whether two mentions are "Washington" and "D.C.", with or
// without a comma between them: one place, by all conventions.
func (c *chunker) isDistrict(p, m *mention) bool {
	gap := c.folds[p.to:m.from]
	f := c.words[m.from].fold
	return m.to-m.from == 1 && (f == "d.c." || f == "dc") && c.words[p.to-1].fold == "washington" &&
		(len(gap) == 0 || len(gap) == 1 && gap[0] == ",")
}

// replaces returns how many mentions, two or more, lie inside a piece that the
// gazetteer knows as one place: "Bosnia" and "Herzegovina". The label is set.
func (c *chunker) replaces(q *piece, marked []mention) int {
	if !q.isKnown(gazetteer.Country, gazetteer.Area, gazetteer.Location) {
		return 0
	}
	n := 0
	for n < len(marked) && marked[n].from < q.to {
		if marked[n].from < q.from || marked[n].to > q.to {
			return 0
		}
		n++
	}
	if n < 2 {
		return 0
	}
	q.label, q.confidence = q.points.best()
	return n
}

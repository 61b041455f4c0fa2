package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// overruled returns the label that the gazetteer's sure knowledge of a whole name
// gives it: a country ("Holy See", "DPRK"), a place of several words or a people that
// the tagger takes for a work or the like.
func (c *chunker) overruled(q *piece, label dateline.Label) (dateline.Label, bool) {
	if q.entry == nil || label == dateline.Person {
		return "", false
	}
	rest := label != dateline.Org && !isPlaceLabel(label)
	if rest && c.hasKind(q, gazetteer.Group) {
		return dateline.NORP, true // "Saudi" citizens
	}
	if !q.sure {
		return q.entry.Kind.Label(), rest && c.isPlain(q)
	}
	switch kind := q.entry.Kind; kind {
	case gazetteer.Country: // but "Palestinian Authority"
		return dateline.GPE, rest || label == dateline.Org && !c.words[q.to-1].is(lang.OrgHead)
	case gazetteer.Group:
		return dateline.NORP, isPlaceLabel(label) && !c.hasKind(q, gazetteer.Country, gazetteer.Region, gazetteer.City, gazetteer.Area, gazetteer.Location) // "Philippine" waters
	case gazetteer.Area, gazetteer.Location:
		return kind.Label(), rest
	}
	return "", false
}

// hasKind reports whether a name may be that of something of the kinds.
func (c *chunker) hasKind(q *piece, kinds ...gazetteer.Kind) bool {
	for e := range c.names.Entries(q.match) {
		if slices.Contains(kinds, e.Kind) {
			return true
		}
	}
	return false
}

// isPlain reports whether the name of one word can hardly be anything but what the
// gazetteer has: "Treasury", "Nagorno-Karabakh", "Volgograd".
func (c *chunker) isPlain(q *piece) bool {
	w := &c.words[q.from]
	if q.entry.Kind == gazetteer.Organisation {
		return true
	}
	if !q.entry.Kind.Place() || c.names.Lower(w.fold) > 0 {
		return false
	}
	_, given := c.names.Given(w.fold)
	return strings.Contains(w.text, "-") || q.entry.Population >= cityInside && !given && !c.names.Surname(w.fold)
}

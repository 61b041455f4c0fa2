package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/lang"
)

// isOwnPlace reports whether a name is that of a building or university, in which
// places are left out: Windsor Castle and the University of Leeds are places of
// their own. What towns and counties run is not: "Athens City Hall".
func (in *insider) isOwnPlace(m *mention) bool {
	isSchool := func(f string) bool { return in.story.lex.Is(f, lang.School) }
	return m.label == dateline.Fac && !in.story.words[m.to-1].is(lang.TownThing) ||
		slices.ContainsFunc(in.story.folds[m.from:m.to], isSchool)
}

// findInner notes the places and peoples in the names of other things, so that they are resolved with the names that
// the story gives to places.
func (s *story) findInner(names []mention) {
	in := s.insider(nil, names)
	for i := range names {
		if m := &names[i]; m.isHolder() {
			m.inner = in.inner(m)
		}
	}
}

// isHolder reports whether things are looked for in the name of a mention.
func (m *mention) isHolder() bool {
	return m.to-m.from > 1 && m.label != dateline.Person && m.label != dateline.GPE && m.label != dateline.Loc
}

// inner finds the places and peoples in the name of something else.
func (in *insider) inner(m *mention) []mention {
	if in.isOwnPlace(m) {
		return nil
	}
	var list []mention
	for i := m.from; i < m.to; {
		e, n := in.story.placeAt(i, m.to)
		if e == nil || n == m.to-m.from || !in.isPart(m, e, i, n) {
			i += max(1, n)
			continue
		}
		from, to := in.story.wholePart(m, e, i, i+n)
		if to-from < m.to-m.from {
			match := in.story.names.Find(in.story.folds[from:to])
			list = append(list, mention{from: from, to: to, label: e.Kind.Label(), match: match, entry: e})
		}
		i = to
	}
	return list
}

// places returns the parts of a name that are places and peoples.
func (in *insider) places(m *mention) []dateline.Part {
	var parts []dateline.Part
	for i := range m.inner {
		x := &m.inner[i]
		p := in.part(x.from, x.to, x.label, in.placeID(x))
		if p.Country = x.country; x.entry != nil {
			p.Country = x.entry.Country
		}
		parts = append(parts, p)
	}
	return parts
}

// withInner adds to the entities of a Document the places that it names only inside other names: "Ohio" of the "Ohio
// Department of Health". The story is not about them.
func (s *story) withInner(names []mention) {
	known := make(map[string]bool, len(s.doc.Entities))
	for i := range s.doc.Entities {
		known[s.doc.Entities[i].ID] = true
	}
	for i := range names {
		for k := range names[i].inner {
			x := &names[i].inner[k]
			g := x.entry
			if g == nil || !isPlaceLabel(x.label) || g.GeoNames == 0 && g.Lat == 0 && g.Lon == 0 {
				continue
			}
			e := dateline.Entity{ID: entryID(g, x.label, g.Name), Name: g.Name, Label: x.label, Country: g.Country,
				GeoNames: g.GeoNames, Lat: g.Lat, Lon: g.Lon, IDs: s.innerIDs(x)}
			if text := strings.Join(strings.Fields(s.text(x.from, x.to)), " "); text != e.Name {
				e.Aliases = []string{text}
			}
			if !known[e.ID] {
				known[e.ID] = true
				s.doc.Entities = append(s.doc.Entities, e)
			}
		}
	}
}

// placeAt returns the place or people with the longest name that begins at a
// word, and how many words it has.
func (s *story) placeAt(i, to int) (*gazetteer.Entry, int) {
	if !s.words[i].capital {
		return nil, 0
	}
	for n := s.names.Longest(s.folds[i:to]).Words; n > 0; n-- {
		for e, caps := range s.names.Entries(s.names.Find(s.folds[i : i+n])) {
			if caps && n == 1 && !s.words[i].caps {
				continue
			}
			if e.Kind.Place() || e.Kind == gazetteer.Group {
				return e, n
			}
			break // "Washington Post": a shorter name is looked for
		}
	}
	return nil, 0
}

// wholePart widens a part to the words around it that belong to it: "Republic of"
// Armenia, Montgomery "County".
func (s *story) wholePart(m *mention, e *gazetteer.Entry, from, to int) (int, int) {
	switch {
	case e.Kind == gazetteer.Country:
		if from > m.from+1 && s.words[from-1].is(lang.OfWord) && s.words[from-2].is(lang.StateForm) {
			from -= 2
		}
	case to < m.to && s.words[to].is(lang.CountyHead) &&
		(!s.words[to].is(lang.StateWord) || e.Country != "US"): // but "Ohio State"
		to++
	}
	return from, to
}

// How large a city must be for its name to be taken for it inside another, where
// the name is one of people too, and where it is not.
const (
	cityInside  = 300_000
	townsInside = 15_000
)

// isPart reports whether a place's name means the place inside another name.
func (in *insider) isPart(m *mention, e *gazetteer.Entry, i, n int) bool {
	switch e.Kind {
	case gazetteer.Group:
		return m.label != dateline.NORP && (e.Country != "" && !in.story.words[i].is(lang.PartyWord) ||
			in.story.words[i+n-1].is(lang.Continental))
	case gazetteer.City, gazetteer.Region:
		return in.isPartTown(m, e, i, n)
	case gazetteer.Area:
		_, named := in.towns[in.story.text(i, i+n)]
		return named || !in.story.isCommonRun(i, i+n) // "Seoul Central District Court"
	}
	return true
}

// isCommonRun reports whether all words of a run are common ones.
func (s *story) isCommonRun(from, to int) bool {
	for _, f := range s.folds[from:to] {
		if s.names.Lower(f) <= rare {
			return false
		}
	}
	return true
}

// isPartTown reports it of a town or a region, whose name may be that of a person.
func (in *insider) isPartTown(m *mention, e *gazetteer.Entry, i, n int) bool {
	if i > m.from {
		if _, given := in.story.names.Given(in.story.folds[i-1]); given {
			return false // "Jack London Society"
		}
	}
	if in.isPerson(i, n) {
		return false // "Lincoln Foundation" in a story of a Lincoln
	}
	_, named := in.towns[in.story.text(i, i+n)]
	civic := i == m.from && in.story.words[m.to-1].is(lang.CivicHead)
	if e.Capital || named || civic || i+n < m.to && in.story.words[i+n].is(lang.CountyHead) {
		return true
	}
	last := in.story.folds[i+n-1]
	_, given := in.story.names.Given(last)
	switch {
	case in.story.names.Lower(last) > 0.3 || in.story.lex.Is(last, lang.OrgHead) || in.story.lex.Is(last, lang.EventHead):
		return false
	case e.Kind == gazetteer.Region:
		return e.Country == "US" || !given && !in.story.names.Surname(last)
	case given || in.story.names.Surname(last):
		return e.Population >= cityInside
	}
	return e.Population >= townsInside
}

// innerIDs returns the ids of a place in the name of something else, none where a country, a region or a great city of
// the same name may be meant as well: the Georgia of "Georgia Gulf", the New York of a newspaper.
func (s *story) innerIDs(x *mention) dateline.IDs {
	if s.table != nil {
		for place := range s.table.Named(s.text(x.from, x.to)) {
			great := place.Kind() <= knowledge.Region || place.Population() >= cityInside
			if great && place != x.place {
				return nil
			}
		}
	}
	return x.systems()
}

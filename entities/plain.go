package entities

import (
	"context"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/lang"
)

// plain finds names in a language whose names no rules are written for: what the tagger found as it stands, and the
// countries between, which the gazetteer is sure of.
func (s *story) plain(ctx context.Context, tagger *names.Tagger) ([]mention, error) {
	if tagger == nil {
		s.unmodelled = true
		return s.listed(), nil
	}
	marks, err := tagger.Tag(ctx, nil, s.doc.Text, s.doc.Sentences, s.doc.Tokens)
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	var found []mention
	at := 0
	for i := range s.sentences {
		x := &s.sentences[i]
		from := x.from
		for end := s.words[x.to-1].end; at < len(marks) && s.doc.Tokens[marks[at].First].Start < end; at++ {
			m := mention{
				from:  s.wordAt(x, s.doc.Tokens[marks[at].First].Start),
				to:    s.wordAt(x, s.doc.Tokens[marks[at].End-1].End),
				label: marks[at].Label, confidence: marks[at].Confidence,
			}
			if m.from < from || m.to <= m.from || s.isSmallPeople(&m) {
				continue
			}
			found = s.appendNations(found, from, m.from)
			found, from = append(found, s.identified(m)), m.to
		}
		found = s.appendNations(found, from, x.to)
	}
	return found, nil
}

// isSmallPeople reports whether a name is a people in small letters alone: "die finnische Post". The gazetteer knows
// what it is, and the tagger may take it for another thing.
func (s *story) isSmallPeople(m *mention) bool {
	return m.to-m.from == 1 && !s.words[m.from].capital && s.isNation(m.from)
}

// listed finds names in a language without a model of names: people by their first names, and what the gazetteer is
// sure of.
func (s *story) listed() []mention {
	var found []mention
	for k := range s.sentences {
		x := &s.sentences[k]
		from := x.from
		for i := x.from; i < x.to; i++ {
			to := s.fullName(i, x.to)
			if to == i {
				continue
			}
			found = s.appendNations(found, from, i)
			found = append(found, mention{from: i, to: to, label: dateline.Person, confidence: nationConfidence})
			from, i = to, to-1
		}
		found = s.appendNations(found, from, x.to)
	}
	return found
}

// maxFullName is how many words a full name has at most, with "de" and "van der" among them.
const maxFullName = 6

// fullName returns the end of a full name that begins with a word: a first name, and words with capitals with at most
// small links behind the first. It is the word itself where none does.
func (s *story) fullName(i, limit int) int {
	w := &s.words[i]
	if _, given := s.names.Given(s.folds[i]); !given || !w.capital || w.caps {
		return i
	}
	if m := s.names.Longest(s.folds[i:limit]); m.Words > 1 {
		return i // "San Marino"
	}
	end, capitals := i+1, 1
	for k := i + 1; k < min(limit, i+maxFullName); k++ {
		switch x := &s.words[k]; {
		case x.capital && x.letter && !s.isNation(k):
			end, capitals = k+1, capitals+1
		case capitals == 1 && s.lex.Is(x.text, lang.TaggerLink):
		default:
			k = limit
		}
	}
	if capitals == 1 {
		return i
	}
	return end
}

// isNation reports whether a word is the name of a country or a people.
func (s *story) isNation(i int) bool {
	for e := range s.names.Entries(s.names.Find(s.folds[i : i+1])) {
		return e.Kind == gazetteer.Country || e.Kind == gazetteer.Group
	}
	return false
}

// nationConfidence is how sure a country is that the tagger passed over.
const nationConfidence = 0.8

// appendNations appends the countries, peoples, and capitals or towns by a name of the language's own, among the words
// [from, to).
func (s *story) appendNations(found []mention, from, to int) []mention {
	for i := from; i < to; i++ {
		match := s.names.Longest(s.folds[i:to])
		for e, caps := range s.names.Entries(match) {
			if label, ok := s.nation(i, match, e); ok && !caps {
				m := mention{from: i, to: i + match.Words, label: label, confidence: nationConfidence, match: match}
				found, i = append(found, m), m.to-1
			}
			break
		}
	}
	return found
}

// nation says as what the words of a match from word i on are added where the tagger passed over them: a country, a
// capital or a place by a name of the language's own, and a people, which stands in small letters too: "el Gobierno
// turco".
func (s *story) nation(i int, match gazetteer.Match, e *gazetteer.Entry) (dateline.Label, bool) {
	w := &s.words[i]
	own := s.names.Own(match, e)
	switch {
	case !w.letter || e.Country == "" && e.Kind != gazetteer.Organisation:
		return "", false
	case e.Kind == gazetteer.Group && w.capital && s.mayBeCountry(match):
		return dateline.GPE, true // "Argentina", which is a woman of its people too
	case e.Kind == gazetteer.Group:
		return dateline.NORP, own
	case !w.capital:
		return "", false
	case e.Kind == gazetteer.Country:
		return dateline.GPE, own || !w.first
	case e.Kind == gazetteer.City:
		return dateline.GPE, s.isSureTown(i, match, e)
	}
	return e.Kind.Label(), s.unmodelled && (own && e.Kind.Place() || e.Kind == gazetteer.Organisation &&
		(own || match.Words > 1))
}

// isSureTown reports whether a match from word i on is a town that is added: a capital, one by a name of the
// language's own and, without a model of names, a large one or one behind a preposition of place.
func (s *story) isSureTown(i int, match gazetteer.Match, e *gazetteer.Entry) bool {
	known := s.names.Own(match, e) || e.Capital
	if s.unmodelled && !known {
		known = e.Population >= cityInside || i > 0 && s.lex.Is(s.folds[i-1], lang.TaggerWhere)
	}
	return known && (!s.words[i].first || match.Words > 1 || s.names.Lower(s.folds[i]) <= rare)
}

// mayBeCountry reports whether a match may be a country.
func (s *story) mayBeCountry(match gazetteer.Match) bool {
	for e := range s.names.Entries(match) {
		if e.Kind == gazetteer.Country {
			return true
		}
	}
	return false
}

// identified adds what the gazetteer knows of a name, and makes its label finer by that: a place
// with a government, a people.
//
// An article before it that belongs to its name is taken in: "El Salvador".
func (s *story) identified(m mention) mention {
	if whole := m.from - 1; whole >= 0 && s.words[whole].capital && slices.Contains(placeLabels, m.label) {
		match := s.names.Find(s.folds[whole:m.to])
		for e := range s.names.Entries(match) {
			if e.Kind.Place() && s.names.Own(match, e) {
				m.from = whole
			}
			break
		}
	}
	m.match = s.names.Find(s.folds[m.from:m.to])
	for e := range s.names.Entries(m.match) {
		l := e.Kind.Label()
		if slices.Contains(placeLabels, m.label) && slices.Contains(placeLabels, l) {
			m.label = l
		}
		break
	}
	return m
}

// withoutThin leaves out works and products: the models of these languages learned them from
// little, and most of what they call one is none. They are needed until here, where they keep
// others from being found inside of them.
func withoutThin(found []mention) []mention {
	return slices.DeleteFunc(found, func(m mention) bool {
		return m.label == dateline.Work || m.label == dateline.Product
	})
}

// placeLabels are the labels of places, which the tagger does not tell apart in every language.
var placeLabels = []dateline.Label{dateline.GPE, dateline.Loc, dateline.Fac}

// isOwnPlace reports whether a mention is a place by a name that the language has of its own for it, such as "Londres",
// which may be that of another place in the table of places.
func (s *story) isOwnPlace(m *mention) bool {
	return m.entry != nil && m.entry.Kind.Place() && s.names.Own(m.match, m.entry)
}

// placeOf finds the place of an entry.
func placeOf(t *knowledge.Table, e *gazetteer.Entry) knowledge.Place {
	if e.Kind == gazetteer.Country {
		p, _ := t.Country(e.Country)
		return p
	}
	for p := range t.Named(e.Name) {
		if e.GeoNames != 0 && p.GeoNames() == e.GeoNames {
			return p
		}
	}
	return knowledge.Place{}
}

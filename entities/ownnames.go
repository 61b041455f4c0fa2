package entities

import (
	"cmp"
	"maps"
	"sort"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/authority"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// found is a place in the story where a text of the user's names stands.
type found struct {
	from, to int // words
	row      *authority.Row
}

// ownNames changes the names of a story as the user's rows say: what they add is
// put in, what they suppress taken out, and the others are told which row is
// theirs. A row wins over the tagger, but for a longer name that holds its text.
func (s *story) ownNames(own *Names, names []mention) []mention {
	if own.Len() == 0 {
		return names
	}
	hits := own.find(s)
	var list []mention
	k := 0
	for i := range names {
		m := &names[i]
		m.row = own.list.Row(s.doc.ID, s.text(m.from, m.to))
		for ; k < len(hits) && hits[k].to <= m.from; k++ {
			list = append(list, s.ownMention(&hits[k]))
		}
		if m.row != nil && m.row.Action == authority.Suppress {
			continue
		}
		if k < len(hits) && hits[k].from < m.to {
			if m.from <= hits[k].from && hits[k].to <= m.to && m.to-m.from > hits[k].to-hits[k].from {
				for k < len(hits) && hits[k].from < m.to {
					k++ // a longer name holds the text
				}
			} else {
				continue
			}
		}
		if m.row != nil && m.row.Action != authority.Merge && m.row.Label != "" {
			m.label = m.row.Label
		}
		list = append(list, *m)
	}
	for ; k < len(hits); k++ {
		list = append(list, s.ownMention(&hits[k]))
	}
	return list
}

// ownMention makes the mention of a row's text.
func (s *story) ownMention(f *found) mention {
	x := &s.sentences[sort.Search(len(s.sentences), func(i int) bool { return s.sentences[i].to > f.from })]
	q := candidate{in: x, mention: mention{from: f.from, to: f.to, label: f.row.Label, confidence: 1, row: f.row}}
	q.match = s.names.Find(s.folds[f.from:f.to])
	if f.row.Label == dateline.Person {
		s.titleBefore(&q)
	}
	return q.mention
}

// find returns where the texts to be added stand in a story, from left to right,
// the longest first; a suppressed text takes its place from shorter ones.
func (n *Names) find(s *story) []found {
	var list []found
	for k := range s.sentences {
		x := &s.sentences[k]
		for i := x.from; i < x.to; i++ {
			if to, row := n.at(s, x, i); row != nil {
				if row.Action == authority.Add {
					list = append(list, found{i, to, row})
				}
				i = to - 1
			}
		}
	}
	return list
}

// at returns the longest text to be added or suppressed that begins at a word, and
// the word after it.
func (n *Names) at(s *story, x *sentence, i int) (int, *authority.Row) {
	text := s.doc.Text
	start, end := s.words[i].start, s.words[x.to-1].end
	if r, _ := utf8.DecodeLastRuneInString(text[:start]); start > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
		return 0, nil
	}
	rest := text[start:min(end, start+authority.MaxName+utf8.UTFMax)]
	for _, length := range n.list.Lengths(rest) {
		if length > len(rest) {
			continue
		}
		row := n.list.Row(s.doc.ID, rest[:length])
		if row == nil || row.Action != authority.Add && row.Action != authority.Suppress {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[start+length:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
			continue
		}
		last := i + sort.Search(x.to-i, func(k int) bool { return s.words[i+k].end >= start+length })
		if last < x.to && s.words[last].end == start+length {
			return last + 1, row
		}
	}
	return 0, nil
}

// placeOwn gives a mention the place that its row says it is.
func (s *story) placeOwn(m *mention) {
	if m.row == nil {
		return
	}
	if m.row.Action != authority.Correct {
		if m.row.Action == authority.Add || m.row.Country != "" || m.row.GeoNames != 0 {
			m.entry = nil
		}
	} else if m.entry != nil && m.row.Country != "" && m.entry.Country != m.row.Country {
		m.entry = s.entryIn(m, m.row.Country)
	}
	if m.row.Country != "" || m.row.GeoNames != 0 {
		for e := range s.names.Entries(m.match) {
			if m.entry == nil && fits(e, m.label) &&
				(e.GeoNames == m.row.GeoNames || m.row.GeoNames == 0 && e.Country == m.row.Country) {
				m.entry = e
			}
		}
	}
	if m.entry == nil {
		m.country = m.row.Country
	}
}

// entryIn returns the first entry of a mention's name in a country, nil for none.
func (s *story) entryIn(m *mention, country string) *gazetteer.Entry {
	for e := range s.names.Entries(m.match) {
		if fits(e, m.label) && e.Country == country {
			return e
		}
	}
	return nil
}

// own makes the thing of a row the one that the row describes.
func (m *merger) own(i int, row *authority.Row) {
	t := m.all[i]
	t.row = row
	t.Name = row.Name
	if row.Label != "" {
		t.Label = row.Label
	}
	if row.Country != "" {
		t.Country = row.Country
	}
	if row.IDs != nil {
		ids := maps.Clone(t.IDs)
		if ids == nil {
			ids = dateline.IDs{}
		}
		maps.Copy(ids, row.IDs)
		t.IDs = ids
	}
	t.Roles = append(t.Roles, row.RolesOn(m.story.doc.Published)...)
	if row.GeoNames != 0 && t.GeoNames != row.GeoNames {
		t.GeoNames, t.Lat, t.Lon = row.GeoNames, 0, 0
	}
}

// fixed reports whether the user's names say which thing a mention is.
func (n *mention) fixed() bool {
	return n.row != nil && (n.row.Action == authority.Add || n.row.Action == authority.Merge)
}

// ofRow gives the entity of a mention that the user's names hold: that of its row.
func (m *merger) ofRow(n *mention, at int) int {
	i, ok := m.byRow[n.row]
	if !ok {
		i = m.addRow(n, at)
		m.byRow[n.row] = i
	}
	switch {
	case n.to-n.from == 1:
	case m.all[i].Label == dateline.Person:
		m.known(n, i)
		m.all[i].noteFull(m.story, n)
	default:
		m.shorten(n, i)
	}
	return i
}

// addRow makes the entity of a row, by the first mention of it.
func (m *merger) addRow(n *mention, at int) int {
	row, label := n.row, n.row.Label
	if label == "" {
		label = n.label
	}
	e := dateline.Entity{ID: row.ID, Name: row.Name, Label: label}
	switch g := n.entry; {
	case g != nil && g.Kind == gazetteer.Country:
		e.ID = cmp.Or(e.ID, "country:"+g.Country)
	case g != nil && g.GeoNames > 0:
		e.ID = cmp.Or(e.ID, "geonames:"+strconv.Itoa(g.GeoNames))
	case row.GeoNames > 0:
		e.ID = cmp.Or(e.ID, "geonames:"+strconv.Itoa(row.GeoNames))
	}
	e.ID = cmp.Or(e.ID, id(label, row.Name))
	if g := n.entry; g != nil {
		e.Country, e.GeoNames, e.Lat, e.Lon = g.Country, g.GeoNames, g.Lat, g.Lon
	}
	i := m.add(e, n.entry, at)
	m.own(i, row)
	return i
}

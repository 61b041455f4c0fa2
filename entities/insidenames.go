package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// insider finds the things that the names of others hold.
type insider struct {
	story *story
	all   things
	// towns holds, by its words, the entity of each place that the story names by
	// itself; known holds all names of the story by their first word.
	towns map[string]int
	known map[string][]ownName
	// of holds the thing of each entry of the gazetteer that the story names.
	of map[*gazetteer.Entry]int
}

// ownName is a text by which the story names something.
type ownName struct {
	text   string
	words  int
	label  dateline.Label
	entity int // -1 where the text is that of several
}

func (s *story) insider(all things, names []mention) *insider {
	in := &insider{s, all, map[string]int{}, map[string][]ownName{}, map[*gazetteer.Entry]int{}}
	for i, t := range all {
		if t.entry != nil && t.row == nil {
			in.of[t.entry] = i
		}
	}
	for i := range names {
		m := &names[i]
		in.note(m, m.from)
		switch m.label {
		case dateline.GPE:
			in.towns[s.text(m.from, m.to)] = m.entity
		case dateline.Person:
			if last := s.lastWord(m); last > m.from && last == m.to-1 {
				in.note(m, last)
			}
		}
	}
	return in
}

// note keeps the words of a mention from one on as a name of its entity.
func (in *insider) note(m *mention, from int) {
	text, first := in.story.text(from, m.to), in.story.words[from].text
	list := in.known[first]
	for i := range list {
		if k := &list[i]; k.text == text {
			if k.entity != m.entity {
				k.entity = -1
			}
			return
		}
	}
	if len(list) < mostNamesakes && m.to-from <= longestSpread {
		in.known[first] = append(list, ownName{text, m.to - from, m.label, m.entity})
	}
}

// parts returns what the name of a mention holds, in order.
func (in *insider) parts(m *mention) []dateline.Part {
	if !m.isHolder() {
		return nil
	}
	places := in.places(m)
	var parts []dateline.Part
	for i := m.from; i < m.to; {
		p, to := in.bearer(m, i)
		start := in.story.words[i].start
		for len(places) > 0 && places[0].End <= start {
			parts, places = append(parts, places[0]), places[1:]
		}
		for len(places) > 0 && p.Span().Contains(places[0].Span()) && places[0].Span() != p.Span() {
			places = places[1:] // "Terme" in "Levico Terme"
		}
		if to == i || len(places) > 0 && places[0].Start < p.End {
			i++
			continue
		}
		parts = append(parts, p)
		i = to
	}
	return append(parts, places...)
}

// bearer returns the thing of the story whose name begins at a word of another name,
// and the word behind it, which is the word itself where there is none.
func (in *insider) bearer(m *mention, i int) (dateline.Part, int) {
	if !in.story.words[i].capital {
		return dateline.Part{}, i
	}
	var best *ownName
	list := in.known[in.story.words[i].text]
	for k := range list {
		o := &list[k]
		if o.words < m.to-m.from && i+o.words <= m.to && (best == nil || o.words > best.words) &&
			in.story.text(i, i+o.words) == o.text {
			best = o
		}
	}
	if best != nil && isPlaceLabel(best.label) && in.isOwnPlace(m) {
		return dateline.Part{}, i
	}
	if best != nil && best.entity >= 0 && best.entity != m.entity && !in.isCommon(i, best) {
		return in.part(i, i+best.words, best.label, in.all[best.entity].ID), i + best.words
	}
	if best == nil {
		return in.body(m, i)
	}
	return dateline.Part{}, i
}

// isPerson reports whether the story names a person, and no place, by the words from
// one on.
func (in *insider) isPerson(i, n int) bool {
	text := in.story.text(i, i+n)
	return slices.ContainsFunc(in.known[in.story.words[i].text], func(o ownName) bool {
		return o.text == text && o.label == dateline.Person
	})
}

// isCommon reports whether a name of one word is in another name a word like any
// other: "University", "Army".
func (in *insider) isCommon(i int, o *ownName) bool {
	w := &in.story.words[i]
	return o.words == 1 && !w.caps && (w.is(lang.OrgHead) || in.story.names.Lower(w.fold) > rare)
}

// body returns the known organisation with the longest name that stands at the
// front of another name: "UEFA" in "UEFA Champions League".
func (in *insider) body(m *mention, i int) (dateline.Part, int) {
	if i > m.from {
		return dateline.Part{}, i
	}
	found := in.story.names.Longest(in.story.folds[i:m.to])
	to := i + found.Words
	if found.Words == 0 || to == m.to || found.Words == 1 && !in.story.words[i].caps {
		return dateline.Part{}, i
	}
	for e := range in.story.names.Entries(found) {
		if e.Kind == gazetteer.Organisation {
			return in.part(i, to, dateline.Org, id(dateline.Org, e.Name)), to
		}
		break
	}
	return dateline.Part{}, i
}

func (in *insider) part(from, to int, label dateline.Label, entity string) dateline.Part {
	return dateline.Part{Start: in.story.words[from].start, End: in.story.words[to-1].end, Label: label, Entity: entity}
}

// placeID is the ID of the place or people of a part: that of the entity which the
// story names by the same words, else the one that it would have.
func (in *insider) placeID(x *mention) string {
	text := in.story.text(x.from, x.to)
	if i, ok := in.towns[text]; ok && x.label != dateline.NORP {
		return in.all[i].ID
	}
	e := x.entry
	if i, ok := in.of[e]; ok && e != nil {
		return in.all[i].ID
	}
	name := text
	if e != nil {
		name = e.Name
	} else {
		e = &gazetteer.Entry{}
	}
	return entryID(e, x.label, strings.Join(strings.Fields(name), " "))
}

package entities

import (
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// longestKnownBody is how many words the name of a known body has at most that is looked for.
const longestKnownBody = 7

// knownBodies makes one name of the words that the table of organisations has as one, where the
// tagger found a part of it or nothing at all: "First [Abu Dhabi Bank]", "[Creative] [Scotland]".
// What the tagger takes for a person or a place from end to end stays.
func (s *story) knownBodies(x *sentence, marked []mention) []mention {
	if s.bodies == nil || x.titled || x.shouted {
		return marked
	}
	for i := x.from; i < x.to-1; i++ {
		w := &s.words[i]
		if !w.capital || !w.letter || w.is(lang.Article) || i > x.from && w.glued {
			continue
		}
		if to := s.knownBody(x, i); to > i {
			marked = s.withBody(x, marked, i, to)
			i = to - 1
		}
	}
	return marked
}

// knownBody returns where the longest known body ends that begins at a word, 0 for none.
func (s *story) knownBody(x *sentence, from int) int {
	end, capitals := from+1, 1
	for end < min(x.to, from+longestKnownBody) {
		w := &s.words[end]
		if w.capital {
			capitals++
		} else if !w.is(lang.Particle) && !w.is(lang.OrgOf) && !w.is(lang.Joining) && !w.is(lang.FirmLink) &&
			!w.is(lang.Article) && !w.is(lang.Possessive) {
			break
		}
		end++
	}
	if capitals < 2 {
		return 0
	}
	for ; end > from+1; end-- {
		isWhole := end == x.to || !s.words[end].glued || !s.words[end].capital
		if isWhole && s.words[end-1].capital && s.isBodyNamed(from, end) {
			return end
		}
	}
	return 0
}

// cutOfficer cuts off a person's name what belongs to the body before it, which ends at a word, and
// finds the title anew.
func (s *story) cutOfficer(x *sentence, m *mention, end int) {
	for end < m.to-1 && (s.words[end].is(lang.Rank) || s.words[end].is(lang.Office) || s.words[end].is(lang.TitlePart)) {
		end++
	}
	q := candidate{in: x, mention: mention{from: end, to: m.to, label: m.label, confidence: m.confidence}}
	s.titleBefore(&q)
	*m = q.mention
}

// isPlaceBefore reports whether the tagger found a place or a people and right behind it the body,
// and so all of the name.
func isPlaceBefore(p, m *mention, from, to int) bool {
	return (p.label == dateline.GPE || p.label == dateline.NORP) && m.label == dateline.Org && p.from == from &&
		p.to == m.from && m.to == to
}

// insides is what stands inside of the name of a body: the mentions first to last, how sure they are, and whether one
// of them is the whole name.
type insides struct {
	first, last int
	whole       bool
	confidence  float64
}

// mentionsWithin looks for the mentions inside of a name; it is not ok where the tagger sees a longer name, or another
// one.
func (s *story) mentionsWithin(x *sentence, marked []mention, from, to int) (w insides, ok bool) {
	w.first = slices.IndexFunc(marked, func(m mention) bool { return m.to > from })
	w.confidence = addConfidence
	if w.first < 0 {
		w.first, w.last = len(marked), len(marked)
		return w, true
	}
	for w.last = w.first; w.last < len(marked) && marked[w.last].from < to; w.last++ {
		m := &marked[w.last]
		if m.label == dateline.Person && m.from > from && m.to > to {
			s.cutOfficer(x, m, to)
			break // "Ontario [Provincial Police Det. Ann Roe]"
		}
		if m.from < from || m.to > to {
			return w, false
		}
		w.whole = w.whole || m.from == from && m.to == to
		w.confidence = min(w.confidence, m.confidence)
	}
	return w, true
}

// withBody puts a body in place of the mentions inside of its name.
func (s *story) withBody(x *sentence, marked []mention, from, to int) []mention {
	w, ok := s.mentionsWithin(x, marked, from, to)
	if !ok {
		return marked
	}
	if w.whole {
		m := &marked[w.first]
		if isPlaceLabel(m.label) && m.entry == nil && to-from == 2 && !s.words[to-1].is(lang.Chamber) {
			m.label = dateline.Org // "Creative Scotland", which no place is called
		}
		return marked
	}
	if w.last == w.first+2 && isPlaceBefore(&marked[w.first], &marked[w.first+1], from, to) {
		return marked
	}
	if w.first == w.last && to-from < 3 && !s.words[to-1].is(lang.OrgHead) && !s.words[to-1].is(lang.OrgSuffix) {
		return marked // nothing else says that it is a name
	}
	q, ok := s.candidate(x, from, to)
	if !ok {
		return marked
	}
	q.from, q.to, q.label, q.confidence = from, to, dateline.Org, w.confidence
	if !q.isKnown(gazetteer.Organisation) {
		q.match, q.entry = gazetteer.Match{}, nil
	}
	return slices.Replace(marked, w.first, w.last, q.mention)
}

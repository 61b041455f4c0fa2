package entities

import (
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/credit"
	"github.com/dateline-go/dateline/lang"
)

// longestAgency is how many words the name of a news agency has at most.
const longestAgency = 6

// agency makes all that stands in the brackets of a dateline one organisation, where
// the words are those of a name: the tagger, which sees few words in capitals and
// brackets there, cuts "(Northern News Agency)" short or passes over it.
func (s *story) agency(names []mention) []mention {
	c := credit.Of(s.doc)
	if c.Len() == 0 {
		return names
	}
	from, to, ok := s.nameWithin(c)
	if !ok {
		return names
	}
	at := slices.IndexFunc(names, func(m mention) bool { return m.to > from })
	if at < 0 {
		at = len(names)
	}
	end := at
	confidence := 0.9
	for ; end < len(names) && names[end].from < to; end++ {
		if names[end].row != nil || names[end].from < from || names[end].to > to {
			return names // the user's, or no name of the brackets alone
		}
		confidence = max(confidence, names[end].confidence)
	}
	if end-at == 1 && names[at].from == from && names[at].to == to && names[at].label == dateline.Org {
		return names
	}
	return slices.Replace(names, at, end, mention{from: from, to: to, label: dateline.Org, confidence: confidence})
}

// nameWithin returns the words inside the brackets of a credit; false where they are not those of a name.
func (s *story) nameWithin(c dateline.Span) (from, to int, ok bool) {
	for from < len(s.words) && s.words[from].start <= c.Start {
		from++
	}
	to = from
	for to < len(s.words) && s.words[to].end < c.End {
		if w := &s.words[to]; !w.capital && !w.is(lang.Particle) {
			return from, to, false
		}
		to++
	}
	if to == from || to-from > longestAgency {
		return from, to, false
	}
	return from, to, s.words[from].capital && s.words[to-1].capital
}

package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// Sports clubs are called as their towns are. Stories of sport tell: "Stoke City", "beat
// Middlesbrough", "Reading lost".

// teamRules give the label of a body to a club that the tagger takes for a place.
var teamRules = []kindRule{
	{
		Rule: Rule{
			ID: "kind/club", Does: "A known club, and in a story of sport a town with a word that clubs end in, is no place.",
			Examples: []Example{
				{"The striker scored twice before half-time. They travel to Stoke City next week.", "Stoke City", dateline.Org},
				{"The pitcher lasted six innings of the playoff. They lost to the Seattle Night Owls 4-2.", "Seattle Night Owls",
					dateline.Org},
			},
		},
		to: dateline.Org, when: isClub,
	},
	{
		Rule: Rule{
			ID: "kind/side", Does: "In a story of sport the town that plays or is played is its club.",
			Examples: []Example{{"The goalkeeper and the striker were cheered at half-time. Whitby hosted Redcar on Saturday.",
				"Whitby", dateline.Org}},
		},
		to: dateline.Org, when: isSide,
	},
}

// How many words of sport a story of it has at least, and how many words there are to one at most.
const (
	sportWords = 3
	sportShare = 120
)

// isSport reports whether a story is one of sport.
func (s *story) isSport() bool {
	if s.sport == 0 {
		s.sport = -1
		n := 0
		for i := range s.words {
			if s.words[i].is(lang.SportWord) {
				n++
			}
		}
		if n >= sportWords && n*sportShare >= len(s.words) {
			s.sport = 1
		}
	}
	return s.sport > 0
}

// isClub is true of "Stoke City" and of "Tulsa Owls" in a story of sport. Kansas City is a town.
func isClub(s *story, q *candidate) bool {
	if s.isTownsPlayers(q) {
		return s.isSport()
	}
	if !isPlaceLabel(q.label) || q.to-q.from < 2 || !s.words[q.to-1].is(lang.ClubTail) {
		return false
	}
	known := s.isBodyNamed(q.from, q.to)
	if q.entry != nil && q.entry.Kind.Place() && q.match.Words == q.to-q.from {
		return known && s.isSport()
	}
	return known && !s.words[q.to-1].is(lang.BareTownWord) || s.isSport() // but "Dublin City"
}

// isTownsPlayers reports whether a name is that of a large town and behind it a noun in the plural: "Tulsa Owls".
func (s *story) isTownsPlayers(q *candidate) bool {
	last := &s.words[q.to-1]
	if q.label == dateline.Org || q.label == dateline.Person || q.label == dateline.NORP || q.to-q.from < 2 ||
		q.in.titled || q.in.shouted || q.match.Words > 0 || !last.pos.Is(pos.Plural) || last.is(lang.LocHead) ||
		last.is(lang.FacHead) {
		return false
	}
	for to := q.to - 1; to > q.from; to-- {
		if e := s.firstEntry(s.folds[q.from:to]); e != nil {
			return e.Kind == gazetteer.City && e.Population >= townsInside || e.Kind == gazetteer.Region
		}
	}
	return false
}

// isSide is true of "Hull" and "Exeter" in "Hull beat Exeter".
func isSide(s *story, q *candidate) bool {
	if !isPlaceLabel(q.label) || q.in.shouted || !s.isSport() || q.entry != nil && q.entry.Kind != gazetteer.City {
		return false
	}
	if at := q.from - 1; at >= q.in.from {
		if before := &s.words[at]; before.is(lang.PlayVerb) && before.pos.Is(pos.Verb) {
			return true
		}
		if s.words[at].is(lang.Where) || s.words[at].is(lang.Whence) || s.words[at].is(lang.Toward) {
			return false
		}
	}
	return q.to < q.in.to && s.words[q.to].is(lang.PlayVerb) && s.words[q.to].pos.Is(pos.Finite)
}

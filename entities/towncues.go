package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/lang"
)

// Many towns are called as people, firms and common words are. What stands before or behind them tells: "based in
// Mobile", "the flight to Liverpool".

// townCueRules give the label of a town to what the tagger takes for somebody or something else.
var townCueRules = []kindRule{
	{
		Rule: Rule{
			ID: "kind/town-cue", Does: `A known town behind "based in", "flew to" and the like is the town.`,
			Examples: []Example{{"Trucks drove to Nelson before dawn.", "Nelson", dateline.GPE}},
		},
		to: dateline.GPE, when: isTownByCue,
	},
}

// isTownByCue is true of "Mobile" in "a firm based in Mobile" and of "Liverpool" in "hauliers are
// driving to Liverpool".
func isTownByCue(s *story, q *candidate) bool {
	if isPlaceLabel(q.label) || q.label == dateline.NORP || q.title.End > 0 || q.to-q.from > 3 || q.in.titled ||
		s.words[q.to-1].is(lang.OrgHead) || !s.isTown(q) {
		return false
	}
	return s.isTownCue(q.in, q.from)
}

// isTownCue reports whether what stands before a word says that a town comes.
func (s *story) isTownCue(x *sentence, at int) bool {
	if at-2 < x.from {
		return false
	}
	before, one := &s.words[at-1], &s.words[at-2]
	switch {
	case before.is(lang.Toward):
		return one.is(lang.Motion)
	case before.is(lang.Where):
		return one.is(lang.Homed)
	}
	return false
}

// leastTown is how many people a town has at least that only the table of places knows.
const leastTown = 5_000

// isTown reports whether a candidate's words are the name of a town, and of no country or known body.
func (s *story) isTown(q *candidate) bool {
	if q.entry != nil && q.match.Words == q.to-q.from {
		return q.entry.Kind == gazetteer.City
	}
	if s.table == nil {
		return false
	}
	for place := range s.table.Named(s.text(q.from, q.to)) {
		if place.Kind() == knowledge.Town && place.Population() >= leastTown {
			return true
		}
	}
	return false
}

// townCueAdds find towns that the tagger passed over.
var townCueAdds = []addRule{
	{
		Rule: Rule{
			ID: "add/town-cue", Does: `A known town behind "in", "based in", "flew to" and the like is one.`,
			Examples: []Example{{"She flew to Split and slept.", "Split", dateline.GPE}},
		},
		to: dateline.GPE, when: isTownPassedOver,
	},
	{
		Rule: Rule{
			ID: "add/town-somebody", Does: "A known town before what somebody of it is, is one.",
			Examples: []Example{{"Among them was a Napier dairy farmer with a jar.", "Napier", dateline.GPE}},
		},
		to: dateline.GPE, when: isTownOfSomebody,
	},
	{
		Rule: Rule{
			ID: "add/county-office", Does: "A county before the title of its officer is one.",
			Examples: []Example{{"Alexander County Sheriff Tom Ruddle agreed.", "Alexander County", dateline.GPE}},
		},
		to: dateline.GPE, when: isCountyOffice,
	},
}

// isTownPassedOver is true of "Mobile" in "based in Mobile" and of "Paisley" in "a boiler in Paisley".
func isTownPassedOver(s *story, q *candidate) bool {
	if q.in.titled || q.in.shouted || !s.isTown(q) || s.continuesName(q) {
		return false
	}
	if s.isTownCue(q.in, q.from) {
		return true
	}
	return q.from-2 >= q.in.from && s.words[q.from-1].is(lang.Where) && !s.words[q.from-2].is(lang.Holding) &&
		isWholeTown(q) && q.entry.Population >= townsInside && s.names.Lower(s.folds[q.from]) <= rare
}

// continuesName reports whether a word with a capital stands behind a candidate, as it does inside of a longer name.
func (s *story) continuesName(q *candidate) bool {
	return q.to < q.in.to && s.words[q.to].capital
}

// isTownOfSomebody is true of "Timaru" in "a Timaru dairy farmer" and of "Delhi" in "Delhi chief minister Anjali Rao",
// not of "Union" in "Union leader Piet Vos".
func isTownOfSomebody(s *story, q *candidate) bool {
	if q.in.titled || q.in.shouted || !isWholeTown(q) || q.entry.Population < townsInside || q.to >= q.in.to ||
		s.names.Lower(s.folds[q.from]) > rare || s.words[q.to].is(lang.Locals) || s.words[q.from].is(lang.OrgHead) {
		return false
	}
	if q.from > q.in.from && !s.words[q.from-1].is(lang.Indefinite) && !s.words[q.from-1].is(lang.Article) {
		return false
	}
	for i := q.to; i < min(q.in.to, q.to+apposedReach); i++ {
		switch w := &s.words[i]; {
		case w.capital || !w.letter:
			return false
		case w.is(lang.RoleNoun), w.is(lang.SpeakingPerson), w.is(lang.Office):
			return true
		}
	}
	return false
}

// isCountyOffice is true of "Alexander County" in "Alexander County Sheriff Tom Ruddle".
func isCountyOffice(s *story, q *candidate) bool {
	return q.to-q.from > 1 && s.words[q.to-1].is(lang.CountyHead) && q.to < q.in.to && s.words[q.to].capital &&
		(s.words[q.to].is(lang.Rank) || s.words[q.to].is(lang.Office) || s.words[q.to].is(lang.TitlePart))
}

// countyLen returns how many words with capitals from one on end in a word for a county, 0 where none does.
func (s *story) countyLen(x *sentence, i int) int {
	for k := i; k < min(x.to, i+longestCounty) && s.words[k].capital; k++ {
		if k > i && s.words[k].is(lang.CountyHead) {
			return k + 1 - i
		}
	}
	return 0
}

// longestCounty is how many words the name of a county has at most.
const longestCounty = 4

package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/knowledge"
	"github.com/dateline-go/dateline/lang"
)

// joinRule makes one name of two neighbours of a sentence, p and m, where the tagger cut it.
type joinRule struct {
	Rule
	to   dateline.Label
	when func(s *story, x *sentence, p, m *mention) bool
}

var joinRules = []joinRule{
	{
		Rule: Rule{
			ID: "join/known-place", Does: "Two names that the gazetteer has as one place are one.",
			Examples: []Example{{"Voters in Bosnia and Herzegovina stayed at home.", "Bosnia and Herzegovina", dateline.GPE}},
		},
		to: dateline.GPE, when: isOnePlace,
	},
	{
		Rule: Rule{
			ID: "join/head-of", Does: `The head of a body and the place behind "of" are one body.`,
			Examples: []Example{{"Nurses at the Union of South Wales voted.", "Union of South Wales", dateline.Org}},
		},
		to: dateline.Org, when: isHeadOf,
	},
	{
		Rule: Rule{
			ID: "join/peoples-body", Does: "A people and a body behind it are one body.",
			Examples: []Example{
				{"Envoys met at the African Development Bank on Monday.", "African Development Bank", dateline.Org},
				{"The South African Democratic Teachers' Union is against it.",
					"South African Democratic Teachers' Union", dateline.Org},
			},
		},
		to: dateline.Org, when: isPeoplesBody,
	},
	{
		Rule: Rule{
			ID: "join/town-body", Does: "A town and its court or council right behind it are one body.",
			Examples: []Example{{"The Seoul Central District Court jailed him on Friday.", "Seoul Central District Court",
				dateline.Org}},
		},
		to: dateline.Org, when: isTownsBody,
	},
	{
		Rule: Rule{
			ID: "join/radio-town", Does: "A radio station and its town are one name.",
			Examples: []Example{{"She told KB Radio Ballarat so.", "KB Radio Ballarat", dateline.Org}},
		},
		to: dateline.Org, when: isRadioOfTown,
	},
	{
		Rule: Rule{
			ID: "join/ship", Does: "The prefix of a ship and the name behind it are one name.",
			Examples: []Example{{"The BRP Sierra Madre, a rusting warship, was near the shoal.", "BRP Sierra Madre",
				dateline.Product}},
		},
		to: dateline.Product, when: isShipsName,
	},
	{
		Rule: Rule{
			ID: "join/two-trades", Does: "The trades that one union has in its name are one name.",
			Examples: []Example{{"The Carters' and Dock Workers' Union struck.", "Carters' and Dock Workers' Union",
				dateline.Org}},
		},
		to: dateline.Org, when: isUnionOfTwo,
	},
	{
		Rule: Rule{
			ID: "join/two-places", Does: "The two places that one authority has in its name and its head are one name.",
			Examples: []Example{
				{"A van was stopped by Frome and Yeovil Police on Monday.", "Frome and Yeovil Police", dateline.Org},
				{"Tolls were raised by Ryde and Cowes Council last week.", "Ryde and Cowes Council",
					dateline.Org},
			},
		},
		to: dateline.Org, when: isOfTwoPlaces,
	},
}

// isTownsBody is true of "Busan" and "Central District Court".
func isTownsBody(s *story, x *sentence, p, m *mention) bool {
	return p.label == dateline.GPE && m.label == dateline.Org && m.title.End == 0 && p.to == m.from && m.to-m.from > 1 &&
		!x.titled && m.entry == nil && p.entry != nil && p.entry.Kind == gazetteer.City &&
		s.words[m.to-1].is(lang.CivicHead) && s.isCommonBody(m) && !s.isBodyNamed(m.from, m.to)
}

// isCommonBody reports whether a name holds common words only, as bodies do that are told apart by their place.
func (s *story) isCommonBody(m *mention) bool {
	for i := m.from; i < m.to; i++ {
		if w := &s.words[i]; !w.is(lang.OrgHead) && !w.is(lang.TitlePart) && s.names.Lower(w.fold) <= rare {
			return false
		}
	}
	return true
}

// isOnePlace is true of "Bosnia" and "Herzegovina", and of "Washington" and "D.C.".
func isOnePlace(s *story, _ *sentence, p, m *mention) bool {
	if p.title.End > 0 || m.title.End > 0 || m.from-p.to > 1 || m.to-p.from > longestSpread {
		return false
	}
	folds := s.folds[p.from:m.to]
	if m.from > p.to && s.words[p.to].text == "," {
		folds = append(append(make([]string, 0, len(folds)), s.folds[p.from:p.to]...), s.folds[m.from:m.to]...)
		if !isPlaceLabel(p.label) || m.to-m.from > 1 || !s.words[m.from].caps && !s.words[m.from].hasStop() {
			return false // a list of two
		}
	}
	e := s.firstEntry(folds)
	return e != nil && e.Kind.Place()
}

// hasStop reports whether a word ends with a full stop: "D.C.".
func (w *word) hasStop() bool { return w.text[len(w.text)-1] == '.' }

// isPeoplesBody is true of "African" and "Development Bank", and of "Korean People's Army".
func isPeoplesBody(s *story, _ *sentence, p, m *mention) bool {
	last := &s.words[m.to-1]
	if p.label != dateline.NORP || m.label != dateline.Org || m.title.End > 0 || !last.is(lang.OrgHead) {
		return false
	}
	if p.to == m.from {
		return p.to-p.from <= 2 && !last.is(lang.StateHead) // "South African"
	}
	return m.from-p.to == 2 && s.words[p.to].capital && s.words[p.to+1].is(lang.Possessive)
}

// withKind returns where the name of a firm ends, with the words for its kind behind it that the
// tagger cut off, before a word that another name begins with: "Harwell Group Holding".
func (s *story) withKind(x *sentence, m *mention, end int) int {
	to := m.to
	if m.label != dateline.Org || x.titled {
		return to
	}
	for to < end && s.words[to].capital && to-m.from < longestSpread &&
		(s.words[to].is(lang.FirmTail) || s.words[to].is(lang.HoldingHead)) {
		to++
	}
	return to
}

// withBracket returns where the name of a town ends that has brackets in it: "Frankfurt (Oder)".
func (s *story) withBracket(x *sentence, m *mention) int {
	if m.label != dateline.GPE || m.to+2 >= x.to || s.words[m.to].text != "(" || !s.words[m.to+1].capital ||
		s.words[m.to+2].text != ")" || s.table == nil {
		return m.to
	}
	for range s.table.Named(s.text(m.from, m.to+3)) {
		return m.to + 3
	}
	return m.to
}

// isPartner reports whether a mention of one word is the second of two partners that a firm has its name of: "Calder &
// Voss". Two given names are of two people.
func (s *story) isPartner(x *sentence, m *mention) bool {
	if m.to-m.from != 1 || m.from-2 < x.from || !s.words[m.from-1].is(lang.FirmLink) || !s.words[m.from-2].capital ||
		x.titled || m.label != dateline.Person && m.label != dateline.Org {
		return false
	}
	_, first := s.names.Given(s.folds[m.from-2])
	_, second := s.names.Given(s.folds[m.from])
	return !first || !second
}

// isBracketed reports whether a mention is the acronym in brackets behind an organisation: "Gum and
// Resin Network (GRN)".
func (s *story) isBracketed(x *sentence, p, m *mention) bool {
	return p.label == dateline.Org && m.from == p.to+1 && m.to-m.from == 1 && s.words[p.to].text == "(" && m.to < x.to &&
		s.words[m.to].text == ")" && s.words[m.from].caps && m.match.Words == 0
}

// joined makes one mention of two.
func (s *story) joined(x *sentence, p, m *mention, label dateline.Label) mention {
	q, _ := s.candidate(x, p.from, m.to)
	q.label, q.confidence = label, min(p.confidence, m.confidence)
	if e := q.entry; e != nil && label == dateline.GPE {
		q.label = e.Kind.Label()
	} else if label == dateline.Fac || !q.isKnown(gazetteer.Organisation) {
		q.match, q.entry = gazetteer.Match{}, nil
	}
	q.from, q.to = p.from, m.to
	return q.mention
}

// isHeadOf is true of "University" and "Iceland".
func isHeadOf(s *story, _ *sentence, p, m *mention) bool {
	if p.label != dateline.Org || m.label == dateline.Person || m.title.End > 0 || !s.words[p.to-1].is(lang.OrgHead) {
		return false
	}
	gap := m.from - p.to
	return (gap == 1 || gap == 2 && s.words[p.to+1].is(lang.Article)) && s.words[p.to].is(lang.OfWord)
}

// isRadioOfTown is true of "SB Radio" and "Ballarat".
func isRadioOfTown(s *story, _ *sentence, p, m *mention) bool {
	return p.label == dateline.Org && m.label == dateline.GPE && m.from == p.to && p.to-p.from > 1 &&
		s.words[p.to-1].is(lang.BroadcastHead)
}

// isShipsName is true of "BRP" and "Sierra Madre".
func isShipsName(s *story, _ *sentence, p, m *mention) bool {
	return p.to-p.from == 1 && m.from == p.to && s.isShipPrefix(p.from)
}

// isUnionOfTwo is true of "Carters" and "Dock Workers' Union".
func isUnionOfTwo(s *story, _ *sentence, p, m *mention) bool {
	if m.label != dateline.Org || p.title.End > 0 || m.from < 2 || m.from-p.to > 2 ||
		!s.words[m.to-1].is(lang.OrgHead) || !s.words[m.from-1].is(lang.Joining) {
		return false
	}
	possessive := &s.words[m.from-2]
	return possessive.text == "'" || possessive.text == "’"
}

// isOfTwoPlaces is true of "Avon" and "Somerset Police". Two places are also named side by side, and the second may
// have a body to itself: "a man left London and Kent Police lost sight of him".
func isOfTwoPlaces(s *story, x *sentence, p, m *mention) bool {
	if m.label != dateline.Org || p.label == dateline.Person || p.title.End > 0 || m.title.End > 0 ||
		m.from-p.to != 1 || !s.words[p.to].is(lang.Joining) || s.table == nil || s.bodies == nil {
		return false
	}
	if s.isBodyNamed(p.from, m.to) {
		return true
	}
	if s.isBodyNamed(m.from, m.to) {
		return false
	}
	last := &s.words[m.to-1]
	if !last.is(lang.OrgHead) || !last.is(lang.CivicHead) || !s.isSmallPlace(p.from, p.to) {
		return false
	}
	if p.from > x.from && (s.words[p.from-1].is(lang.PlaceWithin) || s.words[p.from-1].text == ",") {
		return false // "in Leeds and Hove Police said", "Leeds, Bradford and Hove Police"
	}
	for to := m.to - 1; to > m.from; to-- {
		if s.isSmallPlace(m.from, to) {
			return true
		}
	}
	return false
}

// isSmallPlace reports whether words name a county or a town and no place that is so large that it shares no body with
// another.
func (s *story) isSmallPlace(from, to int) bool {
	found := false
	for place := range s.table.Named(s.text(from, to)) {
		switch kind := place.Kind(); {
		case kind == knowledge.Country, kind == knowledge.Town && (place.Capital() || place.Population() >= cityInName):
			return false
		case kind == knowledge.County, kind == knowledge.Town:
			found = true
		}
	}
	return found
}

package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// addConfidence is how often a name that the tagger passed over and a rule adds is right.
const addConfidence = 0.8

// addRule finds a name that the tagger passed over. An empty label means that of the gazetteer's entry.
type addRule struct {
	Rule
	to   dateline.Label
	when func(s *story, q *candidate) bool
}

var addRules = slices.Concat([]addRule{
	{
		Rule: Rule{
			ID: "add/known", Does: "A country, people or seat of power that the gazetteer is sure of is a name.",
			Examples: []Example{{"On Monday French President Paul Garnier met reporters.", "French", dateline.NORP}},
		},
		to: "", when: isSureEntry,
	},
	{
		Rule: Rule{
			ID: "add/known-body", Does: "A known body is a name, where its words are no other name and no common ones.",
			Examples: []Example{{"The Althing voted on the fish quotas, and the Storting waited.", "Storting", dateline.Org}},
		},
		to: dateline.Org, when: isSureBody,
	},
	{
		Rule: Rule{
			ID: "add/tied", Does: `A known name that a hyphen ties to another word is one: "Delhi-based", "R-Rome".`,
			Examples: []Example{
				{"The Israel-Hamas war went on.", "Hamas", dateline.Org},
				{"State Rep. Ann Dole, D-Macon, asked why.", "Macon", dateline.GPE},
			},
		},
		to: "", when: isTied,
	},
	{
		Rule: Rule{
			ID: "add/dateline", Does: "The place at the front of a story is a town.",
			Examples: []Example{{"PORT MORESBY: The court sat on Monday.", "PORT MORESBY", dateline.GPE}},
		},
		to: dateline.GPE, when: isDateline,
	},
	{
		Rule: Rule{
			ID: "add/state-office", Does: "An American state before the title of an officer is one.",
			Examples: []Example{{"Hawaii Governor Lena Marsh vetoed the bill.", "Hawaii", dateline.GPE}},
		},
		to: dateline.GPE, when: isStateOffice,
	},
	{
		Rule: Rule{
			ID: "add/locals", Does: "A known town before its police, residents or the like is one.",
			Examples: []Example{{"Derby police said no one was hurt.", "Derby", dateline.GPE}},
		},
		to: dateline.GPE, when: isHome,
	},
	{
		Rule: Rule{
			ID: "add/force", Does: "Capitals before the rank of an officer are a force.",
			Examples: []Example{{"Nobody was hurt. RCMP Sgt. Ann Dufour said so.", "RCMP", dateline.Org}},
		},
		to: dateline.Org, when: isForce,
	},
	{
		Rule: Rule{
			ID: "add/turn", Does: "Capitals that begin several paragraphs before a colon are the people of a transcript.",
			Examples: []Example{{"TARLOW: Who pays?\n\nLENZ: You do.\n\nTARLOW: Why?", "TARLOW", dateline.Person}},
		},
		to: dateline.Person, when: isTurn,
	},
	{
		Rule: Rule{
			ID: "add/road", Does: "Letters and digits name a road where traffic is spoken of.",
			Examples: []Example{{"Lorries were turned back on the A417 near Birdlip.", "A417", dateline.Fac}},
		},
		to: dateline.Fac, when: isRoad,
	},
	{
		Rule: Rule{
			ID: "add/firm", Does: "Words with capitals that end as only firms' names do are a firm.",
			Examples: []Example{{"Halden Biologics of Basel hired him.", "Halden Biologics", dateline.Org}},
		},
		to: dateline.Org, when: isFirmTailed,
	},
}, townCueAdds, bodyCueAdds)

func isSureEntry(_ *story, q *candidate) bool {
	return q.isKnown(gazetteer.Country, gazetteer.Group, gazetteer.Seat)
}

// isSureBody reports whether the gazetteer knows a name as a body's. One word must be no other name, and none that is
// written small: "Storting", not "Congress".
func isSureBody(s *story, q *candidate) bool {
	if q.to-q.from > 1 || q.entry == nil || q.entry.Kind != gazetteer.Organisation {
		return q.isKnown(gazetteer.Organisation)
	}
	return !q.in.titled && !q.in.shouted && !s.isPeoplesName(q) && s.names.Lower(s.folds[q.from]) <= rare
}

// isTied reports whether a known name is a part of a token that was cut at a hyphen. A small town
// is not: "Obama-era" is not of Obama in Japan.
func isTied(s *story, q *candidate) bool {
	if q.to >= q.in.to || s.words[q.to].text != "-" || !s.words[q.to].glued {
		if q.from <= q.in.from || s.words[q.from-1].text != "-" || !s.words[q.from].glued {
			return false
		}
	}
	e := q.entry
	if s.isSeat(q.from) {
		return e != nil && e.Kind.Place()
	}
	return e != nil && (e.Kind != gazetteer.City || e.Population >= cityInside || e.Capital)
}

// datelineWords is how many words a dateline may have after its place.
const datelineWords = 14

// isDateline reports whether a name is the place at the front of a story: "NAIROBI, March 3 (Agency) -".
func isDateline(s *story, q *candidate) bool {
	w := &s.words[q.from]
	if q.from != q.in.from || q.to-q.from > 3 || !w.caps && s.words[q.to-1].text == "." {
		return false
	}
	for i := q.to; i < min(q.in.to, q.to+datelineWords); i++ {
		x := &s.words[i]
		switch {
		case x.isDash():
			return !x.glued && (w.caps || s.words[q.to].text == "," || s.words[q.to].text == "(")
		case x.text == ":":
			return i == q.to && q.entry != nil && q.entry.Kind.Place() && s.isShouted(q)
		case x.isDatelineMark():
		case !x.capital && !x.digit:
			return false
		}
	}
	return false
}

func (w *word) isDash() bool {
	return w.text == "-" || w.text == "--" || w.text == "–" || w.text == "—"
}

func (w *word) isDatelineMark() bool { return len(w.text) == 1 && strings.Contains(",().:/", w.text) }

// isShouted reports whether all words of a name are in capitals, as in the dateline "NEW DELHI: …",
// and what follows is not.
func (s *story) isShouted(q *candidate) bool {
	for i := q.from; i < q.to; i++ {
		if !s.words[i].caps {
			return false
		}
	}
	return !q.in.shouted
}

// isStateOffice is true of Pennsylvania in "Pennsylvania Senator Ann Dole".
func isStateOffice(s *story, q *candidate) bool {
	return isUSState(q.entry) && q.to < q.in.to && s.words[q.to].is(lang.TitleStart) && s.words[q.to].capital
}

// isHome is true of Roselle in "Roselle police".
func isHome(s *story, q *candidate) bool {
	if q.entry == nil || q.entry.Kind != gazetteer.City || q.to >= q.in.to {
		return false
	}
	next := &s.words[q.to]
	return !next.capital && next.is(lang.Locals) && s.names.Lower(s.folds[q.from]) <= rare
}

// isForce is true of "RCMP" in "RCMP Sgt. Ann Dufour".
func isForce(s *story, q *candidate) bool {
	w := &s.words[q.from]
	return q.to-q.from == 1 && w.caps && len(w.text) > 2 && !w.digit && !q.in.shouted && q.to < q.in.to &&
		s.words[q.to].is(lang.Rank) && s.words[q.to].capital && !s.words[q.to].caps
}

// isTurn is true of "TARLOW" where several paragraphs begin with "TARLOW:".
func isTurn(s *story, q *candidate) bool {
	w := &s.words[q.from]
	return q.to-q.from == 1 && w.caps && !w.digit && q.entry == nil && q.to < q.in.to && s.words[q.to].text == ":" &&
		s.names.Lower(w.fold) <= rare && s.turns()[w.fold] > 1
}

// turns counts the words in capitals that stand before a colon at the front of a sentence, or behind the mark there.
func (s *story) turns() map[string]int {
	if s.turnsOf != nil {
		return s.turnsOf
	}
	s.turnsOf = map[string]int{}
	for _, x := range s.sentences {
		i := x.from
		if !s.words[i].letter && i+1 < x.to {
			i++
		}
		if i+1 < x.to && s.words[i].caps && s.words[i+1].text == ":" {
			s.turnsOf[s.words[i].fold]++
		}
	}
	return s.turnsOf
}

// roadReach is how many words around a number are looked at, so that a text of such numbers alone takes linear time.
const roadReach = 30

// isTraffic reports whether words around one speak of traffic.
func (s *story) isTraffic(x *sentence, at int) bool {
	for i := max(x.from, at-roadReach); i < min(x.to, at+roadReach); i++ {
		if s.words[i].is(lang.RoadCue) {
			return true
		}
	}
	return false
}

// isRoad is true of "A417" in a sentence on traffic.
func isRoad(s *story, q *candidate) bool {
	return q.to-q.from == 1 && isRoadNumber(s.words[q.from].text) && s.isTraffic(q.in, q.from)
}

// isFirmTailed is true of "Low Tide Consulting".
func isFirmTailed(s *story, q *candidate) bool {
	if q.to-q.from < 2 || q.in.titled || q.in.shouted ||
		!s.words[q.to-1].is(lang.FirmTail) && !(q.to-q.from > 2 && s.isBodyPair(q.to)) {
		return false
	}
	for i := q.from; i < q.to; i++ {
		if w := &s.words[i]; !w.capital && !w.is(lang.Particle) && !w.is(lang.FirmLink) {
			return false
		}
	}
	return true
}

// firmLen returns how many words with capitals from one on end in a word that only firms have, 0 where none does.
func (s *story) firmLen(x *sentence, i int) int {
	for k := i; k < min(x.to, i+longestSpread); k++ {
		w := &s.words[k]
		if !w.capital && !w.is(lang.FirmLink) && !(k > i && w.is(lang.Particle)) || s.isNoName(x, k) {
			return 0
		}
		if k > i && w.is(lang.FirmTail) || k > i+1 && s.isBodyPair(k+1) {
			return k + 1 - i
		}
	}
	return 0
}

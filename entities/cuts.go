package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// cut is what a cut leaves of the words [from, to) that the tagger takes for one name: the name
// [from, to), and before it what may be another one, [other, otherEnd).
type cut struct {
	from, to        int
	other, otherEnd int
	label           dateline.Label // of the other
}

// cutRule takes from a name what is no part of it.
type cutRule struct {
	Rule
	// on reports whether the rule looks at names of a label.
	on func(dateline.Label) bool
	// cut returns what is left, and whether the rule applies.
	cut func(s *story, from, to int) (cut, bool)
}

func notPerson(l dateline.Label) bool { return l != dateline.Person }
func anyLabel(dateline.Label) bool    { return true }
func isOrg(l dateline.Label) bool     { return l == dateline.Org }
func isPerson(l dateline.Label) bool  { return l == dateline.Person }

// cutRules are tried one after the other, each on what the one before has left.
var cutRules = []cutRule{
	{
		Rule: Rule{
			ID: "cut/owner", Does: "The country or large city that a thing belongs to is a name of its own.",
			Examples: []Example{{"The council renamed Harare's Third Street.", "Third Street", dateline.Fac}},
		},
		on: notPerson, cut: cutOwner,
	},
	{
		Rule: Rule{
			ID: "cut/two-places", Does: `Two known places with "and" or "or" between them are two names.`,
			Examples: []Example{
				{"Patients go to Bolton or Limerick instead.", "Limerick", dateline.GPE},
				{"The army flew nine hikers to Dorpa and Namtse Bazaar.", "Namtse Bazaar", dateline.GPE},
			},
		},
		on: isPlaceLabel, cut: cutTwoPlaces,
	},
	{
		Rule: Rule{
			ID: "cut/tied", Does: `A word tied to a name by a hyphen, such as "based", is no part of it.`,
			Examples: []Example{{"A claim against Los Angeles-based brokers failed.", "Los Angeles", dateline.GPE}},
		},
		on: anyLabel, cut: cutTied,
	},
	{
		Rule: Rule{
			ID: "cut/beside", Does: "Words in small letters at the borders of a place are no part of its name.",
			Examples: []Example{{"Buses leave Kwilu province and Limerick city at noon.", "Limerick", dateline.GPE}},
		},
		on: isPlaceLabel, cut: cutBeside,
	},
	{
		Rule: Rule{
			ID: "cut/behind", Does: "Words in small letters behind a body's name are no part of it.",
			Examples: []Example{{"The Transit Workers' Union state secretary agreed.", "Transit Workers' Union", dateline.Org}},
		},
		on: isOrg, cut: cutBehind,
	},
	{
		Rule: Rule{
			ID: "cut/kind", Does: "The noun for a kind of firm at the front of a sentence is no part of the firm's name.",
			Examples: []Example{{"Insurer Lansby Holt AB said claims were arriving.", "Lansby Holt AB", dateline.Org}},
		},
		on: isOrg, cut: cutKind,
	},
	{
		Rule: Rule{
			ID: "cut/title", Does: "Titles and positions in a game before a person's name are no part of it.",
			Examples: []Example{{"The minister, Datuk Seri Lim Wei Keong, agreed.", "Lim Wei Keong", dateline.Person}},
		},
		on: isPerson, cut: cutTitle,
	},
	{
		Rule: Rule{
			ID: "cut/credit", Does: "The word before a colon that says whose picture it is ends no name.",
			Examples: []Example{{"Ferry captain greets Omar Mohamed Image: Harbour Post.", "Omar Mohamed", dateline.Person}},
		},
		on: anyLabel, cut: cutCredit,
	},
}

// cutCredit takes off what a credit begins with behind a caption without a full stop: Ada Quist "Image": Harbour Post.
func cutCredit(s *story, from, to int) (cut, bool) {
	w := &s.words[to-1]
	return cut{from: from, to: to - 1}, to-from > 1 && to < len(s.words) && s.words[to].text == ":" && w.is(lang.NoName)
}

// cutKind takes off a firm the noun for its kind at the front of a sentence: "Insurer" Lansby Holt AB.
func cutKind(s *story, from, to int) (cut, bool) {
	w := &s.words[from]
	return cut{from: from + 1, to: to}, to-from > 2 && w.first && w.is(lang.FirmNoun) && s.words[to-1].is(lang.OrgSuffix)
}

// cutTitle takes off the titles before a name: "Datuk Seri" Lim Wei Keong, "Prop" Rhys Maddock.
func cutTitle(s *story, from, to int) (cut, bool) {
	left := cut{from: from, to: to}
	for {
		n := s.honorific(left.from, to)
		if n == 0 && to-left.from > 2 && s.isPosition(left.from) {
			n = 1
		}
		if n == 0 {
			return left, left.from > from
		}
		left.from += n
	}
}

// cutOwner parts "Norway's Svalbard" and "Harare's Third Street".
func cutOwner(s *story, from, to int) (cut, bool) {
	for i := from + 1; i < to-1; i++ {
		if !s.words[i].is(lang.Possessive) {
			continue
		}
		for e := range s.names.Entries(s.names.Find(s.folds[from:i])) {
			switch {
			case e.Kind == gazetteer.Country, e.Kind == gazetteer.Region, e.Kind == gazetteer.Area,
				e.Kind == gazetteer.City && (e.Capital || e.Population >= cityInName):
				return cut{from: i + 1, to: to, other: from, otherEnd: i, label: dateline.GPE}, true
			}
			break
		}
	}
	return cut{}, false
}

// cutTwoPlaces parts "Limerick or Dublin". Places of which nothing is known are two where no place is known by both
// names and the last word heads none: not "Sligo and Leitrim County".
func cutTwoPlaces(s *story, from, to int) (cut, bool) {
	if to-from > longestSpread || s.names.Find(s.folds[from:to]).Words > 0 {
		return cut{}, false
	}
	for i := from + 1; i < to-1; i++ {
		if s.words[i].is(lang.Conjunction) && (s.isPlace(from, i) && s.isPlace(i+1, to) || s.areTwoUnknown(from, i, to)) {
			return cut{from: i + 1, to: to, other: from, otherEnd: i, label: dateline.GPE}, true
		}
	}
	return cut{}, false
}

// areTwoUnknown reports whether the words before and behind "and" may be the names of two places, such as two villages.
func (s *story) areTwoUnknown(from, and, to int) bool {
	last := &s.words[to-1]
	if !s.words[and].is(lang.Joining) || last.is(lang.GPEHead) || last.is(lang.LocHead) || last.is(lang.FacHead) ||
		last.is(lang.OrgHead) || !last.capital || s.table == nil {
		return false
	}
	for range s.table.Named(s.text(from, to)) {
		return false
	}
	return true
}

// cutTied takes off what a hyphen ties to a name: "Los Angeles-based", "R-Elbow Lake".
func cutTied(s *story, from, to int) (cut, bool) {
	if to-from > 2 && s.isSeat(from+2) {
		return cut{from: from + 2, to: to}, true
	}
	if to-from > 2 && s.words[to-2].text == "-" && s.words[to-1].glued && s.words[to-1].is(lang.Tied) {
		return cut{from: from, to: to - 2}, true
	}
	return cut{}, false
}

// isSeat reports whether a party's letter and a hyphen stand before a word: "Rome" in "R-Rome".
func (s *story) isSeat(i int) bool {
	return i > 1 && s.words[i].glued && s.words[i-1].text == "-" && s.words[i-1].glued && len(s.words[i-2].text) == 1
}

// cutBeside takes off a place what stands beside its name: "northern" Iraq, Cork "city", "given" Tunisia.
func cutBeside(s *story, from, to int) (cut, bool) {
	if s.names.Find(s.folds[from:to]).Words > 0 {
		return cut{}, false
	}
	left := cut{from: from, to: to}
	for left.to-left.from > 1 && s.isBeside(left.from) && !articled(s.words[left.from].text) {
		left.from++
	}
	for left.to-left.from > 1 && s.isBeside(left.to-1) && !s.isHead(left.to-1) {
		left.to--
	}
	w := &s.words[left.from]
	if left.to-left.from > 1 && w.first && w.pos.Is(pos.Gerund|pos.Participle|pos.Preposition) &&
		s.isCountry(left.from+1, left.to) {
		left.from++
	}
	return left, left.from > from || left.to < to
}

// cutBehind takes off a body what stands behind its name: Dockers' Union "state" secretary.
func cutBehind(s *story, from, to int) (cut, bool) {
	left := cut{from: from, to: to}
	for left.to-left.from > 1 && s.isBeside(left.to-1) {
		if w := &s.words[left.to-1]; w.pos.Is(pos.Genitive) || w.is(lang.OrgHead) {
			break
		}
		left.to--
	}
	return left, left.to < to && s.words[left.to-1].capital
}

// isHead reports whether a word is the head of a name of a street or a building, in small letters
// too: "Harbour bridge".
func (s *story) isHead(i int) bool {
	w := &s.words[i]
	return w.is(lang.WayHead) || w.is(lang.FacHead)
}

// isBeside reports whether a word at the border of a place is no part of its name.
func (s *story) isBeside(i int) bool {
	w := &s.words[i]
	return w.letter && !w.capital && !w.is(lang.Particle)
}

// firstEntry returns what the gazetteer has first under folded words, nil where it has nothing.
func (s *story) firstEntry(folds []string) *gazetteer.Entry {
	for e := range s.names.Entries(s.names.Find(folds)) {
		return e
	}
	return nil
}

// isCountry reports whether words are the name of a country above all.
func (s *story) isCountry(from, to int) bool {
	e := s.firstEntry(s.folds[from:to])
	return e != nil && e.Kind == gazetteer.Country
}

// isPlace reports whether words are the name of a place above all.
func (s *story) isPlace(from, to int) bool {
	e := s.firstEntry(s.folds[from:to])
	return e != nil && e.Kind.Place()
}

package entities

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// Given names and firms often are names of small places too. What stands beside them in apposition tells: "his wife,
// Morag", "Umm Ahmad, a grandmother of nine", "the brokerage Ambit Rowe".

// apposedRules give a name the label that the noun beside it says.
var apposedRules = []kindRule{
	{
		Rule: Rule{
			ID: "kind/relative", Does: "Who is introduced as somebody's relative is a person.",
			Examples: []Example{{"He is survived by his wife, Trang, and by three grandchildren.", "Trang", dateline.Person}},
		},
		to: dateline.Person, when: isSomebodysRelative,
	},
	{
		Rule: Rule{
			ID: "kind/apposed-person", Does: "What is said to be a person in apposition is no place.",
			Examples: []Example{{"In the camp Umm Salma, a grandmother of nine, said she had seen no bread.",
				"Umm Salma", dateline.Person}},
		},
		to: dateline.Person, when: isApposedPerson,
	},
	{
		Rule: Rule{
			ID: "kind/apposed-firm", Does: "A name behind a noun for a kind of firm is that of a firm.",
			Examples: []Example{
				{"Meera Nair of brokerage Ambit Rowe said so.", "Ambit Rowe", dateline.Org},
				{"Prices fell at its local rival Fonte Prata on Monday.", "Fonte Prata", dateline.Org},
			},
		},
		to: dateline.Org, when: isApposedFirm,
	},
	{
		Rule: Rule{
			ID: "kind/which", Does: `What "which" stands for is a thing: with a verb in the present behind it, a body.`,
			Examples: []Example{{"Pike Rowan, which represents porters, welcomed the plan.", "Pike Rowan", dateline.Org}},
		},
		to: dateline.Org, when: isThingByWhich,
	},
	{
		Rule: Rule{
			ID: "kind/town-behind", Does: `Who is met once, behind "in" or "from", and is called as a town, is the town.`,
			Examples: []Example{{"Her daughter drove from Duncan and was turned back twice.", "Duncan", dateline.GPE}},
		},
		to: dateline.GPE, when: isTownBehind,
	},
}

// isSomebodysRelative is true of "Morag" in "his wife, Morag", "his elder sister Morag" and "their daughters, Bríd and
// Morag".
func isSomebodysRelative(s *story, q *candidate) bool {
	if q.label == dateline.Person || q.to-q.from > 2 || q.sure {
		return false
	}
	at := q.from - 1
	if at-2 > q.in.from && s.words[at].is(lang.Joining) && s.words[at-1].capital {
		at -= 2 // the other one of two
	}
	if at > q.in.from && s.words[at].text == "," {
		at--
	}
	return at > q.in.from && s.words[at].is(lang.Kin) && s.isSomebodys(q.in, at)
}

// isSomebodys reports whether a noun has an owner: "his", "their elder", "Osei's".
func (s *story) isSomebodys(x *sentence, noun int) bool {
	for i := noun - 1; i >= max(x.from, noun-2); i-- {
		if s.words[i].is(lang.Owner) || s.words[i].is(lang.Possessive) {
			return true
		}
	}
	return false
}

// apposedReach is how many words stand at most between the article of an apposition and its noun.
const apposedReach = 3

// isApposedPerson is true of "Umm Salma" in "Umm Salma, a grandmother of nine". A large town is none: "Leeds, a …".
func isApposedPerson(s *story, q *candidate) bool {
	if q.label != dateline.GPE && q.label != dateline.Loc || q.sure || q.entry != nil && q.entry.Kind != gazetteer.City ||
		q.entry != nil && q.entry.Population >= cityInside {
		return false
	}
	at := q.to
	if at+2 >= q.in.to || s.words[at].text != "," || !s.words[at+1].is(lang.Indefinite) {
		return false
	}
	for i := at + 2; i < min(q.in.to, at+2+apposedReach); i++ {
		switch w := &s.words[i]; {
		case !w.letter || w.is(lang.OfWord):
			return false
		case w.is(lang.RoleNoun), w.is(lang.Kin), w.is(lang.SpeakingPerson):
			return true
		}
	}
	return false
}

// isApposedFirm is true of "Ambit Rowe" in "the brokerage Ambit Rowe", and in "its rival Ambit Rowe", as no part of it
// is a name of people.
func isApposedFirm(s *story, q *candidate) bool {
	if q.label != dateline.Person && !(q.label == dateline.GPE && q.match.Words == 0) || q.title.End > 0 {
		return false
	}
	at := q.from - 1
	isApart := at > q.in.from && s.words[at].text == "," && q.to < q.in.to && s.words[q.to].text == ","
	if isApart { // "a rival, …, said"
		at--
	}
	if at < q.in.from || s.words[at].capital {
		return false
	}
	return s.words[at].is(lang.FirmNoun) && !isApart ||
		q.to-q.from > 1 && (s.words[at].is(lang.FirmOrPerson) || s.words[at].is(lang.BodyNoun)) && isUnknownName(s, q)
}

// isThingByWhich is true of "Pike Rowan" in "Pike Rowan, which represents porters".
func isThingByWhich(s *story, q *candidate) bool {
	if q.label != dateline.Person && !(q.label == dateline.GPE && q.match.Words == 0) || q.title.End > 0 {
		return false
	}
	return s.isBeforeWhich(q)
}

// isBeforeWhich reports whether "which" and a verb in the present follow a candidate.
func (s *story) isBeforeWhich(q *candidate) bool {
	at := q.to
	return at+2 < q.in.to && s.words[at].text == "," && s.words[at+1].is(lang.Relative) &&
		s.words[at+2].pos.Is(pos.Third) && !s.words[at+2].glued // but ", that's what they say"
}

// isTownBehind is true of "Duncan" in "drove from Duncan", where the story has the name only once.
func isTownBehind(s *story, q *candidate) bool {
	if q.label != dateline.Person || q.title.End > 0 || q.to-q.from > 2 || q.from-1 < q.in.from || !s.isTown(q) ||
		s.proper[s.words[q.to-1].fold] > 1 ||
		q.to < q.in.to && (s.words[q.to].is(lang.Possessive) || s.words[q.to].is(lang.SpeechCue)) {
		return false
	}
	before := &s.words[q.from-1]
	if q.from-1 == q.in.from { // "In Khan Younis, …"
		return before.is(lang.Where) && q.to < q.in.to && s.words[q.to].text == ","
	}
	return before.is(lang.Where) && !s.words[q.from-2].is(lang.Holding) || before.is(lang.Whence)
}

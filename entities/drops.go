package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// dropRule says that what the tagger takes for a name is none.
type dropRule struct {
	Rule
	on   func(dateline.Label) bool
	when func(s *story, x *sentence, from, to int) bool
}

var dropRules = []dropRule{
	{Rule: Rule{ID: "drop/sign", Does: "A sign of money, a time zone, a party with its state and the like are no names."}, on: anyLabel, when: isSign},
	{Rule: Rule{ID: "drop/bare-head", Does: `A head alone, such as "Act" or "Festival", names no law, event or work.`}, on: isMade, when: isBareHead},
	{Rule: Rule{ID: "drop/illness", Does: "The name of an illness is no place."}, on: isPlaceLabel, when: isIllness},
	{Rule: Rule{ID: "drop/phenomenon", Does: `What only looks like a place is none: "Northern Lights", "Gate 10".`}, on: isPlaceLabel, when: isPhenomenon},
	{Rule: Rule{ID: "drop/road-number", Does: "Letters and digits name a road only where traffic is spoken of."}, on: isPlaceLabel, when: isNoRoad},
	{Rule: Rule{ID: "drop/title-alone", Does: `A title without a name is no person: "Team Manager".`}, on: isPerson, when: isTitleAlone},
	{Rule: Rule{ID: "drop/honour", Does: `A common word before "of" is no person: "Man of the Match".`}, on: isPerson, when: isHonour},
}

func isMade(l dateline.Label) bool {
	return l == dateline.Law || l == dateline.Event || l == dateline.Work
}

func isSign(s *story, x *sentence, from, to int) bool { return to-from == 1 && s.isNoName(x, from) }

// isNoName reports whether a word alone is a sign of money, a time zone or the like, whatever its capitals.
func (s *story) isNoName(x *sentence, i int) bool {
	w := &s.words[i]
	return strings.Contains(w.text, "$") || isParty(w.text) || w.is(lang.NoName) && s.known(x, i) == 0
}

// isParty reports whether a word is the party and state of a politician, such as "R-Neb.".
func isParty(text string) bool {
	return len(text) > 2 && text[1] == '-' && strings.IndexByte("DIR", text[0]) >= 0 && text[2] >= 'A' && text[2] <= 'Z'
}

func isBareHead(s *story, _ *sentence, from, to int) bool {
	return to-from == 1 && s.words[from].is(lang.BareHead)
}

func isIllness(s *story, _ *sentence, _, to int) bool { return s.words[to-1].is(lang.Illness) }

func isPhenomenon(s *story, _ *sentence, from, to int) bool {
	if to-from != 2 {
		return false
	}
	first, last := &s.words[from], &s.words[from+1]
	return s.lex.Is(first.fold+" "+last.fold, lang.Phenomenon) || first.is(lang.Numbered) && last.digit
}

func isNoRoad(s *story, x *sentence, from, to int) bool {
	return to-from == 1 && isRoadNumber(s.words[from].text) && !s.isTraffic(x, from)
}

// isTitleAlone reports whether all words are those of titles and the last is an office.
func isTitleAlone(s *story, _ *sentence, from, to int) bool {
	if to-from < 2 || !s.words[to-1].is(lang.Office) {
		return false
	}
	for i := from; i < to-1; i++ {
		if w := &s.words[i]; !w.is(lang.TitlePart) && !w.is(lang.Office) && !w.is(lang.OrgHead) {
			return false
		}
	}
	return true
}

func isHonour(s *story, x *sentence, from, to int) bool {
	return to-from == 1 && to < x.to && s.words[to].is(lang.OfWord) && s.names.Lower(s.folds[from]) > 0.9
}

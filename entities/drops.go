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
	{
		Rule: Rule{
			ID: "drop/sign", Does: "A sign of money, a time zone, a party with its state and the like are no names.",
			Examples: []Example{{"Sen. Ann Dole R-Neb. asked why.", "R-Neb.", ""}},
		},
		on: anyLabel, when: isSign,
	},
	{
		Rule: Rule{
			ID: "drop/bare-head", Does: `A head alone, such as "Act" or "Festival", names no law, event or work.`,
			Examples: []Example{{"The Bill was passed and the Treaty signed.", "Treaty", ""}},
		},
		on: isMade, when: isBareHead,
	},
	{
		Rule: Rule{
			ID:       "drop/no-place",
			Does:     `What only looks like a place is none: an illness, "Northern Lights", "Gate 10", an aircraft's "A417".`,
			Examples: []Example{{"The horse broke from Gate 10 and won.", "Gate 10", ""}},
		},
		on: isPlaceLabel, when: isNoPlace,
	},
	{
		Rule: Rule{
			ID: "drop/title-alone", Does: `A title without a name is no person: "Team Manager".`,
			Examples: []Example{{"He was also the Team Manager of the side.", "Team Manager", ""}},
		},
		on: isPerson, when: isTitleAlone,
	},
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

// isNoPlace reports whether a name is that of an illness, a phenomenon, a numbered part of
// something or a road's number.
func isNoPlace(s *story, _ *sentence, from, to int) bool {
	first, last := &s.words[from], &s.words[to-1]
	switch {
	case last.is(lang.Illness):
		return true
	case to-from == 1:
		return isRoadNumber(first.text)
	case to-from == 2:
		return s.lex.Is(first.fold+" "+last.fold, lang.Phenomenon) || first.is(lang.Numbered) && last.digit
	}
	return false
}

// isRoadNumber reports whether a word may be the number of a road: "A417".
func isRoadNumber(text string) bool {
	return len(text) > 1 && len(text) < 6 && strings.IndexByte("ABM", text[0]) >= 0 &&
		strings.Trim(text[1:], "0123456789") == ""
}

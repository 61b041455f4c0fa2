package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// phenomena are names that look like those of places.
var phenomena = set("el_nino la_nina el_niño la_niña")

// numbered are words that a number follows to tell one part of a thing from
// another: "Gate 10" is no place of its own.
var numbered = set("gate room section page chapter figure table step phase stage lot seat row lane berth bay court")

// illness are last words of the names of illnesses.
var illness = set("syndrome disease disorder")

// isNoPlace reports whether what the tagger calls a place is none.
func (c *chunker) isNoPlace(from, to int) bool {
	first := &c.words[from]
	return illness[c.folds[to-1]] || to-from == 2 && (phenomena[first.fold+"_"+c.words[from+1].fold] || numbered[first.fold] && c.words[from+1].digit)
}

// bareHead are heads of the names of laws and events that papers write with a
// capital by themselves too: "the Bill".
var bareHead = set(`act bill law treaty accord agreement convention pact charter code resolution protocol directive amendment games cup
	championship festival open tournament summit conference election league`)

// isBareHead reports whether a word alone is no name of a law or an event.
func (c *chunker) isBareHead(i int, label dateline.Label) bool {
	return bareHead[c.folds[i]] && (label == dateline.Law || label == dateline.Event || label == dateline.Work)
}

// isParty reports whether a word is the party and state of a politician, such as
// "R-Neb.".
func isParty(text string) bool {
	return len(text) > 2 && text[1] == '-' && strings.IndexByte("DIR", text[0]) >= 0 && text[2] >= 'A' && text[2] <= 'Z'
}

// isNobody reports whether what the tagger takes for a person is the title of one
// ("Team Manager") or an honour ("Man of the Match").
func (c *chunker) isNobody(from, to int) bool {
	last := c.folds[to-1]
	if to-from == 1 {
		return to < len(c.words) && c.words[to].fold == "of" && c.names.Lower(last) > 0.9
	}
	if !office[last] {
		return false
	}
	for i := from; i < to-1; i++ {
		if f := c.folds[i]; !titleParts[f] && !office[f] && !orgHead[f] {
			return false
		}
	}
	return true
}

package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
)

// isNoPlace reports whether what the tagger calls a place is none.
func (c *chunker) isNoPlace(from, to int) bool {
	first := &c.words[from]
	return c.words[to-1].is(lang.Illness) || to-from == 2 && (c.lex.Is(first.fold+" "+c.words[from+1].fold, lang.Phenomenon) || first.is(lang.Numbered) && c.words[from+1].digit)
}

// isBareHead reports whether a word alone is no name of a law or an event.
func (c *chunker) isBareHead(i int, label dateline.Label) bool {
	return c.words[i].is(lang.BareHead) && (label == dateline.Law || label == dateline.Event || label == dateline.Work)
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
	if !c.lex.Is(last, lang.Office) {
		return false
	}
	for i := from; i < to-1; i++ {
		if f := c.folds[i]; !c.lex.Is(f, lang.TitlePart) && !c.lex.Is(f, lang.Office) && !c.lex.Is(f, lang.OrgHead) {
			return false
		}
	}
	return true
}

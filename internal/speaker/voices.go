package speaker

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/statement"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// turn returns who the label of a turn in a transcript means: "BLITZER" the person of that surname, "Q" and "A" nobody
// whose name is known.
func (c *Cast) turn(x *statement.Statement) Answer {
	if who, sure := c.resolve(x.Source); len(who) > 0 && sure >= leastSure {
		c.last = who[0]
		return answer(who, sure)
	}
	name := strings.Join(strings.Fields(c.doc.Words(c.story.Span(x.Source))), " ")
	if len(name) == 1 {
		return Answer{Sure: 1}
	}
	if c.surnames == nil {
		c.surnames = map[string]*member{}
		for i := range c.doc.Entities {
			e := &c.doc.Entities[i]
			if last := lastWord(e.Name); e.Label == dateline.Person && c.surnames[last] == nil {
				c.surnames[last] = c.entities[e.ID]
			}
		}
	}
	if who := c.surnames[lastWord(name)]; who != nil {
		c.last = who
		return answer([]*member{who}, sureName)
	}
	return Answer{Words: name, Sure: 1}
}

// lastWord returns the folded last word of a name.
func lastWord(name string) string {
	return gazetteer.Fold(name[strings.LastIndexByte(name, ' ')+1:])
}

// Voices gives what "I" says inside quotation marks, or in a turn of a transcript, to the one who speaks there. The quotes
// are in the order of their content; turns are the bytes where those of a transcript begin.
func (c *Cast) Voices(quotes []dateline.Quote, turns map[int]bool) {
	outer := -1
	for i := range quotes {
		q := &quotes[i]
		for outer >= 0 && end(quotes[outer].Content) <= q.Content[0].Start {
			outer = -1
		}
		if outer >= 0 && q.Speaker == "" && c.first(q.Source) && holds(quotes[outer].Content, q.Source) {
			q.Speaker, q.Entity, q.Speakers = quotes[outer].Speaker, quotes[outer].Entity, quotes[outer].Speakers
		}
		if outer < 0 && (len(q.Exact) > 0 || turns[q.Content[0].Start]) && q.Speaker != "" {
			outer = i
		}
	}
}

// first reports whether a source is "I" and its like.
func (c *Cast) first(source dateline.Span) bool {
	if source.Len() == 0 {
		return false
	}
	e := c.story.Look(c.doc.Words(source))
	return e.Small == lexicon.First && !e.Several
}

// end returns where the last of some spans ends.
func end(spans []dateline.Span) int { return spans[len(spans)-1].End }

// holds reports whether one of the spans holds another one whole.
func holds(spans []dateline.Span, s dateline.Span) bool {
	for _, o := range spans {
		if o.Start <= s.Start && s.End <= o.End {
			return true
		}
	}
	return false
}

package speaker

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// Voices gives what "I" says inside quotation marks, or in a turn of a transcript, to the one who
// speaks there. The quotes are in the order of their content; turns are the bytes where those of a
// transcript begin.
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

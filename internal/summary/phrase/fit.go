package phrase

import (
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/lang"
)

// fit reports whether an editor could file a story under a candidate. The ranker does not see these
// faults: the sets that it is fitted on hold phrases of the same kinds.
func fit(s *story.Story, c *Candidate) bool {
	if c.Label != "" {
		return true
	}
	return !isLight(s, c) && !isAge(s, c) && !isIdle(s, c) && !isFigures(s, c) && !isHeadlineOnly(s, c)
}

// isLight reports whether every word of a phrase means too little by itself: "first time".
func isLight(s *story.Story, c *Candidate) bool {
	for _, t := range c.Terms {
		if x := &s.Terms[t]; !x.Light && !x.Stop {
			return false
		}
	}
	return true
}

// isAge reports whether a phrase is one word that begins with a digit: "35-year-old".
func isAge(s *story.Story, c *Candidate) bool {
	first := s.Doc.Text[c.Spans[0].Start]
	return len(c.Terms) == 1 && '0' <= first && first <= '9'
}

// often is how often a phrase that begins with an idle word has to stand in a story.
const often = 3

// isIdle reports whether a phrase of two words begins with one that makes no subject of the noun, "fourth set", and is
// no term of the story's.
func isIdle(s *story.Story, c *Candidate) bool {
	return len(c.Terms) == 2 && len(c.Spans) < often && s.Lang.Is(strings.ToLower(s.Surface(c.First)), lang.PhraseIdle)
}

// isFigures reports whether no word of a phrase has a letter: "6-4 6-1".
func isFigures(s *story.Story, c *Candidate) bool {
	return strings.IndexFunc(s.Doc.Words(c.Spans[0]), unicode.IsLetter) < 0
}

// isHeadlineOnly reports whether a phrase of several words stands in the headline and nowhere else:
// headlines leave out the small words that end a phrase, "surf school buys landmark". A name is none of these.
func isHeadlineOnly(s *story.Story, c *Candidate) bool {
	if len(c.Terms) == 1 || s.Bodies == 0 || c.Capital == len(c.Spans) {
		return false
	}
	for _, span := range c.Spans {
		if at := s.SentenceAt(span.Start); at < 0 || s.Sentences[at].Kind != dateline.BlockHeadline {
			return false
		}
	}
	return true
}

// introduces returns the entity, a person or a body, with whose name a phrase ends after saying something of it, or "":
// "Rookie guard Tobi Oyelaran".
func introduces(s *story.Story, c *Candidate) string {
	if c.Entity != "" {
		return ""
	}
	span := c.Spans[0]
	at, found := slices.BinarySearchFunc(s.Doc.Mentions, span.End,
		func(m dateline.Mention, end int) int { return m.End - end })
	if !found {
		return ""
	}
	m := &s.Doc.Mentions[at]
	if m.Start <= span.Start || m.Label != dateline.Person && m.Label != dateline.Org {
		return ""
	}
	return m.Entity
}

package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// headEnd returns where the headline, kicker and dek of the text end. A text without blocks of its own has a first line
// that ends without a stop for its headline.
func (s *story) headEnd() int {
	end := 0
	for _, b := range s.doc.Blocks {
		switch b.Kind {
		case dateline.BlockHeadline, dateline.BlockKicker, dateline.BlockDek:
			end = b.End
		}
	}
	if end > 0 || len(s.sentences) < 2 || s.doc.Headline != "" {
		return end
	}
	last, next := &s.words[s.sentences[0].to-1], &s.words[s.sentences[1].from]
	if (last.letter || last.digit) && strings.Contains(s.doc.Text[last.end:next.start], "\n") {
		return last.end
	}
	return 0
}

// entities returns the entities in order of first mention.
func (all things) entities() []dateline.Entity {
	var list []dateline.Entity
	for _, t := range all {
		list = append(list, t.Entity)
	}
	return list
}

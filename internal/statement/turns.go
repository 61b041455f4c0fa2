package statement

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// A transcript gives each paragraph to a speaker: "Q: Why?", "LEE: We had to." What
// looks so once only may be anything, so that so many are asked for.
const (
	leastTurns  = 2 // of labels in capitals, "Q" and "A"
	leastNames  = 3 // of labels that are names
	turnChance  = 0.8
	longestTurn = 5 // tokens of a label
)

// readTurns notes the colons behind the labels of a transcript.
func (s *Story) readTurns() {
	s.turns = s.turns[:0]
	capitals, names := 0, 0
	from := 0
	for _, end := range s.paragraphs {
		if colon, sure := s.label(from, end); colon > 0 && !s.isHeadline(from) {
			s.turns = append(s.turns, colon)
			if sure {
				capitals++
			} else {
				names++
			}
		}
		from = end
	}
	if capitals < leastTurns && names < leastNames {
		s.turns = s.turns[:0]
	}
}

// isHeadline reports whether a token stands in the headline: "Q&A: …" begins an interview, and no turn in it.
func (s *Story) isHeadline(i int) bool {
	b := s.doc.Blocks
	return len(b) > 0 && b[0].Kind == dateline.BlockHeadline && s.doc.Tokens[i].Start < b[0].End
}

// label returns the colon behind the label of a paragraph, 0 for none, and whether it
// stands in capitals.
func (s *Story) label(from, end int) (colon int, capitals bool) {
	capitals = true
	name := true
	if from < end && s.tokens[from].mark == '(' {
		from++ // a transcript in quotation marks
	}
	for i := from; i < min(from+longestTurn, end-1); i++ {
		t := &s.tokens[i]
		w := s.word(i)
		if w == ":" {
			if i > from && (capitals || name) {
				return i, capitals
			}
			return 0, false
		}
		if !t.capital || t.mark != 0 {
			return 0, false
		}
		capitals = capitals && strings.ToUpper(w) == w
		name = name && (t.label == person || t.Person)
	}
	return 0, false
}

// turn adds the paragraph behind the label of a transcript whose colon is at i.
func (c *clauses) turn(i int) bool {
	for len(c.turnsLeft) > 0 && c.turnsLeft[0] < i {
		c.turnsLeft = c.turnsLeft[1:]
	}
	if len(c.turnsLeft) == 0 || c.turnsLeft[0] != i {
		return false
	}
	f := Frame{Head: i, Start: i, End: i + 1, Class: lexicon.Colon, form: fNoVerb, comp: cColon, sentence: c.number,
		Turn: true}
	b := c.start
	if c.tokens[b].mark == '(' {
		b++
	}
	f.Source, f.subject = [2]int{b, i}, sPerson
	f.right, f.limit = i+1, c.paragraphEnd(i)
	c.add(&f)
	return true
}

package speaker

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// sureAnswer is how sure it is that the one person whom an interview introduces gives its answers.
const sureAnswer = .75

// turn returns who the label of a turn in a transcript means: "BLITZER" the person of that surname, "A" the one who is
// interviewed, "Q" nobody whose name is known.
func (c *Cast) turn(source [2]int) finding {
	if c.firstTurn == 0 {
		c.firstTurn = c.story.Span(source).Start
	}
	label := strings.Join(strings.Fields(c.doc.Words(c.story.Span(source))), " ")
	if c.story.Look(label).Answers {
		return one(c.interviewed(), sureAnswer, ruleTurn)
	}
	if surname := lastWord(label); len(surname) > 1 {
		for i := range c.doc.Entities {
			if e := &c.doc.Entities[i]; e.Label == dateline.Person && lastWord(e.Name) == surname {
				return one(c.members[e.ID], sureName, ruleTurn)
			}
		}
	}
	return finding{rule: ruleTurn}
}

// interviewed returns the one person whom the headline of an interview names, or else what stands before its first
// question; nil for none or several. Those who wrote it are not meant.
func (c *Cast) interviewed() *member {
	heading := c.firstTurn
	if len(c.doc.Blocks) > 0 && c.doc.Blocks[0].Kind == dateline.BlockHeadline {
		heading = c.doc.Blocks[0].End
	}
	if who, several := c.onlyPerson(min(heading, c.firstTurn)); who != nil || several {
		return who
	}
	who, _ := c.onlyPerson(c.firstTurn)
	return who
}

// onlyPerson returns the person who is named before an offset, nil for none, and whether several are.
func (c *Cast) onlyPerson(end int) (who *member, several bool) {
	for _, m := range c.doc.Mentions {
		if m.Start >= end {
			break
		}
		switch x := c.members[m.Entity]; {
		case m.Label != dateline.Person || x == nil || x == who || c.wrote(x):
		case who != nil:
			return nil, true
		default:
			who = x
		}
	}
	return who, false
}

// wrote reports whether somebody is in the byline.
func (c *Cast) wrote(m *member) bool {
	for _, a := range c.doc.Byline {
		if a.Name == m.entity.Name {
			return true
		}
	}
	return false
}

package speaker

import (
	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// apposition returns the member whose name stands beside a source that describes it: "the city
// manager, Ann Lee, said", "Ann Lee, 52, a retired teacher, said", "one of them, Ann Lee".
func (c *Cast) apposition(source, head [2]int) *member {
	if m := c.nameBehind(source[1]); m != nil && c.fits(m, head) {
		if g := c.story.Entry(head[1] - 1).Gender; m.gender == 0 && m.is(dateline.Person) {
			m.gender = g // "His brother, Garba Lee,"
		}
		return m
	}
	if m := c.namedAs(source[1]); m != nil {
		return m
	}
	return c.nameBefore(source, head)
}

// fits reports whether a member can be what a phrase describes.
func (c *Cast) fits(m *member, head [2]int) bool {
	e := c.story.Entry(head[1] - 1)
	if m.is(dateline.Person) {
		return e.Gender == 0 || m.gender == 0 || e.Gender == m.gender
	}
	return m.is(dateline.Org) && (!e.Person || e.Body)
}

// nameBehind returns the member that is named between commas or brackets from a token on.
func (c *Cast) nameBehind(at int) *member {
	if !c.story.Comma(at) && !c.story.Bracket(at) {
		return nil
	}
	at++
	if c.story.Participle(at) && len(c.within([2]int{at + 1, at + 2})) == 0 {
		at++ // "retired judge Ann Lee"
	}
	phrase := c.story.Phrase(at)
	if phrase[0] != at {
		return nil
	}
	for _, m := range c.within(phrase) {
		end := m.end
		for m.who.is(dateline.Person) && c.isPostnominal(end) {
			end++ // "Ann Lee KC,"
		}
		switch {
		case end < phrase[1] && !c.areNumbers(end, phrase[1]):
			if c.story.Possessive(end) {
				return nil
			}
		case !c.closes(end):
			return nil
		case m.who.is(dateline.Person), m.who.is(dateline.Org) && (m.first <= at+1 || m.end == phrase[1]):
			return m.who
		default:
			return nil
		}
	}
	return nil
}

// namesBehind returns the people whose names stand between commas from a token on, where there are several: "her
// parents, Ann and Tom Lee, said"; nil for none or one.
func (c *Cast) namesBehind(at int) []*member {
	if !c.story.Comma(at) {
		return nil
	}
	var out []*member
	for _, m := range c.within([2]int{at + 1, at + 1 + maxClause}) {
		if m.first != at+1 || !m.who.is(dateline.Person) {
			break
		}
		out = append(out, m.who)
		if c.story.Comma(m.end) && c.story.Entry(m.end+1).Small == lexicon.And {
			at = m.end + 1
		} else {
			at = m.end
		}
	}
	if len(out) < 2 || !c.closes(at) {
		return nil
	}
	return out
}

// maxClause bounds how many tokens a relative clause has that gives somebody's name.
const maxClause = 12

// namedAs returns the person whom a relative clause at a token names: "a sailor, who gave his name
// only as Lee, said".
func (c *Cast) namedAs(at int) *member {
	if !c.story.Comma(at) || !c.story.Relative(at+1) {
		return nil
	}
	for _, m := range c.within([2]int{at + 2, at + maxClause}) {
		if m.who.is(dateline.Person) && c.story.Entry(m.first-1).Small == lexicon.As && c.story.Comma(m.end) {
			return m.who
		}
	}
	return nil
}

func (c *Cast) areNumbers(from, to int) bool {
	for i := from; i < to; i++ {
		if !c.story.Number(i) {
			return false
		}
	}
	return true
}

// closes reports whether an apposition can end before a token: no list and no possessor.
func (c *Cast) closes(at int) bool {
	return !c.story.Possessive(at) && c.story.Entry(at).Small != lexicon.And
}

// maxAges is how many phrases may stand between a name and what describes it: "Ann Lee, 52, of Cork,
// a teacher,".
const maxAges = 2

// nameBefore returns the person whose name stands before a source that describes it, between commas.
// "In a letter to Ann Lee, the mayor said" is none: nothing closes it. A number alone ("Ann Lee,
// 52,") always belongs to what is before it.
func (c *Cast) nameBefore(source, head [2]int) *member {
	number := c.areNumbers(source[0], source[1])
	if !number && !c.story.Comma(source[1]) && !c.story.Relative(source[1]) {
		return nil
	}
	at := source[0] - 1
	for range maxAges + 1 {
		if at < 1 || !c.story.Comma(at) && !c.story.Bracket(at) {
			return nil
		}
		if m, ok := c.endingAt(at); ok && m.who.is(dateline.Person) {
			if number || len(c.within(head)) > 0 || c.fits(m.who, head) {
				return m.who
			}
			return nil
		}
		if !c.story.Number(at - 1) {
			return nil
		}
		at -= 2
	}
	return nil
}

// from returns the person before a source that only says where they are from: "Ann Lee, 52, of Cork,
// said".
func (c *Cast) from(source, head [2]int) *member {
	at := source[0] - 1
	if at < 2 || len(c.within(head)) == 0 {
		return nil
	}
	if m, ok := c.endingAt(at); ok && c.story.Comma(at) && m.who.entity.Label.IsPlace() && c.isPlace(source, head) {
		at = m.first - 1 // "Ann Lee, of Salem, Ore., said"
	}
	switch c.story.Entry(at).Small {
	case lexicon.Of, lexicon.From, lexicon.In:
	default:
		return nil
	}
	if m, ok := c.endingAt(at); ok && m.who.is(dateline.Person) {
		return m.who
	}
	return c.nameBefore([2]int{at, head[1]}, head)
}

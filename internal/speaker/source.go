package speaker

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/statement"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// Answer is who made a statement.
type Answer struct {
	Speakers []dateline.Speaker
	// Words is what the story calls a speaker who is none of its entities; "" for a pronoun.
	Words string
	// Sure is how sure the speakers are, 0..1; 1 where none is given.
	Sure float64
}

// How sure the ways are by which a source is resolved, by the share of right answers on the development sets.
const (
	sureName       = 1
	sureApposition = .98
	sureSurname    = .8 // of one that several people have
	sureRole       = .8
	sureAge        = .9
	sureEpithet    = .85 // times what the ranker says
	sureKind       = .7
	leastSure      = .45 // an answer that is less sure is none
)

// Speaker resolves the source of a statement.
func (c *Cast) Speaker(x *statement.Statement) Answer {
	if x.Turn {
		return c.turn(x)
	}
	who, sure := c.resolve(x.Source)
	if len(who) == 0 || sure < leastSure {
		if c.place(x.Source, x.Source) {
			return Answer{Sure: 1}
		}
		return Answer{Words: c.words(x.Source), Sure: 1}
	}
	c.last = who[0]
	return answer(who, sure)
}

func answer(who []*member, sure float64) Answer {
	a := Answer{Sure: sure}
	for _, m := range who {
		a.Speakers = append(a.Speakers, dateline.Speaker{Name: m.entity.Name, Entity: m.entity.ID})
	}
	return a
}

// one is a single speaker; none for nil.
func one(m *member, sure float64) ([]*member, float64) {
	if m == nil {
		return nil, 0
	}
	return []*member{m}, sure
}

// resolve returns whom a source stands for and how sure that is. A name inside the source wins over one in apposition to
// it, that over a role.
func (c *Cast) resolve(source [2]int) ([]*member, float64) {
	if first := c.story.Entry(source[0]); source[1] == source[0]+1 && first.Small != lexicon.Other && !c.indefinite(source[0]) {
		return c.pronoun(first, source[0])
	}
	head := c.story.Phrase(source[0])
	if head[1] <= head[0] || head[1] > source[1] {
		head = source
	}
	if m := c.from(source, head); m != nil {
		return one(m, sureApposition)
	}
	if c.place(source, head) {
		return one(c.nameBehind(source[1]), sureApposition)
	}
	if m := c.named(source, head); m != nil {
		return c.together(m, source), c.sureOf(m, head)
	}
	if m := c.apposition(source, head); m != nil {
		return one(m, sureApposition)
	}
	return c.byRole(source, head)
}

// named returns the member whose name is the head of a source: "Ann Lee of the council", "Mayor Ann Lee", or the one
// that follows a title which is a phrase of its own: "Secretary of State Ann Lee".
func (c *Cast) named(source, head [2]int) *member {
	for _, m := range c.within(head) {
		if m.end == head[1] && m.speaks() {
			return c.namesake(m)
		}
	}
	m, ok := c.endingAt(source[1])
	if !ok || m.first < source[0] || !m.who.is(dateline.Person) || m.first == 0 || m.first <= head[0] {
		return nil
	}
	if c.story.Entry(m.first-1).Small != lexicon.Other || c.story.Comma(m.first-1) {
		return nil
	}
	return c.namesake(m)
}

// place reports whether a source only says where somebody is: "a woman in Cork said".
func (c *Cast) place(source, head [2]int) bool {
	switch c.story.Entry(source[0] - 1).Small {
	case lexicon.In, lexicon.From, lexicon.Of:
	default:
		return false
	}
	for _, m := range c.within(head) {
		if m.end == head[1] && m.who.entity.Label.IsPlace() {
			return true
		}
	}
	return false
}

// sureOf returns how sure a name is: a surname alone is less so where several people of the story have it.
func (c *Cast) sureOf(m *member, head [2]int) float64 {
	if !m.is(dateline.Person) {
		return sureName
	}
	surname := lastWord(m.entity.Name)
	if first, _, _ := strings.Cut(m.entity.Name, " "); strings.Contains(c.doc.Words(c.story.Span(head)), first) && lastWord(first) != surname {
		return sureName
	}
	if c.family[surname] > 1 {
		return sureSurname
	}
	return sureName
}

// speaks reports whether a mention is of something that can say something: no product, people as a whole or event.
func (m *mention) speaks() bool {
	switch m.who.entity.Label {
	case dateline.Person, dateline.Org, dateline.GPE, dateline.Loc, dateline.Fac:
		return true
	}
	return false
}

// namesake returns the member that a mention is of, or, where its title says another gender ("Ms. Coleman" where Terrence
// Coleman is known), the last one of that surname and gender.
func (c *Cast) namesake(m mention) *member {
	title := byte(0)
	for i := max(0, m.first-1); i < m.end && title == 0; i++ {
		title = c.story.Entry(i).Gender
	}
	if title == 0 || m.who.gender == 0 || title == m.who.gender || !m.who.is(dateline.Person) {
		return m.who
	}
	surname := lastWord(m.who.entity.Name)
	for _, o := range c.people(m.first) {
		if o.gender == title && lastWord(o.entity.Name) == surname {
			return o
		}
	}
	return m.who
}

// together returns a member and those that the source names beside it: "Ann Lee and Tom Poe".
func (c *Cast) together(m *member, source [2]int) []*member {
	who := []*member{m}
	list := c.within(source)
	for i := 1; i < len(list); i++ {
		a, b := list[i-1], list[i]
		joined := b.first == a.end+1 && (c.story.Entry(a.end).Small == lexicon.And || c.story.Comma(a.end))
		if !joined || a.who == b.who || a.who.entity.Label != b.who.entity.Label {
			break
		}
		who = append(who, b.who)
	}
	return who
}

// words returns the words of a source that is no entity, as a name: without its article; "" for a pronoun and for a
// number.
func (c *Cast) words(source [2]int) string {
	if source[1] <= source[0] {
		return ""
	}
	first := c.story.Entry(source[0])
	if source[1] == source[0]+1 && (first.Small != lexicon.Other || c.story.Number(source[0])) {
		return ""
	}
	from := source[0]
	if c.story.Determiner(from) && source[1] > from+1 {
		from++
	}
	return strings.Join(strings.Fields(c.doc.Words(c.story.Span([2]int{from, source[1]}))), " ")
}

// indefinite reports whether a word stands for somebody of a group: "one", "another".
func (c *Cast) indefinite(token int) bool { return c.story.Number(token) || c.story.Determiner(token) }

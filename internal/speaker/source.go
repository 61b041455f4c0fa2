package speaker

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/statement"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// Speaker resolves the source of a statement.
func (c *Cast) Speaker(x *statement.Statement) Answer {
	source := c.withoutPossessive(x.Source)
	f := c.resolve(source, x)
	if c.Observe != nil && f.among != nil {
		c.Observe(f.among)
	}
	if x.Turn && f.sure < leastSure {
		f = c.turn(source)
	}
	a := f.answer()
	c.spoke = max(c.spoke, x.End, source[1])
	if !x.Direct {
		for _, run := range x.Content {
			for i := run[0]; i < run[1]; i++ {
				c.reports[i] = true
			}
		}
	}
	switch {
	case len(a.Speakers) > 0:
		c.last[f.who[0].entity.Label] = f.who[0]
		c.learnGender(f, x)
		switch f.rule {
		case ruleRole, ruleAge, ruleEpithet, ruleBody:
			c.note(f.who[0], c.headOf(source))
		}
	case !c.isPlace(source, source):
		a.Words, a.Rule = c.words(source), ruleWords
		c.noteUnnamed(source, a.Words)
		if x.Turn && len(a.Words) == 1 {
			a.Words = "" // "Q" and "A"
		}
	}
	return a
}

// learnGender takes the gender of somebody from the pronoun that his words begin with: "Lou Lee
// said she would pay". Where the first name says another one, neither is sure.
func (c *Cast) learnGender(f finding, x *statement.Statement) {
	m := f.who[0]
	if len(f.who) > 1 || x.Direct || x.Shape != statement.Right || f.rule != ruleName && f.rule != ruleApposition {
		return
	}
	at := x.Content[0][0]
	if c.story.Entry(at).Small == lexicon.That {
		at++
	}
	switch e := c.story.Entry(at); {
	case !m.is(dateline.Person) || !e.Subject || e.Gender == 0 || e.Gender == m.gender:
	case m.gender == 0:
		m.gender = e.Gender
	case m.byName:
		m.gender = 0
	}
}

// withoutPossessive returns a source without the sign of a possessor behind it: "Ann Lee's claim".
func (c *Cast) withoutPossessive(source [2]int) [2]int {
	if source[1] > source[0]+1 && c.story.Possessive(source[1]-1) {
		source[1]--
	}
	return source
}

// noteUnnamed notes a source that is one person whom the story does not name.
func (c *Cast) noteUnnamed(source [2]int, words string) {
	last := c.headOf(source)[1] - 1
	switch {
	case last == source[0] && (c.story.Number(last) || c.story.Determiner(last)): // "one said", "another said"
	case words == "", c.isDefinite(source), c.story.Plural(last), c.story.Entry(last).Body:
		return
	}
	c.unnamed = source[0]
}

// headOf returns the noun phrase that a source begins with, without what hangs on it.
func (c *Cast) headOf(source [2]int) [2]int {
	head := c.story.Phrase(source[0])
	if head[1] <= head[0] || head[1] > source[1] {
		return source
	}
	if next := head[1] + 1; c.story.Comma(head[1]) && next < source[1] && c.story.Phrase(next) == [2]int{next, source[1]} {
		if m := c.within([2]int{next, next + 1}); len(m) > 0 && m[0].part {
			head[1] = source[1] // "the Cork, Ireland-based firm"
		}
	}
	return head
}

// resolve returns whom the source of a statement stands for. A name inside the source wins over one in
// apposition to it, that over a role.
func (c *Cast) resolve(source [2]int, x *statement.Statement) finding {
	if c.isPronoun(source) {
		return c.pronoun(c.story.Entry(source[0]), source[0])
	}
	head := c.headOf(source)
	for _, m := range c.within(source) {
		switch {
		case m.first <= head[0]+1 && m.end > head[1] && m.end == source[1]:
			head[1] = m.end // "Texas Department" of "Texas Department of Transportation"
		case m.end == head[1]-1 && m.who.is(dateline.Person) && c.isPostnominal(m.end):
			head[1] = m.end
			source[1] = min(source[1], m.end)
		}
	}
	if m := c.from(source, head); m != nil {
		return one(m, sureApposition, ruleApposition)
	}
	if c.isPlace(source, head) {
		return one(c.nameBehind(source[1]), sureApposition, ruleApposition)
	}
	if m := c.named(source, head); m != nil {
		return c.byName(m, source, head)
	}
	if c.story.Plural(head[1] - 1) {
		if list := c.namesBehind(source[1]); list != nil {
			return finding{who: list, sure: sureApposition, rule: ruleApposition}
		}
	}
	if m := c.apposition(source, head); m != nil {
		return one(m, sureApposition, ruleApposition)
	}
	return c.byRole(source, head, x)
}

// isPronoun reports whether a source is a pronoun alone, no "one" or "another" of a group.
func (c *Cast) isPronoun(source [2]int) bool {
	return source[1] == source[0]+1 && c.story.Entry(source[0]).Small != lexicon.Other &&
		!c.story.Number(source[0]) && !c.story.Determiner(source[0])
}

// named returns the member whose name is the head of a source: "Ann Lee of the council", "Mayor Ann
// Lee", or the one that follows a title which is a phrase of its own: "Secretary of State Ann Lee".
func (c *Cast) named(source, head [2]int) *member {
	for _, m := range c.within(head) {
		if m.end == head[1] && m.speaks() {
			return c.namesake(m)
		}
	}
	if m, ok := c.endingAt(head[1] - 1); ok && m.who.is(dateline.Org) && !m.part {
		if e := c.story.Entry(head[1] - 1); (e.AnyBody || e.Body) && !e.Writing {
			return m.who // "the RMT union"
		}
	}
	m, ok := c.endingAt(source[1])
	if !ok || m.first < source[0] || !m.who.is(dateline.Person) || m.first == 0 || m.first <= head[0] {
		return nil
	}
	if c.story.Entry(m.first-1).Small != lexicon.Other || c.story.Comma(m.first-1) {
		return nil
	}
	if c.story.Entry(head[1]).Small == lexicon.For && c.story.Entry(m.first-1).Title {
		return nil // "a spokesman for Minister Ann Lee", no "Minister for Trade Ann Lee"
	}
	return c.namesake(m)
}

// maxPostnominal is the length of the longest letters behind a name: "KCMG".
const maxPostnominal = 4

// isPostnominal reports whether a token is what may stand behind a whole name: "Jr.", "II", "KC".
func (c *Cast) isPostnominal(token int) bool {
	if token >= len(c.doc.Tokens) {
		return false
	}
	w := c.doc.Words(c.doc.Tokens[token].Span())
	return c.story.Entry(token).Generation ||
		len(w) > 1 && len(w) <= maxPostnominal && w[0] >= 'A' && w == strings.ToUpper(w)
}

// isPlace reports whether a source only says where somebody is: "a woman in Cork said", "of Salem, Ore., said".
func (c *Cast) isPlace(source, head [2]int) bool {
	if !c.namesPlace(head) {
		return false
	}
	if m, ok := c.endingAt(source[0] - 1); ok && c.story.Comma(source[0]-1) && m.who.entity.Label.IsPlace() {
		source[0] = m.first
	}
	switch c.story.Entry(source[0] - 1).Small {
	case lexicon.In, lexicon.From, lexicon.Of:
		return true
	}
	return false
}

// namesPlace reports whether a noun phrase ends in the name of a place.
func (c *Cast) namesPlace(head [2]int) bool {
	for _, m := range c.within(head) {
		if m.end == head[1] && m.who.entity.Label.IsPlace() {
			return true
		}
	}
	return false
}

// byName is the finding of a source that names a member and maybe others beside it: "Ann Lee and Tom
// Poe". A surname alone is less sure where several people of the story have it.
func (c *Cast) byName(m *member, source, head [2]int) finding {
	f := one(m, sureName, ruleName)
	if m.is(dateline.Person) {
		surname := lastWord(m.entity.Name)
		first, _, _ := strings.Cut(m.entity.Name, " ")
		whole := lastWord(first) != surname && strings.Contains(c.doc.Words(c.story.Span(head)), first)
		if !whole && c.surnames[surname] > 1 {
			f = one(m, sureSurname, ruleSurname)
		}
	}
	list := c.within(source)
	for i := 1; i < len(list); i++ {
		a, b := list[i-1], list[i]
		joined := b.first == a.end+1 && (c.story.Entry(a.end).Small == lexicon.And || c.story.Comma(a.end))
		if !joined || a.who == b.who || a.who.entity.Label != b.who.entity.Label {
			break
		}
		f.who = append(f.who, b.who)
	}
	if c.story.Entry(head[1]).Small == lexicon.And && len(f.who) == 1 && m.is(dateline.Person) {
		if other := c.nameBehind(source[1]); other != nil && other != m && other.is(dateline.Person) {
			f.who = append(f.who, other) // "Ann Lee and her brother, Tom, said"
		}
	}
	return f
}

// speaks reports whether a mention is of something that can say something: no product, people as a
// whole or event.
func (m *mention) speaks() bool {
	switch m.who.entity.Label {
	case dateline.Person, dateline.Org, dateline.GPE, dateline.Loc, dateline.Fac:
		return true
	}
	return false
}

// namesake returns the member that a mention is of, or, where its title says another gender ("Ms.
// Coleman" where Terrence Coleman is known), the last one of that surname and gender.
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

// words returns the words of a source that is no entity, as a name: without its article; "" for a
// pronoun, a number, and what is nobody: a day, a report.
func (c *Cast) words(source [2]int) string {
	from, end := source[0], source[1]
	if end <= from || end == from+1 && (c.story.Entry(from).Small != lexicon.Other || c.story.Number(from)) {
		return ""
	}
	last := c.headOf(source)[1] - 1
	if e := c.story.Entry(last); e.Writing || e.Time || c.story.Value(last) || c.story.AnyComma(source) {
		return ""
	}
	if c.story.Determiner(from) && end > from+1 {
		from++
	}
	return strings.Join(strings.Fields(c.doc.Words(c.story.Span([2]int{from, end}))), " ")
}

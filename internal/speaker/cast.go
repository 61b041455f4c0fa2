// Package speaker says who the source of a statement is: the person or the body that a name, an apposition, a role or a
// pronoun stands for.
//
// A [Cast] is everybody whom a story names. [Cast.Speaker] resolves one source after the other, in reading order, because
// whoever spoke last is likely to speak again.
package speaker

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/statement"
)

// Cast is everybody and everything that a story names, with where it does so.
type Cast struct {
	doc      *dateline.Document
	story    *statement.Story
	names    *gazetteer.Gazetteer
	entities map[string]*member
	at       []mention          // in reading order
	surnames map[string]*member // made when a transcript asks for them
	family   map[string]int     // how many people have a surname
	last     *member            // who spoke last
	// Observe, where it is set, is given every choice of the ranker: the program that fits its coefficients looks on.
	Observe func(token int, list []Candidate)
}

// member is one entity of the cast.
type member struct {
	entity *dateline.Entity
	gender byte // 'f', 'm', 0 where it is not known
	roles  []role
	named  int // how many mentions there are
}

func (m *member) is(l dateline.Label) bool { return m.entity.Label == l }

// mention is a mention of a member; first and end are its tokens.
type mention struct {
	first, end int
	span       dateline.Span
	who        *member
	quoted     bool // inside quotation marks
	acts       bool // the subject of a verb
	sentence   int
}

// NewCast reads the cast of a Document that the story was read from.
func NewCast(doc *dateline.Document, story *statement.Story, names *gazetteer.Gazetteer) *Cast {
	c := &Cast{doc: doc, story: story, names: names, entities: make(map[string]*member, len(doc.Entities)), family: map[string]int{}}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		m := &member{entity: e}
		for _, r := range e.Roles {
			m.addRole(c.roleOf(r.Title, r.Of))
		}
		m.gender = c.gender(m)
		c.entities[e.ID] = m
		if m.is(dateline.Person) {
			c.family[lastWord(e.Name)]++
		}
	}
	token := 0
	for _, m := range doc.Mentions {
		who := c.entities[m.Entity]
		if who == nil || m.Label.IsValue() {
			continue
		}
		for token < len(doc.Tokens) && doc.Tokens[token].End < m.End {
			token++
		}
		if token == len(doc.Tokens) {
			break
		}
		first := token
		for first > 0 && doc.Tokens[first-1].Start >= m.Start {
			first--
		}
		c.add(mention{first: first, end: token + 1, span: m.Span(), who: who})
	}
	for _, m := range c.entities {
		if m.gender == 0 {
			m.gender = c.gender(m)
		}
	}
	return c
}

// add notes a mention, with what stands beside it.
func (c *Cast) add(m mention) {
	m.sentence = c.story.SentenceAt(m.span.Start)
	m.quoted, m.acts = c.story.Quoted(m.end-1), c.story.Acts(m.end-1)
	m.who.named++
	if m.who.is(dateline.Person) {
		if m.who.gender == 0 && m.first > 0 {
			m.who.gender = c.story.Entry(m.first - 1).Gender
		}
		for _, words := range c.story.Roles(m.first, m.end-1) {
			m.who.addRole(c.roleOf(words, ""))
		}
	}
	c.at = append(c.at, m)
}

// gender returns the gender that a person's first name or roles say.
func (c *Cast) gender(m *member) byte {
	if !m.is(dateline.Person) {
		return 0
	}
	if first, _, two := strings.Cut(m.entity.Name, " "); two {
		switch g, ok := c.names.Given(gazetteer.Fold(first)); {
		case !ok:
		case g == gazetteer.Female:
			return 'f'
		case g == gazetteer.Male:
			return 'm'
		}
	}
	for _, r := range m.roles {
		for _, w := range r.words {
			if g := c.story.Look(w).Gender; g != 0 {
				return g
			}
		}
	}
	return 0
}

// before returns how many of the mentions begin before a token.
func (c *Cast) before(token int) int {
	lo, hi := 0, len(c.at)
	for lo < hi {
		m := (lo + hi) / 2
		if c.at[m].first < token {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// within returns the mentions that begin in a run of tokens.
func (c *Cast) within(run [2]int) []mention { return c.at[c.before(run[0]):c.before(run[1])] }

// endingAt returns the mention that ends right before a token.
func (c *Cast) endingAt(token int) (mention, bool) {
	if i := c.before(token) - 1; i >= 0 && c.at[i].end == token {
		return c.at[i], true
	}
	return mention{}, false
}

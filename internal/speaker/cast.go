// Package speaker says who the source of a statement is: the person or the body that a name, an
// apposition, a role or a pronoun stands for.
//
// A [Cast] is everybody whom a story names. [Cast.Speaker] resolves one source after the other, in
// reading order, because whoever spoke last is likely to speak again.
package speaker

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/internal/statement"
	"github.com/dateline-go/dateline/internal/statement/lexicon"
)

// Cast is everybody and everything that a story names, with where it does so.
type Cast struct {
	doc         *dateline.Document
	index       *dateline.Index
	story       *statement.Story
	names       *gazetteer.Gazetteer
	members     map[string]*member         // by the id of their entity
	mentions    []mention                  // in reading order
	trail       []mention                  // those before the token read, with pronouns
	read, noted int                        // tokens read, and mentions noted of them
	reports     []bool                     // by token: somebody says it, without quotation marks
	unnamed     int                        // the token of the last source that names nobody
	unnamedBody int                        // the token of the last body that the story does not name
	spoke       int                        // the token behind the cue of the last statement, 0 before the first
	most        int                        // how often the person named most is named
	surnames    map[string]int             // how many people have a surname
	holders     map[string][]*member       // people by the noun of a role
	bodies      map[string]*member         // the one body whose name ends in a word, nil where several do
	last        map[dateline.Label]*member // who spoke last
	firstTurn   int                        // the byte where the first turn of a transcript begins, 0 before it
	// Observe, where it is set, is given every choice of a speaker by the ranker: the program that fits its
	// coefficients looks on.
	Observe func(list []Candidate)
	among   []Candidate // the buffer of notePronoun
	chances []float64   // the buffer of likeliest
}

// member is one entity of the cast.
type member struct {
	entity *dateline.Entity
	gender byte // 'f', 'm', 0 where it is not known
	office bool // a role is an office
	byName bool // the gender is no more than that of the first name
	roles  []role
	named  int // how many mentions there are
	first  int // the token of the first
}

func (m *member) is(l dateline.Label) bool { return m.entity.Label == l }

// mention is a mention of a member; first and end are its tokens.
type mention struct {
	first, end int
	who        *member
	quoted     bool // inside quotation marks
	acts       bool // the subject of a verb
	new        bool // the first of the member
	pronoun    bool
	part       bool // of its last word: "Oslo" of "Oslo-based"
	reported   bool // in what somebody says without quotation marks
	sentence   int
	paragraph  int
}

// NewCast reads the cast of a Document that the story was read from.
func NewCast(
	doc *dateline.Document, index *dateline.Index, story *statement.Story, names *gazetteer.Gazetteer,
) *Cast {
	c := &Cast{
		doc: doc, index: index, story: story, names: names,
		members: make(map[string]*member, len(doc.Entities)), surnames: make(map[string]int, len(doc.Entities)),
		mentions: make([]mention, 0, len(doc.Mentions)), unnamed: -1, unnamedBody: -1, last: map[dateline.Label]*member{},
		reports: make([]bool, len(doc.Tokens)), holders: map[string][]*member{}, bodies: map[string]*member{},
	}
	members := make([]member, len(doc.Entities))
	for i := range doc.Entities {
		e := &doc.Entities[i]
		m := &members[i]
		m.entity = e
		for _, r := range e.Roles {
			own := c.roleOf(r.Title, cmp.Or(r.Of, c.nameIn(r)))
			own.owned = c.ownedAt(r.Start)
			m.office = m.office || len(own.words) > 0 && c.story.Look(own.noun()).Title
			m.addRole(own)
		}
		m.gender = c.genderOf(m)
		c.members[e.ID] = m
		switch e.Label {
		case dateline.Person:
			c.surnames[lastWord(e.Name)]++
			c.addHolder(m)
		case dateline.Org:
			noun := lastWord(e.Name)
			if _, several := c.bodies[noun]; several {
				m = nil
			}
			c.bodies[noun] = m
		}
	}
	for _, m := range doc.Mentions {
		if who := c.members[m.Entity]; who != nil && !m.Label.IsValue() {
			c.addMention(who, m.Span())
		}
	}
	return c
}

// addHolder notes somebody by the nouns of his roles.
func (c *Cast) addHolder(m *member) {
	for _, r := range m.roles {
		if list := c.holders[r.noun()]; len(list) < maxRoles && !slices.Contains(list, m) {
			c.holders[r.noun()] = append(list, m)
		}
	}
}

// nameIn returns the person whom a role is of, by its words: "attorney for Ann Lee"; "" for none.
func (c *Cast) nameIn(r dateline.Role) string {
	mentions := c.doc.Mentions
	i := sort.Search(len(mentions), func(i int) bool { return mentions[i].Start >= r.Start })
	if i < len(mentions) && mentions[i].End <= r.End && mentions[i].Label == dateline.Person {
		return c.doc.Words(mentions[i].Span())
	}
	return ""
}

// ownedAt reports whether an owner stands before a byte where a role begins: "his lawyer", "Ann Lee's lawyer".
func (c *Cast) ownedAt(start int) bool {
	first, end := c.index.Tokens(dateline.Span{Start: start, End: start + 1})
	return first < end && first > 0 && (c.story.Owner(first-1) || c.story.Possessive(first-1))
}

func (c *Cast) addMention(who *member, span dateline.Span) {
	first, end := c.index.Tokens(span)
	if first == end {
		return
	}
	m := mention{first: first, end: end, who: who, new: who.named == 0, sentence: c.story.SentenceAt(span.Start),
		paragraph: c.story.Paragraph(first)}
	m.part = span.End < c.doc.Tokens[end-1].End
	m.quoted, m.acts = c.story.Quoted(end-1), c.story.Acts(end-1)
	if who.named == 0 {
		who.first = first
	}
	who.named++
	if who.is(dateline.Person) && who.gender == 0 && first > 0 {
		who.gender = c.story.Entry(first - 1).Gender
	}
	if who.is(dateline.Person) {
		c.most = max(c.most, who.named)
	}
	c.mentions = append(c.mentions, m)
}

// genderOf returns the gender that a person's roles or first name say.
func (c *Cast) genderOf(m *member) byte {
	if !m.is(dateline.Person) {
		return 0
	}
	for _, r := range m.roles {
		for _, w := range r.words {
			if g := c.story.Look(w).Gender; g != 0 {
				return g
			}
		}
	}
	if first, _, two := strings.Cut(m.entity.Name, " "); two {
		switch g, ok := c.names.Given(gazetteer.Fold(first)); {
		case !ok:
		case g == gazetteer.Female:
			m.byName = true
			return 'f'
		case g == gazetteer.Male:
			m.byName = true
			return 'm'
		}
	}
	return 0
}

// before returns how many of the mentions begin before a token.
func (c *Cast) before(token int) int {
	return sort.Search(len(c.mentions), func(i int) bool { return c.mentions[i].first >= token })
}

// within returns the mentions that begin in a run of tokens.
func (c *Cast) within(run [2]int) []mention { return c.mentions[c.before(run[0]):c.before(run[1])] }

// endingAt returns the mention whose last token is the one before a token.
func (c *Cast) endingAt(token int) (mention, bool) {
	if n := c.before(token); n > 0 && c.mentions[n-1].end == token {
		return c.mentions[n-1], true
	}
	return mention{}, false
}

// lookBack is how many mentions before a pronoun or a role are looked at.
const lookBack = 24

// recent returns the mentions before a token that are looked at, pronouns among them, in reading order.
func (c *Cast) recent(token int) []mention {
	c.readOn(token)
	n := sort.Search(len(c.trail), func(i int) bool { return c.trail[i].first >= token })
	return c.trail[max(0, n-lookBack):n]
}

// readOn reads the story on to a token: each mention is noted on the trail, and each "he" and "she" as
// one of whom it stands for, so that what follows finds them.
func (c *Cast) readOn(token int) {
	for ; c.read < token; c.read++ {
		named := c.noted
		for c.noted < len(c.mentions) && c.mentions[c.noted].first <= c.read { // two in one token: "Sarajevo-Belgrade"
			m := c.mentions[c.noted]
			m.reported = c.reports[m.first]
			c.trail = append(c.trail, m)
			c.noted++
		}
		if c.noted > named {
			c.noteRelative(c.story.Phrase(c.read))
			continue
		}
		if e := c.story.Entry(c.read); e.Subject && e.Gender != 0 && !c.story.Quoted(c.read) {
			c.notePronoun(e, c.read)
		} else if c.story.Begins(c.read) && !c.story.Quoted(c.read) {
			head := c.story.Phrase(c.read)
			c.noteNominal(head)
			c.notePossessor(head)
		}
	}
}

// noteNominal notes a definite noun phrase that does something as one of whom it stands for: "The judge fined
// him", "the company rose".
func (c *Cast) noteNominal(head [2]int) {
	last := c.story.Entry(head[1] - 1)
	_, age := c.story.YearsOld(head[1] - 1)
	if !(last.Person || last.Role || last.Head || age) || last.Writing || !c.isDefinite(head) ||
		c.story.Plural(head[1]-1) || len(c.within(head)) > 0 || !c.story.Acts(head[1]-1) {
		return
	}
	if !last.Body && !last.Head {
		if who := c.byAge(head); who != nil {
			c.note(who, head)
		} else if who := c.person(head, head); who != nil {
			c.note(who, head)
		} else if age {
			c.unnamed = head[0]
		}
		return
	}
	switch f := c.body(head); {
	case len(f.who) > 0 && f.sure >= leastSure:
		c.note(f.who[0], head)
	case len(f.who) == 0:
		c.unnamedBody = head[0]
	}
}

// notePossessor notes whom a role means that a phrase at the front of a sentence belongs to: "The president's roots".
func (c *Cast) notePossessor(head [2]int) {
	for i := head[0] + 1; i < head[1]; i++ {
		if !c.story.Possessive(i) {
			continue
		}
		owner := [2]int{head[0], i}
		if e := c.story.Entry(i - 1); !e.Person && !e.Role || !c.isDefinite(owner) || len(c.within(owner)) > 0 {
			return
		}
		if who := c.person(owner, owner); who != nil {
			c.note(who, [2]int{head[0], head[1]}) // what is said of his is said of him
		}
		return
	}
}

// noteRelative notes that somebody did something whom the story calls no more than another's relative: "Ann Lee's son
// wept".
func (c *Cast) noteRelative(head [2]int) {
	n := head[1]
	if n-head[0] < 3 || c.story.Quoted(head[0]) || !c.story.Possessive(n-2) || c.story.Entry(n-1).Gender == 0 {
		return
	}
	if !c.story.Comma(n) && c.story.Acts(n-1) && c.person(head, head) == nil {
		c.unnamed = head[0]
	}
}

// note puts a phrase that stands for a member on the trail, in its place.
func (c *Cast) note(who *member, at [2]int) {
	m := mention{first: at[0], end: at[1], who: who, acts: c.story.Acts(at[1] - 1), reported: c.reports[at[0]],
		sentence: c.sentenceOf(at[0]), paragraph: c.story.Paragraph(at[0])}
	i := sort.Search(len(c.trail), func(i int) bool { return c.trail[i].first >= m.first })
	if i < len(c.trail) && c.trail[i].first == m.first {
		return
	}
	c.trail = slices.Insert(c.trail, i, m)
}

// notePronoun notes a pronoun on the trail.
func (c *Cast) notePronoun(e lexicon.Entry, at int) {
	w := wanted{label: dateline.Person, gender: e.Gender}
	c.among = c.candidates(c.among[:0], c.trail[max(0, len(c.trail)-lookBack):], w, at)
	who, sure := c.likeliest(c.among)
	if sure < leastSure {
		return
	}
	c.trail = append(c.trail, mention{
		first: at, end: at + 1, who: who, acts: true, pronoun: true, reported: c.reports[at],
		sentence: c.sentenceOf(at), paragraph: c.story.Paragraph(at),
	})
}

// people returns the people named before a token, the last first, each once.
func (c *Cast) people(token int) []*member {
	var out []*member
	list := c.recent(token)
	for i := len(list) - 1; i >= 0; i-- {
		if m := list[i].who; m.is(dateline.Person) && !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	return out
}

// lastWord returns the folded last word of a name.
func lastWord(name string) string {
	return gazetteer.Fold(name[strings.LastIndexByte(name, ' ')+1:])
}

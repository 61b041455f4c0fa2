package quotes

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/quotes/internal/find"
	"github.com/dateline-go/dateline/quotes/internal/lexicon"
)

// resolver says who a source is. It reads a document's statements in their order.
type resolver struct {
	doc      *dateline.Document
	story    *find.Story
	names    *gazetteer.Gazetteer
	entities map[string]*known
	at       []place           // the mentions of entities, in reading order
	surnames map[string]*known // made when a transcript asks for them
	last     *known            // the speaker of the statement before
}

// known is what the story shows of an entity.
type known struct {
	entity *dateline.Entity
	gender byte     // 'f', 'm', 0 where it is not known
	roles  []string // folded words beside its mentions
}

// maxRoles bounds how many roles are kept of an entity.
const maxRoles = 8

// place is a mention of an entity.
type place struct {
	span     dateline.Span
	who      *known
	quoted   bool // inside a quotation
	acts     bool // the subject of a verb
	sentence int
}

func newResolver(doc *dateline.Document, story *find.Story, names *gazetteer.Gazetteer) *resolver {
	r := &resolver{doc: doc, story: story, names: names, entities: make(map[string]*known, len(doc.Entities))}
	for i := range doc.Entities {
		e := &doc.Entities[i]
		r.entities[e.ID] = &known{entity: e, gender: r.gender(e)}
	}
	token := 0
	for _, m := range doc.Mentions {
		who := r.entities[m.Entity]
		if who == nil || m.Label.IsValue() {
			continue
		}
		for token < len(doc.Tokens) && doc.Tokens[token].End < m.End {
			token++
		}
		first := token
		for first > 0 && doc.Tokens[first-1].Start >= m.Start {
			first--
		}
		if who.gender == 0 && first > 0 {
			who.gender = lexicon.Default().Find(doc.Words(doc.Tokens[first-1].Span())).Gender
		}
		p := place{span: m.Span(), who: who, sentence: story.SentenceAt(m.Start)}
		if token < len(doc.Tokens) {
			p.quoted, p.acts = story.Quoted(token), story.Acts(token)
			if who.entity.Label == dateline.Person && len(who.roles) < maxRoles {
				for _, role := range story.Roles(first, token) {
					who.roles = append(who.roles, gazetteer.Fold(role))
				}
			}
		}
		r.at = append(r.at, p)
	}
	return r
}

// gender returns the gender that a person's titles or first name say.
func (r *resolver) gender(e *dateline.Entity) byte {
	if e.Label != dateline.Person {
		return 0
	}
	for _, role := range e.Roles {
		for w := range strings.FieldsSeq(role.Title) {
			if g := lexicon.Default().Find(w).Gender; g != 0 {
				return g
			}
		}
	}
	first, _, two := strings.Cut(e.Name, " ")
	if !two {
		return 0
	}
	switch g, ok := r.names.Given(gazetteer.Fold(first)); {
	case !ok:
	case g == gazetteer.Female:
		return 'f'
	case g == gazetteer.Male:
		return 'm'
	}
	return 0
}

// quote makes a quote of a statement, and reports whether it has content.
func (r *resolver) quote(x *find.Statement) (dateline.Quote, bool) {
	q := dateline.Quote{Direct: x.Direct, Confidence: dateline.Round(x.Chance)}
	end := 0
	for _, run := range x.Content {
		s := r.story.Span(run)
		if s.Start < end || s.Len() <= 0 {
			continue
		}
		q.Content, end = append(q.Content, s), s.End
	}
	if len(q.Content) == 0 {
		return q, false
	}
	cue, source := r.story.Span([2]int{x.Start, x.End}), r.story.Span(x.Source)
	if apart(cue, q.Content) {
		q.Cue = cue
	}
	if source.Len() > 0 && apart(source, q.Content) {
		q.Source = source
		var who *known
		if x.Turn {
			who, q.Speaker = r.turn(x)
		} else if who = r.resolve(source); who == nil {
			q.Speaker = r.words(x.Source)
		}
		if who != nil {
			q.Speaker, q.Entity = who.entity.Name, who.entity.ID
			r.last = who
		}
	}
	return q, true
}

// apart reports whether a span shares nothing with the others.
func apart(s dateline.Span, others []dateline.Span) bool {
	for _, o := range others {
		if s.Overlaps(o) {
			return false
		}
	}
	return true
}

// resolve returns who a source stands for, nil where that is not known.
func (r *resolver) resolve(source dateline.Span) *known {
	head := r.story.Head(source.Start)
	if head.End == 0 {
		head = source
	}
	first := lexicon.Default().Find(r.doc.Words(r.wordAt(source.Start)))
	if r.wordAt(source.Start) == head && first.Small != lexicon.Other {
		return r.pronoun(first, source.Start)
	}
	if who := r.title(source); who != nil {
		return who
	}
	var named *known
	for i := r.before(source.End) - 1; i >= 0 && r.at[i].span.End > head.Start; i-- {
		p := r.at[i]
		if p.span.Start >= head.End {
			continue
		}
		if p.span.End == head.End {
			return p.who
		}
		named = p.who
	}
	return r.role(head, source.Start, named)
}

// title returns the person whose name a source ends in, behind a title that is a
// phrase of its own: "Secretary of State Ann Lee".
func (r *resolver) title(source dateline.Span) *known {
	i := r.before(source.End) - 1
	if i < 0 || r.at[i].span.End != source.End || r.at[i].span.Start < source.Start || r.at[i].who.entity.Label != dateline.Person {
		return nil
	}
	before := strings.TrimRight(r.doc.Text[source.Start:r.at[i].span.Start], " ")
	before = before[strings.LastIndexByte(before, ' ')+1:]
	switch lexicon.Default().Find(before).Small {
	case lexicon.Of, lexicon.For, lexicon.From, lexicon.With, lexicon.And, lexicon.To, lexicon.In, lexicon.On:
		return nil
	}
	return r.at[i].who
}

// wordAt returns the token that begins at a byte, an empty span for none.
func (r *resolver) wordAt(at int) dateline.Span {
	i := r.story.TokenAt(at)
	if i < 0 {
		return dateline.Span{}
	}
	return r.doc.Tokens[i].Span()
}

// possessive reports whether "'s" follows a mention.
func (r *resolver) possessive(s dateline.Span) bool {
	rest := r.doc.Text[s.End:]
	return strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") || strings.HasPrefix(rest, "' ") || strings.HasPrefix(rest, "’ ")
}

// before returns how many of the mentions begin before a byte.
func (r *resolver) before(at int) int {
	lo, hi := 0, len(r.at)
	for lo < hi {
		m := (lo + hi) / 2
		if r.at[m].span.Start < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// words returns the words of a source that is no entity, as a name: without its
// article; "" for a pronoun.
func (r *resolver) words(source [2]int) string {
	s := r.story.Span(source)
	first := r.wordAt(s.Start)
	e := lexicon.Default().Find(r.doc.Words(first))
	if first == s && e.Small != lexicon.Other {
		return ""
	}
	words := r.doc.Words(s)
	for _, article := range []string{"the ", "The ", "a ", "A ", "an ", "An ", "his ", "His ", "her ", "Her ", "their ", "Their ", "its ", "Its "} {
		if rest, ok := strings.CutPrefix(words, article); ok {
			words = rest
			break
		}
	}
	return strings.Join(strings.Fields(words), " ")
}

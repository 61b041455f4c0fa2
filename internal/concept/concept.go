package concept

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
)

// Concept is a thing without a name that a story speaks of.
type Concept struct {
	// Name is the form that the story uses most, Aliases are the others, with the
	// names before them, "Iranian election", and the last word alone where no other
	// concept ends in it. In order of appearance.
	Name    string
	Aliases []string
	// Spans are the places where it stands, in order, without names before them.
	Spans []dateline.Span
}

// maxAliases bounds the forms of a concept that are kept.
const maxAliases = 12

// group is a concept while its phrases are gathered.
type group struct {
	mod, head int
	short     bool // its last word means nothing else in the story
	owned     bool // its phrases stand behind one name, and those of other groups with its last word behind others
	phrases   []phrase
}

// Find returns the concepts of a Document, in order of first appearance. It needs
// the Text, Sentences, Tokens with their tags, and Mentions. The cost is linear in
// the document.
func Find(doc *dateline.Document, s *token.Stems, pack *lang.Pack) []Concept {
	f := newFinder(doc, s, pack)
	f.find()
	groups := f.gather()
	names := map[string]bool{}
	for i := range doc.Entities {
		names[strings.ToLower(doc.Entities[i].Name)] = true
		for _, a := range doc.Entities[i].Aliases {
			names[strings.ToLower(a)] = true
		}
	}
	var list []Concept
	for i := range groups {
		if c, ok := f.concept(&groups[i], names); ok {
			list = append(list, c)
		}
	}
	return list
}

// gather puts phrases with the same last two words together, and those of one word
// with the only longer ones that end in it.
func (f *finder) gather() []group {
	at := map[[2]int]int{}
	var groups []group
	longer := map[int][]int{} // by head, the groups of two words and more
	for _, p := range f.phrases {
		key := [2]int{p.mod, p.head}
		i, ok := at[key]
		if !ok {
			i = len(groups)
			at[key] = i
			groups = append(groups, group{mod: p.mod, head: p.head})
			if p.mod >= 0 && len(longer[p.head]) < 2 {
				longer[p.head] = append(longer[p.head], i)
			}
		}
		groups[i].phrases = append(groups[i].phrases, p)
	}
	for i := range groups {
		g := &groups[i]
		if p := g.phrases[0]; len(longer[g.head]) == 1 && g.mod >= 0 {
			g.short = p.to-p.from > 1 && f.noun(p.to-1) && f.base(p.to-2) == g.mod && !f.is(p.to-1, lang.ConceptLight) &&
				!f.proper(p.to-1)
		}
		if g.mod >= 0 || len(longer[g.head]) != 1 {
			continue
		}
		to := &groups[longer[g.head][0]]
		to.phrases = append(to.phrases, g.phrases...)
		slices.SortFunc(to.phrases, func(a, b phrase) int { return a.from - b.from })
		g.phrases = nil
	}
	groups = f.byOwner(groups)
	slices.SortStableFunc(groups, func(a, b group) int { return a.phrases[0].from - b.phrases[0].from })
	return groups
}

// byOwner parts the groups of one word that the story says of several names: the
// "Dutch government" is not the "Danish government".
func (f *finder) byOwner(groups []group) []group {
	for i, n := 0, len(groups); i < n; i++ {
		if groups[i].mod >= 0 {
			continue
		}
		of := map[string][]phrase{}
		var owners []string
		for _, p := range groups[i].phrases {
			o := f.owner(p)
			if o != "" && of[o] == nil {
				owners = append(owners, o)
			}
			of[o] = append(of[o], p)
		}
		if len(owners) < 2 {
			continue
		}
		groups[i].phrases = of[""]
		for _, o := range owners {
			groups = append(groups, group{mod: -1, head: groups[i].head, owned: true, phrases: of[o]})
		}
	}
	return slices.DeleteFunc(groups, func(g group) bool { return len(g.phrases) == 0 })
}

// owner returns the entity of the name before a phrase, "" for none.
func (f *finder) owner(p phrase) string {
	if p.whole == p.from || f.inside[p.whole] != inName {
		return ""
	}
	return f.doc.Mentions[f.name[p.whole]].Entity
}

// concept makes the concept of a group; false for one that is a name, or means
// too little.
func (f *finder) concept(g *group, names map[string]bool) (Concept, bool) {
	var c Concept
	var found forms
	note := func(from, to, n int) { found.note(f.text(from, to), n) }
	heavy := false
	for _, p := range g.phrases {
		if p.to-p.from == 1 && names[f.low[p.from]] {
			continue
		}
		heavy = heavy || p.to-p.from > 1 || !f.is(p.from, lang.ConceptLight)
		c.Spans = append(c.Spans, dateline.Span{Start: f.doc.Tokens[p.from].Start, End: f.doc.Tokens[p.to-1].End})
		if g.owned {
			p.from = p.whole
		}
		note(p.from, p.to, 1)
		if p.to-p.from > 2 && f.may(p.to-2) {
			note(p.to-2, p.to, 0)
		}
		if p.whole < p.from {
			note(p.whole, p.to, 0)
		}
		if to := f.ofName(p.to); to > 0 {
			note(p.from, to, 0)
		}
	}
	if !heavy {
		return c, false
	}
	best := found.commonest()
	c.Name = found[best].text
	if names[strings.ToLower(c.Name)] {
		return c, false
	}
	if g.short {
		p := g.phrases[0]
		note(p.to-1, p.to, 0)
	}
	for i := range found {
		if i != best && !names[strings.ToLower(found[i].text)] {
			c.Aliases = append(c.Aliases, found[i].text)
		}
	}
	return c, true
}

// forms are the ways in which a concept is written, with how often each is.
type forms []form

type form struct {
	text  string
	count int
}

// note counts a form n times more.
func (l *forms) note(text string, n int) {
	for i := range *l {
		if w := &(*l)[i]; strings.EqualFold(w.text, text) {
			w.count += n
			if text == strings.ToLower(text) {
				w.text = text // small letters are no heading's or sentence's
			}
			return
		}
	}
	if len(*l) < maxAliases {
		*l = append(*l, form{text, n})
	}
}

// commonest returns the first of the forms that are written most often.
func (l forms) commonest() int {
	best := 0
	for i := range l {
		if l[i].count > l[best].count {
			best = i
		}
	}
	return best
}

// text returns the tokens [from, to) on one line.
func (f *finder) text(from, to int) string {
	return strings.Join(strings.Fields(f.doc.Text[f.doc.Tokens[from].Start:f.doc.Tokens[to-1].End]), " ")
}

package gold

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// kind is what a gold thing is.
type kind int

const (
	person kind = iota
	org
	place
)

// thing is a gold thing with its kind.
type thing struct {
	*Thing
	kind kind
}

// name returns how names of its kind are compared.
func (t thing) folded(s string) string {
	if t.kind == org {
		return orgName(s)
	}
	return personName(s)
}

// called returns the folded full names and the folded forms.
func (t thing) called() (full, forms []string) {
	for _, s := range append([]string{t.Name}, t.Alt...) {
		full = append(full, t.folded(s))
	}
	for _, s := range t.Forms {
		forms = append(forms, t.folded(bare(s)))
	}
	return full, forms
}

// written are the ways in which the story writes it, each once.
func (t thing) written() []string {
	var list []string
	for _, f := range append([]string{t.Name}, t.Forms...) {
		if !slices.Contains(list, f) {
			list = append(list, f)
		}
	}
	return list
}

// reading is a Document beside its gold.
type reading struct {
	*text
	doc      *dateline.Document
	gold     *Facts
	things   []thing
	longer   []longer
	having   map[string][]int // the things that have a form
	is       map[string]*Thing
	quotes   []said
	allGold  wordSet // the words of all gold quotes
	surfaces map[string][]string
}

// longer is a place where a thing's name stands: a form inside it is not counted.
type longer struct {
	dateline.Span
	thing int
	full  bool
}

// said is a quote of the Document with the words of each of its spans.
type said struct {
	*dateline.Quote
	sets []wordSet
}

// read puts a Document beside its gold.
func read(doc *dateline.Document, g *Facts) *reading {
	r := &reading{text: newText(doc.Text), doc: doc, gold: g, having: map[string][]int{}, is: map[string]*Thing{},
		allGold: wordSet{}, surfaces: map[string][]string{}}
	for k, list := range [][]Thing{g.People, g.Orgs, g.Places} {
		for i := range list {
			r.things = append(r.things, thing{&list[i], kind(k)})
		}
	}
	for n, t := range r.things {
		for _, f := range t.written() {
			r.having[bare(f)] = append(r.having[bare(f)], n)
			for _, s := range r.find(bare(f), r.all()) {
				r.longer = append(r.longer, longer{s, n, f == t.Name})
			}
		}
	}
	for i := range doc.Entities {
		if e := &doc.Entities[i]; e.Label.IsName() {
			r.is[e.ID] = r.identify(e)
		}
	}
	for _, m := range doc.Mentions {
		r.surfaces[m.Entity] = append(r.surfaces[m.Entity], doc.Words(m.Span()))
	}
	for i := range doc.Quotes {
		q := said{Quote: &doc.Quotes[i]}
		for _, s := range q.Content {
			q.sets = append(q.sets, r.inside(s))
		}
		r.quotes = append(r.quotes, q)
	}
	for _, q := range g.Quotes {
		for _, s := range r.find(q.Text, r.all()) {
			r.allGold.add(r.inside(s))
		}
	}
	return r
}

// How well an entity fits a thing: the lower, the better.
const (
	nameIsFull = iota
	nameIsForm
	aliasIsFull
	aliasIsForm
	noFit
)

// fit says how well an entity fits a thing.
func (t thing) fit(e *dateline.Entity) int {
	full, forms := t.called()
	name := t.folded(e.Name)
	aliasIn := func(list []string) bool {
		return slices.ContainsFunc(e.Aliases, func(a string) bool { return slices.Contains(list, t.folded(a)) })
	}
	switch {
	case slices.Contains(full, name):
		return nameIsFull
	case slices.Contains(forms, name):
		return nameIsForm
	case aliasIn(full):
		return aliasIsFull
	case aliasIn(forms):
		return aliasIsForm
	}
	return noFit
}

// identify returns the thing that an entity fits best, nil where that is none or several.
func (r *reading) identify(e *dateline.Entity) *Thing {
	best, who := noFit, []thing(nil)
	for _, t := range r.things {
		switch level := t.fit(e); {
		case level < best:
			best, who = level, []thing{t}
		case level == best && level < noFit:
			who = append(who, t)
		}
	}
	if len(who) > 1 { // the same name as a person and as a place: the label tells
		other := func(t thing) bool { return t.kind != kindOf(e.Label) }
		if same := slices.DeleteFunc(slices.Clone(who), other); len(same) == 1 {
			who = same
		}
	}
	if len(who) != 1 {
		return nil
	}
	return who[0].Thing
}

// kindOf is the kind of thing that a label stands for, -1 for others.
func kindOf(l dateline.Label) kind {
	switch l {
	case dateline.Person:
		return person
	case dateline.Org, dateline.Fac:
		return org
	case dateline.GPE, dateline.Loc:
		return place
	}
	return -1
}

// occurrences returns the places where a form stands for itself, not inside a longer name.
func (r *reading) occurrences(form string) []dateline.Span {
	spans, given := r.locate(form)
	if given {
		return spans
	}
	own := r.having[form]
	return slices.DeleteFunc(spans, func(s dateline.Span) bool {
		return slices.ContainsFunc(r.longer, func(l longer) bool {
			holds := l.Start <= s.Start && s.End <= l.End && l.End-l.Start > s.End-s.Start
			return holds && (l.full || !slices.Contains(own, l.thing))
		})
	})
}

// over returns the mention with one of some labels that shares most with a span, nil where none does.
func (r *reading) over(s dateline.Span, of func(dateline.Label) bool) *dateline.Mention {
	var best *dateline.Mention
	share := 0
	for i := range r.doc.Mentions {
		m := &r.doc.Mentions[i]
		if both := min(s.End, m.End) - max(s.Start, m.Start); of(m.Label) && both > share {
			best, share = m, both
		}
	}
	return best
}

// idsOf returns the entities that a form's occurrences have.
func (r *reading) idsOf(form string) []string {
	var ids []string
	for _, s := range r.occurrences(form) {
		if m := r.over(s, dateline.Label.IsName); m != nil && m.Entity != "" && !slices.Contains(ids, m.Entity) {
			ids = append(ids, m.Entity)
		}
	}
	return ids
}

// entityOf returns the entity with one of some labels that is a thing and is called so in full.
func (r *reading) entityOf(t thing, labels ...dateline.Label) *dateline.Entity {
	full, _ := t.called()
	for i := range r.doc.Entities {
		e := &r.doc.Entities[i]
		if !slices.Contains(labels, e.Label) || r.is[e.ID] != t.Thing {
			continue
		}
		names := slices.Concat([]string{e.Name}, e.Aliases, r.surfaces[e.ID])
		if slices.ContainsFunc(names, func(s string) bool { return slices.Contains(full, t.folded(s)) }) {
			return e
		}
	}
	return nil
}

// placeOf returns the entities of a place's mentions, and whether it was found at all.
func (r *reading) placeOf(p *Thing) (found bool, list []*dateline.Entity) {
	for _, s := range r.spots(p) {
		m := r.over(s, dateline.Label.IsPlace)
		if m == nil || !closeTo(r.raw, m.Span(), s) {
			continue
		}
		found = true
		if e := r.doc.Entity(m.Entity); e != nil && !slices.Contains(list, e) {
			list = append(list, e)
		}
	}
	return found, list
}

// spots are the places in the text that a gold place is looked for at.
func (r *reading) spots(p *Thing) []dateline.Span {
	var spots, within []dateline.Span
	for _, snippet := range p.At {
		within = append(within, r.find(snippet, r.all())...)
	}
	for _, f := range (thing{p, place}).written() {
		if len(p.At) == 0 {
			spots = append(spots, r.occurrences(f)...)
			continue
		}
		all, _ := r.locate(f)
		spots = append(spots, inOne(all, within)...)
	}
	return spots
}

// inOne returns the spans that lie within one of others.
func inOne(spans, within []dateline.Span) []dateline.Span {
	return slices.DeleteFunc(spans, func(s dateline.Span) bool {
		return !slices.ContainsFunc(within, func(w dateline.Span) bool { return w.Start <= s.Start && s.End <= w.End })
	})
}

// closeTo reports whether a mention adds no more to a name than "the" before it and 's or
// ", Region" behind it.
func closeTo(raw string, m, s dateline.Span) bool {
	before, after := "", ""
	if m.Start < s.Start {
		before = strings.ToLower(strings.TrimSpace(raw[m.Start:s.Start]))
	}
	if s.End < m.End {
		after = raw[s.End:m.End]
	}
	return (before == "" || before == "the") &&
		(slices.Contains([]string{"", "'s", "’s", "s'", "'", "’", "."}, after) || strings.HasPrefix(after, ","))
}

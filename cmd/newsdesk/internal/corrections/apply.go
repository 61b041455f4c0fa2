package corrections

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-go/dateline"
)

// Apply returns a Document with what active corrections say of it, in order, and how many of
// them changed something. Where none does it is the Document itself, which is never changed.
func Apply(doc *dateline.Document, list []Correction) (*dateline.Document, int, error) {
	var changed *dateline.Document
	text := sync.OnceValue(func() string { return fold(doc.Text) }) // long, and the same for each
	n := 0
	for _, c := range list {
		if !c.Active() || !c.About(doc.ID) {
			continue
		}
		if changed == nil {
			if !mayMatch(doc, text, c) {
				continue
			}
			var err error
			if changed, err = clone(doc); err != nil {
				return nil, 0, err
			}
		}
		if (patch{changed}).apply(c) {
			n++
		}
	}
	if n == 0 {
		return doc, 0, nil
	}
	if err := changed.Validate(); err != nil {
		return nil, 0, fmt.Errorf("corrections: %w", err)
	}
	return changed, n, nil
}

// mayMatch reports whether an article, whose folded text is given, could have what a correction is about.
func mayMatch(doc *dateline.Document, text func() string, c Correction) bool {
	about := fold(c.Text)
	return strings.Contains(text(), about) ||
		slices.ContainsFunc(doc.Entities, func(e dateline.Entity) bool { return fold(e.Name) == about })
}

// clone copies a Document with all it holds.
func clone(doc *dateline.Document) (*dateline.Document, error) {
	b, err := doc.MarshalJSON()
	if err != nil {
		return nil, err
	}
	c := &dateline.Document{}
	return c, json.Unmarshal(b, c)
}

// patch changes a Document.
type patch struct{ doc *dateline.Document }

// apply reports whether the correction changed anything.
func (p patch) apply(c Correction) bool {
	switch c.Kind {
	case Speaker:
		return p.saidBy(c)
	case Suppress:
		before := len(p.doc.Quotes)
		p.doc.Quotes = slices.DeleteFunc(p.doc.Quotes, func(q dateline.Quote) bool { return p.isQuote(&q, c.Text) })
		return len(p.doc.Quotes) < before
	case NoName:
		return p.noName(fold(c.Text))
	}
	ids := p.named(fold(c.Text))
	for _, id := range ids {
		p.change(id, c)
	}
	return len(ids) > 0
}

// named returns the ids of the entities that bear a name.
func (p patch) named(name string) []string {
	var ids []string
	add := func(id string) {
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for i := range p.doc.Entities {
		if fold(p.doc.Entities[i].Name) == name {
			add(p.doc.Entities[i].ID)
		}
	}
	for _, m := range p.doc.Mentions {
		if m.Label.IsName() && fold(p.doc.Words(m.Span())) == name {
			add(m.Entity)
		}
	}
	return ids
}

// change makes of an entity what a correction says.
func (p patch) change(id string, c Correction) {
	e := p.doc.Entity(id)
	if e == nil {
		return
	}
	to := *e
	switch c.Kind {
	case Place:
		to.ID, to.Name, to.Country, to.GeoNames = c.To.ID, c.To.Name, c.To.Country, c.To.GeoNames
		to.Lat, to.Lon, to.IDs, to.Label = c.To.Lat, c.To.Lon, nil, cmp.Or(c.To.Label, dateline.GPE)
	case Same:
		if same := p.aim(c.To); same != nil {
			to = *same
			break
		}
		to.Name, to.Label = c.To.Name, cmp.Or(c.To.Label, e.Label)
		to.ID = cmp.Or(c.To.ID, idOf(to.Label, to.Name))
		to.Country, to.GeoNames, to.Lat, to.Lon, to.IDs = c.To.Country, c.To.GeoNames, c.To.Lat, c.To.Lon, nil
	case Label:
		to.Label, to.ID = c.To.Label, idOf(c.To.Label, e.Name)
		to.GeoNames, to.Lat, to.Lon, to.IDs = 0, 0, 0, nil
		if !c.To.Label.IsPlace() {
			to.Country = ""
		}
	case ID:
		if qid.MatchString(c.To.ID) {
			if to.IDs == nil {
				to.IDs = dateline.IDs{}
			}
			to.IDs[dateline.Wikidata] = c.To.ID
		} else {
			to.ID = c.To.ID
		}
	}
	p.become(id, to)
}

// aim returns the entity of the article that a thing is, by its id and else by its name.
func (p patch) aim(to Thing) *dateline.Entity {
	if e := p.doc.Entity(to.ID); e != nil {
		return e
	}
	if to.ID != "" {
		return nil
	}
	if ids := p.named(fold(to.Name)); len(ids) > 0 {
		return p.doc.Entity(ids[0])
	}
	return nil
}

// idOf is the id of a thing that no catalogue has.
func idOf(l dateline.Label, name string) string {
	return strings.ToLower(string(l)) + ":" + strings.ReplaceAll(fold(name), " ", "-")
}

// become puts an entity in the place of the one with an id, and makes one of the two where the
// article has the other already. Mentions, quotes and countries follow.
func (p patch) become(id string, to dateline.Entity) {
	i := slices.IndexFunc(p.doc.Entities, func(e dateline.Entity) bool { return e.ID == id })
	from := p.doc.Entities[i]
	p.moveCountry(from.Country, to.Country, from.Mentions)
	k := slices.IndexFunc(p.doc.Entities, func(e dateline.Entity) bool { return e.ID == to.ID })
	switch {
	case k == i || k < 0:
		p.doc.Entities[i] = to
		k = i
	default:
		p.unite(k, i)
	}
	known := &p.doc.Entities[k]
	for _, name := range append([]string{from.Name}, from.Aliases...) {
		if name != known.Name && !slices.Contains(known.Aliases, name) {
			known.Aliases = append(slices.Clone(known.Aliases), name)
		}
	}
	final := *known
	if k != i {
		p.doc.Entities = slices.Delete(p.doc.Entities, i, i+1)
	}
	p.point(id, from.Name, final)
	p.order()
}

// unite adds what the article has of one entity to another.
func (p patch) unite(into, from int) {
	a, b := &p.doc.Entities[into], p.doc.Entities[from]
	a.Mentions += b.Mentions
	a.Salience = min(1, a.Salience+b.Salience)
	a.About = a.About || b.About
	a.Roles = append(slices.Clone(a.Roles), b.Roles...)
	slices.SortStableFunc(a.Roles, func(x, y dateline.Role) int { return cmp.Compare(x.Start, y.Start) })
}

// point leads mentions and quotes from one entity to another.
func (p patch) point(id, name string, to dateline.Entity) {
	for i := range p.doc.Mentions {
		m := &p.doc.Mentions[i]
		if m.Entity == id {
			m.Entity, m.Label, m.Confidence = to.ID, to.Label, 1
		}
		for k := range m.Inside {
			if part := &m.Inside[k]; part.Entity == id {
				part.Entity, part.Country = to.ID, to.Country
			}
		}
	}
	for i := range p.doc.Quotes {
		q := &p.doc.Quotes[i]
		for k := range q.Speakers {
			if s := &q.Speakers[k]; s.Entity == id {
				*s = dateline.Speaker{Name: to.Name, Entity: to.ID}
			}
		}
		if q.Entity == id {
			q.Entity, q.Speaker = to.ID, to.Name
		}
	}
}

// order puts the entities in order of salience again.
func (p patch) order() {
	slices.SortStableFunc(p.doc.Entities, func(a, b dateline.Entity) int { return cmp.Compare(b.Salience, a.Salience) })
}

// noName takes a name out: its mentions, and the entity where nothing else names it.
func (p patch) noName(name string) bool {
	lost := map[string]int{}
	p.doc.Mentions = slices.DeleteFunc(p.doc.Mentions, func(m dateline.Mention) bool {
		if !m.Label.IsName() || fold(p.doc.Words(m.Span())) != name {
			return false
		}
		lost[m.Entity]++
		return true
	})
	for id, n := range lost {
		e := p.doc.Entity(id)
		if e == nil {
			continue
		}
		p.moveCountry(e.Country, "", n)
		if e.Mentions -= n; e.Mentions > 0 {
			e.Aliases = slices.DeleteFunc(slices.Clone(e.Aliases), func(a string) bool { return fold(a) == name })
			continue
		}
		p.forget(id)
	}
	return len(lost) > 0
}

// forget takes an entity out. What it said stays, by nobody known.
func (p patch) forget(id string) {
	p.doc.Entities = slices.DeleteFunc(p.doc.Entities, func(e dateline.Entity) bool { return e.ID == id })
	for i := range p.doc.Mentions {
		for k := range p.doc.Mentions[i].Inside {
			if part := &p.doc.Mentions[i].Inside[k]; part.Entity == id {
				part.Entity = ""
			}
		}
	}
	for i := range p.doc.Quotes {
		q := &p.doc.Quotes[i]
		if q.Entity != id && !slices.ContainsFunc(q.Speakers, func(s dateline.Speaker) bool { return s.Entity == id }) {
			continue
		}
		q.Speakers = slices.DeleteFunc(q.Speakers, func(s dateline.Speaker) bool { return s.Entity == id })
		q.Speaker, q.Entity = "", ""
		if len(q.Speakers) > 0 {
			q.Speaker, q.Entity = q.Speakers[0].Name, q.Speakers[0].Entity
		} else {
			q.Speakers = nil
		}
	}
}

// isQuote reports whether a quote has the words of a text.
func (p patch) isQuote(q *dateline.Quote, text string) bool {
	return fold(p.doc.QuoteText(q)) == fold(text)
}

// saidBy gives a quote another speaker.
func (p patch) saidBy(c Correction) bool {
	found := false
	for i := range p.doc.Quotes {
		q := &p.doc.Quotes[i]
		if !p.isQuote(q, c.Text) {
			continue
		}
		by := dateline.Speaker{Name: c.To.Name}
		if e := p.aim(c.To); e != nil {
			by = dateline.Speaker{Name: e.Name, Entity: e.ID}
		}
		q.Speaker, q.Entity, q.Speakers, q.Confidence = by.Name, by.Entity, []dateline.Speaker{by}, 1
		found = true
	}
	return found
}

package mcp

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/spoken"
	"github.com/dateline-go/dateline/search"
)

// The bounds of what is told of an entity.
const (
	entityArticles = 40 // read, the newest
	entityNamed    = 12 // of them named
	entityPlaces   = 3  // in each of these
	entityAliases  = 12
)

// entityQuestion asks for a named thing.
type entityQuestion struct {
	Name string `json:"name,omitempty" jsonschema:"a name or alias, in any case"`
	ID   string `json:"id,omitempty" jsonschema:"an id that another answer gave, instead of a name"`
}

// entityAnswer is what the archive says of a named thing.
type entityAnswer struct {
	ID       string        `json:"id"`
	Name     string        `json:"name"`
	Kind     string        `json:"kind" jsonschema:"PERSON, ORG, GPE, LOC, FAC, NORP, EVENT, WORK, PRODUCT or LAW"`
	Country  string        `json:"country,omitempty" jsonschema:"ISO 3166-1 alpha-2"`
	GeoNames int           `json:"geonames,omitempty"`
	IDs      dateline.IDs  `json:"ids,omitempty" jsonschema:"what other systems call it"`
	Aliases  []string      `json:"aliases,omitempty" jsonschema:"other names, the most frequent first"`
	Roles    []roleSeen    `json:"roles,omitempty"`
	Total    int           `json:"total" jsonschema:"how many articles have the name"`
	Articles []namedIn     `json:"articles" jsonschema:"the newest of them"`
	Others   []otherEntity `json:"others,omitempty" jsonschema:"other things of that name"`
}

// roleSeen is a role with the article that gives it.
type roleSeen struct {
	Role    string `json:"role"`
	Article string `json:"article" jsonschema:"the id of the newest article that gives it"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// namedIn is an article that names a thing, with the places where it does.
type namedIn struct {
	source
	Mentions []words `json:"mentions"`
}

// otherEntity is another thing that a name may mean.
type otherEntity struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Kind string `json:"kind"`
}

// entity tells what the archive says of a named thing.
func (d *desk) entity(ctx context.Context, asked entityQuestion) (entityAnswer, error) {
	named := cmp.Or(strings.TrimSpace(asked.ID), strings.TrimSpace(asked.Name))
	if named == "" {
		return entityAnswer{}, refuse("neither a name nor an id is given")
	}
	res, err := d.Archive.Search(ctx, search.Query{
		Clauses: []search.Clause{naming(named)},
		Sort:    search.Newest, Limit: entityArticles, Fragments: -1, Documents: true,
	})
	if err != nil {
		return entityAnswer{}, err
	}
	id, others := meant(named, res.Hits)
	if asked.ID != "" {
		id, others = asked.ID, nil
	}
	a := entityAnswer{Total: res.Total, Articles: []namedIn{}, Others: others}
	names, aliases := map[string]int{}, map[string]int{}
	for _, h := range res.Hits {
		e := h.Document.Entity(id)
		if e == nil {
			continue
		}
		if a.ID == "" {
			a.ID, a.Kind, a.Country, a.GeoNames, a.IDs = e.ID, string(e.Label), e.Country, e.GeoNames, e.IDs
		}
		names[e.Name]++
		for _, alias := range e.Aliases {
			aliases[alias]++
		}
		a.roles(h.Document, e)
		if len(a.Articles) < entityNamed {
			a.Articles = append(a.Articles, namedIn{sourceOf(h.Document), mentionsOf(h.Document, id)})
		}
	}
	if a.ID == "" {
		return a, refuse("no article names %q", named)
	}
	a.Name = often(names)[0]
	for name := range names {
		aliases[name]++
	}
	delete(aliases, a.Name)
	a.Aliases = often(aliases)
	a.Aliases = a.Aliases[:min(len(a.Aliases), entityAliases)]
	return a, nil
}

// roles adds the roles that an article gives, those that are new.
func (a *entityAnswer) roles(doc *dateline.Document, e *dateline.Entity) {
	for _, r := range e.Roles {
		if !slices.ContainsFunc(a.Roles, func(seen roleSeen) bool { return strings.EqualFold(seen.Role, r.String()) }) {
			a.Roles = append(a.Roles, roleSeen{r.String(), doc.ID, r.Start, r.End})
		}
	}
}

// meant returns the id of what most of the articles mean by a name, and what else they mean by it.
func meant(name string, hits []search.Hit) (string, []otherEntity) {
	counts, seen := map[string]int{}, map[string]otherEntity{}
	for _, h := range hits {
		for e := range h.Document.Names() {
			if spoken.Is(e, name, true) {
				counts[e.ID]++
				seen[e.ID] = otherEntity{e.ID, e.Name, string(e.Label)}
			}
		}
	}
	ids := often(counts)
	if len(ids) == 0 {
		return "", nil
	}
	var others []otherEntity
	for _, id := range ids[1:] {
		others = append(others, seen[id])
	}
	return ids[0], others
}

// naming finds the articles in which a name stands, as that of a thing or as words.
func naming(name string) search.Clause {
	return search.Clause{Any: []search.Clause{{Field: search.Named, Text: name}, {Match: search.Phrase, Text: name}}}
}

// mentionsOf returns the first places where an article names a thing.
func mentionsOf(doc *dateline.Document, id string) []words {
	list := []words{}
	for _, m := range doc.Mentions {
		if m.Entity == id && len(list) < entityPlaces {
			list = append(list, wordsAt(doc, m.Span()))
		}
	}
	return list
}

// mentionsIn returns the first places where an article names what lies in a country, or the country.
func mentionsIn(doc *dateline.Document, code string) []words {
	list := []words{}
	for _, m := range doc.Mentions {
		if len(list) == entityPlaces {
			break
		}
		if e := doc.Entity(m.Entity); e != nil && e.Country == code {
			list = append(list, wordsAt(doc, m.Span()))
		}
	}
	return list
}

// often returns strings by how often they were counted, the most frequent first.
func often(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
}

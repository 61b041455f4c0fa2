package web

import (
	"cmp"
	"context"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// How much the page of an entity reads and shows.
const (
	entityArticles = 40 // read for aliases, roles and quotes
	entityShown    = 12
	entityQuotes   = 8
	entityQuoted   = 4 // of these, seen at once
	entityFacet    = 6 // values
)

// entityView is the page of an entity.
type entityView struct {
	frame
	Entity  dateline.Entity
	Kind    string
	Label   string
	Country string
	Aliases []string
	Roles   []string
	Total   int
	Months  *histogram
	With    []facetView
	Quotes  []quoteView
	More    []quoteView // folded away
	Hits    []hitView
	All     string
}

// entityPage shows what the archive says of an entity.
func (s *Site) entityPage(w http.ResponseWriter, r *http.Request) error {
	v := r.URL.Query()
	id := v.Get("id")
	if id == "" {
		return s.findEntity(w, r, v.Get("name"), v.Get("kind"))
	}
	res, err := s.options.Archive.Search(r.Context(), search.Query{
		Clauses: []search.Clause{{Field: search.Named, Text: id}},
		Sort:    search.Newest, Limit: entityArticles, Facets: true, Documents: true,
	})
	if err != nil {
		return err
	}
	f := s.frame(r, "")
	page, ok := s.entity(f.in, id, res)
	if !ok {
		return refuse(http.StatusNotFound, "no article names that")
	}
	page.frame, page.Title = f, page.Entity.Name
	return s.render(w, "entity", page)
}

// entity gathers what articles say of an entity.
func (s *Site) entity(in speech, id string, res search.Results) (entityView, bool) {
	v := in.entityFrom(id, res.Hits)
	if v.Entity.ID == "" {
		return v, false
	}
	v.Quotes = onceSaid(v.Quotes)
	slices.SortStableFunc(v.Quotes, func(a, b quoteView) int { return cmp.Compare(a.rank(), b.rank()) })
	v.Quotes = v.Quotes[:min(len(v.Quotes), entityQuotes)]
	if len(v.Quotes) > entityQuoted+1 {
		v.Quotes, v.More = v.Quotes[:entityQuoted], v.Quotes[entityQuoted:]
	}
	v.Kind, v.Label = kindOf(v.Entity.Label), in.label(v.Entity.Label)
	if c := v.Entity.Country; c != "" && !in.isCountry(v.Entity) {
		v.Country = in.country(c)
	}
	v.Entity.Name = in.name(v.Entity)
	v.Total = res.Total
	asked := lookup{Q: search.Clause{Field: search.Named, Text: id}.String()}
	v.All = asked.Href()
	v.Months = in.monthsOf(res.Facets["month"], asked.toMonth())
	for _, f := range facetKinds[:3] {
		if view := s.foundWith(in, v.Entity, f.name, res); len(view.Values) > 0 {
			v.With = append(v.With, view.folded(entityFacet))
		}
	}
	return v, true
}

// foundWith lists the values of a facet that the articles of an entity have, but the
// entity itself.
func (s *Site) foundWith(in speech, e dateline.Entity, facet string, res search.Results) facetView {
	view := facetView{in: in, Name: facet, Title: in.Word("facet." + facet)}
	for _, c := range res.Facets[facet] {
		name, href := c.Value, namedLink(facet, c.Value)
		if facet == "countries" {
			name, href = in.country(c.Value), entityLink("country:"+c.Value)
		}
		if name == e.Name || e.ID == "country:"+c.Value || facet != "countries" && len(view.Values) == entityFacet {
			continue
		}
		view.Values = append(view.Values, facetValue{
			Facet: facet, Value: c.Value, Name: name, Href: href,
			Count: c.Count, Share: float64(c.Count) / float64(res.Total),
		})
	}
	if facet == "countries" {
		view.Map = s.mapOf(in, view.Values)
		if code, ok := strings.CutPrefix(e.ID, "country:"); ok {
			view.Map.at(s.world, code, e.Name)
		}
	}
	return view
}

// entityFrom gathers the names, roles, quotes and articles of an entity. The Entity of
// the view has no ID where no article names it.
func (in speech) entityFrom(id string, hits []search.Hit) entityView {
	var v entityView
	names, aliases, roles := map[string]int{}, map[string]int{}, map[string]int{}
	for _, h := range hits {
		e := h.Document.Entity(id)
		if e == nil {
			continue
		}
		names[e.Name]++
		for _, a := range e.Aliases {
			aliases[a]++
		}
		for _, role := range e.Roles {
			roles[role.String()]++
		}
		if v.Entity.ID == "" {
			v.Entity = *e
		}
		v.Quotes = append(v.Quotes, in.wordsOf(h.Document, id)...)
		if len(v.Hits) < entityShown {
			v.Hits = append(v.Hits, hitView{
				Hit: h, Name: cmp.Or(h.Headline, firstWords(h.Document)), Site: sourceOf(h.Document), Section: h.Document.Section,
				Language: h.Document.Language,
			})
		}
	}
	if v.Entity.ID == "" {
		return v
	}
	v.Entity.Name = often(names, 1)[0]
	for name := range names {
		aliases[name]++
	}
	delete(aliases, v.Entity.Name)
	v.Aliases, v.Roles = often(aliases, 8), often(roles, 4)
	return v
}

// rank orders quotes beside a name: what is too short to mean anything by itself comes last.
func (q quoteView) rank() int {
	if len(strings.Fields(strings.Join(q.Words, " "))) < 5 {
		return 1
	}
	return 0
}

// often returns the most frequent of some strings, at most n.
func often(counts map[string]int, n int) []string {
	list := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
	})
	return list[:min(len(list), n)]
}

// facetFields are where the names of a facet are looked up.
var facetFields = map[string]search.Field{
	"people": search.Person, "organisations": search.Organisation, "places": search.Place, "": search.Named,
}

// findEntity leads from a name to the page of the entity that is mostly meant by it,
// else to a search.
func (s *Site) findEntity(w http.ResponseWriter, r *http.Request, name, facet string) error {
	field, ok := facetFields[facet]
	if name == "" || !ok {
		return refuse(http.StatusBadRequest, "the id or name of an entity is missing")
	}
	id, err := s.entityID(r.Context(), name, field)
	if err != nil {
		return err
	}
	to := entityLink(id)
	if id == "" {
		to = "/?" + url.Values{"q": {search.Clause{Field: field, Text: name}.String()}}.Encode()
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}

// entityID returns the id of the entity that the newest articles call by a name.
func (s *Site) entityID(ctx context.Context, name string, field search.Field) (string, error) {
	res, err := s.options.Archive.Search(ctx, search.Query{Clauses: []search.Clause{{Field: field, Text: name}},
		Sort: search.Newest, Limit: 5, Documents: true})
	if err != nil {
		return "", err
	}
	for _, h := range res.Hits {
		for e := range h.Document.Names() {
			if strings.EqualFold(e.Name, name) {
				return e.ID, nil
			}
		}
	}
	for _, h := range res.Hits {
		for e := range h.Document.Names() {
			if slices.ContainsFunc(e.Aliases, func(a string) bool { return strings.EqualFold(a, name) }) {
				return e.ID, nil
			}
		}
	}
	return "", nil
}

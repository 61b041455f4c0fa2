package web

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/dateline-go/dateline/search"
)

// facetKind is a facet of the search page.
type facetKind struct {
	name    string // as the archive calls it, and words.tsv
	key     string // in addresses
	field   search.Field
	several bool // an article may have several of its values
}

// facetKinds are those of the search page, in order.
var facetKinds = []facetKind{
	{"countries", "country", search.ByCountry, true},
	{"people", "person", search.Person, true},
	{"organisations", "org", search.Organisation, true},
	{"places", "place", search.Place, true},
	{"section", "section", search.InSection, false},
	{"site", "site", search.OnSite, false},
	{"author", "author", search.ByAuthor, true},
	{"language", "lang", search.InLanguage, false},
}

// facetNamed returns the facet of a name.
func facetNamed(name string) (facetKind, bool) {
	i := slices.IndexFunc(facetKinds, func(k facetKind) bool { return k.name == name })
	if i < 0 {
		return facetKind{}, false
	}
	return facetKinds[i], true
}

// clause is the condition that an article has a value of the facet.
func (k facetKind) clause(value string) search.Clause {
	return search.Clause{Field: k.field, Text: value}
}

// values are the values of facets that a search is narrowed to, or keeps out, by the name of
// the facet. They are never changed: with makes another.
type values map[string][]string

// with returns the values with one more, or without it where it was there.
func (v values) with(facet, value string) values {
	next := values{}
	for name, list := range v {
		next[name] = list
	}
	if next.has(facet, value) {
		next[facet] = slices.DeleteFunc(slices.Clone(next[facet]), func(x string) bool { return x == value })
	} else {
		next[facet] = append(slices.Clone(next[facet]), value)
	}
	return next
}

// without returns the values without those of a facet.
func (v values) without(facet string) values {
	next := values{}
	for name, list := range v {
		if name != facet {
			next[name] = list
		}
	}
	return next
}

func (v values) has(facet, value string) bool { return slices.Contains(v[facet], value) }

// excludedOf reads what an address keeps out, "countries:FR" for one value.
func excludedOf(given []string) values {
	v := values{}
	for _, one := range nonEmpty(given) {
		facet, value, _ := strings.Cut(one, ":")
		if _, ok := facetNamed(facet); ok && value != "" && !v.has(facet, value) {
			v[facet] = append(v[facet], value)
		}
	}
	return v
}

// valueName writes a value of a facet for people.
func (in speech) valueName(facet, value string) string {
	switch facet {
	case "countries":
		return in.country(value)
	case "language":
		if tag, err := language.Parse(value); err == nil {
			return cmp.Or(display.Tags(language.Make(in.Code)).Name(tag), value)
		}
	}
	return value
}

// facets makes the facets of a search that found something.
func (s *Site) facets(ctx context.Context, in speech, l lookup, res search.Results) ([]facetView, error) {
	var list []facetView
	for _, k := range facetKinds {
		counts := res.Facets[k.name]
		if l.anyOf(k) && len(l.Picked[k.name]) > 0 { // another one would find more, so they must be seen
			wider := l.beside(k.name)
			q, err := wider.query()
			if err != nil {
				return nil, err
			}
			found, err := s.asked(ctx, wider, q)
			if err != nil {
				return nil, err
			}
			counts = found.Facets[k.name]
		}
		if k.name == "language" && len(counts) < 2 && !l.narrows(k) {
			continue // all are in one language
		}
		view := s.facet(in, l, k.name, in.Word("facet."+k.name), counts)
		if len(view.Values) == 0 {
			continue
		}
		if view.Map != nil {
			view.Large = l.Map()
		}
		if k.several && len(l.Picked[k.name]) > 1 {
			view.Any, view.Loosen = l.anyOf(k), l.loosen(k.name).Href()
		}
		list = append(list, view)
	}
	return list, nil
}

// facet makes the view of a facet, the less frequent values folded away.
func (s *Site) facet(in speech, l lookup, name, title string, counts []search.FacetCount) facetView {
	f := facetView{in: in, Name: name, Title: title, Values: make([]facetValue, 0, len(counts))}
	pick, out := l.toggle(name, anyValue).Href(), l.exclude(name, anyValue).Href()
	for _, c := range counts {
		v := facetValue{
			Facet: name, Value: c.Value, Name: in.valueName(name, c.Value),
			Count: c.Count, Share: float64(c.Count) / float64(counts[0].Count),
			Href: withValue(pick, c.Value), On: l.picked(name, c.Value), Out: withValue(out, c.Value),
		}
		if v.On || l.Not.has(name, c.Value) { // it is taken away
			v.Href, v.Out = l.toggle(name, c.Value).Href(), l.exclude(name, c.Value).Href()
		}
		f.Values = append(f.Values, v)
	}
	if name == "countries" {
		f.Map = s.mapOf(in, f.Values)
	}
	return f.folded(maxFacet)
}

package fields

import "github.com/dateline-go/dateline"

// facetOf is the facet of a kind of name.
var facetOf = map[string]string{Person: "people", Organisation: "organisations", Place: "places"}

// Facets returns the values that a document is counted under, by facet.
func Facets(doc *dateline.Document) map[string][]string {
	f := map[string][]string{}
	add := func(name, value string) {
		if value != "" {
			f[name] = append(f[name], value)
		}
	}
	for e := range Indexed(doc) {
		if name := facetOf[KindOf(e.Label)]; name != "" {
			add(name, e.Name)
		}
		for _, id := range e.IDs {
			add("ids", id)
		}
	}
	for _, c := range doc.Countries {
		add("countries", c.Code)
	}
	add("section", doc.Section)
	add("site", doc.Site)
	for _, a := range doc.Byline {
		add("author", a.Name)
	}
	add("language", doc.Language)
	if !doc.Published.IsZero() {
		add("month", doc.Published.Time.UTC().Format("2006-01"))
	}
	return f
}

// How many values a facet shows. Of countries and months people want to see all as
// one picture.
const (
	maxFacet     = 50
	maxCountries = 300
	maxMonths    = 240
)

// FacetSize returns how many values the facet of a name shows at most, the most
// frequent ones.
func FacetSize(name string) int {
	switch name {
	case "countries":
		return maxCountries
	case "month":
		return maxMonths
	}
	return maxFacet
}

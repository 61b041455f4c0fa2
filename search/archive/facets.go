package archive

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/search"
)

// maxFacet is how many values a facet shows.
const maxFacet = 10

// facets counts the values of documents in every facet.
func (v *view) facets(list []uint64) (map[string][]search.FacetCount, error) {
	counts := map[string]map[string]*int{}
	for _, name := range search.Facets() {
		counts[name] = map[string]*int{}
	}
	visit, err := v.columns(search.Facets()...)
	if err != nil {
		return nil, err
	}
	count := func(field string, term []byte) {
		values := counts[field]
		if n, ok := values[string(term)]; ok {
			*n++
			return
		}
		one := 1
		values[string(term)] = &one
	}
	for i, doc := range list {
		if i%checkEvery == 0 {
			if err := v.ctx.Err(); err != nil {
				return nil, err
			}
		}
		if err := visit(doc, count); err != nil {
			return nil, err
		}
	}
	facets := map[string][]search.FacetCount{}
	for name, values := range counts {
		var list []search.FacetCount
		for value, n := range values {
			list = append(list, search.FacetCount{Value: value, Count: *n})
		}
		slices.SortFunc(list, func(a, b search.FacetCount) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
		if len(list) > 0 {
			facets[name] = list[:min(len(list), maxFacet)]
		}
	}
	return facets, nil
}

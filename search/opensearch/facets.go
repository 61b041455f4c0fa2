package opensearch

import (
	"strings"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
)

// facetShard is how many values a shard names, so that few are missed.
const facetShard = 300

// facets asks for the counts of all facets.
func facets() object {
	aggs := object{}
	for _, name := range search.Facets() {
		aggs[fieldFacets+name] = object{"terms": object{"field": fieldFacets + name, "size": fields.FacetSize(name),
			"shard_size": facetShard, "order": []object{{"_count": "desc"}, {"_key": "asc"}}}}
	}
	return aggs
}

// facets reads them.
func (f *found[S]) facets() map[string][]search.FacetCount {
	all := map[string][]search.FacetCount{}
	for name, b := range f.Aggregations {
		var list []search.FacetCount
		for _, one := range b.Buckets {
			list = append(list, search.FacetCount{Value: one.Key, Count: one.Count})
		}
		if list != nil {
			all[strings.TrimPrefix(name, fieldFacets)] = list
		}
	}
	return all
}

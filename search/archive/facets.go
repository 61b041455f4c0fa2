package archive

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
)

// facets counts the values of documents, which come in order, in every facet.
func (v *view) facets(list []uint64) (map[string][]search.FacetCount, error) {
	columns, err := v.columns()
	if err != nil {
		return nil, err
	}
	facets := map[string][]search.FacetCount{}
	t := v.newTally()
	defer v.archive.lenders.tallies.Put(t)
	for k, name := range search.Facets() {
		if err := v.ctx.Err(); err != nil {
			return nil, err
		}
		if top := columns.count(k, list, t); len(top) > 0 {
			facets[name] = top
		}
	}
	return facets, nil
}

// count returns the most frequent values of a facet among some documents.
func (c *columns) count(facet int, list []uint64, t *tally) []search.FacetCount {
	t.begin(len(c.values[facet]))
	defer t.end()
	for i, s := range c.segments {
		column, first := &s.facets[facet], c.offsets[i]
		end := first + uint64(len(s.dates))
		n := 0
		for ; n < len(list) && list[n] < end; n++ {
			doc := list[n] - first
			for _, value := range column.values[column.starts[doc]:column.starts[doc+1]] {
				t.add(value)
			}
		}
		list = list[n:]
	}
	limit := fields.FacetSize(search.Facets()[facet])
	var top []search.FacetCount
	for _, value := range t.seen {
		n := int(t.counts[value])
		if len(top) == limit && n < top[limit-1].Count {
			continue
		}
		f := search.FacetCount{Value: c.values[facet][value], Count: n}
		at, _ := slices.BinarySearchFunc(top, f, func(a, b search.FacetCount) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
		if at < limit {
			top = slices.Insert(top[:min(len(top), limit-1)], at, f)
		}
	}
	return top
}

package archive

import (
	"cmp"
	"slices"

	"github.com/dateline-go/dateline/search"
)

// candidate is a document that was found, with what it is ordered by.
type candidate struct {
	doc   uint64
	score float64
	date  int64 // higher is earlier in the order
	id    string
}

// top returns the wanted window of what was found, in order. Only what may be in
// it is sorted and has its id read.
func (v *view) top(q search.Query, list []uint64, s *scores) ([]candidate, error) {
	limit := q.Limit
	if limit == 0 {
		limit = defaultLimit
	}
	if limit < 0 || q.Offset >= len(list) {
		return nil, nil
	}
	want := min(q.Offset+limit, len(list))
	all := make([]candidate, len(list))
	for i, doc := range list {
		all[i].doc = doc
		if q.Sort == search.Relevance {
			all[i].score = s.of(doc)
		}
	}
	sure, ties := best(all, want, func(c *candidate) float64 { return c.score })
	if err := v.datesOf(sure, q.Sort); err != nil {
		return nil, err
	}
	if err := v.datesOf(ties, q.Sort); err != nil {
		return nil, err
	}
	more, ties := best(ties, want-len(sure), func(c *candidate) int64 { return c.date })
	all = slices.Concat(sure, more, ties)
	for i := range all {
		var err error
		if all[i].id, err = v.id(all[i].doc); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.date, a.date), cmp.Compare(a.id, b.id))
	})
	return all[q.Offset:want], nil
}

// best returns the candidates that are among the n with the highest values, and
// those that tie for the last of these places.
func best[T cmp.Ordered](all []candidate, n int, value func(*candidate) T) (sure, ties []candidate) {
	if n <= 0 || len(all) <= n {
		return nil, all[:min(len(all), max(n, 0))]
	}
	values := make([]T, len(all))
	for i := range all {
		values[i] = value(&all[i])
	}
	slices.Sort(values)
	last := values[len(values)-n]
	for i := range all {
		switch v := value(&all[i]); {
		case v > last:
			sure = append(sure, all[i])
		case v == last:
			ties = append(ties, all[i])
		}
	}
	return sure, ties
}

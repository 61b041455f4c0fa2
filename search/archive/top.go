package archive

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
)

// candidate is a document that was found, with what it is ordered by: the first
// two the higher the earlier, then the id.
type candidate struct {
	key   float64 // score, or score and age
	date  int64
	doc   uint64
	score float64
	id    string
}

// compare orders candidates, ids left aside.
func (a candidate) compare(b candidate) int {
	return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(b.date, a.date))
}

// order returns the candidates of some documents.
func (v *view) order(q search.Query, list []uint64, s *scores) ([]candidate, error) {
	columns, err := v.columns()
	if err != nil {
		return nil, err
	}
	seconds := engine.HalfLife(q)
	all := v.newCandidates(len(list))
	for i, doc := range list {
		c := candidate{doc: doc, date: columns.dates[doc], score: s.of(doc)}
		switch q.Sort {
		case search.Relevance:
			c.key = c.score
		case search.Blend:
			// log2(score × 2^(-age/halfLife)) but for a constant: the age counts back
			// from 1970, so that a page means the same whatever is newest.
			if c.key = math.Log2(c.score); c.date != undated {
				c.key += float64(c.date) / seconds
			} else {
				c.key = math.Inf(-1)
			}
		case search.Oldest:
			if c.date != undated {
				c.date = -c.date
			}
		}
		all[i] = c
	}
	return all, nil
}

// top returns the wanted window of what was found, in order.
func (v *view) top(q search.Query, list []uint64, s *scores) ([]candidate, error) {
	limit := engine.Limit(q)
	if limit == 0 || q.Offset >= len(list) {
		return nil, nil
	}
	all, err := v.order(q, list, s)
	if err != nil {
		return nil, err
	}
	return v.first(all, q.Offset, q.Offset+limit)
}

// first returns the candidates of a window of the order. Only what may be in it
// is sorted and has its id read.
func (v *view) first(all []candidate, from, to int) ([]candidate, error) {
	if to = min(to, len(all)); from >= to {
		return nil, nil
	}
	all = best(all, to)
	for i := range all {
		var err error
		if all[i].id, err = v.id(all[i].doc); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(all, func(a, b candidate) int { return cmp.Or(a.compare(b), cmp.Compare(a.id, b.id)) })
	return all[from:to], nil
}

// best returns the candidates that are among the first n, and those that tie for
// the last of these places, in no order.
func best(all []candidate, n int) []candidate {
	if len(all) <= n {
		return all
	}
	// A heap of the first n so far, the last of them on top.
	heap := slices.Clone(all[:n])
	down := func(i int) {
		for {
			last, left := i, 2*i+1
			for k := left; k < min(left+2, n); k++ {
				if heap[k].compare(heap[last]) > 0 {
					last = k
				}
			}
			if last == i {
				return
			}
			heap[i], heap[last] = heap[last], heap[i]
			i = last
		}
	}
	for i := n/2 - 1; i >= 0; i-- {
		down(i)
	}
	for _, c := range all[n:] {
		if c.compare(heap[0]) < 0 {
			heap[0] = c
			down(0)
		}
	}
	last := heap[0]
	kept := heap[:0:0]
	for _, c := range all {
		if c.compare(last) <= 0 {
			kept = append(kept, c)
		}
	}
	return kept
}

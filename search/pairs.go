package search

import (
	"cmp"
	"iter"
	"slices"
)

// Pair is two articles, the lower id first, and how much they have to do with each
// other, see [Similarity].
type Pair struct {
	A, B  string
	Score float64
}

// perPair is how many articles are looked at for each that is wanted.
const perPair = 4

// Pairs returns every two articles of which one is among the k that the other has
// most to do with, by A, then by B; the rest have less to do with each other, and
// no pair is given for those that share nothing. Of up to 4k articles it compares
// every two; of more, it finds the k in an index of words and entities, and may
// miss some of the last of them. K must be at least 1.
//
// The articles may come in any order, and ids must differ. Memory is about four
// kilobytes for each, and 24 bytes for each pair. An error of the stream is the
// only thing that it gives then.
func Pairs(profiles iter.Seq2[*Profile, error], k int) iter.Seq2[Pair, error] {
	return func(yield func(Pair, error) bool) {
		var ids []string
		var vectors []*vector
		for p, err := range profiles {
			if err != nil {
				yield(Pair{}, err)
				return
			}
			ids = append(ids, p.ID)
			own := p.vector // the rest of the profile goes
			vectors = append(vectors, &own)
		}
		order := make([]int, len(ids))
		for i := range order {
			order[i] = i
		}
		slices.SortFunc(order, func(i, j int) int { return cmp.Compare(ids[i], ids[j]) })
		var x neighbours
		for _, i := range order {
			x.add(vectors[i])
		}
		type edge struct {
			a, b  int32
			score float64
		}
		var edges []edge
		for i := range order {
			for _, n := range x.find(x.vectors[i], k+1, perPair*(k+1)) { // itself is one
				if n.number != int32(i) && n.score > 0 {
					edges = append(edges, edge{min(int32(i), n.number), max(int32(i), n.number), n.score})
				}
			}
		}
		slices.SortFunc(edges, func(a, b edge) int { return cmp.Or(cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b)) })
		for i, e := range edges {
			if i > 0 && edges[i-1].a == e.a && edges[i-1].b == e.b {
				continue
			}
			if !yield(Pair{ids[order[e.a]], ids[order[e.b]], e.score}, nil) {
				return
			}
		}
	}
}

package search

import (
	"cmp"
	"math"
	"slices"
)

// neighbours finds the articles that are likely to be most like one, without
// looking at all: by its weightiest features. It is not safe for concurrent use.
type neighbours struct {
	vectors  []*vector
	most     int                 // postings that are read for one article, 0 for maxPostings
	kept     int                 // features by which an article is found, 0 for all
	postings map[uint32][]impact // of entities and words
	scales   []float64           // of the articles' vectors as they were added
	sums     []float32
	touched  []int32
	starts   [math.MaxUint8 + 1]int32 // places in ordered, by weight
	ordered  []int32                  // what order returns
}

// impact is how much an article is about a feature: its number, and below that a byte of weight. An index of many
// articles is made of little else.
type impact uint32

// maxNumbered is how many articles a posting has numbers for. Those beyond find others, and are not found.
const maxNumbered = 1 << 24

const (
	// maxPostings is how many postings are read for one article, weightiest
	// features first; maxList how many of one feature, the last that were added.
	maxPostings = 1 << 15
	maxList     = 1 << 12
)

// add adds the next article.
func (x *neighbours) add(v *vector) {
	if x.postings == nil {
		x.postings = map[uint32][]impact{}
	}
	number := int32(len(x.vectors))
	x.vectors = append(x.vectors, v)
	x.scales = append(x.scales, v.scale)
	x.sums = append(x.sums, 0)
	if number >= maxNumbered {
		return
	}
	order := x.order(v)
	if x.kept > 0 {
		order = order[:min(len(order), x.kept)]
	}
	for _, i := range order {
		key := v.keys[i]
		p := x.postings[key]
		if len(p) == 2*maxList { // what is older is never read
			p = p[:copy(p, p[maxList:])]
		}
		x.postings[key] = append(p, impact(number)<<8|impact(v.weights[i]))
	}
}

// trim gives back the room that lists have to grow in.
func (x *neighbours) trim() {
	for key, p := range x.postings {
		if cap(p) > len(p)+len(p)/8 {
			x.postings[key] = append(make([]impact, 0, len(p)), p...)
		}
	}
	x.vectors, x.scales, x.sums = slices.Clip(x.vectors), slices.Clip(x.scales), slices.Clip(x.sums)
}

// neighbour is an article with its likeness to another.
type neighbour struct {
	number int32
	score  float64
}

func nearest(a, b neighbour) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.number, b.number))
}

// find returns the k articles that are most like v, best first, of n that are looked
// at: some more than k, so that it misses few.
func (x *neighbours) find(v *vector, k, n int) []neighbour {
	list := x.likely(v, n)
	for i := range list {
		list[i].score = v.cosine(x.vectors[list[i].number])
	}
	slices.SortFunc(list, nearest)
	return list[:min(len(list), k)]
}

// likely returns at most n articles that share the weightiest features with v.
func (x *neighbours) likely(v *vector, n int) []neighbour {
	if len(x.vectors) <= n {
		list := make([]neighbour, len(x.vectors))
		for i := range list {
			list[i].number = int32(i)
		}
		return list
	}
	left := cmp.Or(x.most, maxPostings)
	for _, i := range x.order(v) {
		p := x.postings[v.keys[i]]
		p = p[max(0, len(p)-min(maxList, left)):]
		weight := float32(v.weights[i])
		for _, m := range p {
			number := int32(m >> 8)
			if x.sums[number] == 0 {
				x.touched = append(x.touched, number)
			}
			x.sums[number] += weight * float32(float64(m&0xff)*x.scales[number])
		}
		if left -= len(p); left == 0 {
			break
		}
	}
	list := make([]neighbour, 0, n+1)
	for _, number := range x.touched {
		one := neighbour{number, float64(x.sums[number])}
		x.sums[number] = 0
		if len(list) == n && nearest(one, list[n-1]) > 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, one, nearest)
		list = slices.Insert(list, at, one)
		list = list[:min(len(list), n)]
	}
	x.touched = x.touched[:0]
	return list
}

// order returns the places of the features but clusters, the weightiest first. Weights
// are bytes, so that they need not be compared with each other.
func (x *neighbours) order(v *vector) []int32 {
	clear(x.starts[:])
	n := int32(0)
	for i, key := range v.keys {
		if key >= firstKey {
			x.starts[math.MaxUint8-int(v.weights[i])]++
			n++
		}
	}
	at := int32(0)
	for w, count := range x.starts {
		x.starts[w] = at
		at += count
	}
	x.ordered = slices.Grow(x.ordered[:0], int(n))[:n]
	for i, key := range v.keys {
		if key >= firstKey {
			place := &x.starts[math.MaxUint8-int(v.weights[i])]
			x.ordered[*place] = int32(i)
			*place++
		}
	}
	return x.ordered
}

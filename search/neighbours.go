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
	most     int        // postings that are read for one article, 0 for maxPostings
	kept     int        // features by which an article is found, 0 for all
	places   sums       // the place of an entity or a word in postings, and 1
	postings [][]impact // of entities and words
	tallies  []tally    // by article
	touched  []int32
	read     int                      // postings, for all articles
	aim      aim                      // at the vector that was looked for last
	looked   []neighbour              // those that it was held against
	starts   [math.MaxUint8 + 1]int32 // places in ordered, by weight
	ordered  []int32                  // what order returns
}

// tally is what an article has in common with the one at hand.
type tally struct {
	scale float64 // of its vector as it was added
	sum   float32
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
	number := int32(len(x.vectors))
	x.vectors = append(x.vectors, v)
	x.tallies = append(x.tallies, tally{scale: v.scale})
	if number >= maxNumbered {
		return
	}
	order := x.order(v)
	if x.kept > 0 {
		order = order[:min(len(order), x.kept)]
	}
	for _, i := range order {
		place := x.places.of(v.keys[i])
		if place == 0 {
			x.postings = append(x.postings, nil)
			place = int64(len(x.postings))
			x.places.add(v.keys[i], place)
		}
		p := &x.postings[place-1]
		if len(*p) == 2*maxList { // what is older is never read
			*p = (*p)[:copy(*p, (*p)[maxList:])]
		}
		*p = append(*p, impact(number)<<8|impact(v.weights[i]))
	}
}

// shortList is up to what length lists stand side by side. Longer ones are few, and grow with most articles that
// come: what they leave behind could not be used again.
const shortList = 32

// trim gives back the room that lists have to grow in, and puts the short ones side by side.
func (x *neighbours) trim() {
	var kept pieces[impact]
	for i, p := range x.postings {
		switch {
		case len(p) <= shortList:
			x.postings[i] = kept.keep(p)
		case cap(p) > len(p)+len(p)/8:
			x.postings[i] = append(make([]impact, 0, len(p)), p...)
		}
	}
	x.vectors, x.tallies = slices.Clip(x.vectors), slices.Clip(x.tallies)
}

// neighbour is an article with its likeness to another.
type neighbour struct {
	number int32
	score  float64
}

func nearest(a, b neighbour) int {
	switch { // likenesses are numbers, and cmp.Compare looks whether they are
	case a.score > b.score:
		return -1
	case a.score < b.score:
		return 1
	}
	return cmp.Compare(a.number, b.number)
}

// find returns the k articles that are most like v, best first, of n that are looked
// at: some more than k, so that it misses few.
func (x *neighbours) find(v *vector, k, n int) []neighbour {
	list := x.likely(v, n)
	x.aim.at(v)
	for i := range list {
		list[i].score = x.aim.cosine(x.vectors[list[i].number])
	}
	slices.SortFunc(list, nearest)
	x.looked = list
	return list[:min(len(list), k)]
}

// likeness is how alike a vector and an article are. For the vector that was looked for
// last it is known of most.
func (x *neighbours) likeness(v *vector, number int32) float64 {
	if x.aim.vector != v {
		return v.cosine(x.vectors[number])
	}
	for _, n := range x.looked {
		if n.number == number {
			return n.score
		}
	}
	return x.aim.cosine(x.vectors[number])
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
		place := x.places.of(v.keys[i])
		if place == 0 {
			continue
		}
		p := x.postings[place-1]
		p = p[max(0, len(p)-min(maxList, left)):]
		weight := float32(v.weights[i])
		for _, m := range p {
			number := int32(m >> 8)
			t := &x.tallies[number]
			if t.sum == 0 {
				x.touched = append(x.touched, number)
			}
			t.sum += weight * float32(float64(m&0xff)*t.scale)
		}
		x.read += len(p)
		if left -= len(p); left == 0 {
			break
		}
	}
	return x.highest(n)
}

// highest returns the n articles with the highest sums, which it puts back to 0.
func (x *neighbours) highest(n int) []neighbour {
	list := make([]neighbour, 0, n+1)
	least := float32(-1) // of those taken, once there are n
	for _, number := range x.touched {
		t := &x.tallies[number]
		sum := t.sum
		t.sum = 0
		if sum < least {
			continue
		}
		one := neighbour{number, float64(sum)}
		if len(list) == n {
			if nearest(one, list[n-1]) > 0 {
				continue
			}
			list = list[:n-1]
		}
		at := len(list)
		for list = append(list, one); at > 0 && nearest(one, list[at-1]) < 0; at-- {
			list[at] = list[at-1]
		}
		list[at] = one
		if len(list) == n {
			least = float32(list[n-1].score)
		}
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

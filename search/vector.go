package search

import (
	"cmp"
	"math"
	"slices"
)

// vector says what an article is about: for each feature, an entity, a word or a
// cluster of words, how much. Weights are bytes, since the third digit of a
// likeness tells nothing, and an archive keeps one vector for each article.
type vector struct {
	keys    []uint32 // in order
	weights []uint8
	scale   float64 // makes the length of the vector 1
	// feet are hashes of the article's last paragraphs, only the feet that have a
	// feature which stands nowhere else, by bits, 0 for the others; nil without feet.
	feet []uint32
	only []uint8
}

// maxFeatures is how many features a vector has, the weightiest; only texts of
// many thousand words have more.
const maxFeatures = 1024

// weighted is a feature with its weight.
type weighted struct {
	key    uint32
	weight float64
	only   uint8
}

// newVector makes a vector of features, whose keys differ, in any order.
func newVector(features []weighted, feet []foot) vector {
	if len(features) > maxFeatures {
		slices.SortFunc(features, func(a, b weighted) int {
			return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key))
		})
		features = features[:maxFeatures]
	}
	slices.SortFunc(features, func(a, b weighted) int { return cmp.Compare(a.key, b.key) })
	most := 0.0
	for _, f := range features {
		most = max(most, f.weight)
	}
	v := vector{keys: make([]uint32, 0, len(features)), weights: make([]uint8, 0, len(features))}
	for _, f := range feet {
		v.feet = append(v.feet, f.hash)
	}
	for _, f := range features {
		if w := uint8(math.Round(f.weight / most * math.MaxUint8)); w > 0 {
			v.keys = append(v.keys, f.key)
			v.weights = append(v.weights, w)
			if len(feet) > 0 {
				v.only = append(v.only, f.only)
			}
		}
	}
	v.setScale()
	return v
}

func (v *vector) setScale() {
	square := 0
	for _, w := range v.weights {
		square += int(w) * int(w)
	}
	if square > 0 {
		v.scale = 1 / math.Sqrt(float64(square))
	}
}

// aim is a vector that many others are held against.
type aim struct {
	vector *vector
	probe  probe
}

// at takes the vector.
func (a *aim) at(v *vector) {
	a.vector = v
	a.probe.lay(v.keys, v.weights)
}

// cosine is [vector.cosine].
func (a *aim) cosine(u *vector) float64 {
	if mine, _ := a.vector.common(u); mine != 0 {
		return a.vector.cosine(u)
	}
	return min(float64(a.probe.dot(u.keys, u.weights))*(a.vector.scale*u.scale), 1)
}

// cosine is how alike two vectors are, 0..1, without what stands in feet of both.
func (v *vector) cosine(u *vector) float64 {
	if mine, theirs := v.common(u); mine != 0 {
		v, u = v.without(mine), u.without(theirs)
	}
	sum := 0
	a, b := v.keys, u.keys
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x, y := a[i], b[j]
		if x == y {
			sum += int(v.weights[i]) * int(u.weights[j])
		}
		i += b2i(x <= y) // which is lower is a matter of chance: no branch
		j += b2i(y <= x)
	}
	return min(float64(sum)*(v.scale*u.scale), 1)
}

package search

import "math"

// sums adds up weights by feature: a table of open addressing, since stories are held
// against articles by it some thousand times an article. The zero value is empty.
type sums struct {
	keys   []uint32 // noKey where a slot is free
	values []int32
	used   int
}

const (
	noKey    = ^uint32(0)
	minSlots = 1 << 8
)

// slot returns where a key is, or would be. There must be a free slot.
func (s *sums) slot(k uint32) int {
	mask := len(s.keys) - 1
	i := int(k) & mask
	for s.keys[i] != k && s.keys[i] != noKey {
		i = (i + 1) & mask
	}
	return i
}

// of returns the sum of a feature.
func (s *sums) of(k uint32) int64 {
	if len(s.keys) == 0 {
		return 0
	}
	return int64(s.values[s.slot(k)])
}

// add adds to the sum of a feature, which does not fall below 0.
func (s *sums) add(k uint32, w int64) {
	if 4*(s.used+1) > 3*len(s.keys) {
		s.resize(max(2*len(s.keys), minSlots), 0)
	}
	i := s.slot(k)
	if s.keys[i] == noKey {
		s.keys[i] = k
		s.used++
	}
	s.values[i] = int32(min(max(int64(s.values[i])+w, 0), math.MaxInt32))
}

// resize puts those above a sum into a table of so many slots.
func (s *sums) resize(slots int, above int32) {
	old := *s
	*s = sums{keys: make([]uint32, slots), values: make([]int32, slots)}
	for i := range s.keys {
		s.keys[i] = noKey
	}
	for i, k := range old.keys {
		if k != noKey && old.values[i] > above {
			at := s.slot(k)
			s.keys[at], s.values[at] = k, old.values[i]
			s.used++
		}
	}
}

// dot is the product of two sums. It is exact, and so the same in any order.
func (s *sums) dot(t *sums) float64 {
	if s.used > t.used {
		s, t = t, s
	}
	dot := 0.0
	for i, k := range s.keys {
		if w := s.values[i]; k != noKey && w > 0 {
			dot += float64(int64(w) * t.of(k)) // below 2^53
		}
	}
	return dot
}

// dotVector is the product with the sum of a vector alone.
func (s *sums) dotVector(v *vector) float64 {
	dot := 0.0
	for i, k := range v.keys {
		if w := s.of(k); w > 0 {
			dot += float64(w * v.partOf(i))
		}
	}
	return dot
}

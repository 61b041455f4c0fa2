package archive

import "math/bits"

// docs is a set of document numbers of one state of the index.
type docs struct{ words []uint64 }

func (s *docs) add(n uint64) {
	for int(n/64) >= len(s.words) {
		s.words = append(s.words, 0)
	}
	s.words[n/64] |= 1 << (n % 64)
}

// intersect takes out what t does not have.
func (s *docs) intersect(t *docs) {
	if len(s.words) > len(t.words) {
		s.words = s.words[:len(t.words)]
	}
	for i := range s.words {
		s.words[i] &= t.words[i]
	}
}

// subtract takes out what t has.
func (s *docs) subtract(t *docs) {
	for i := range min(len(s.words), len(t.words)) {
		s.words[i] &^= t.words[i]
	}
}

// union puts in what t has.
func (s *docs) union(t *docs) {
	for len(s.words) < len(t.words) {
		s.words = append(s.words, 0)
	}
	for i, w := range t.words {
		s.words[i] |= w
	}
}

// list returns the numbers in order.
func (s *docs) list() []uint64 {
	n := 0
	for _, w := range s.words {
		n += bits.OnesCount64(w)
	}
	list := make([]uint64, 0, n)
	for i, w := range s.words {
		for w != 0 {
			list = append(list, uint64(i)*64+uint64(bits.TrailingZeros64(w)))
			w &= w - 1
		}
	}
	return list
}

package page

import (
	"math/bits"
	"strings"
)

// phraseSet finds which of up to 192 phrases stand in a text. It is a filter by the
// first two bytes of each phrase: most texts hold few of those pairs, so one pass
// over the text takes the place of one for each phrase.
type phraseSet struct {
	pairs [1 << 16 / 64]uint64        // a bit for each pair of bytes that begins a phrase
	by    map[uint16][]numberedPhrase // by their pair
}

type numberedPhrase struct {
	text   string
	number int
}

// found has a bit for each phrase of a set that stands in a text.
type found [3]uint64

func (f *found) count() (n int) {
	for _, w := range f {
		n += bits.OnesCount64(w)
	}
	return n
}

// newPhraseSet makes the set of phrases, each of two bytes or more.
func newPhraseSet(phrases []string) *phraseSet {
	s := &phraseSet{by: make(map[uint16][]numberedPhrase, len(phrases))}
	for i, p := range phrases {
		pair := pairAt(p, 0)
		s.pairs[pair/64] |= 1 << (pair % 64)
		s.by[pair] = append(s.by[pair], numberedPhrase{p, i})
	}
	return s
}

func pairAt(s string, i int) uint16 { return uint16(s[i])<<8 | uint16(s[i+1]) }

// in returns the phrases that stand in a text.
func (s *phraseSet) in(text string) (f found) {
	for i := range len(text) - 1 {
		pair := pairAt(text, i)
		if s.pairs[pair/64]&(1<<(pair%64)) == 0 {
			continue
		}
		for _, p := range s.by[pair] {
			if strings.HasPrefix(text[i:], p.text) {
				f[p.number/64] |= 1 << (p.number % 64)
			}
		}
	}
	return f
}

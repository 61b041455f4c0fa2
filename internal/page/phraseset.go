package page

import (
	"math/bits"
	"strings"
)

// phraseSet finds which of up to 192 phrases stand in a text. It is a filter by a
// hash of the first three bytes of each phrase: most texts hold few of those, so one
// pass over the text takes the place of one for each phrase.
type phraseSet struct {
	heads [1 << 16 / 64]uint64        // a bit for each hash that begins a phrase
	by    map[uint16][]numberedPhrase // by their hash
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

// newPhraseSet makes the set of phrases, each of three bytes or more.
func newPhraseSet(phrases []string) *phraseSet {
	s := &phraseSet{by: make(map[uint16][]numberedPhrase, len(phrases))}
	for i, p := range phrases {
		h := headHash(uint32(p[0])<<16 | uint32(p[1])<<8 | uint32(p[2]))
		s.heads[h/64] |= 1 << (h % 64)
		s.by[h] = append(s.by[h], numberedPhrase{p, i})
	}
	return s
}

// headHash returns the hash of three bytes in a row.
func headHash(three uint32) uint16 { return uint16(three * 0x9E3779B1 >> 16) }

// in returns the phrases that stand in a text, also inside its words.
func (s *phraseSet) in(text string) found { return s.find(text, false) }

// whole returns the phrases that stand in a folded text as whole words.
func (s *phraseSet) whole(text string) found { return s.find(text, true) }

func (s *phraseSet) find(text string, whole bool) (f found) {
	three := uint32(0)
	for i := range len(text) {
		three = three<<8&0xffffff | uint32(text[i])
		h := headHash(three)
		if s.heads[h/64]&(1<<(h%64)) == 0 || i < 2 {
			continue
		}
		for _, p := range s.by[h] {
			if strings.HasPrefix(text[i-2:], p.text) && (!whole || isWhole(text, i-2, i-2+len(p.text))) {
				f[p.number/64] |= 1 << (p.number % 64)
			}
		}
	}
	return f
}

// isWhole reports whether a part of a folded text begins and ends with its words.
func isWhole(text string, from, to int) bool {
	return (from == 0 || text[from-1] == ' ') && (to == len(text) || text[to] == ' ')
}

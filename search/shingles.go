package search

import (
	"math/bits"
	"slices"
)

// A shingle is a run of three words. Two stories that share most of theirs are
// one story.
const shingleWords = 3

// signature is a sample of the hashes of a text's shingles, each once, in order.
// It is taken by value (Broder, "On the resemblance and containment of
// documents", 1997): a shingle that is in the sample of one text is in that of
// each other which has it, so samples compare as texts do.
type signature struct {
	// total is how many shingles the text has, repeats and all.
	total int
	// step says which are in the sample: its multiples. It is a power of two.
	step   uint32
	hashes []uint32
}

const (
	// usualStep samples texts of the usual length; allBelow is up to how many
	// different shingles a text keeps all.
	usualStep = 4
	allBelow  = 200
	// maxHashes bounds the sample of very long texts, by larger steps.
	maxHashes = 2048
)

// sign makes the signature of the hashes of a text's words, in order. It may use
// buf; the signature does not.
func sign(words, buf []uint32) (signature, []uint32) {
	all := buf[:0]
	for i := shingleWords - 1; i < len(words); i++ {
		h := uint64(words[i-2])*0x9e3779b97f4a7c15 + uint64(words[i-1])
		h = h*0x9e3779b97f4a7c15 + uint64(words[i])
		h ^= h >> 29
		h *= 0xbf58476d1ce4e5b9
		all = append(all, uint32(h>>32))
	}
	return sampled(all), all
}

// sampled makes a signature of hashes, which it puts in order.
func sampled(all []uint32) signature {
	s := signature{total: len(all), step: 1}
	slices.Sort(all)
	kept := slices.Compact(all)
	for s.step == 1 && len(kept) > allBelow || s.step > 1 && len(kept) > maxHashes {
		s.step = max(usualStep, 2*s.step)
		kept = slices.DeleteFunc(kept, func(h uint32) bool { return h&(s.step-1) != 0 })
	}
	s.hashes = slices.Clone(kept)
	return s
}

// share estimates which part of the shorter text's shingles the other has, 0..1, apart
// from some that both have and that do not count.
func (s *signature) share(t *signature, apart int) float64 { return s.part(t, s.common(t), apart) }

// common is how many hashes both have: one in both is a multiple of both steps.
func (s *signature) common(t *signature) int {
	n := 0
	a, b := s.hashes, t.hashes
	for i, j := 0, 0; i < len(a) && j < len(b); { // which is lower is a matter of chance: no branch
		x, y := a[i], b[j]
		n += b2i(x == y)
		i += b2i(x <= y)
		j += b2i(y <= x)
	}
	return n
}

// part is [signature.share] of two that have so many hashes in common.
func (s *signature) part(t *signature, common, apart int) float64 {
	step := max(s.step, t.step)
	apart /= int(step)
	shorter := min(s.at(step), t.at(step)) - apart
	if shorter <= 0 {
		return 0
	}
	return max(float64(common-apart)/float64(shorter), 0)
}

// at is how many hashes the sample has at a larger step.
func (s *signature) at(step uint32) int {
	if step == s.step {
		return len(s.hashes)
	}
	n := 0
	for _, h := range s.hashes {
		n += b2i(h&(step-1) == 0)
	}
	return n
}

// maxMarks is how many marks a text has at most.
const maxMarks = 32

// marks returns the hashes by which texts that share shingles are found: the
// lowest once their bits are reversed, so that those which steps keep come first.
func (s *signature) marks() []uint32 {
	marks := slices.Clone(s.hashes)
	for i, h := range marks {
		marks[i] = bits.Reverse32(h)
	}
	slices.Sort(marks)
	return marks[:min(len(marks), maxMarks)]
}

package search

import (
	"slices"

	"github.com/dateline-go/dateline/search/internal/words"
)

// shingles are the hashes of every run of three words of a text, each once, in
// order of their value. Two stories that share most of them are one story.
type shingles []uint32

const shingleWords = 3

// shingles makes those of a text. Words go in by their terms, stop words by
// their length, so that house style (spelling, capitals, quotes) changes little.
func (p *profiler) shingles(text string) shingles {
	p.buf = p.splitter.Append(p.buf[:0], text)
	if len(p.buf) < shingleWords {
		return nil
	}
	hashes := make([]uint32, len(p.buf))
	for i, w := range p.buf {
		hashes[i] = hash(w)
	}
	out := make(shingles, 0, len(hashes))
	for i := shingleWords - 1; i < len(hashes); i++ {
		h := uint64(hashes[i-2])*0x9e3779b97f4a7c15 + uint64(hashes[i-1])
		h = h*0x9e3779b97f4a7c15 + uint64(hashes[i])
		h ^= h >> 29
		h *= 0xbf58476d1ce4e5b9
		out = append(out, uint32(h>>32))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// hash is FNV-1a of a word's term.
func hash(w words.Word) uint32 {
	h := uint32(2166136261)
	if w.Term == "" {
		return h ^ uint32(w.End-w.Start)
	}
	for i := range len(w.Term) {
		h = (h ^ uint32(w.Term[i])) * 16777619
	}
	return h
}

// common returns how many shingles two texts share.
func (s shingles) common(t shingles) int {
	n := 0
	for i, j := 0, 0; i < len(s) && j < len(t); {
		switch {
		case s[i] < t[j]:
			i++
		case s[i] > t[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// share returns which part of the shorter text's shingles the other has, 0..1.
func (s shingles) share(t shingles) float64 {
	shorter := min(len(s), len(t))
	if shorter == 0 {
		return 0
	}
	return float64(s.common(t)) / float64(shorter)
}

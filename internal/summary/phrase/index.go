package phrase

import (
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// index finds candidates by their stems: a hash table with open addressing, which
// unlike a map keeps no copy of the keys.
type index struct {
	slots []int32 // the candidate, counted from 1
	key   []byte
}

// indexSeed makes it hard to write a story whose phrases all have one hash.
var indexSeed = maphash.MakeSeed()

// newIndex makes an index for the candidates of so many words.
func newIndex(words int) index {
	size := 16
	for size < words {
		size *= 2
	}
	return index{slots: make([]int32, size)}
}

// find returns the candidate with the stems, or -1 and the slot where it belongs.
func (x *index) find(found []Candidate, terms []int32) (at, slot int) {
	x.key = x.key[:0]
	for _, t := range terms {
		x.key = binary.LittleEndian.AppendUint32(x.key, uint32(t))
	}
	mask := len(x.slots) - 1
	for slot = int(maphash.Bytes(indexSeed, x.key)) & mask; x.slots[slot] != 0; slot = (slot + 1) & mask {
		if at = int(x.slots[slot]) - 1; slices.Equal(found[at].Terms, terms) {
			return at, slot
		}
	}
	return -1, slot
}

// insert adds the last candidate at the slot that find gave.
func (x *index) insert(found []Candidate, slot int) {
	x.slots[slot] = int32(len(found))
	if 2*len(found) < len(x.slots) {
		return
	}
	x.slots = make([]int32, 2*len(x.slots))
	for i := range found {
		_, slot := x.find(found, found[i].Terms)
		x.slots[slot] = int32(i + 1)
	}
}

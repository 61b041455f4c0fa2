package phrase

import (
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// index finds candidates by their stems: a hash table with open addressing, which
// unlike a map keeps no copy of the keys. A slot has the hash beside the candidate,
// so that neither a look-up nor growing reads candidates of other hashes, each of
// which would be a miss of the cache in a long story.
type index struct {
	slots []entry
	hash  uint32 // of what find looked for last
	key   []byte
}

// entry is a slot of an index.
type entry struct {
	hash uint32
	at   int32 // the candidate, counted from 1; 0 is a free slot
}

// indexSeed makes it hard to write a story whose phrases all have one hash.
var indexSeed = maphash.MakeSeed()

// newIndex makes an index for the candidates of so many words.
func newIndex(words int) index {
	size := 16
	for size < words {
		size *= 2
	}
	return index{slots: make([]entry, size)}
}

// find returns the candidate with the stems, or -1 and the slot where it belongs.
func (x *index) find(found []Candidate, terms []int32) (at, slot int) {
	x.key = x.key[:0]
	for _, t := range terms {
		x.key = binary.LittleEndian.AppendUint32(x.key, uint32(t))
	}
	x.hash = uint32(maphash.Bytes(indexSeed, x.key))
	mask := len(x.slots) - 1
	for slot = int(x.hash) & mask; x.slots[slot].at != 0; slot = (slot + 1) & mask {
		if x.slots[slot].hash != x.hash {
			continue
		}
		if at = int(x.slots[slot].at) - 1; slices.Equal(found[at].Terms, terms) {
			return at, slot
		}
	}
	return -1, slot
}

// insert adds the last candidate at the slot that find gave for it.
func (x *index) insert(found []Candidate, slot int) {
	x.slots[slot] = entry{x.hash, int32(len(found))}
	if 2*len(found) < len(x.slots) {
		return
	}
	old := x.slots
	x.slots = make([]entry, 2*len(old))
	mask := len(x.slots) - 1
	for _, e := range old {
		if e.at == 0 {
			continue
		}
		slot := int(e.hash) & mask
		for x.slots[slot].at != 0 {
			slot = (slot + 1) & mask
		}
		x.slots[slot] = e
	}
}

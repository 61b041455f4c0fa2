package gazetteer

// index finds names by hash: open addressing, at most two thirds of them taken.
type index struct {
	slots []slot
	mask  uint64
}

// slot is what is known of the words of one hash.
type slot struct {
	hash uint64 // 0 for a free slot
	link int32  // the first link of the name that they are, -1 where they are none
	// longest is the most words of a name that begins with this one, 0 for none.
	longest uint8
}

// newIndex makes an index with room for n hashes.
func newIndex(n int) index {
	size := 16
	for size < n*3/2 {
		size *= 2
	}
	return index{make([]slot, size), uint64(size - 1)}
}

// at returns the slot of a hash, or the free one where it would go.
func (x *index) at(hash uint64) *slot {
	for i := hash ^ hash>>32; ; i++ {
		if s := &x.slots[i&x.mask]; s.hash == hash || s.hash == 0 {
			return s
		}
	}
}

// find returns the slot of a hash, nil where there is none.
func (x *index) find(hash uint64) *slot {
	if s := x.at(hash); s.hash != 0 {
		return s
	}
	return nil
}

// put returns the slot of a hash, which is made where there is none.
func (x *index) put(hash uint64) *slot {
	s := x.at(hash)
	if s.hash == 0 {
		s.hash, s.link = hash, -1
	}
	return s
}

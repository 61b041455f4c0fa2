package search

import "math/bits"

// probe is what one article has, laid out so that many others are held against it: a
// look-up for each of theirs takes a third of the time of walking through both lists.
// It is a table of open addressing, mostly empty. The zero value has nothing.
type probe struct {
	slots []uint64 // a key above a byte of weight, 0 where a slot is free
	shift uint8
}

const (
	// slotsPerKey is how many slots the table has for each key, at least.
	slotsPerKey = 4
	// spread is Knuth's multiplier: samples are multiples of a step, so low bits tell little.
	spread = 2654435769
)

// lay puts keys, which differ, in the place of what was there. Weights are not 0; nil
// is 1 for each.
func (p *probe) lay(keys []uint32, weights []uint8) {
	log := bits.Len(uint(slotsPerKey * len(keys)))
	p.shift = uint8(32 - log)
	if size := 1 << log; size <= cap(p.slots) {
		p.slots = p.slots[:size]
		clear(p.slots)
	} else {
		p.slots = make([]uint64, size)
	}
	weight := uint64(1)
	for i, k := range keys {
		if weights != nil {
			weight = uint64(weights[i])
		}
		at := p.home(k)
		for p.slots[at] != 0 {
			at = (at + 1) & (len(p.slots) - 1)
		}
		p.slots[at] = uint64(k)<<8 | weight
	}
}

// home is the slot in which a key is looked for first.
func (p *probe) home(k uint32) int { return int(k * spread >> p.shift) }

// beyond returns the weight of a key that is not in its home.
func (p *probe) beyond(k uint32) int {
	for at := p.home(k); ; {
		at = (at + 1) & (len(p.slots) - 1)
		switch slot := p.slots[at]; {
		case slot == 0:
			return 0
		case uint32(slot>>8) == k:
			return int(slot & 0xff)
		}
	}
}

// dot is the sum of the products of the weights of what both have.
func (p *probe) dot(keys []uint32, weights []uint8) int {
	if len(p.slots) == 0 {
		return 0
	}
	sum := 0
	weights = weights[:len(keys)]
	for i, k := range keys {
		slot := p.slots[p.home(k)&(len(p.slots)-1)]
		other := b2i(uint32(slot>>8) != k) // whether it is, is a matter of chance: no branch
		sum += int(slot&0xff) * int(weights[i]) * (1 - other)
		if other&b2i(slot != 0) != 0 {
			sum += p.beyond(k) * int(weights[i])
		}
	}
	return sum
}

// count returns how many keys are there.
func (p *probe) count(keys []uint32) int {
	if len(p.slots) == 0 {
		return 0
	}
	n := 0
	for _, k := range keys {
		slot := p.slots[p.home(k)&(len(p.slots)-1)]
		other := b2i(uint32(slot>>8) != k)
		n += (1 - other) & b2i(slot != 0)
		if other&b2i(slot != 0) != 0 {
			n += b2i(p.beyond(k) != 0)
		}
	}
	return n
}

package names

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
)

// readWeights reads what [Model.Encode] wrote, the rows packed at once: they are
// ready sooner so, and in half the memory. The Model has none.
func readWeights(file []byte) (*Model, weights, error) {
	m, b, err := readHead(file)
	if err != nil {
		return nil, weights{}, err
	}
	w := weights{rows: make([]uint64, 2<<m.Bits), scale: m.Scale}
	lanes := spreads()
	at := 0
	for i := 0; i < len(w.rows); i += 2 {
		if at+longestRow <= len(b) {
			low, high := &lanes[b[at]], &lanes[b[at+1]]
			at += 2
			w.rows[i] = low.of(binary.LittleEndian.Uint64(b[at:])) ^ highBits
			at += low.bytes
			w.rows[i+1] = high.of(binary.LittleEndian.Uint64(b[at:])) ^ highBits
			at += high.bytes
			continue
		}
		if at+2 > len(b) || at+2+bits.OnesCount16(binary.LittleEndian.Uint16(b[at:])) > len(b) {
			return nil, weights{}, fmt.Errorf("%w: cut short at row %d of %d", ErrModel, i/2, len(w.rows)/2)
		}
		low, high := b[at], b[at+1]
		at += 2
		w.rows[i] = lanes[low].of(eight(b, at)) ^ highBits
		at += bits.OnesCount8(low)
		w.rows[i+1] = lanes[high].of(eight(b, at)) ^ highBits
		at += bits.OnesCount8(high)
	}
	if err := m.readTail(b[at:]); err != nil {
		return nil, weights{}, err
	}
	return m, w, nil
}

// readTail reads the numbers that stand behind the rows: the coefficients of the reviewer and Small, either of which a
// model may lack. A reviewer that was fitted when there were fewer features has as many as there were then.
func (m *Model) readTail(b []byte) error {
	n, fitted := len(b)/4, 0
	for _, of := range reviewers {
		if n == of || n == of+1 {
			fitted = of
		}
	}
	if len(b)%4 != 0 || n > 1 && fitted == 0 {
		return fmt.Errorf("%w: %d bytes behind the rows, not those of up to one number or of a reviewer", ErrModel, len(b))
	}
	x := make([]float32, n)
	for i := range x {
		x[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		if math.IsNaN(float64(x[i])) || math.IsInf(float64(x[i]), 0) {
			return fmt.Errorf("%w: a number that is none", ErrModel)
		}
	}
	if fitted > 0 {
		m.Review, x = x[:fitted:fitted], x[fitted:]
	}
	if len(x) > 0 {
		m.Small = x[0]
	}
	return nil
}

// longestRow is the most bytes of a row: which are not zero, and those.
const longestRow = 2 + 16

// eight returns the eight bytes at a place, zeros behind the end.
func eight(b []byte, at int) uint64 {
	if at+8 <= len(b) {
		return binary.LittleEndian.Uint64(b[at:])
	}
	var x [8]byte
	copy(x[:], b[at:])
	return binary.LittleEndian.Uint64(x[:])
}

// spread says how the bytes of half a row, those that are not zero one behind the
// other, go to their lanes: by four, two and one to the left. Half a million rows
// are so read without a branch that goes by their bytes, in half the time
// (Warren, Hacker's Delight, "expand").
type spread struct {
	take          uint64 // the bytes that belong to it
	by4, by2, by1 uint64 // those that are moved by so many
	bytes         int    // how many belong to it
}

func (s *spread) of(x uint64) uint64 {
	x &= s.take
	m := x & s.by4
	x = x ^ m | m<<32
	m = x & s.by2
	x = x ^ m | m<<16
	m = x & s.by1
	return x ^ m | m<<8
}

// spreads returns the spread for each set of lanes.
func spreads() *[256]spread {
	var all [256]spread
	for set := range all {
		s := &all[set]
		s.bytes = bits.OnesCount8(uint8(set))
		n := 0
		for lane := range 8 {
			if set>>lane&1 == 0 {
				continue
			}
			at, far := n, lane-n
			s.take |= 0xff << (8 * at)
			if far&4 != 0 {
				s.by4 |= 0xff << (8 * at)
				at += 4
			}
			if far&2 != 0 {
				s.by2 |= 0xff << (8 * at)
				at += 2
			}
			if far&1 != 0 {
				s.by1 |= 0xff << (8 * at)
			}
			n++
		}
	}
	return &all
}

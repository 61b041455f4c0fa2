package stats

import "github.com/dateline-go/dateline/internal/hash"

// table holds the step of each stem: open addressing into one run of bytes, so that
// it is read without memory for each stem.
type table struct {
	slots []int32 // the number of a stem from 1, 0 for a free slot
	text  []byte  // the stems, one behind the other
	ends  []int32 // where each ends
	steps []uint8
}

// grow makes room for n stems in an empty table.
func (t *table) grow(n int) {
	size := 16
	for size < n*3/2 {
		size *= 2
	}
	*t = table{
		slots: make([]int32, size),
		text:  make([]byte, 0, 8*n),
		ends:  make([]int32, 0, n),
		steps: make([]uint8, 0, n),
	}
}

// add adds a stem that is not there yet; there must be room.
func (t *table) add(stem string, step uint8) {
	t.text = append(t.text, stem...)
	t.ends = append(t.ends, int32(len(t.text)))
	t.steps = append(t.steps, step)
	*t.slot(stem) = int32(len(t.steps))
}

// stem returns the stem of a number from 0.
func (t *table) stem(i int) []byte {
	from := int32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return t.text[from:t.ends[i]]
}

// slot returns the slot of a stem, or the free one where it would go.
func (t *table) slot(stem string) *int32 {
	for i := hash.String(stem); ; i++ {
		s := &t.slots[i&uint64(len(t.slots)-1)]
		if *s == 0 || string(t.stem(int(*s-1))) == stem {
			return s
		}
	}
}

// find returns the step of a stem.
func (t *table) find(stem string) (uint8, bool) {
	if len(t.slots) == 0 {
		return 0, false
	}
	s := *t.slot(stem)
	if s == 0 {
		return 0, false
	}
	return t.steps[s-1], true
}

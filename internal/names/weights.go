package names

// weights are a model's rows, packed for adding: two words a row, a byte a
// weight, each byte 128 more than the weight so that it is never negative.
type weights struct {
	rows  []uint64
	scale float32
}

// bias is what is added to a weight in its byte.
const bias = 128

const highBits = 0x8080808080808080

func pack(m *Model) weights {
	w := weights{rows: make([]uint64, len(m.Rows)/8), scale: m.Scale}
	for i := range w.rows {
		v := m.Rows[8*i : 8*i+8 : 8*i+8]
		x := uint64(uint8(v[0])) | uint64(uint8(v[1]))<<8 | uint64(uint8(v[2]))<<16 | uint64(uint8(v[3]))<<24 |
			uint64(uint8(v[4]))<<32 | uint64(uint8(v[5]))<<40 | uint64(uint8(v[6]))<<48 | uint64(uint8(v[7]))<<56
		w.rows[i] = x ^ highBits // adds bias to each byte
	}
	return w
}

// total is a sum of rows: 16 lanes of 16 bits, the even bytes of a row's first
// word, its odd bytes, and the same of the second. At most 257 rows fit.
type total struct {
	lanes [4]uint64
	rows  int32
}

const evenBytes = 0x00ff00ff00ff00ff

// add adds the rows to the total.
func (w *weights) add(t *total, rows []uint32) {
	a, b, c, d := t.lanes[0], t.lanes[1], t.lanes[2], t.lanes[3]
	for _, r := range rows {
		i := 2 * int(r)
		x, y := w.rows[i], w.rows[i+1]
		a += x & evenBytes
		b += x >> 8 & evenBytes
		c += y & evenBytes
		d += y >> 8 & evenBytes
	}
	t.lanes[0], t.lanes[1], t.lanes[2], t.lanes[3] = a, b, c, d
	t.rows += int32(len(rows))
}

// join adds another total.
func (t *total) join(o *total) {
	for k := range t.lanes {
		t.lanes[k] += o.lanes[k]
	}
	t.rows += o.rows
}

// scores turns the total into scores.
func (w *weights) scores(t *total, s *Scores) {
	zero := bias * t.rows
	s[Outside] = 0
	for half := range 2 {
		even, odd := t.lanes[2*half], t.lanes[2*half+1]
		for k := range 4 {
			y := 1 + 8*half + 2*k
			s[y] = float32(int32(uint16(even>>(16*k)))-zero) * w.scale
			s[y+1] = float32(int32(uint16(odd>>(16*k)))-zero) * w.scale
		}
	}
}

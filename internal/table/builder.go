package table

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
)

// Builder collects the rows of a table.
type Builder struct {
	form Form
	rows []builtRow
}

type builtRow struct {
	key, value uint64
	extra      []byte
}

// NewBuilder returns a Builder of a table without rows.
func NewBuilder(form Form) *Builder { return &Builder{form: form} }

// Add adds a row. Rows of one key are sorted by their values; those of one value stay in the order in which they are
// added.
func (b *Builder) Add(key, value uint64, extra []byte) {
	b.rows = append(b.rows, builtRow{key, value, extra})
}

// Encode writes the table. The error wraps [ErrFormat] and names the first row that does not fit.
func (b *Builder) Encode() ([]byte, error) {
	f := b.form
	if err := f.check(); err != nil {
		return nil, err
	}
	if len(b.rows) > math.MaxInt32 {
		return nil, fmt.Errorf("%w: %d rows", ErrFormat, len(b.rows))
	}
	slices.SortStableFunc(b.rows, func(x, y builtRow) int {
		return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.value, y.value))
	})
	out := append([]byte(magic), byte(f.Key), byte(f.Bucket), byte(f.Value), byte(f.Extra))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(b.rows)))
	at := 0
	for bucket := range uint64(1) << f.Bucket {
		for at < len(b.rows) && b.rows[at].key>>f.rest() < bucket {
			at++
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(at))
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(len(b.rows)))
	for _, r := range b.rows {
		if f.Key < 64 && r.key>>f.Key != 0 || f.Value < 64 && r.value>>f.Value != 0 || len(r.extra) != f.Extra {
			return nil, fmt.Errorf("%w: a row %x of %x with %d bytes in %+v", ErrFormat, r.key, r.value, len(r.extra), f)
		}
		var row [8]byte
		binary.LittleEndian.PutUint64(row[:], r.key&(1<<f.rest()-1)<<f.Value|r.value)
		out = append(out, row[:f.width()]...)
	}
	for _, r := range b.rows {
		out = append(out, r.extra...)
	}
	return append(out, make([]byte, pad)...), nil
}

// Package table is the one form in which the library keeps what it looks up by a hash: rows of one
// width, sorted by their keys and read in place. Opening a table checks it and allocates nothing; a
// program is ready as soon as its tables are mapped into memory.
//
//	t, err := table.Open(data)
//	if value, ok := t.Find(key); ok {
//		fmt.Println(value)
//	}
//
// A key is the high bits of a hash, see [Table.Key]: two words may share one. How wide a key has to
// be is for each table to say: of n keys of b bits, a word that is not in the table is taken for one
// of them once in 2^b/n look-ups.
//
// Begin with [Table.Find] and [Builder].
package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"iter"
)

// ErrFormat says that bytes are no table of this version, or a damaged one.
var ErrFormat = errors.New("table: not a table of this version")

// The file has a head of 16 bytes: the magic, the widths of a Form in a byte each, and the number of
// rows. Then come the number of the first row of each bucket, with that of the end; the rows; their
// extras; and zeros, so that every row can be read as eight bytes. Numbers are little endian. A row
// is a number: what its bucket does not say of the key, above the value.
const (
	magic    = "DLTABLE\x01" // the last byte is the version
	headSize = 16
	pad      = 8
)

// Form says how wide the parts of a table are.
type Form struct {
	// Key is how many bits a key has, 64 at most.
	Key int
	// Bucket is how many of them, the highest, choose the bucket of a row: at most 20. A bucket should
	// have some ten rows.
	Bucket int
	// Value is how many bits a value has. It shares at most eight bytes with the rest of the key.
	Value int
	// Extra is how many bytes a row has beside its value, 255 at most.
	Extra int
}

// check returns an error for widths that do not fit.
func (f Form) check() error {
	if f.Bucket < 0 || f.Bucket > 20 || f.Key <= f.Bucket || f.Key > 64 || f.Value < 0 ||
		f.rest()+f.Value > 64 || f.Extra < 0 || f.Extra > 255 {
		return fmt.Errorf("%w: widths %+v", ErrFormat, f)
	}
	return nil
}

// rest is how many bits of a key its bucket does not say.
func (f Form) rest() int { return f.Key - f.Bucket }

// width is how many bytes a row has.
func (f Form) width() int { return (f.rest() + f.Value + 7) / 8 }

// Table is rows by key. It is only read, and so safe for concurrent use.
type Table struct {
	form    Form
	count   int
	width   int
	mask    uint64 // of a row's bits
	up      int    // how far a row's highest bit is from the highest of 64
	buckets []byte
	rows    []byte
	extras  []byte
}

// Open makes a table of what [Builder.Encode] wrote, which it keeps. The error wraps [ErrFormat].
func Open(data []byte) (*Table, error) {
	t, rest, err := OpenFirst(data)
	if err == nil && len(rest) > 0 {
		return nil, fmt.Errorf("%w: %d bytes too many", ErrFormat, len(rest))
	}
	return t, err
}

// OpenFirst opens the table that data begin with, and returns what follows it.
func OpenFirst(data []byte) (t *Table, rest []byte, err error) {
	if len(data) < headSize || string(data[:len(magic)]) != magic {
		return nil, nil, fmt.Errorf("%w: no head", ErrFormat)
	}
	at := len(magic)
	t = &Table{form: Form{int(data[at]), int(data[at+1]), int(data[at+2]), int(data[at+3])}}
	if err := t.form.check(); err != nil {
		return nil, nil, err
	}
	count := uint64(binary.LittleEndian.Uint32(data[at+4:]))
	t.width = t.form.width()
	t.up = 64 - t.form.rest() - t.form.Value
	t.mask = 1<<(t.form.rest()+t.form.Value) - 1
	rest = data[headSize:]
	for _, part := range []struct {
		to   *[]byte
		size uint64
	}{
		{&t.buckets, 4 * (1<<t.form.Bucket + 1)}, {&t.rows, count * uint64(t.width)},
		{&t.extras, count * uint64(t.form.Extra)}, {new([]byte), pad},
	} {
		if part.size > uint64(len(rest)) {
			return nil, nil, fmt.Errorf("%w: cut short", ErrFormat)
		}
		*part.to, rest = rest[:part.size:part.size], rest[part.size:]
	}
	t.count = int(count)
	t.rows = data[headSize+len(t.buckets):][:len(t.rows)+pad] // what follows them has pad bytes or more
	return t, rest, t.checkBuckets()
}

// checkBuckets returns an error unless the buckets follow one another and end with the rows.
func (t *Table) checkBuckets() error {
	last := uint32(0)
	for b := t.buckets; len(b) >= 4; b = b[4:] { // so that nothing else is checked: a program waits for this
		first := binary.LittleEndian.Uint32(b)
		if first < last {
			return fmt.Errorf("%w: bucket %d", ErrFormat, (len(t.buckets)-len(b))/4)
		}
		last = first
	}
	if int(last) != t.count || t.bucket(0) != 0 {
		return fmt.Errorf("%w: rows without a bucket", ErrFormat)
	}
	return nil
}

func (t *Table) bucket(i uint64) int { return int(binary.LittleEndian.Uint32(t.buckets[4*i:])) }

func (t *Table) row(i int) uint64 { return binary.LittleEndian.Uint64(t.rows[i*t.width:]) & t.mask }

// Form returns how wide the parts of the table are.
func (t *Table) Form() Form { return t.form }

// Len returns the number of rows.
func (t *Table) Len() int { return t.count }

// Key returns the key of a hash of 64 bits.
func (t *Table) Key(hash uint64) uint64 { return hash >> (64 - t.form.Key) }

// Find returns the value of the first row with a key.
func (t *Table) Find(key uint64) (uint64, bool) {
	if i := t.first(key); i >= 0 {
		return t.Value(i), true
	}
	return 0, false
}

// Rows returns the numbers of the rows with a key, from one to before the other.
func (t *Table) Rows(key uint64) (from, to int) {
	from = t.first(key)
	if from < 0 {
		return 0, 0
	}
	to = from + 1
	row := t.row(from) >> t.form.Value
	for end := t.bucket(key>>t.form.rest() + 1); to < end && t.row(to)>>t.form.Value == row; {
		to++
	}
	return from, to
}

// first returns the number of the first row with a key, -1 where there is none.
func (t *Table) first(key uint64) int {
	bucket := key >> t.form.rest()
	if bucket>>t.form.Bucket != 0 {
		return -1 // a number that is too wide
	}
	from, end := t.bucket(bucket), t.bucket(bucket+1)
	wanted := key << t.form.Value & t.mask // the lowest row with this key
	// The keys of a bucket are spread evenly, so a row is near the place that its key says. The high 32 bits of a row
	// are enough for a guess.
	i := from + int(wanted<<t.up>>32*uint64(end-from)>>32)
	for i < end && t.row(i) < wanted {
		i++
	}
	for i > from && t.row(i-1) >= wanted {
		i--
	}
	if i < end && t.row(i)>>t.form.Value == wanted>>t.form.Value {
		return i
	}
	return -1
}

// Value returns the value of row i.
func (t *Table) Value(i int) uint64 { return t.row(i) & (1<<t.form.Value - 1) }

// Extra returns the extra bytes of row i, which must not be changed.
func (t *Table) Extra(i int) []byte {
	n := t.form.Extra
	return t.extras[i*n : (i+1)*n : (i+1)*n]
}

// All yields the key and the value of every row, in the order of the keys.
func (t *Table) All() iter.Seq2[uint64, uint64] {
	return func(yield func(uint64, uint64) bool) {
		for bucket := range uint64(1) << t.form.Bucket {
			for i := t.bucket(bucket); i < t.bucket(bucket+1); i++ {
				if !yield(bucket<<t.form.rest()|t.row(i)>>t.form.Value, t.Value(i)) {
					return
				}
			}
		}
	}
}

package content

import (
	"encoding/binary"
	"errors"
)

// Reader takes numbers and strings from bytes; after an error it gives zeros.
type Reader struct {
	b   []byte
	err error
}

// NewReader makes a Reader of bytes, which it does not change.
func NewReader(b []byte) *Reader { return &Reader{b: b} }

// Err says what was wrong, nil while nothing was.
func (r *Reader) Err() error { return r.err }

// Rest returns the bytes that were not read, none after an error.
func (r *Reader) Rest() []byte { return r.b }

func (r *Reader) fail(what string) { r.b, r.err = nil, errors.New("stored document "+what) }

// Number reads a number from 0 to 2⁴⁰.
func (r *Reader) Number() int {
	n, size := binary.Uvarint(r.b)
	if size <= 0 || n > 1<<40 {
		r.fail("ends early")
		return 0
	}
	r.b = r.b[size:]
	return int(n)
}

// count reads a number of things that take at least one byte each.
func (r *Reader) count() int {
	n := r.Number()
	if n > len(r.b) {
		r.fail("ends early")
		return 0
	}
	return n
}

// skip passes over n bytes, which are there.
func (r *Reader) skip(n int) { r.b = r.b[n:] }

// String reads a string.
func (r *Reader) String() string {
	n := r.count()
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}

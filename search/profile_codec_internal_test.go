package search

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestAscending reads distances of every length, with much and with nothing after them.
func TestAscending(t *testing.T) {
	want := []uint32{0, 1, 1 + 1<<7, 1 + 1<<14, 1 + 1<<21, 1 + 1<<28, math.MaxUint32 - 1<<20, math.MaxUint32 - 1, math.MaxUint32}
	var b []byte
	last := uint32(0)
	for _, x := range want {
		b = binary.AppendUvarint(b, uint64(x-last))
		last = x
	}
	for _, after := range []int{0, 1, 20} {
		r := profileReader{b: append(b[:len(b):len(b)], make([]byte, after)...), ok: true}
		assert.Equal(t, want, r.ascending(len(want)))
		assert.True(t, r.ok)
		assert.Len(t, r.b, after)
	}
	endless := []byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1}
	r := profileReader{b: endless, ok: true}
	r.ascending(1)
	assert.False(t, r.ok, "a number of more than five bytes")
}

package source

import (
	"bytes"
	"fmt"
	"io"
)

// firstBlock and lastBlock are the sizes between which the blocks of a body grow.
const (
	firstBlock = 16 << 10
	lastBlock  = 1 << 20
)

// readLimited reads at most limit bytes, of what is named in the error. It keeps
// blocks and joins them at the end, so that a body which is cut at the limit, as a
// bomb is, never took more memory than the limit. A reader that fails gives what
// was read until then, with the error.
func readLimited(r io.Reader, limit int, what string) ([]byte, error) {
	var blocks [][]byte
	total, size := 0, firstBlock
	for {
		// One byte more than the limit tells whether there is more.
		block := make([]byte, min(size, limit-total+1))
		n, err := fill(r, block)
		if total += n; total > limit {
			return nil, fmt.Errorf("%w: the %s has more than %d bytes", ErrTooLong, what, limit)
		}
		blocks = append(blocks, block[:n])
		switch err {
		case nil:
			size = min(2*size, lastBlock)
		case io.EOF:
			return bytes.Join(blocks, nil), nil
		default:
			return bytes.Join(blocks, nil), err
		}
	}
}

// fill reads until a block is full or the reader fails. Other than io.ReadFull it
// keeps the reader's own error: a gzip stream that is cut off says
// io.ErrUnexpectedEOF.
func fill(r io.Reader, block []byte) (n int, err error) {
	for n < len(block) && err == nil {
		var m int
		m, err = r.Read(block[n:])
		n += m
	}
	if n == len(block) {
		err = nil
	}
	return n, err
}

package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// marker is what stands between two records. Inside one it means that the record
// says it is longer than it is, since no page holds it.
var marker = []byte("\r\n\r\nWARC/1.")

// block reads the block of one record and no further.
type block struct {
	r     *bufio.Reader
	left  int64 // bytes that the record says are still to come
	clear int   // bytes to come in which no record begins
	begun bool
	err   error // found the block shorter than it says
}

func (b *block) Read(p []byte) (int, error) {
	switch {
	case len(p) == 0:
		return 0, nil
	case b.left == 0:
		return 0, io.EOF
	case b.clear == 0:
		if err := b.look(); err != nil {
			return 0, err
		}
	}
	n, err := b.r.Read(p[:min(len(p), b.clear)])
	b.clear -= n
	b.left -= int64(n)
	return n, err
}

// look sets how many bytes can be read without running into the next record.
func (b *block) look() error {
	if b.err != nil {
		return b.err
	}
	window, err := b.r.Peek(int(min(int64(b.r.Size()), b.left+int64(len(marker)))))
	at := bytes.Index(window, marker)
	if !b.begun && bytes.HasPrefix(bytes.TrimLeft(window, "\r\n"), marker[4:]) {
		at = 0 // what ends a header is an empty line too
	}
	b.begun = true
	switch {
	case at > 0 && b.left-int64(at) <= 4:
		b.left, b.clear = int64(at), at // the empty lines after the block were counted with it
	case at > 0:
		b.clear = at
	case at == 0:
		b.err = fmt.Errorf("%w: the next one begins %d bytes before its end", ErrWARC, b.left)
		return b.err
	case len(window) == 0:
		b.err = cutOff(err)
		return b.err
	case err != nil: // the last bytes that there are
		b.clear = int(min(int64(len(window)), b.left))
	default:
		b.clear = int(min(int64(len(window)-len(marker)+1), b.left))
	}
	if b.left == 0 {
		return io.EOF
	}
	return nil
}

// close reads the block to its end and reports whether that is where the record
// says: an empty line, another record or the end of the file must follow.
func (b *block) close() error {
	if _, err := io.Copy(io.Discard, onlyReader{b}); err != nil {
		return err
	}
	next, err := b.r.Peek(1)
	switch {
	case len(next) == 0 && err == io.EOF:
		return nil
	case len(next) == 0:
		return err
	case next[0] == '\r' || next[0] == '\n' || next[0] == 'W':
		return nil
	}
	return fmt.Errorf("%w: it goes on after its end", ErrWARC)
}

// onlyReader hides what else a reader can do from io.Copy.
type onlyReader struct{ io.Reader }

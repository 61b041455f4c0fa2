package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// The signs that stand between two records, and between two whose lines end in LF. Inside a record
// they mean that it says it is longer than it is, since no page holds them.
var (
	marker   = []byte("\r\n\r\nWARC/1.")
	markerLF = []byte("\n\nWARC/1.")
)

// maxSlip is by how many bytes the length of a record may be wrong so that where the record ends is
// still beyond doubt. Where somebody made LF of the ends of lines, each of them counts a byte less.
const (
	maxSlip   = 16
	maxSlipLF = 4096
)

// block reads the block of one record and no further.
type block struct {
	r      *bufio.Reader
	marker []byte
	shy    int64 // by how many bytes the block may be shorter than the record says
	left   int64 // bytes that the record says are still to come
	slip   int64 // how many more there were than it says, or fewer below 0
	clear  int   // bytes to come in which no record begins
	begun  bool
	ended  bool  // the end was looked at
	err    error // found the block shorter than it says
}

func newBlock(r *bufio.Reader, h header) *block {
	b := &block{r: r, left: h.length, marker: marker, shy: maxSlip}
	if h.lf {
		b.marker, b.shy = markerLF, maxSlipLF
	}
	return b
}

func (b *block) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if b.left == 0 {
		b.goOn()
	}
	if b.left == 0 {
		return 0, io.EOF
	}
	if b.clear == 0 {
		if err := b.look(); err != nil {
			return 0, err
		}
	}
	n, err := b.r.Read(p[:min(len(p), b.clear)])
	b.clear -= n
	b.left -= int64(n)
	return n, err
}

// goOn takes in the bytes between the end that the record says and the next record, or the end of
// the file, where they are few.
func (b *block) goOn() {
	if b.ended {
		return
	}
	b.ended = true
	window, err := b.r.Peek(maxSlip + len(b.marker))
	switch at := bytes.Index(window, b.marker); {
	case at >= 0:
		window = window[:at]
	case err != io.EOF || len(window) > maxSlip:
		return
	}
	if more := int64(len(bytes.TrimRight(window, "\r\n"))); more > 0 && isMore(window) {
		b.left, b.clear, b.slip = more, int(more), more
	}
}

// isMore reports whether bytes behind the end of a block belong to it: those that the length fell
// short of, not the empty lines and the next record.
func isMore(rest []byte) bool {
	rest = bytes.TrimLeft(rest, "\r\n")
	return !bytes.HasPrefix(rest, []byte(magic)) && !bytes.HasPrefix([]byte(magic), rest)
}

// look sets how many bytes can be read without running into the next record.
func (b *block) look() error {
	if b.err != nil {
		return b.err
	}
	window, err := b.r.Peek(int(min(int64(b.r.Size()), b.left+int64(len(b.marker)))))
	at := bytes.Index(window, b.marker)
	if !b.begun && bytes.HasPrefix(bytes.TrimLeft(window, "\r\n"), []byte(magic)) {
		at = 0 // what ends a header is an empty line too
	}
	b.begun = true
	switch {
	case at > 0 && b.left-int64(at) <= b.shy:
		b.slip = int64(at) - b.left
		b.left, b.clear, b.ended = int64(at), at, true
	case at > 0:
		b.clear = at
	case at == 0:
		b.err = fmt.Errorf("%w: the next one begins %d bytes before its end", ErrWARC, b.left)
		return b.err
	case len(window) == 0 && err == io.EOF && b.left <= b.shy && b.shy == maxSlipLF:
		b.slip, b.left, b.ended = -b.left, 0, true
		return io.EOF
	case len(window) == 0:
		b.err = cutOff(err)
		return b.err
	case err != nil: // the last bytes that there are
		b.clear = int(min(int64(len(window)), b.left))
	default:
		b.clear = int(min(int64(len(window)-len(b.marker)+1), b.left))
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

// slipped says by how many bytes the length that the record gives is wrong, nil where it is right or
// the empty lines behind the block were counted with it.
func (b *block) slipped() error {
	switch {
	case b.slip > 0:
		return fmt.Errorf("%w: it is %d bytes longer than it says", ErrWARC, b.slip)
	case b.slip < 0 && -b.slip != int64(len("\r\n")) && -b.slip != int64(len("\r\n\r\n")):
		return fmt.Errorf("%w: it is %d bytes shorter than it says", ErrWARC, -b.slip)
	}
	return nil
}

// onlyReader hides what else a reader can do from io.Copy.
type onlyReader struct{ io.Reader }

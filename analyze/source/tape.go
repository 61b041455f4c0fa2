package source

import (
	"bytes"
	"io"
)

// tape reads a file byte by byte, knows the place, and can go back to a mark: a gzip
// member that is cut off takes bytes of the next one with it before it is seen to be
// broken.
type tape struct {
	r    io.Reader
	buf  []byte
	mark int   // in buf; as far back as the tape can go
	at   int   // in buf, the next byte
	end  int   // of what is in buf
	base int64 // place of buf in the file
	err  error // of r
}

func newTape(r io.Reader) *tape { return &tape{r: r, buf: make([]byte, 2*chunk)} }

// offset returns the place of the next byte in the file.
func (t *tape) offset() int64 { return t.base + int64(t.at) }

// more reads at least one byte behind what is in the buffer; false where there is
// none. It forgets what lies far before the next byte, mark or not.
func (t *tape) more() bool {
	if t.end == len(t.buf) {
		from := max(min(t.mark, t.at), t.at-chunk)
		if from == 0 {
			from = t.at // the window behind it is full
		}
		t.end = copy(t.buf, t.buf[from:t.end])
		t.base += int64(from)
		t.at -= from
		t.mark = max(0, t.mark-from)
	}
	for t.err == nil && t.end < len(t.buf) {
		var n int
		n, t.err = t.r.Read(t.buf[t.end:])
		if t.end += n; n > 0 {
			return true
		}
	}
	return false
}

// ReadByte makes the tape a reader of which gzip takes no byte too many.
func (t *tape) ReadByte() (byte, error) {
	if t.at == t.end && !t.more() {
		return 0, t.err
	}
	t.at++
	return t.buf[t.at-1], nil
}

func (t *tape) Read(p []byte) (int, error) {
	if t.at == t.end && !t.more() {
		return 0, t.err
	}
	n := copy(p, t.buf[t.at:t.end])
	t.at += n
	return n, nil
}

// peek returns the next bytes, fewer than n only at the end of the file.
func (t *tape) peek(n int) []byte {
	for t.end-t.at < n && t.more() {
	}
	return t.buf[t.at:min(t.end, t.at+n)]
}

// seek goes on to the next place where the bytes are these; false where there is none.
func (t *tape) seek(what []byte) bool {
	for {
		if i := bytes.Index(t.buf[t.at:t.end], what); i >= 0 {
			t.at += i
			return true
		}
		t.at = max(t.at, t.end-len(what)+1)
		if !t.more() {
			return false
		}
	}
}

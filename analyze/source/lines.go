package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

const (
	// chunk is how many bytes are read at a time.
	chunk = 64 << 10
	// keep is the largest line buffer that is used again for the next line.
	keep = 1 << 20
	// hopeless is how many times the limit a line may have before the rest of its
	// file is given up: there is no sign that it ever ends.
	hopeless = 16
)

// errHopeless ends a file.
var errHopeless = errors.New("line does not end")

// lines reads lines of any length in bounded memory.
type lines struct {
	r   *bufio.Reader
	max int
	buf []byte
}

func newLines(r io.Reader, limit int) *lines {
	return &lines{r: bufio.NewReaderSize(r, chunk), max: limit}
}

// next returns the next line without its end. A line over the limit comes back
// as nil with its size. The line is valid until the next call. The error is
// io.EOF after the last line, errHopeless, or that of the reader; what came
// before a reader's error is not a line.
func (l *lines) next() (line []byte, size int64, err error) {
	if cap(l.buf) > keep {
		l.buf = nil
	}
	l.buf = l.buf[:0]
	for {
		part, err := l.r.ReadSlice('\n')
		size += int64(len(part))
		if size <= int64(l.max)+2 { // the line's end does not count
			l.buf = append(l.buf, part...)
		} else {
			l.buf = nil
		}
		switch {
		case err == nil, err == io.EOF && size > 0:
			size -= int64(len(part) - len(trimEnd(part)))
			if size > int64(l.max) {
				return nil, size, nil
			}
			return trimEnd(l.buf), size, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, size, err
		case size > hopeless*int64(l.max):
			return nil, size, errHopeless
		}
	}
}

// trimEnd takes the end of a line off.
func trimEnd(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

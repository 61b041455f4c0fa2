package source

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// maxSizeLine is the most bytes of the line that says how long a chunk is.
const maxSizeLine = 256

// chunks undoes the chunks of a response.
type chunks struct {
	r     *bufio.Reader
	left  int64 // of the chunk at hand
	began bool
	done  bool
}

// isChunk reports whether bytes begin with the size of a chunk.
func isChunk(b []byte) bool {
	line, _, ok := strings.Cut(string(b), "\n")
	_, err := chunkSize(line)
	return ok && err == nil
}

// chunkSize reads the line before a chunk.
func chunkSize(line string) (int64, error) {
	line, _, _ = strings.Cut(line, ";")
	return strconv.ParseInt(strings.TrimSpace(line), 16, 63)
}

func (c *chunks) Read(p []byte) (int, error) {
	if c.left == 0 {
		if err := c.next(); err != nil {
			return 0, err
		}
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left)])
	if c.left -= int64(n); err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// next reads the size of the next chunk. The error is io.EOF after the last.
func (c *chunks) next() error {
	if c.done {
		return io.EOF
	}
	left := maxSizeLine
	if c.began { // the line end after the chunk before
		if _, err := readLine(c.r, &left); err != nil {
			return chunkError(err)
		}
	}
	c.began = true
	line, err := readLine(c.r, &left)
	if err != nil {
		return chunkError(err)
	}
	size, err := chunkSize(line)
	switch {
	case err != nil || size < 0:
		return fmt.Errorf("%w: chunk of size %q", ErrEncoding, shown(line))
	case size == 0:
		c.done = true
		return io.EOF
	}
	c.left = size
	return nil
}

// chunkError says that chunks end where they should not.
func chunkError(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return fmt.Errorf("%w: chunk: %w", ErrEncoding, err)
}

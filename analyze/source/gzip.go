package source

import (
	"bufio"
	"compress/gzip"
	"context"
	"io"
)

// unpacked returns r, or what it holds unpacked where its first two bytes are
// gzip's. A file that goes by another name all the same is read as it is.
func unpacked(r io.Reader) (io.Reader, error) {
	b := bufio.NewReaderSize(r, chunk)
	if magic, _ := b.Peek(2); len(magic) < 2 || magic[0] != 0x1f || magic[1] != 0x8b {
		return b, nil // an error of Peek comes again from Read
	}
	return gzip.NewReader(b)
}

// opened returns what the file of a name holds, unpacked. Reading it heeds ctx and is counted. The error
// is an [*Error].
func opened(ctx context.Context, r io.Reader, name string, o Options) (io.Reader, error) {
	u, err := unpacked(watched{ctx, r, o.Read})
	if err != nil {
		return nil, fileError(name, err)
	}
	return u, nil
}

// watched is a reader that heeds ctx and counts.
type watched struct {
	ctx  context.Context
	r    io.Reader
	read func(n int)
}

func (w watched) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.r.Read(p)
	w.read(n)
	return n, err
}

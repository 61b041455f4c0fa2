package main

import (
	"context"
	"io"
)

// patient is a reader that gives up waiting when ctx ends, since standard input
// itself cannot be interrupted. The read that was waited for goes on behind it
// until the process ends; its bytes are lost.
type patient struct {
	ctx context.Context
	r   io.Reader
}

// Read waits for the reader or the end of ctx.
func (p patient) Read(b []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	own := make([]byte, len(b)) // b is the caller's again when Read returns
	done := make(chan result, 1)
	go func() {
		n, err := p.r.Read(own)
		done <- result{n, err}
	}()
	select {
	case r := <-done:
		return copy(b, own[:r.n]), r.err
	case <-p.ctx.Done():
		return 0, p.ctx.Err()
	}
}

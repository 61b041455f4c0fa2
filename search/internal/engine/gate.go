package engine

import (
	"context"
	"sync"

	"github.com/dateline-go/dateline/search"
)

// Gate lets calls in until it is closed. The zero value is open.
type Gate struct {
	mu     sync.Mutex
	closed bool
	calls  sync.WaitGroup
}

// Enter marks the beginning of a call; Leave its end. The error is that of the
// context, or [search.ErrClosed].
func (g *Gate) Enter(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		return search.ErrClosed
	}
	g.calls.Add(1)
	return nil
}

// Leave marks the end of a call.
func (g *Gate) Leave() { g.calls.Done() }

// Close lets no more calls in and waits for those that run. A second Close returns
// [search.ErrClosed].
func (g *Gate) Close() error {
	g.mu.Lock()
	again := g.closed
	g.closed = true
	g.mu.Unlock()
	if again {
		return search.ErrClosed
	}
	g.calls.Wait()
	return nil
}

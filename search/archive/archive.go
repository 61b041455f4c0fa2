package archive

import (
	"context"
	"sync"

	"github.com/blevesearch/bleve/v2"
	index "github.com/blevesearch/bleve_index_api"
)

// Options are the settings of an archive. The zero value is the best default.
type Options struct {
	// BatchSize is how many documents are written at once by [Archive.Load]; 0
	// means 1,000. Larger ones cost memory and gain little.
	BatchSize int
	// Workers is how many documents are prepared at once; 0 means one for each
	// processor.
	Workers int
	// OnError is told of each document that [Archive.Load] could not take, in
	// order. When it is nil, Load joins the first hundred to its error.
	OnError func(error)
}

// Archive is an open archive. It is safe for concurrent use; a search sees the
// state at its beginning, whatever is written meanwhile.
type Archive struct {
	options Options
	index   bleve.Index
	engine  index.Index
	columns columnCache

	state  sync.Mutex // of the two that follow
	closed bool
	calls  sync.WaitGroup // running calls
	write  sync.Mutex     // one batch at a time: totals are read, changed and written
}

// enter marks the begin of a call; leave its end.
func (a *Archive) enter(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	a.state.Lock()
	defer a.state.Unlock()
	if a.closed {
		return ErrClosed
	}
	a.calls.Add(1)
	return nil
}

func (a *Archive) leave() { a.calls.Done() }

// Close waits for running calls, loops over [Archive.Documents] among them, and
// closes the archive. What was written before is on disk already. A second Close
// returns [ErrClosed].
func (a *Archive) Close() (err error) {
	a.state.Lock()
	again := a.closed
	a.closed = true
	a.state.Unlock()
	if again {
		return ErrClosed
	}
	a.calls.Wait()
	defer guard(&err)
	return a.index.Close()
}

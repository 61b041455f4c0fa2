package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
)

// Options are the settings of an archive. The zero value is the best default.
type Options struct {
	// BatchSize is how many documents are written at once by [Archive.Load]; 0
	// means 1,000, 100,000 is the most. Larger ones cost memory and gain little.
	BatchSize int
	// Workers is how many documents are prepared at once; 0 means one for each
	// processor, 1,024 is the most.
	Workers int
	// OnError is told of each document that [Archive.Load] could not take, in
	// order. When it is nil, Load joins the first hundred to its error.
	OnError func(error)
	// OnProgress is told how far [Archive.Load] has come after each batch, when
	// that is on disk.
	OnProgress func(Progress)
	// Undelete makes [Archive.Load] bring back documents that were deleted. It
	// passes over them otherwise.
	Undelete bool
	// Verify makes [Open] compare every file with the manifest, which reads all
	// of them. What is read without it is told at [Check].
	Verify bool
	// ReadOnly opens an archive that is there without writing anything, neither a
	// manifest nor a lock for itself alone: one on a full disk, on a snapshot that is
	// mounted read-only, or of another user. Several processes may read it so at
	// once, and beside one that writes to it: they see the state that was
	// acknowledged last before they opened it. What would write returns
	// [ErrReadOnly].
	ReadOnly bool
	// Now gives the time that revisions are kept with; nil means [time.Now].
	Now func() time.Time
}

func (o Options) now() time.Time {
	if o.Now == nil {
		return time.Now()
	}
	return o.Now()
}

var _ search.Engine = (*Archive)(nil)

// Archive is an open archive. It is safe for concurrent use; a search sees the
// state at its beginning, whatever is written meanwhile.
type Archive struct {
	options Options
	dir     string // "" in memory
	scratch string // of a reader beside a writer, removed by Close
	lenders lenders
	// learning is how feedback learns, the zero value as usual.
	learning engine.Learning

	gate   engine.Gate
	write  sync.Mutex // one batch at a time: totals are read, changed and written
	failed error      // of a write that failed, guarded by write

	state   sync.Mutex // of what follows
	index   bleve.Index
	bleve   index.Index
	columns *columnCache
	steady  *scorch.IndexSnapshot // what is acknowledged, while a write goes on or after it failed
	// shutDown says that the index is closed, which it may stay after a fault.
	shutDown bool
}

// enter marks the beginning of a call; leave its end.
func (a *Archive) enter(ctx context.Context) error { return a.gate.Enter(ctx) }

func (a *Archive) leave() { a.gate.Leave() }

// read calls do with the present state. A panic of bleve becomes an error.
func (a *Archive) read(ctx context.Context, do func(*view) error) (err error) {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	defer guard(&err)
	v, err := a.view(ctx)
	if err != nil {
		return err
	}
	defer v.close()
	return do(v)
}

// Close waits for running calls, loops over [Archive.Documents] among them, and
// closes the archive. What was written before is on disk already, the manifest of
// the files is brought up to date. A second Close returns [ErrClosed].
func (a *Archive) Close() (err error) {
	if err := a.gate.Close(); err != nil {
		return err
	}
	defer guard(&err)
	err = errors.Join(a.release(), a.shut())
	if a.scratch != "" {
		err = errors.Join(err, os.RemoveAll(a.scratch))
	}
	if err != nil || a.dir == "" || a.options.ReadOnly {
		return err
	}
	if err := seal(a.dir); err != nil {
		return fmt.Errorf("archive: close %q: %w", a.dir, err)
	}
	return nil
}

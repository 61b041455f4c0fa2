package archive

import (
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline/internal/disk"
)

// What everybody reads is what is acknowledged. bleve shows a batch while it writes it,
// and where that fails it goes on showing it with a part that it has closed: searches
// and further batches break. So a write holds the state before it for all who read, and
// after a fault that may pass, as a full disk, the index is opened anew.

// set makes an index that was opened that of the archive.
func (a *Archive) set(ix bleve.Index) error {
	advanced, err := ix.Advanced()
	if err != nil {
		return errors.Join(err, ix.Close())
	}
	a.state.Lock()
	defer a.state.Unlock()
	a.index, a.bleve, a.columns, a.shutDown = ix, advanced, new(columnCache), false
	return nil
}

// engine returns the index as it is open at present.
func (a *Archive) engine() (bleve.Index, index.Index) {
	a.state.Lock()
	defer a.state.Unlock()
	return a.index, a.bleve
}

// reader returns what is acknowledged, and the columns of that index.
func (a *Archive) reader() (index.IndexReader, *columnCache, error) {
	a.state.Lock()
	defer a.state.Unlock()
	if a.steady == nil {
		r, err := a.bleve.Reader()
		return r, a.columns, err
	}
	a.steady.AddRef()
	return a.steady, a.columns, nil
}

// newest returns what there is, be it acknowledged or not.
func (a *Archive) newest() (index.IndexReader, error) {
	_, engine := a.engine()
	return engine.Reader()
}

// hold has everybody read the present state until it is let go.
func (a *Archive) hold() error {
	a.state.Lock()
	defer a.state.Unlock()
	r, err := a.bleve.Reader()
	if err != nil {
		return err
	}
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return errors.Join(errReader, r.Close())
	}
	a.steady = snapshot
	return nil
}

// release has everybody read what is there now.
func (a *Archive) release() error {
	a.state.Lock()
	defer a.state.Unlock()
	if a.steady == nil {
		return nil
	}
	held := a.steady
	a.steady = nil
	return held.Close()
}

// fail notes that a write failed, and returns why.
func (a *Archive) fail(err error) error {
	a.failed = fmt.Errorf("archive: write: %w", err)
	err = a.failed
	if a.reopen() {
		a.failed = nil
	}
	return err
}

// resume reports whether the archive takes writes.
func (a *Archive) resume() error {
	if a.failed == nil || a.reopen() {
		a.failed = nil
		return nil
	}
	return fmt.Errorf("archive: an earlier write failed: %w", a.failed)
}

// reopen opens the index anew after a write for which there was no room, and reports
// whether that went well. Of the batch that failed all is there then, or nothing. After
// other faults nobody knows what the disk has.
func (a *Archive) reopen() bool {
	if a.dir == "" || !disk.IsFull(a.failed) {
		return false
	}
	if a.shut() != nil {
		return false
	}
	ix, err := bleve.OpenUsing(a.dir, config())
	return err == nil && a.set(ix) == nil && a.release() == nil
}

// shut closes the index, once.
func (a *Archive) shut() error {
	a.state.Lock()
	defer a.state.Unlock()
	if a.shutDown {
		return nil
	}
	a.shutDown = true
	return a.index.Close()
}

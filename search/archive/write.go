package archive

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"sync"

	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline"
)

// totals are kept beside the postings, in the same batch as what changes them.
type totals struct {
	// Lengths are the sums of the documents' lengths, by scored field.
	Lengths lengths `json:"lengths"`
}

// Add writes documents; one of an id that is there replaces it. When it returns
// nil they are on disk and found. The documents must be valid ([dateline.Document.Validate])
// and have an id; otherwise none is written and the error names each that is not.
func (a *Archive) Add(ctx context.Context, docs ...*dateline.Document) (err error) {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	defer guard(&err)
	entries, bad := a.prepare(ctx, docs)
	if err := errors.Join(append(bad, ctx.Err())...); err != nil {
		return err
	}
	return a.commit(entries, nil)
}

// Delete takes documents out. Ids that are not there are no error.
func (a *Archive) Delete(ctx context.Context, ids ...string) (err error) {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	defer guard(&err)
	return a.commit(nil, ids)
}

// prepare makes documents ready on some goroutines. The entries are in the order
// of the documents, those that failed left out.
func (a *Archive) prepare(ctx context.Context, docs []*dateline.Document) ([]*entry, []error) {
	entries := make([]*entry, len(docs))
	errs := make([]error, len(docs))
	workers := a.options.Workers
	if workers == 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(workers, len(docs)) {
		wg.Go(func() {
			for i := range next {
				entries[i], errs[i] = build(docs[i])
			}
		})
	}
	for i := range docs {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	var ready []*entry
	var bad []error
	for i := range docs {
		if errs[i] != nil {
			bad = append(bad, errs[i])
		} else if entries[i] != nil {
			ready = append(ready, entries[i])
		}
	}
	return ready, bad
}

// commit writes one batch: entries in, ids out, totals as they are after it.
func (a *Archive) commit(entries []*entry, remove []string) error {
	if len(entries)+len(remove) == 0 {
		return nil
	}
	a.write.Lock()
	defer a.write.Unlock()
	r, err := a.engine.Reader()
	if err != nil {
		return fmt.Errorf("archive: write: %w", err)
	}
	defer r.Close()
	t, err := readTotals(r)
	if err != nil {
		return err
	}
	n, err := r.DocCount()
	if err != nil {
		return fmt.Errorf("archive: write: %w", err)
	}
	b := a.index.NewBatch()
	pending := make(map[string]lengths, len(entries)) // of ids that the batch holds
	drop := func(id string) error {
		old, ok := pending[id]
		if !ok && n > 0 {
			if old, ok, err = storedLengths(r, id); err != nil {
				return err
			}
		}
		if ok {
			for i := range old {
				t.Lengths[i] -= old[i]
			}
		}
		return nil
	}
	for _, id := range remove {
		if _, gone := pending[id]; gone {
			continue
		}
		if err := drop(id); err != nil {
			return err
		}
		pending[id] = lengths{}
		b.Delete(id)
	}
	for _, e := range entries {
		if err := drop(e.id); err != nil {
			return err
		}
		pending[e.id] = e.lengths
		for i := range e.lengths {
			t.Lengths[i] += e.lengths[i]
		}
		if err := b.IndexAdvanced(e.doc); err != nil {
			return fmt.Errorf("archive: document %q: %w", e.id, err)
		}
	}
	raw, err := json.Marshal(t)
	if err != nil {
		return fmt.Errorf("archive: write: %w", err)
	}
	b.SetInternal(keyTotals, raw)
	if err := a.index.Batch(b); err != nil {
		return fmt.Errorf("archive: write: %w", err)
	}
	return nil
}

func readTotals(r index.IndexReader) (t totals, err error) {
	raw, err := r.GetInternal(keyTotals)
	if err == nil && raw != nil {
		err = json.Unmarshal(raw, &t)
	}
	if err != nil {
		return t, fmt.Errorf("%w: totals: %w", ErrDamaged, err)
	}
	return t, nil
}

// storedLengths returns the lengths of a document that is in the archive.
func storedLengths(r index.IndexReader, id string) (lengths, bool, error) {
	b, err := stored(r, id)
	if b == nil || err != nil {
		return lengths{}, false, err
	}
	c, _, err := decodeCard(b)
	return c.lengths, err == nil, err
}

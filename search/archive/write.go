package archive

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline"
)

// totals are kept beside the postings, in the same batch as what changes them.
type totals struct {
	// Lengths are the sums of the documents' lengths, by scored field.
	Lengths lengths `json:"lengths"`
	// Deleted is how many tombstones there are.
	Deleted int `json:"deleted,omitempty"`
}

// Add writes documents; one of an id that is there replaces it, and one that was
// deleted comes back. When it returns nil they are on disk and found. The
// documents must be valid ([dateline.Document.Validate]) and have an id; otherwise
// none is written and the error names each that is not.
//
// A write that fails, as on a full disk, may reach the disk later, and shows when it
// has. Where the disk was full, the archive takes writes again as soon as there is
// room; after any other fault it takes none until it was closed and opened again.
func (a *Archive) Add(ctx context.Context, docs ...*dateline.Document) (err error) {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	defer guard(&err)
	items := make([]Item, len(docs))
	for i, d := range docs {
		items[i].Document = d
	}
	_, bad, err := a.put(ctx, items, true, false)
	return errors.Join(append(bad, err)...)
}

// Delete takes documents out and leaves a tombstone of each, so that a load of an
// older feed does not bring it back; [Archive.Purge] takes that away too. Ids that
// are not there are no error.
func (a *Archive) Delete(ctx context.Context, ids ...string) (err error) {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	defer guard(&err)
	_, err = a.change(func(w *writing) error {
		for _, id := range ids {
			if err := w.remove(id); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
	return err
}

// put writes documents. bad are those that are refused, without which the rest is
// written only where partly is true.
func (a *Archive) put(ctx context.Context, items []Item, undelete, partly bool) (p Progress, bad []error, err error) {
	w, err := a.change(func(w *writing) error {
		var entries []*entry
		entries, bad = a.prepare(ctx, w, items)
		if err := ctx.Err(); err != nil {
			return err
		}
		if len(bad) > 0 && !partly {
			w.batch.Reset()
			return nil
		}
		for _, e := range entries {
			if err := w.put(e, undelete); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return Progress{}, bad, err
	}
	return w.done, bad, nil
}

// writing is a batch in the making.
type writing struct {
	a       *Archive
	r       index.IndexReader
	empty   bool // the archive has held nothing yet
	totals  totals
	batch   *bleve.Batch
	pending map[string]*known // as the batch leaves them, nil for nothing
	done    Progress
}

// change writes one batch, filled by make, and the totals as they are after it.
func (a *Archive) change(fill func(*writing) error) (*writing, error) {
	if a.options.ReadOnly {
		return nil, ErrReadOnly
	}
	a.write.Lock()
	defer a.write.Unlock()
	if err := a.resume(); err != nil {
		return nil, err
	}
	ix, engine := a.engine()
	r, err := engine.Reader()
	if err != nil {
		return nil, fmt.Errorf("archive: write: %w", err)
	}
	defer r.Close()
	n, err := r.DocCount()
	if err != nil {
		return nil, fmt.Errorf("archive: write: %w", err)
	}
	w := &writing{a: a, r: r, empty: n == 0, batch: ix.NewBatch(), pending: map[string]*known{}}
	if w.totals, err = readTotals(r); err != nil {
		return nil, err
	}
	if err := fill(w); err != nil {
		return nil, err
	}
	if w.batch.Size() == 0 {
		return w, nil
	}
	raw, err := json.Marshal(w.totals)
	if err != nil {
		return nil, fmt.Errorf("archive: write: %w", err)
	}
	w.batch.SetInternal(keyTotals, raw)
	if err := a.commit(w.batch); err != nil {
		return nil, a.fail(err)
	}
	return w, nil
}

// commit writes a batch and waits until it is on disk. Until then, and as long as it is
// not after a fault, everybody reads what was there before.
func (a *Archive) commit(b *bleve.Batch) error {
	if err := a.hold(); err != nil {
		return err
	}
	ix, _ := a.engine()
	if err := ix.Batch(b); err != nil {
		return withCause(err)
	}
	if err := a.filesThere(); err != nil {
		return err
	}
	if a.dir != "" { // bleve syncs its files and not their names
		if err := syncDir(filepath.Join(a.dir, storeDir)); err != nil {
			return err
		}
	}
	return a.release()
}

// known returns what an id is at this point of the batch.
func (w *writing) known(id string) (*known, error) {
	if k, ok := w.pending[id]; ok || w.empty {
		return k, nil
	}
	k, err := lookup(w.r, id)
	if err != nil {
		return nil, fmt.Errorf("archive: document %q: %w", id, err)
	}
	return k, nil
}

// put adds a document to the batch, unless it is there already or is to stay deleted.
func (w *writing) put(e *entry, undelete bool) error {
	k := e.known
	if e.repeated {
		var err error
		if k, err = w.known(e.id); err != nil {
			return err
		}
	}
	h := head{revision: 1, stored: w.a.options.now(), digest: e.digest}
	switch {
	case k == nil:
		w.done.Added++
	case k.deleted && !undelete:
		w.done.Deleted++
		return nil
	case k.deleted:
		h.revision = k.revision + 1
		w.totals.Deleted--
		w.done.Added++
	case k.digest == e.digest:
		w.done.Unchanged++
		w.pending[e.id] = k
		if e.same(k) {
			return nil
		}
		h = k.head // only its source is another one
	default:
		h.revision = k.revision + 1
		w.done.Replaced++
	}
	if k != nil {
		w.totals.add(k.lengths, -1)
	}
	w.totals.add(e.lengths, 1)
	h.seal(e.stored)
	w.pending[e.id] = &known{h, e.source, e.lengths}
	if err := w.batch.IndexAdvanced(e.doc); err != nil {
		return fmt.Errorf("archive: document %q: %w", e.id, err)
	}
	return nil
}

// remove puts a tombstone in the place of a document.
func (w *writing) remove(id string) error {
	k, err := w.known(id)
	if err != nil || k == nil || k.deleted {
		return err
	}
	w.totals.add(k.lengths, -1)
	w.totals.Deleted++
	left := known{head{revision: k.revision + 1, stored: w.a.options.now(), deleted: true}, k.source, lengths{}}
	w.pending[id] = &left
	if err := w.batch.IndexAdvanced(tombstone(id, left)); err != nil {
		return fmt.Errorf("archive: delete %q: %w", id, err)
	}
	return nil
}

func (t *totals) add(l lengths, times int) {
	for i := range l {
		t.Lengths[i] += times * l[i]
	}
}

func readTotals(r index.IndexReader) (t totals, err error) {
	raw, err := r.GetInternal(keyTotals)
	if err == nil && raw != nil {
		err = json.Unmarshal(raw, &t)
	}
	if err != nil {
		return t, fmt.Errorf("%w: totals: %w", ErrDamaged, err)
	}
	// Counted, whatever was written: a purge that was cut short once left the number
	// too high for good.
	tombstones, err := r.TermFieldReader(context.Background(), []byte(deletedTerm), fieldDeleted, false, false, false)
	if err != nil {
		return t, fmt.Errorf("archive: totals: %w", err)
	}
	defer tombstones.Close()
	t.Deleted = int(tombstones.Count())
	return t, nil
}

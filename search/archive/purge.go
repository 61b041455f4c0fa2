package archive

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"
)

// reservedID is the id of the archive's own tombstone, which is there only while
// Purge runs.
const reservedID = "\x00"

// Purge takes documents and tombstones out for good: those with the given ids, or
// every tombstone where none is given. Then it writes all segments anew, so that
// nothing of what was deleted or replaced is left in the files of the archive; this
// takes as long as copying the archive, and as much room. Other writes wait
// meanwhile. A load of an older feed may bring purged documents back. It waits for
// searches and loops that began before.
//
// The bytes of a removed file may stay on the disk until they are written over, as
// those of any file, and in memory an archive keeps them until it is closed.
func (a *Archive) Purge(ctx context.Context, ids ...string) (err error) {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	defer guard(&err)
	if len(ids) == 0 {
		list, err := a.tombstones(ctx)
		if err != nil {
			return err
		}
		for _, rev := range list {
			ids = append(ids, rev.ID)
		}
	}
	if err := a.erase(ctx, ids); err != nil || a.dir == "" {
		return err
	}
	if err := a.compact(ctx); err != nil {
		return fmt.Errorf("archive: purge: %w", err)
	}
	return nil
}

// erase deletes ids, tombstones too, and leaves nothing of them.
func (a *Archive) erase(ctx context.Context, ids []string) error {
	_, err := a.change(func(w *writing) error {
		for _, id := range ids {
			if err := w.erase(id); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
	return err
}

// erase takes what is stored under an id out.
func (w *writing) erase(id string) error {
	k, err := w.known(id)
	if err != nil || k == nil {
		return err
	}
	if k.deleted {
		w.totals.Deleted--
	}
	w.totals.add(k.lengths, -1)
	w.pending[id] = nil
	w.batch.Delete(id)
	return nil
}

// compact writes all segments anew as one, and waits until the old ones are gone.
// bleve leaves a single segment as it is whatever was deleted in it, so another is
// put beside it first.
func (a *Archive) compact(ctx context.Context) error {
	_, engine := a.engine()
	scorched, ok := engine.(*scorch.Scorch)
	if !ok {
		return errEngine
	}
	// A merge that meets damage ends without a word and would be waited for.
	paths, err := a.segmentFiles()
	if err != nil {
		return err
	}
	for _, path := range paths {
		if _, err := scan(ctx, a.dir, storeDir+"/"+filepath.Base(path), nil); err != nil {
			return err
		}
	}
	if _, err := a.change(func(w *writing) error {
		there, err := w.known(reservedID)
		if err != nil {
			return err
		}
		if there == nil { // it is where a purge was cut short
			w.totals.Deleted++
		}
		k := known{head: head{revision: 1, stored: a.options.now(), deleted: true}}
		return w.batch.IndexAdvanced(tombstone(reservedID, k))
	}); err != nil {
		return err
	}
	for {
		a.write.Lock()
		err := scorched.ForceMerge(ctx, nil)
		a.write.Unlock()
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if now, err := a.segmentFiles(); err != nil || len(now) <= 1 {
			if err != nil {
				return err
			}
			break
		}
	}
	if err := a.erase(ctx, []string{reservedID}); err != nil {
		return err
	}
	return a.awaitRemoval(ctx, paths)
}

// awaitRemoval waits until bleve has removed files, which it does when it next has
// something to write and nobody reads them.
func (a *Archive) awaitRemoval(ctx context.Context, paths []string) error {
	for {
		left := 0
		for _, path := range paths {
			if _, err := os.Stat(path); err == nil {
				left++
			}
		}
		if left == 0 {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("%d old files are still read: %w", left, ctx.Err())
		case <-time.After(20 * time.Millisecond):
		}
		if _, err := a.change(func(w *writing) error {
			w.batch.SetInternal(keyKind, []byte(kind)) // as it is
			return nil
		}); err != nil {
			return err
		}
	}
}

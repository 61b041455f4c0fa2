package archive

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bolterrors "go.etcd.io/bbolt/errors"
)

// version is the version of what the archive holds: fields, terms, stored form.
const version = "6"

// Keys of what the archive says of itself, kept beside the postings.
var (
	keyKind    = []byte("dateline.kind")
	keyVersion = []byte("dateline.version")
	keyTotals  = []byte("dateline.totals")
)

const (
	kind     = "archive"
	metaFile = "index_meta.json" // bleve's name
	storeDir = "store"           // bleve's name
	unready  = ".dateline-new"   // a new archive until it is complete
	// makingFile is locked by the process that makes a new archive.
	makingFile = ".dateline-lock"
	lockDelay  = 500 * time.Millisecond
)

// Open opens the archive in a folder. A folder that is not there or is empty
// becomes a new archive; "" is an archive in memory, gone when it is closed.
//
// The errors are [ErrLocked] (after half a second), [ErrNotArchive],
// [ErrVersion], [ErrDamaged], which names the file, or what the file system says,
// each with the folder's name. Nothing stays locked after an error.
func Open(ctx context.Context, dir string, o Options) (a *Archive, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if o.BatchSize < 0 || o.BatchSize > maxBatch || o.Workers < 0 || o.Workers > maxWorkers {
		return nil, fmt.Errorf("%w: batch size %d and workers %d: they must be from 0 to %d and %d",
			ErrOptions, o.BatchSize, o.Workers, maxBatch, maxWorkers)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("archive: open %q: %w", dir, err)
		}
	}()
	defer guard(&err)
	a = &Archive{options: o, dir: dir}
	var ix bleve.Index
	switch {
	case o.ReadOnly:
		ix, a.scratch, err = openReadOnly(ctx, dir, o.Verify)
	case dir == "":
		ix, err = create("")
	default:
		ix, err = openDir(ctx, dir, o.Verify)
	}
	if err != nil {
		return nil, err
	}
	if err := a.set(ix); err != nil {
		return nil, err
	}
	return a, nil
}

// config is what bleve opens an index with. It waits for ever for a locked one
// otherwise.
func config() map[string]any {
	return map[string]any{"bolt_timeout": lockDelay.String()}
}

// openDir opens an archive on disk, and makes it first where there is none.
func openDir(ctx context.Context, dir string, verify bool) (bleve.Index, error) {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = makeDir(dir)
	case err != nil:
		if info, e := os.Stat(dir); e == nil && !info.IsDir() {
			return nil, fmt.Errorf("%w: a file", ErrNotArchive)
		}
	case blank(entries):
		err = makeDir(dir)
	case !holds(entries, metaFile):
		return nil, fmt.Errorf("%w: the folder holds %s", ErrNotArchive, entries[0].Name())
	}
	if err != nil {
		return nil, err
	}
	if err := described(dir); err != nil {
		return nil, err
	}
	if err := inspect(ctx, dir, verify); err != nil {
		return nil, err
	}
	ix, err := bleve.OpenUsing(dir, config())
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return ix, nil
}

// described looks at bleve's description of an index.
func described(dir string) error {
	raw, err := readSmall(dir, metaFile, maxDescription)
	if err != nil {
		return err
	}
	var m struct {
		Storage   string `json:"storage"`
		IndexType string `json:"index_type"`
	}
	if err := json.Unmarshal(raw, &m); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, metaFile, err)
	}
	if m.Storage != scorch.Name || m.IndexType != scorch.Name {
		return fmt.Errorf("%w: %s speaks of an index of type %.20q", ErrNotArchive, metaFile, m.IndexType)
	}
	return nil
}

// blank reports whether a folder is empty or holds an archive in the making.
func blank(entries []fs.DirEntry) bool {
	if holds(entries, metaFile) {
		return false
	}
	return len(entries) == 0 || holds(entries, unready) || holds(entries, makingFile)
}

func holds(entries []fs.DirEntry, name string) bool {
	for _, e := range entries {
		if e.Name() == name {
			return true
		}
	}
	return false
}

// create makes an empty index that knows what it is. bleve's NewMemOnly is an
// older engine, so memory goes through NewUsing too.
func create(dir string) (bleve.Index, error) {
	m := bleve.NewIndexMapping() // not used: documents come with their fields made
	m.DefaultMapping.Dynamic = false
	ix, err := bleve.NewUsing(dir, m, scorch.Name, scorch.Name, config())
	if err != nil {
		return nil, err
	}
	b := ix.NewBatch()
	b.SetInternal(keyKind, []byte(kind))
	b.SetInternal(keyVersion, []byte(version))
	if err := ix.Batch(b); err != nil {
		return nil, errors.Join(err, ix.Close())
	}
	return ix, nil
}

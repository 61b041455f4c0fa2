package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bolterrors "go.etcd.io/bbolt/errors"
)

// version is the version of what the archive holds: fields, terms, stored form.
const version = "3"

// Keys of what the archive says of itself, kept beside the postings.
var (
	keyKind    = []byte("dateline.kind")
	keyVersion = []byte("dateline.version")
	keyTotals  = []byte("dateline.totals")
)

const (
	kind      = "archive"
	metaFile  = "index_meta.json" // bleve's name
	storeDir  = "store"           // bleve's name
	unready   = ".dateline-new"   // a new archive until it is complete
	lockDelay = "500ms"           // bleve waits for ever for a locked archive otherwise
)

// Open opens the archive in a folder. A folder that is not there or is empty
// becomes a new archive; "" is an archive in memory, gone when it is closed.
//
// The errors are [ErrLocked] (after half a second), [ErrNotArchive],
// [ErrVersion], or what the file system says, each with the folder's name.
func Open(ctx context.Context, dir string, o Options) (a *Archive, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if o.BatchSize < 0 || o.Workers < 0 {
		return nil, fmt.Errorf("archive: batch size %d and workers %d must not be negative", o.BatchSize, o.Workers)
	}
	defer func() {
		if err != nil {
			err = fmt.Errorf("archive: open %q: %w", dir, err)
		}
	}()
	defer guard(&err)
	a = &Archive{options: o}
	if dir == "" {
		a.index, err = create("")
	} else {
		a.index, err = openDir(dir)
	}
	if err != nil {
		return nil, err
	}
	if a.engine, err = a.index.Advanced(); err == nil {
		err = a.check()
	}
	if err != nil {
		return nil, errors.Join(err, a.index.Close())
	}
	return a, nil
}

// openDir opens an archive on disk, and makes it first where there is none.
func openDir(dir string) (bleve.Index, error) {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = makeDir(dir)
	case err != nil:
		if info, e := os.Stat(dir); e == nil && !info.IsDir() {
			return nil, fmt.Errorf("%w: a file", ErrNotArchive)
		}
	case len(entries) == 0 || holds(entries, unready) && !holds(entries, metaFile):
		err = makeDir(dir)
	case !holds(entries, metaFile):
		return nil, fmt.Errorf("%w: the folder holds %s", ErrNotArchive, entries[0].Name())
	}
	if err != nil {
		return nil, err
	}
	ix, err := bleve.OpenUsing(dir, map[string]any{"bolt_timeout": lockDelay})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, ErrLocked
	}
	if errors.Is(err, bleve.ErrorIndexMetaCorrupt) {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return ix, err
}

func holds(entries []fs.DirEntry, name string) bool {
	for _, e := range entries {
		if e.Name() == name {
			return true
		}
	}
	return false
}

// makeDir makes a new archive aside and moves it into place, its description
// last: a folder either holds a whole archive, or one that Open makes again.
func makeDir(dir string) error {
	aside := filepath.Join(dir, unready)
	if err := os.RemoveAll(aside); err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(dir, storeDir)); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	ix, err := create(aside)
	if err != nil {
		return err
	}
	if err := ix.Close(); err != nil {
		return err
	}
	for _, name := range []string{storeDir, metaFile} {
		if err := os.Rename(filepath.Join(aside, name), filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return os.Remove(aside)
}

// create makes an empty index that knows what it is. bleve's NewMemOnly is an
// older engine, so memory goes through NewUsing too.
func create(dir string) (bleve.Index, error) {
	m := bleve.NewIndexMapping() // not used: documents come with their fields made
	m.DefaultMapping.Dynamic = false
	ix, err := bleve.NewUsing(dir, m, scorch.Name, scorch.Name, map[string]any{"bolt_timeout": lockDelay})
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

// check reads what the index says of itself.
func (a *Archive) check() error {
	for _, c := range []struct {
		key  []byte
		want string
		err  error
	}{{keyKind, kind, ErrNotArchive}, {keyVersion, version, ErrVersion}} {
		got, err := a.index.GetInternal(c.key)
		if err != nil {
			return err
		}
		if string(got) != c.want {
			return fmt.Errorf("%w: %s is %q, not %q", c.err, c.key, got, c.want)
		}
	}
	return nil
}

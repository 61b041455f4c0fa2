package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/blevesearch/bleve/v2"
)

// openReadOnly opens an archive that is there and writes nothing to it. Where
// another process has it open for writing, it reads the state that was acknowledged
// last, from a folder of its own that is to be removed: scratch, otherwise "".
func openReadOnly(ctx context.Context, dir string, verify bool) (ix bleve.Index, scratch string, err error) {
	if dir == "" {
		return nil, "", fmt.Errorf("%w: an archive in memory holds nothing to read", ErrNotArchive)
	}
	if err := present(dir); err != nil {
		return nil, "", err
	}
	if err := described(dir); err != nil {
		return nil, "", err
	}
	ix, err = openLooked(ctx, dir, verify)
	for try := 0; errors.Is(err, ErrLocked) && try < besideTries; try++ {
		if err := pause(ctx, time.Duration(try)*lockDelay/besideTries); err != nil {
			return nil, "", err
		}
		var beside error
		if ix, scratch, beside = openBeside(ctx, dir, verify); beside == nil {
			return ix, scratch, nil
		}
	}
	return ix, "", err
}

// besideTries is how often a state is read anew that a writer has taken away
// meanwhile.
const besideTries = 5

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// openLooked looks an archive over and opens it, as long as nobody writes to it.
func openLooked(ctx context.Context, dir string, verify bool) (bleve.Index, error) {
	if err := lookOver(ctx, dir, verify); err != nil {
		return nil, err
	}
	a, err := reading(dir)
	if err != nil {
		return nil, err
	}
	return a.index, nil
}

// openBeside opens the newest state of an archive that another process writes to.
// Segments never change, and one that is open stays readable when the writer
// removes it; the root is copied.
func openBeside(ctx context.Context, dir string, verify bool) (ix bleve.Index, scratch string, err error) {
	scratch, err = os.MkdirTemp("", "dateline-reading-*")
	if err != nil {
		return nil, "", err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(scratch))
		}
	}()
	if err := os.Mkdir(filepath.Join(scratch, storeDir), 0o700); err != nil {
		return nil, "", err
	}
	b, err := rootBytes(dir)
	if err != nil {
		return nil, "", err
	}
	if err := os.WriteFile(filepath.Join(scratch, filepath.FromSlash(rootPath)), b, 0o600); err != nil {
		return nil, "", err
	}
	for _, name := range []string{metaFile, manifestFile} {
		if err := copyFile(ctx, dir, scratch, name); err != nil {
			return nil, "", err
		}
	}
	if err := linkSegments(dir, scratch); err != nil {
		return nil, "", err
	}
	ix, err = openLooked(ctx, scratch, verify)
	return ix, scratch, err
}

// rootBytes reads a root that is being written to. A page that its newest state
// uses is written anew only after another state was made, so that the bytes are
// whole when the state is the same behind them.
func rootBytes(dir string) ([]byte, error) {
	for range besideTries {
		b, err := readSmall(dir, rootPath, maxRoot)
		if err != nil {
			return nil, err
		}
		again, err := readSmall(dir, rootPath, maxRoot)
		if err != nil {
			return nil, err
		}
		before, _, err := newestMeta(b)
		after, _, e := newestMeta(again)
		if err == nil && e == nil && order.Uint64(before[48:]) == order.Uint64(after[48:]) {
			return b, nil
		}
	}
	return nil, ErrLocked
}

// linkSegments links the segments that the copied root names.
func linkSegments(dir, scratch string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	r, err := lockRoot(scratch, lockDelay, true)
	if err != nil {
		return err
	}
	s, err := r.state()
	if err := errors.Join(err, r.close()); err != nil {
		return err
	}
	for _, name := range s.segments {
		path := filepath.FromSlash(name)
		if err := os.Symlink(filepath.Join(dir, path), filepath.Join(scratch, path)); err != nil {
			return err
		}
	}
	return nil
}

// lookOver is inspect without writing.
func lookOver(ctx context.Context, dir string, verify bool) (err error) {
	r, err := lockRoot(dir, lockDelay, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.close()) }()
	_, err = survey(ctx, dir, r, verify)
	return err
}

package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	index "github.com/blevesearch/bleve_index_api"
	bolt "go.etcd.io/bbolt"
)

// Backup copies the archive as it is at this moment to a new folder, while reads
// and writes go on. The copy is complete when the folder is there: it is made
// beside it and moved. It is an archive itself, and has a manifest.
func (a *Archive) Backup(ctx context.Context, to string) (err error) {
	if err := a.enter(ctx); err != nil {
		return err
	}
	defer a.leave()
	defer guard(&err)
	if a.dir == "" {
		return fmt.Errorf("%w: open one on disk and load it from Documents, then back that up", ErrMemory)
	}
	err = place(to, func(aside string) error {
		if err := os.Mkdir(filepath.Join(aside, storeDir), 0o777); err != nil {
			return err
		}
		if err := a.copyTo(ctx, aside); err != nil {
			return errors.Join(ctx.Err(), err)
		}
		return seal(aside)
	})
	if err != nil {
		return fmt.Errorf("archive: backup to %q: %w", to, err)
	}
	return nil
}

// copyTo copies the index to a folder. The state to copy is taken between two writes:
// during one bleve shows a batch that is not acknowledged.
func (a *Archive) copyTo(ctx context.Context, dir string) (err error) {
	a.write.Lock()
	_, engine := a.engine()
	copyable, ok := engine.(index.CopyIndex)
	if !ok {
		a.write.Unlock()
		return errEngine
	}
	r := copyable.CopyReader()
	a.write.Unlock()
	defer func() { err = errors.Join(err, r.CloseCopyReader()) }()
	if err := r.CopyTo(folder{ctx, dir}); err != nil {
		return err
	}
	return copyFile(ctx, a.dir, dir, metaFile)
}

// Restore makes a new archive of a backup. It reads the whole backup and its copy
// and compares them with the manifest; the error is [ErrDamaged] where they differ.
// It leaves the backup as it is, and to is there only when all went well.
func Restore(ctx context.Context, backup, to string) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("archive: restore %q to %q: %w", backup, to, err)
		}
	}()
	defer guard(&err)
	if err := present(backup); err != nil {
		return err
	}
	return place(to, func(aside string) (err error) {
		r, err := lockRoot(backup, lockDelay, false)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, r.close()) }()
		m, err := readManifest(backup)
		if err != nil {
			return err
		}
		s, err := r.state()
		if err != nil {
			return err
		}
		if err := s.kind(); err != nil {
			return err
		}
		if err := os.Mkdir(filepath.Join(aside, storeDir), 0o777); err != nil {
			return err
		}
		for _, name := range append([]string{metaFile, manifestFile, rootPath}, s.segments...) {
			if err := m.sized(backup, name); err != nil {
				return err
			}
			if err := copyFile(ctx, backup, aside, name); err != nil {
				return err
			}
			if err := m.compare(ctx, aside, name); err != nil {
				return err
			}
		}
		return nil
	})
}

// place makes a folder aside, which fill fills, and gives it its name when that
// went well.
func place(to string, fill func(aside string) error) (err error) {
	if entries, err := os.ReadDir(to); err == nil && len(entries) > 0 {
		return fmt.Errorf("%w: the folder is not empty", fs.ErrExist)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	to = filepath.Clean(to)
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return err
	}
	if err := sweepAsides(to); err != nil {
		return err
	}
	aside, free, err := makeAside(to)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(aside))
		}
		err = errors.Join(err, free())
	}()
	if err := os.Chmod(aside, 0o777&^umask(filepath.Dir(to))); err != nil {
		return err
	}
	if err := fill(aside); err != nil {
		return err
	}
	if err := settle(aside); err != nil {
		return err
	}
	if err := os.Remove(to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err // an empty folder only
	}
	if err := os.Rename(aside, to); err != nil {
		return err
	}
	return syncDir(filepath.Dir(to))
}

// A folder aside is named after the one that it becomes, and as long as a process
// fills it that process has the lock of the file beside it.
const asideSuffix, lockSuffix = ".part", ".lock"

// makeAside makes a folder to fill. Free lets its lock go.
func makeAside(to string) (aside string, free func() error, err error) {
	f, err := os.CreateTemp(filepath.Dir(to), filepath.Base(to)+".*"+asideSuffix+lockSuffix)
	if err != nil {
		return "", nil, err
	}
	lock := f.Name()
	if err := f.Close(); err != nil {
		return "", nil, err
	}
	db, err := bolt.Open(lock, 0o600, &bolt.Options{Timeout: lockDelay, NoSync: true})
	if err != nil {
		return "", nil, errors.Join(err, os.Remove(lock))
	}
	free = func() error { return errors.Join(db.Close(), os.Remove(lock)) }
	aside = strings.TrimSuffix(lock, lockSuffix)
	if err := os.Mkdir(aside, 0o700); err != nil {
		return "", nil, errors.Join(err, free())
	}
	return aside, free, nil
}

// sweepAsides removes the folders that killed processes have left beside one.
func sweepAsides(to string) error {
	entries, err := os.ReadDir(filepath.Dir(to))
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), filepath.Base(to)+".") || !strings.HasSuffix(e.Name(), asideSuffix) || !e.IsDir() {
			continue
		}
		aside := filepath.Join(filepath.Dir(to), e.Name())
		db, e := bolt.Open(aside+lockSuffix, 0o600, &bolt.Options{Timeout: time.Nanosecond, NoSync: true})
		if e != nil {
			continue // somebody fills it
		}
		err = errors.Join(err, os.RemoveAll(aside), db.Close(), os.Remove(aside+lockSuffix))
	}
	return err
}

// settle makes all files below a folder last.
func settle(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return syncDir(path)
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}

// copyFile copies a file of an archive.
func copyFile(ctx context.Context, from, to, name string) (err error) {
	in, err := openPlain(from, name)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(filepath.Join(to, filepath.FromSlash(name)), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	return errors.Join(feed(ctx, out, in), out.Close())
}

// folder is where bleve copies an index to.
type folder struct {
	ctx context.Context
	dir string
}

// GetWriter makes a file. bleve needs the file itself for its root.
func (f folder) GetWriter(path string) (io.WriteCloser, error) {
	if err := f.ctx.Err(); err != nil {
		return nil, err
	}
	return os.OpenFile(filepath.Join(f.dir, path), os.O_RDWR|os.O_CREATE, 0o666)
}

package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
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
		return errors.New("archive: backup: an archive in memory has no files; open one on disk and load it from Documents")
	}
	copyable, ok := a.index.(bleve.IndexCopyable)
	if !ok {
		return errors.New("archive: backup: no engine that can copy")
	}
	err = place(to, func(aside string) error {
		if err := os.Mkdir(filepath.Join(aside, storeDir), 0o777); err != nil {
			return err
		}
		if err := copyable.CopyTo(folder{ctx, aside}); err != nil {
			return errors.Join(ctx.Err(), err)
		}
		return seal(aside)
	})
	if err != nil {
		return fmt.Errorf("archive: backup to %q: %w", to, err)
	}
	return nil
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
	aside, err := os.MkdirTemp(filepath.Dir(to), filepath.Base(to)+".*.part")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(aside))
		}
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
	in, err := os.Open(filepath.Join(from, filepath.FromSlash(name)))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %s is missing", ErrDamaged, name)
	}
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

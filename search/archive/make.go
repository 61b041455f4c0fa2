package archive

import (
	"errors"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// makeDir makes a new archive aside and moves it into place, its description
// last: a folder either holds a whole archive, or one that Open makes again.
// Another process that does so at the same moment waits, and then finds the
// archive made; where it waits too long, the error is [ErrLocked].
func makeDir(dir string) error { return maker{sync: syncPath}.make(dir) }

// maker makes archives. sync makes a file, or the names in a folder, last.
type maker struct {
	sync func(path string) error
}

func (m maker) make(dir string) (err error) {
	if err := m.folders(dir); err != nil {
		return err
	}
	lock := filepath.Join(dir, makingFile)
	db, err := bolt.Open(lock, 0o600, &bolt.Options{Timeout: lockDelay, NoSync: true})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return ErrLocked
	}
	if err != nil {
		return err
	}
	defer func() {
		// After an error the file stays: one who waits for it is to keep others out.
		closed := db.Close()
		if err != nil {
			return
		}
		removed := os.Remove(lock)
		if errors.Is(removed, os.ErrNotExist) { // by another process
			removed = nil
		}
		err = errors.Join(closed, removed)
	}()
	entries, err := os.ReadDir(dir) // what another process has made meanwhile
	if err != nil || holds(entries, metaFile) {
		return err
	}
	return m.fill(dir)
}

// folders makes a folder with those above it.
func (m maker) folders(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	parent := filepath.Dir(dir)
	if parent != dir {
		if err := m.folders(parent); err != nil {
			return err
		}
	}
	if err := os.Mkdir(dir, 0o777); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	return m.sync(parent)
}

// fill makes an archive in a folder whose lock is held. Every file and every name
// is on the disk when it returns, so that a power cut takes nothing of what is
// acknowledged later.
func (m maker) fill(dir string) error {
	aside := filepath.Join(dir, unready)
	if err := os.RemoveAll(aside); err != nil {
		return err
	}
	if err := os.RemoveAll(filepath.Join(dir, storeDir)); err != nil {
		return err
	}
	ix, err := create(aside)
	if err != nil {
		return err
	}
	if err := ix.Close(); err != nil {
		return err
	}
	if err := seal(aside); err != nil {
		return err
	}
	for _, name := range []string{metaFile, manifestFile, rootPath, storeDir, "."} {
		if err := m.sync(filepath.Join(aside, filepath.FromSlash(name))); err != nil {
			return err
		}
	}
	for _, name := range []string{storeDir, manifestFile, metaFile} {
		if err := os.Rename(filepath.Join(aside, name), filepath.Join(dir, name)); err != nil {
			return err
		}
		if err := m.sync(dir); err != nil { // the description must not come before the rest
			return err
		}
	}
	return os.Remove(aside)
}

// syncPath makes a file, or the names in a folder, last. Not every system can sync
// a folder.
func syncPath(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return syncDir(path)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

package archive

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	zap "github.com/blevesearch/zapx/v17"
	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// bleve's names in its store.
const (
	rootFile      = "root.bolt"
	segmentSuffix = ".zap"
)

// root is the root of the store under its lock, as long as bleve has it not open.
// bleve takes a root that it cannot read for an empty archive and then removes the
// segments, so we look at all of it first.
type root struct{ db *bolt.DB }

// lockRoot opens the root of an archive. No other process has it open until it is
// closed; where one has, the error is [ErrLocked] after wait. Where it is only read,
// others may read it too and nothing is written.
func lockRoot(dir string, wait time.Duration, readOnly bool) (r *root, err error) {
	path := filepath.Join(dir, storeDir, rootFile)
	if info, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s is missing", ErrDamaged, rootPath)
	} else if err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%w: %s is no file", ErrDamaged, rootPath)
	} else if info.Size() == 0 {
		return nil, fmt.Errorf("%w: %s is empty", ErrDamaged, rootPath)
	}
	if err := sound(dir); err != nil {
		return nil, err
	}
	var file *os.File // to let the lock go when bolt panics
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %s: %v", ErrDamaged, rootPath, p)
		}
		if err != nil && file != nil {
			file.Close() // the second time where bolt has done so
		}
	}()
	db, err := bolt.Open(path, 0o600, &bolt.Options{
		Timeout:      wait,
		ReadOnly:     readOnly,
		FreelistType: bolt.FreelistMapType,
		OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
			f, err := os.OpenFile(name, flag&^os.O_CREATE, mode)
			file = f
			return f, err
		},
	})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, ErrLocked
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrVersionMismatch),
		errors.Is(err, bolterrors.ErrChecksum):
		return nil, fmt.Errorf("%w: %s: %w", ErrDamaged, rootPath, err)
	}
	return &root{db}, err
}

func (r *root) close() error { return r.db.Close() }

// state is what the newest root says.
type state struct {
	segments []string          // paths as in a manifest, in order
	internal map[string][]byte // what is kept beside the postings
}

// state reads the newest root.
func (r *root) state() (s state, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %s: %v", ErrDamaged, rootPath, p)
		}
	}()
	s.internal = map[string][]byte{}
	err = r.db.View(func(tx *bolt.Tx) error {
		roots := tx.Bucket([]byte{'s'})
		if roots == nil {
			return nil
		}
		epoch, _ := roots.Cursor().Last()
		newest := roots.Bucket(epoch)
		if newest == nil {
			return nil
		}
		return newest.ForEachBucket(func(k []byte) error {
			b := newest.Bucket(k)
			switch {
			case k[0] == 'm': // of bleve itself
			case k[0] == 'i':
				return b.ForEach(func(k, v []byte) error {
					s.internal[string(k)] = slices.Clone(v)
					return nil
				})
			default:
				name := string(b.Get([]byte{'p'}))
				if filepath.Base(name) != name || filepath.Ext(name) != segmentSuffix {
					return fmt.Errorf("%w: %s names a segment %q", ErrDamaged, rootPath, name)
				}
				s.segments = append(s.segments, storeDir+"/"+name)
			}
			return nil
		})
	})
	return s, err
}

// kind tells whether the root is of an archive of this version.
func (s state) kind() error { return s.is(version) }

// is tells whether the root is of an archive of a version.
func (s state) is(version string) error {
	for _, c := range []struct {
		key  []byte
		want string
		err  error
	}{{keyKind, kind, ErrNotArchive}, {keyVersion, version, ErrVersion}} {
		if got := s.internal[string(c.key)]; string(got) != c.want {
			return fmt.Errorf("%w: %s is %.20q, not %q", c.err, c.key, got, c.want)
		}
	}
	return nil
}

// openable opens a segment as bleve will, which for a damaged one may fail, and
// closes it.
func openable(dir, name string) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %s: %v", ErrDamaged, name, p)
		}
	}()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := footed(dir, name); err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, name, err)
	}
	s, err := new(zap.ZapPlugin).Open(path)
	if err != nil {
		return fmt.Errorf("%w: %s: %w", ErrDamaged, name, err)
	}
	return s.Close()
}

// footed looks at the footer of a segment: its version, and that what it points to
// lies in the file.
func footed(dir, name string) error {
	f, err := openPlain(dir, name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	end := info.Size() - zap.FooterSize
	if end < 0 {
		return errors.New("cut short")
	}
	var b [zap.FooterSize]byte
	if _, err := f.ReadAt(b[:], end); err != nil {
		return err
	}
	// id length, documents, stored fields, sections, chunks, version, checksum
	order := binary.BigEndian
	documents, storedAt, sectionsAt := order.Uint64(b[4:]), order.Uint64(b[12:]), order.Uint64(b[20:])
	switch {
	case order.Uint32(b[32:]) != zap.Version:
		return errors.New("cut short, or of another format")
	case max(uint64(order.Uint32(b[:])), storedAt, sectionsAt, documents) > uint64(end):
		return errors.New("its end points outside of it")
	}
	return nil
}

package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// manifestFile lies beside bleve's description of the index.
const manifestFile = "manifest.json"

// manifest says what the files of an archive were when they were written. Segments
// never change, so each is hashed once, when it is first seen. The root of the
// store changes with each batch: it is hashed when the archive is closed, and its
// hash is taken out of the manifest before the next one opens it for writing. So
// nothing that a killed process leaves disagrees with the manifest.
type manifest struct {
	Format int              `json:"format"`
	Files  map[string]facts `json:"files"` // by path, with slashes
	// Sum is the hash of this manifest with an empty Sum.
	Sum string `json:"sum"`
}

// facts are what a manifest says of a file.
type facts struct {
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

const manifestFormat = 1

// rootPath is the path of the store's root in a manifest.
const rootPath = storeDir + "/" + rootFile

func (m manifest) sum() (string, error) {
	m.Sum = ""
	raw, err := json.Marshal(m)
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:]), err
}

// errUnlisted is about an archive without a manifest. It can be opened, since all
// else is there; a manifest of other bytes than were written is damage.
var errUnlisted = fmt.Errorf("%w: %s is missing", ErrDamaged, manifestFile)

// readManifest reads the manifest of an archive. The error is of [ErrDamaged]
// where it is missing or is not what was written.
func readManifest(dir string) (m manifest, err error) {
	raw, err := readSmall(dir, manifestFile, maxManifest)
	if errors.Is(err, fs.ErrNotExist) {
		return m, errUnlisted
	}
	if err != nil {
		return m, err
	}
	// Compared as bytes: other bytes may read as the same values.
	if json.Unmarshal(raw, &m) != nil {
		return manifest{}, fmt.Errorf("%w: %s is not what was written", ErrDamaged, manifestFile)
	}
	again, err := m.marshal()
	if err != nil {
		return manifest{}, err
	}
	if !bytes.Equal(raw, again) {
		return manifest{}, fmt.Errorf("%w: %s is not what was written", ErrDamaged, manifestFile)
	}
	return m, nil
}

// The longest manifest and description that are read. A manifest has some 140 bytes
// for each segment.
const (
	maxManifest    = 64 << 20
	maxDescription = 1 << 20
)

// readSmall reads a file whole that must be a plain one of at most some bytes.
func readSmall(dir, name string, most int64) ([]byte, error) {
	path := filepath.Join(dir, filepath.FromSlash(name))
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%w: %s is no file", ErrDamaged, name)
	case info.Size() > most:
		return nil, fmt.Errorf("%w: %s has %d bytes, more than %d", ErrDamaged, name, info.Size(), most)
	}
	return os.ReadFile(path)
}

func (m manifest) marshal() (raw []byte, err error) {
	if m.Sum, err = m.sum(); err != nil {
		return nil, err
	}
	raw, err = json.MarshalIndent(m, "", "\t")
	return append(raw, '\n'), err
}

// write puts the manifest into place in one step.
func (m manifest) write(dir string) error {
	m.Format = manifestFormat
	raw, err := m.marshal()
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, manifestFile+".*.part")
	if err != nil {
		return err
	}
	_, err = f.Write(raw)
	if err == nil {
		err = f.Chmod(0o666 &^ umask(dir))
	}
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), filepath.Join(dir, manifestFile))
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return syncDir(dir)
}

// umask guesses which permissions new files lack from those of their folder.
func umask(dir string) fs.FileMode {
	info, err := os.Stat(dir)
	if err != nil {
		return 0o077
	}
	return ^info.Mode().Perm() & 0o077
}

// syncDir makes the names in a folder last. Not every system can.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync()
	return d.Close()
}

// read hashes a file of an archive. For a segment it also looks at the checksum
// that stands in its last four bytes and is of all before them.
func read(ctx context.Context, dir, name string) (f facts, err error) {
	sha := sha256.New()
	if f, err = scan(ctx, dir, name, sha); err == nil {
		f.SHA256 = hex.EncodeToString(sha.Sum(nil))
	}
	return f, err
}

// scan reads a file, looks at the checksum of a segment, and gives all bytes to a
// hash where that is not nil. The checksum is read some ten times as fast.
func scan(ctx context.Context, dir, name string, sha hash.Hash) (f facts, err error) {
	file, err := openPlain(dir, name)
	if err != nil {
		return f, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return f, err
	}
	crc := crc32.NewIEEE()
	segment := filepath.Ext(name) == segmentSuffix
	body := info.Size()
	if segment {
		body -= 4
	}
	if body < 0 {
		return f, fmt.Errorf("%w: %s is cut short", ErrDamaged, name)
	}
	var hashes []io.Writer
	if sha != nil {
		hashes = append(hashes, sha)
	}
	if segment {
		hashes = append(hashes, crc)
	}
	if err := feed(ctx, io.MultiWriter(hashes...), io.LimitReader(file, body)); err != nil {
		return f, fmt.Errorf("%s: %w", name, err)
	}
	if segment {
		var last [4]byte
		if _, err := io.ReadFull(file, last[:]); err != nil {
			return f, fmt.Errorf("%s: %w", name, err)
		}
		if !bytes.Equal(crc.Sum(nil), last[:]) {
			return f, fmt.Errorf("%w: %s is not what was written", ErrDamaged, name)
		}
		if sha != nil {
			sha.Write(last[:])
		}
	}
	return facts{Size: info.Size()}, nil
}

// openPlain opens a file of an archive. What is none, such as a pipe that nobody
// writes to or a device that never ends, is damage.
func openPlain(dir, name string) (*os.File, error) {
	path := filepath.Join(dir, filepath.FromSlash(name))
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%w: %s is missing", ErrDamaged, name)
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%w: %s is no file", ErrDamaged, name)
	}
	return os.Open(path)
}

// sized says whether a file has the size that the manifest has, before it is read.
func (m manifest) sized(dir, name string) error {
	if want, ok := m.Files[name]; ok {
		return want.stands(dir, name)
	}
	return nil
}

// stands says whether a file is there and of its size, without reading it.
func (f facts) stands(dir, name string) error {
	info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: %s is missing", ErrDamaged, name)
	case err != nil:
		return err
	case info.Size() != f.Size:
		return fmt.Errorf("%w: %s is not what was written", ErrDamaged, name)
	}
	return nil
}

// feed copies until the end or until ctx ends.
func feed(ctx context.Context, w io.Writer, r io.Reader) error {
	buf := make([]byte, 1<<18)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := r.Read(buf)
		if _, e := w.Write(buf[:n]); e != nil {
			return e
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// compare reads a file and says whether it is what the manifest has.
func (m manifest) compare(ctx context.Context, dir, name string) error {
	if err := m.sized(dir, name); err != nil {
		return err
	}
	got, err := read(ctx, dir, name)
	if err != nil {
		return err
	}
	if want, ok := m.Files[name]; ok && got != want {
		return fmt.Errorf("%w: %s is not what was written", ErrDamaged, name)
	}
	return nil
}

// glance reads a segment and says whether it has its checksum and the size that
// the manifest has.
func (m manifest) glance(ctx context.Context, dir, name string) error {
	if err := m.sized(dir, name); err != nil {
		return err
	}
	_, err := scan(ctx, dir, name, nil)
	return err
}

package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"
)

// unverified is up to how many bytes of segments are read for their checksums when
// an archive is opened without [Options.Verify]: a quarter of a second's worth in
// memory. A damaged segment beyond it is met when it is used.
const unverified = 1 << 30

// inspect looks at an archive before bleve opens it, and takes the hash of the
// root out of the manifest since it is about to change.
func inspect(ctx context.Context, dir string, verify bool) (err error) {
	r, err := lockRoot(dir, lockDelay, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.close()) }()
	v, err := survey(ctx, dir, r, verify)
	if err != nil {
		return err
	}
	return v.manifest.adopt(ctx, dir, v.state, false)
}

// surveyed is what an archive on disk is found to be.
type surveyed struct {
	manifest manifest
	state    state
}

// survey compares an archive with its manifest, as far as that is read.
func survey(ctx context.Context, dir string, r *root, verify bool) (v surveyed, err error) {
	m, unlisted := readManifest(dir)
	if unlisted != nil && !errors.Is(unlisted, errUnlisted) {
		return v, unlisted
	}
	damage := m.static(ctx, dir)
	s, err := r.state()
	if err != nil {
		return v, errors.Join(damage, err)
	}
	if err := s.kind(); err != nil {
		return v, errors.Join(err, damage)
	}
	if verify {
		damage = errors.Join(damage, unlisted)
	}
	if damage != nil {
		return v, damage
	}
	left := int64(unverified)
	for _, name := range s.segments {
		switch {
		case verify:
			err = m.compare(ctx, dir, name)
		case left > 0:
			err = m.glance(ctx, dir, name)
			left -= m.Files[name].Size
		}
		if err != nil {
			return v, err
		}
		if err := openable(dir, name); err != nil {
			return v, err
		}
	}
	return surveyed{m, s}, nil
}

// static compares the files that are small and always read: the description of
// the index, and the root where it was closed in good order.
func (m manifest) static(ctx context.Context, dir string) error {
	for _, name := range []string{metaFile, rootPath} {
		if _, ok := m.Files[name]; !ok {
			continue
		}
		if err := m.compare(ctx, dir, name); err != nil {
			return err
		}
	}
	return nil
}

// adopt brings a manifest up to date with a root: it hashes the segments that are
// new to it, forgets those that are gone, and writes it. closed says that the root
// stays as it is.
func (m manifest) adopt(ctx context.Context, dir string, s state, closed bool) error {
	files := map[string]facts{}
	names := append(slices.Clone(s.segments), metaFile)
	if closed {
		names = append(names, rootPath)
	}
	for _, name := range names {
		f, ok := m.Files[name]
		if !ok || name == rootPath {
			var err error
			if f, err = read(ctx, dir, name); err != nil {
				return err
			}
		} else if err := f.stands(dir, name); err != nil {
			return err
		}
		files[name] = f
	}
	return manifest{Files: files}.write(dir)
}

// seal brings the manifest of a closed archive up to date. An archive that another
// process has opened meanwhile is that one's to seal.
func seal(dir string) (err error) {
	r, err := lockRoot(dir, time.Nanosecond, false)
	if errors.Is(err, ErrLocked) {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.close()) }()
	s, err := r.state()
	if err != nil {
		return err
	}
	if err := errors.Join(sweep(dir, s), sweepParts(dir)); err != nil {
		return err
	}
	if err := share(dir, s); err != nil {
		return err
	}
	m, err := readManifest(dir)
	if err != nil && !errors.Is(err, ErrDamaged) {
		return err
	}
	return m.adopt(context.Background(), dir, s, true)
}

// share gives the files of the store the rights of the archive's folder. bleve makes
// them for their owner alone.
func share(dir string, s state) error {
	want := 0o666 &^ umask(dir)
	var errs []error
	if info, err := os.Stat(filepath.Join(dir, storeDir)); err == nil && info.Mode().Perm() != 0o777&^umask(dir) {
		errs = append(errs, os.Chmod(filepath.Join(dir, storeDir), 0o777&^umask(dir)))
	}
	for _, name := range append(slices.Clone(s.segments), rootPath) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if info, err := os.Stat(path); err == nil && info.Mode().Perm() != want {
			errs = append(errs, os.Chmod(path, want))
		}
	}
	return errors.Join(errs...)
}

// sweep removes segments that the root does not name, which bleve would do when it
// next opens the archive.
func sweep(dir string, s state) error {
	entries, err := os.ReadDir(filepath.Join(dir, storeDir))
	for _, e := range entries {
		if filepath.Ext(e.Name()) == segmentSuffix && !slices.Contains(s.segments, storeDir+"/"+e.Name()) {
			err = errors.Join(err, os.Remove(filepath.Join(dir, storeDir, e.Name())))
		}
	}
	return err
}

// sweepParts removes manifests that a killed process was about to put into place.
// The root is locked, so nobody else is writing one.
func sweepParts(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), manifestFile+".") && strings.HasSuffix(e.Name(), ".part") {
			err = errors.Join(err, os.Remove(filepath.Join(dir, e.Name())))
		}
	}
	return err
}

// filesThere looks whether the files of an open archive are still in their place.
// Removed ones can be read as long as the archive is open, and are lost then.
func (a *Archive) filesThere() error {
	if a.dir == "" {
		return nil
	}
	var missing string
	for range 3 { // a merge may be moving them along
		paths, err := a.segmentFiles()
		if err != nil {
			return err
		}
		missing = ""
		for _, path := range append(paths, filepath.Join(a.dir, storeDir, rootFile), filepath.Join(a.dir, metaFile)) {
			if _, err := os.Stat(path); err != nil {
				missing = path
				break
			}
		}
		if missing == "" {
			return nil
		}
	}
	return fmt.Errorf("%w: %s was removed while the archive was open", ErrDamaged, missing)
}

// segmentFiles returns the paths of the segments that are on disk.
func (a *Archive) segmentFiles() ([]string, error) {
	r, err := a.newest()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	snapshot, ok := r.(*scorch.IndexSnapshot)
	if !ok {
		return nil, nil
	}
	var paths []string
	for _, s := range snapshot.Segments() {
		if p, ok := s.Segment().(interface{ Path() string }); ok {
			paths = append(paths, p.Path())
		}
	}
	return paths, nil
}

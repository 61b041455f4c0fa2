package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"
	bolterrors "go.etcd.io/bbolt/errors"
)

// Report is what [Check] has looked at.
type Report struct {
	Files     int   // read whole
	Bytes     int64 // in them
	Documents int   // read, each with its checksum
	Deleted   int   // tombstones
	// Damage holds an error for each file, or document, that is not what was
	// written; each wraps [ErrDamaged] and names it. Empty is fine.
	Damage []error
}

// Check reads a whole archive that nobody has open and compares it with its
// manifest: that every file is there and holds the bytes that were written, that
// every document has its checksum, and that the totals add up.
//
// What is known of a file without reading all of it: bleve does not look at the
// checksums of its segments. [Open] reads the description and the root whole, looks
// at the ends of all segments, and at the checksums (CRC-32) of the first GiB of
// them; with [Options.Verify] it reads all and compares the hashes (SHA-256) of the
// manifest. Bytes beyond that, and bytes that change while an archive is
// open, may lead to a wrong answer, to [ErrDamaged], and in the worst case to much
// memory being asked for or to a write that hangs.
//
// An archive of a process that was killed has a root without a hash; its structure
// is looked at then. The error is about what kept Check from looking.
func Check(ctx context.Context, dir string) (rep Report, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("archive: check %q: %w", dir, err)
		}
	}()
	defer guard(&err)
	if err := present(dir); err != nil {
		return rep, err
	}
	if err := described(dir); errors.Is(err, ErrDamaged) {
		rep.Damage = append(rep.Damage, err)
	} else if err != nil {
		return rep, err
	}
	segments, err := rep.files(ctx, dir)
	if err != nil || len(rep.Damage) > 0 {
		return rep, err
	}
	for _, name := range segments {
		if err := rep.damage(openable(dir, name)); err != nil {
			return rep, err
		}
	}
	if len(rep.Damage) > 0 {
		return rep, nil
	}
	return rep, rep.documents(ctx, dir)
}

// damage keeps an error about damage, and returns any other.
func (r *Report) damage(err error) error {
	if errors.Is(err, ErrDamaged) {
		r.Damage = append(r.Damage, err)
		return nil
	}
	return err
}

// files compares every file with the manifest and returns the segments.
func (r *Report) files(ctx context.Context, dir string) ([]string, error) {
	root, err := lockRoot(dir, lockDelay, true)
	if err != nil {
		return nil, r.damage(err)
	}
	defer root.close()
	m, unlisted := readManifest(dir)
	look := func(name string) error {
		if err := m.sized(dir, name); err != nil {
			return r.damage(err)
		}
		got, err := read(ctx, dir, name)
		if want, ok := m.Files[name]; err == nil && ok && got != want {
			err = fmt.Errorf("%w: %s is not what was written", ErrDamaged, name)
		}
		r.Files++
		r.Bytes += got.Size
		return r.damage(err)
	}
	for _, name := range []string{metaFile, rootPath} {
		if err := look(name); err != nil {
			return nil, err
		}
	}
	s, err := root.state()
	if err == nil {
		err = s.kind()
	}
	if err != nil && len(r.Damage) > 0 {
		return nil, nil // which says it all
	}
	if err == nil {
		err = unlisted
	}
	if err := r.damage(err); err != nil {
		return nil, err
	}
	for _, name := range s.segments {
		if err := look(name); err != nil {
			return nil, err
		}
	}
	return s.segments, nil
}

// documents reads every document and adds up what the totals should be.
func (r *Report) documents(ctx context.Context, dir string) error {
	a, err := reading(dir)
	if err != nil {
		return r.damage(err)
	}
	defer a.shut() //nolint:errcheck // nothing was written
	reader, err := a.newest()
	if err != nil {
		return err
	}
	defer reader.Close()
	want, err := readTotals(reader)
	if err != nil {
		return r.damage(err)
	}
	ids, err := reader.DocIDReaderAll()
	if err != nil {
		return err
	}
	defer ids.Close()
	var got totals
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		id, err := nextID(reader, ids)
		if err != nil {
			return r.damage(err)
		}
		if id == "" {
			break
		}
		k, err := lookup(reader, id)
		if err == nil && k == nil {
			err = fmt.Errorf("%w: listed and not there", ErrDamaged)
		}
		if err == nil && !k.deleted {
			_, err = safeDocument(reader, id)
		}
		if err != nil {
			if err := r.damage(fmt.Errorf("document %q: %w", id, err)); err != nil {
				return err
			}
			continue
		}
		if k.deleted {
			got.Deleted++
		} else {
			r.Documents++
			got.add(k.lengths, 1)
		}
	}
	r.Deleted = got.Deleted
	if got != want && len(r.Damage) == 0 {
		r.Damage = append(r.Damage, fmt.Errorf("%w: the totals do not add up", ErrDamaged))
	}
	return nil
}

// present looks whether there is an archive.
func present(dir string) error {
	_, err := os.Stat(filepath.Join(dir, metaFile))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: no %s in it", ErrNotArchive, metaFile)
	}
	return err
}

// reading opens an archive that is only read: nothing in its folder changes.
func reading(dir string) (*Archive, error) {
	c := config()
	c["read_only"] = true
	ix, err := bleve.OpenUsing(dir, c)
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	a := &Archive{dir: dir}
	return a, a.set(ix)
}

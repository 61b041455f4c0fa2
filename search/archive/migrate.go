package archive

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"iter"
	"slices"

	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/content"
)

// Migrate writes an archive of an older version anew in another folder, from the
// Documents in it, and returns how many there are. The old archive stays as it is;
// the new one is there only when all went well. Revisions begin again at 1; what
// was deleted stays deleted, and sources are kept. The error is [ErrVersion] for a
// version that is not known, and for an archive that needs no migration.
func Migrate(ctx context.Context, from, to string, o Options) (n int, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("archive: migrate %q to %q: %w", from, to, err)
		}
	}()
	defer guard(&err)
	if err := present(from); err != nil {
		return 0, err
	}
	if err := described(from); err != nil {
		return 0, err
	}
	if err := migratable(from); err != nil {
		return 0, err
	}
	old, err := reading(from)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, old.index.Close()) }()
	err = place(to, func(aside string) error {
		a, err := Open(ctx, aside, o)
		if err != nil {
			return err
		}
		var gone []Revision
		p, err := a.LoadItems(ctx, old.older(ctx, &gone))
		if err == nil {
			n, err = p.Stored(), a.bury(gone)
		}
		return errors.Join(err, a.Close())
	})
	return n, err
}

// bury puts the tombstones of another archive into this one.
func (a *Archive) bury(gone []Revision) (err error) {
	defer guard(&err)
	_, err = a.change(func(w *writing) error {
		for _, g := range gone {
			k := known{head: head{revision: g.Number, stored: g.Stored, deleted: true}}
			if err := w.batch.IndexAdvanced(tombstone(g.ID, k)); err != nil {
				return err
			}
			w.totals.Deleted++
		}
		return nil
	})
	return err
}

// migratable looks whether an archive is of a version that can be migrated, and
// whole enough for bleve to open.
func migratable(dir string) (err error) {
	r, err := lockRoot(dir, lockDelay, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.close()) }()
	s, err := r.state()
	if err != nil {
		return err
	}
	if s.kind() == nil {
		return fmt.Errorf("%w: it is of this version, %s, already", ErrVersion, version)
	}
	if !slices.ContainsFunc(olderVersions, func(v string) bool { return s.is(v) == nil }) {
		return s.kind()
	}
	for _, name := range s.segments {
		if _, err := scan(context.Background(), dir, name, nil); err != nil {
			return err
		}
	}
	return nil
}

// Version 1 had no revisions and no tombstones, as did the first archives of
// version 2, which has other fields. The rest of version 2 stored documents as now.
// Version 3 had other stems, and no stop words, version 4 other profiles. Up to
// version 5 every language had English stems, and stored form 2 no language.
const (
	version1 = "1"
	version2 = "2"
	version3 = "3"
	version4 = "4"
	version5 = "5"
)

var olderVersions = []string{version1, version2, version3, version4, version5}

// Stored form 1 was
//
//	form       1 byte, 1
//	checksum   4 bytes, CRC-32C of all that follows
//	lengths    one number for each scored field
//	card, body as now
const (
	storedForm1 = 1
	scored1     = 6 // fields
)

// older returns the documents of an archive of an older version, and puts its
// tombstones into gone.
func (a *Archive) older(ctx context.Context, gone *[]Revision) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		r, _, err := a.reader()
		if err != nil {
			yield(Item{}, err)
			return
		}
		defer r.Close()
		ids, err := r.DocIDReaderAll()
		if err != nil {
			yield(Item{}, err)
			return
		}
		defer ids.Close()
		for ctx.Err() == nil {
			id, err := nextID(r, ids)
			if id == "" && err == nil {
				return
			}
			var item Item
			var k *known
			if err == nil {
				item, k, err = olderItem(r, id)
			}
			if err == nil && k != nil && k.deleted {
				*gone = append(*gone, Revision{id, k.revision, k.stored, true})
				continue
			}
			if !yield(item, err) || id == "" {
				return
			}
		}
	}
}

// olderItem reads what an older version stored under an id.
func olderItem(r index.IndexReader, id string) (item Item, k *known, err error) {
	defer guard(&err)
	b, err := record(r, id)
	if err == nil && len(b) > 0 && b[0] == storedForm1 {
		item.Document, err = decode1(b)
	} else if err == nil {
		if k, err = lookup(r, id); err == nil && k != nil && !k.deleted {
			item.Source = k.source
			item.Document, err = decode(b, false)
		}
	}
	if err != nil {
		return item, nil, fmt.Errorf("document %q: %w", id, err)
	}
	return item, k, nil
}

// decode1 reads a document of stored form 1.
func decode1(b []byte) (*dateline.Document, error) {
	if len(b) < 5 || binary.BigEndian.Uint32(b[1:]) != crc32.Checksum(b[5:], castagnoli) {
		return nil, fmt.Errorf("%w: checksum of a stored document", ErrDamaged)
	}
	rest := content.NewReader(b[5:])
	for range scored1 {
		rest.Number()
	}
	for range 4 { // id, headline, published, URL
		_ = rest.String()
	}
	if rest.Err() != nil {
		return nil, damaged(rest.Err())
	}
	return decodeBody(rest.Rest(), false)
}

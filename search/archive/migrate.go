package archive

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"iter"

	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline"
)

// Migrate writes an archive of an older version anew in another folder, from the
// Documents in it, and returns how many there are. The old archive stays as it is;
// the new one is there only when all went well. Revisions begin again at 1, except
// that what an archive of this version knows is kept by [Archive.Backup], not by
// this. The error is [ErrVersion] for a version that is not known.
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
	if err := older(from); err != nil {
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
		n, err = a.Load(ctx, old.documents1(ctx))
		return errors.Join(err, a.Close())
	})
	return n, err
}

// older looks whether an archive is of a version that can be migrated, and whole
// enough for bleve to open.
func older(dir string) (err error) {
	r, err := lockRoot(dir, lockDelay)
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
	if err := s.is(version1); err != nil {
		return err
	}
	for _, name := range s.segments {
		if _, err := read(context.Background(), dir, name); err != nil {
			return err
		}
	}
	return nil
}

// version1 had no revisions and no tombstones. Its stored form was
//
//	form       1 byte, 1
//	checksum   4 bytes, CRC-32C of all that follows
//	lengths    one number for each scored field
//	card, body as now
const version1 = "1"

// scored1 is how many scored fields version 1 had.
const scored1 = 6

// documents1 returns the documents of an archive of version 1.
func (a *Archive) documents1(ctx context.Context) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		r, err := a.engine.Reader()
		if err != nil {
			yield(nil, err)
			return
		}
		defer r.Close()
		ids, err := r.DocIDReaderAll()
		if err != nil {
			yield(nil, err)
			return
		}
		defer ids.Close()
		for ctx.Err() == nil {
			id, err := nextID(r, ids)
			if id == "" && err == nil {
				return
			}
			var doc *dateline.Document
			if err == nil {
				doc, err = document1(r, id)
			}
			if !yield(doc, err) || doc == nil && id == "" {
				return
			}
		}
	}
}

// document1 reads a document of version 1.
func document1(r index.IndexReader, id string) (doc *dateline.Document, err error) {
	defer guard(&err)
	b, err := record(r, id)
	if err == nil && (len(b) < 5 || b[0] != 1 || binary.BigEndian.Uint32(b[1:]) != crc32.Checksum(b[5:], castagnoli)) {
		err = ErrDamaged
	}
	if err == nil {
		rest := reader{b: b[5:]}
		for range scored1 {
			rest.number()
		}
		for range 4 { // id, headline, published, URL
			_ = rest.string()
		}
		if err = rest.err; err == nil {
			doc, err = decodeBody(rest.b, false)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("document %q: %w", id, err)
	}
	return doc, nil
}

package archive

import (
	"context"
	"errors"
	"fmt"
	"iter"

	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline"
)

// Document returns the document with an id, as it was given to [Archive.Add];
// scores have the four decimals of its JSON form. The error is [ErrNotFound]
// where there is none.
func (a *Archive) Document(ctx context.Context, id string) (doc *dateline.Document, err error) {
	if err := a.enter(ctx); err != nil {
		return nil, err
	}
	defer a.leave()
	defer guard(&err)
	r, _, err := a.reader()
	if err != nil {
		return nil, fmt.Errorf("archive: document %q: %w", id, err)
	}
	defer r.Close()
	return fetch(r, id)
}

func fetch(r index.IndexReader, id string) (*dateline.Document, error) {
	b, err := stored(r, id)
	if err == nil && b == nil {
		err = ErrNotFound
	}
	var doc *dateline.Document
	if err == nil {
		doc, err = decode(b, false)
	}
	if err != nil {
		return nil, fmt.Errorf("archive: document %q: %w", id, err)
	}
	return doc, nil
}

// stored returns the stored form of a document, nil where there is none.
func stored(r index.IndexReader, id string) ([]byte, error) {
	b, err := record(r, id)
	if b == nil || err != nil {
		return nil, err
	}
	h, _, err := decodeHead(b)
	if err != nil || h.deleted {
		return nil, err
	}
	return b, nil
}

// record returns what is stored under an id, which may be a tombstone.
func record(r index.IndexReader, id string) ([]byte, error) {
	d, err := r.Document(id)
	if err != nil || d == nil {
		return nil, err
	}
	var b []byte
	d.VisitFields(func(f index.Field) {
		if f.Name() == fieldStored {
			b = f.Value()
		}
	})
	if b == nil {
		return nil, fmt.Errorf("%w: a document without its stored form", ErrDamaged)
	}
	return b, nil
}

// Documents returns every document, in no promised order. It sees the archive as
// it is at its first step. An error about one document does not end it.
func (a *Archive) Documents(ctx context.Context) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		if err := a.enter(ctx); err != nil {
			yield(nil, err)
			return
		}
		defer a.leave()
		if err := a.each(ctx, yield); err != nil {
			yield(nil, err)
		}
	}
}

// each gives every document to yield until that returns false.
func (a *Archive) each(ctx context.Context, yield func(*dateline.Document, error) bool) error {
	r, _, err := a.reader()
	if err != nil {
		return fmt.Errorf("archive: documents: %w", err)
	}
	defer r.Close()
	ids, err := r.DocIDReaderAll()
	if err != nil {
		return fmt.Errorf("archive: documents: %w", err)
	}
	defer ids.Close()
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		id, err := nextID(r, ids)
		if id == "" || err != nil {
			return err
		}
		doc, err := safeDocument(r, id)
		if errors.Is(err, ErrNotFound) {
			continue // a tombstone
		}
		if !yield(doc, err) {
			return nil
		}
	}
}

// nextID returns the next id, "" at the end.
func nextID(r index.IndexReader, ids index.DocIDReader) (id string, err error) {
	defer guard(&err)
	internal, err := ids.Next()
	if err != nil || internal == nil {
		return "", err
	}
	return r.ExternalID(internal)
}

// safeDocument is fetch for the inside of a loop over many.
func safeDocument(r index.IndexReader, id string) (doc *dateline.Document, err error) {
	defer guard(&err)
	return fetch(r, id)
}

// Count returns how many documents the archive holds.
func (a *Archive) Count(ctx context.Context) (n int, err error) {
	err = a.read(ctx, func(v *view) error {
		n = v.count
		return nil
	})
	return n, err
}

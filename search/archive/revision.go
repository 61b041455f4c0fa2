package archive

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/blevesearch/bleve/v2/document"
	index "github.com/blevesearch/bleve_index_api"
)

// Revision says how often and when a document was written. A document that is
// added has revision 1; each time that another content replaces it, that it is
// deleted or comes back, the number grows by one. Writing the same content again
// changes nothing.
type Revision struct {
	// ID names the document.
	ID string
	// Number counts from 1.
	Number int
	// Stored is the time of the last change, in milliseconds, UTC.
	Stored time.Time
	// Deleted says that the document was deleted and what is left is a tombstone.
	Deleted bool
}

// Revision returns the revision of a document, also of one that was deleted. The
// error is [ErrNotFound] for an id that was never there, or was purged.
func (a *Archive) Revision(ctx context.Context, id string) (rev Revision, err error) {
	if err := a.enter(ctx); err != nil {
		return rev, err
	}
	defer a.leave()
	defer guard(&err)
	r, _, err := a.reader()
	if err != nil {
		return rev, fmt.Errorf("archive: revision of %q: %w", id, err)
	}
	defer r.Close()
	k, err := lookup(r, id)
	if err == nil && k == nil {
		err = ErrNotFound
	}
	if err != nil {
		return rev, fmt.Errorf("archive: revision of %q: %w", id, err)
	}
	return Revision{id, k.revision, k.stored, k.deleted}, nil
}

// Deleted returns the tombstones, in no promised order. It sees the archive as it
// is at its first step.
func (a *Archive) Deleted(ctx context.Context) iter.Seq2[Revision, error] {
	return func(yield func(Revision, error) bool) {
		if err := a.enter(ctx); err != nil {
			yield(Revision{}, err)
			return
		}
		defer a.leave()
		list, err := a.tombstones(ctx)
		if err != nil {
			yield(Revision{}, err)
			return
		}
		for _, rev := range list {
			if !yield(rev, ctx.Err()) {
				return
			}
		}
	}
}

// tombstones reads them all: there are few, and each is small.
func (a *Archive) tombstones(ctx context.Context) (list []Revision, err error) {
	defer guard(&err)
	v, err := a.view(ctx)
	if err != nil {
		return nil, err
	}
	defer v.close()
	set, err := v.having(fieldDeleted, deletedTerm)
	if err != nil {
		return nil, fmt.Errorf("archive: deleted: %w", err)
	}
	for _, n := range set.list() {
		id, err := v.id(n)
		if err != nil {
			return nil, fmt.Errorf("archive: deleted: %w", err)
		}
		k, err := lookup(v.r, id)
		if err != nil || k == nil {
			return nil, fmt.Errorf("archive: deleted: %q: %w", id, ErrDamaged)
		}
		list = append(list, Revision{id, k.revision, k.stored, k.deleted})
	}
	return list, nil
}

// known is what the archive knows of an id before a batch.
type known struct {
	head
	source  string
	lengths lengths
}

// lookup returns what is known of an id, nil where that is nothing.
func lookup(r index.IndexReader, id string) (*known, error) {
	b, err := record(r, id)
	if b == nil || err != nil {
		return nil, err
	}
	h, rest, err := decodeHead(b)
	if err != nil {
		return nil, err
	}
	source, c, _, err := readCard(h.form, rest)
	return &known{h, source, c.lengths}, err
}

// tombstone makes what is left of a deleted document: a document of the same id
// that no query finds. So it takes the place of the one before in the same step,
// and is itself replaced when that comes back.
func tombstone(id string, k known) *document.Document {
	d := document.NewDocument(id)
	d.AddField(&field{name: fieldDeleted, options: termsOnly, postings: []posting{{Term: deletedTerm}}})
	if k.source != "" {
		d.AddField(&field{name: fieldSource, options: termsOnly, postings: []posting{{Term: k.source}}})
	}
	b := encodeGone(id, k.source)
	k.head.seal(b)
	d.AddField(document.NewTextFieldCustom(fieldStored, nil, b, index.StoreField, nil))
	return d
}

// The fields of the archive's own bookkeeping.
const (
	fieldDeleted = "deleted" // has deletedTerm where a tombstone lies
	fieldSource  = "source"  // what a load called its source
	deletedTerm  = "1"
)

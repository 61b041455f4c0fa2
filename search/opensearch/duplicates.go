package opensearch

import (
	"context"
	"fmt"
	"iter"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
)

// Profiles returns the profile of every document, by date of publication, those
// without one last, then by id: what [search.Pairs], [search.Stories] and
// [search.Trends] take. It sees the archive as it is at its first step and reads no
// document. An error about one does not end it.
func (a *Archive) Profiles(ctx context.Context) iter.Seq2[*search.Profile, error] {
	return func(yield func(*search.Profile, error) bool) {
		if err := a.each(ctx, "profile", func(h foundHit[body]) bool { return yield(profileOf(h)) }); err != nil {
			yield(nil, fmt.Errorf("opensearch: profiles: %w", err))
		}
	}
}

// Duplicates returns the articles of the archive that repeat another one, by id:
// see [search.DuplicateIndex], whose memory it takes.
func (a *Archive) Duplicates(ctx context.Context) ([]search.Duplicate, error) {
	list, err := engine.Duplicates(a.Profiles(ctx))
	if err != nil {
		return nil, fmt.Errorf("opensearch: duplicates: %w", err)
	}
	return list, nil
}

// DuplicatesOf returns the articles of the archive that tell the story of a
// document in the same words, the highest score first, then by id; the document
// may be in the archive or not. Only the profiles of those that share some of its
// marks are read. Kind says how the document repeats the other.
func (a *Archive) DuplicatesOf(ctx context.Context, doc *dateline.Document) (list []search.Duplicate, err error) {
	if doc == nil {
		return nil, fmt.Errorf("opensearch: duplicates: %w: no document", dateline.ErrInvalid)
	}
	err = a.read(ctx, func(*meta) (err error) {
		list, err = engine.DuplicatesOf(ctx, store{a}, doc)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("opensearch: duplicates of %q: %w", doc.ID, err)
	}
	return list, nil
}

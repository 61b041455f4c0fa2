package archive

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"

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
		if err := a.enter(ctx); err != nil {
			yield(nil, err)
			return
		}
		defer a.leave()
		if err := a.eachProfile(ctx, yield); err != nil {
			yield(nil, fmt.Errorf("archive: profiles: %w", err))
		}
	}
}

func (a *Archive) eachProfile(ctx context.Context, yield func(*search.Profile, error) bool) error {
	v, err := a.view(ctx)
	if err != nil {
		return err
	}
	defer v.close()
	order, err := v.byDate()
	if err != nil {
		return err
	}
	for _, c := range order {
		if err := ctx.Err(); err != nil {
			return err
		}
		if !yield(v.safeProfile(c)) {
			return nil
		}
	}
	return nil
}

// byDate returns all documents in the order of their dates.
func (v *view) byDate() (order []candidate, err error) {
	defer guard(&err)
	all, err := v.all()
	if err != nil {
		return nil, err
	}
	cols, err := v.columns()
	if err != nil {
		return nil, err
	}
	for _, doc := range all.list() {
		id, err := v.id(doc)
		if err != nil {
			return nil, err
		}
		order = append(order, candidate{doc: doc, date: cols.dates[doc], id: id})
	}
	slices.SortFunc(order, func(a, b candidate) int {
		if (a.date == undated) != (b.date == undated) {
			return cmp.Compare(b.date, a.date) // undated is the lowest number
		}
		return cmp.Or(cmp.Compare(a.date, b.date), cmp.Compare(a.id, b.id))
	})
	return order, nil
}

// safeProfile is profile for the inside of a loop over many.
func (v *view) safeProfile(c candidate) (p *search.Profile, err error) {
	defer guard(&err)
	return v.profile(c)
}

// Duplicates returns the articles of the archive that repeat another one, by id:
// see [search.DuplicateIndex].
func (a *Archive) Duplicates(ctx context.Context) ([]search.Duplicate, error) {
	list, err := engine.Duplicates(a.Profiles(ctx))
	if err != nil {
		return nil, fmt.Errorf("archive: duplicates: %w", err)
	}
	return list, nil
}

// DuplicatesOf returns the articles of the archive that tell the story of a
// document in the same words, the highest score first, then by id; the document
// may be in the archive or not. Only the profiles of those that share some of its
// marks are read. Kind says how the document repeats the other.
func (a *Archive) DuplicatesOf(ctx context.Context, doc *dateline.Document) (list []search.Duplicate, err error) {
	if doc == nil {
		return nil, fmt.Errorf("archive: duplicates: %w: no document", dateline.ErrInvalid)
	}
	err = a.read(ctx, func(v *view) (err error) {
		list, err = engine.DuplicatesOf(ctx, v.store(), doc)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("archive: duplicates of %q: %w", doc.ID, err)
	}
	return list, nil
}

package opensearch

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
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
	var x search.DuplicateIndex
	for p, err := range a.Profiles(ctx) {
		if err != nil {
			return nil, fmt.Errorf("opensearch: duplicates: %w", err)
		}
		x.Add(p)
	}
	return x.All(), nil
}

// maxCopies is how many articles that share marks are looked at.
const maxCopies = 256

// DuplicatesOf returns the articles of the archive that tell the story of a
// document in the same words, the highest score first, then by id; the document
// may be in the archive or not. Only the profiles of those that share some of its
// marks are read. Kind says how the document repeats the other.
func (a *Archive) DuplicatesOf(ctx context.Context, doc *dateline.Document) ([]search.Duplicate, error) {
	if doc == nil {
		return nil, errors.New("opensearch: duplicates: no document")
	}
	if err := a.enter(ctx); err != nil {
		return nil, err
	}
	defer a.leave()
	m, err := a.begun(ctx)
	var list []search.Duplicate
	if m != nil && err == nil {
		list, err = a.duplicatesOf(ctx, doc)
	}
	if err != nil {
		return nil, fmt.Errorf("opensearch: duplicates of %q: %w", doc.ID, err)
	}
	return list, nil
}

func (a *Archive) duplicatesOf(ctx context.Context, doc *dateline.Document) ([]search.Duplicate, error) {
	p, err := search.NewProfile(doc)
	if err != nil {
		return nil, err
	}
	marks := []object{}
	for _, m := range p.Marks() {
		marks = append(marks, object{"constant_score": object{"filter": oneOf(fieldMarks, []string{m})}})
	}
	if len(marks) == 0 {
		return nil, nil
	}
	others, err := a.profiles(ctx, object{"bool": object{"should": marks, "minimum_should_match": 1}}, maxCopies)
	if err != nil {
		return nil, err
	}
	var list []search.Duplicate
	for _, other := range others {
		if d, ok := p.Repeats(other); ok && other.ID != doc.ID {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b search.Duplicate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Of, b.Of))
	})
	return list, nil
}

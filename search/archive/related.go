package archive

import (
	"context"
	"errors"
	"fmt"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// Related returns the articles that have most to do with a document, which may be
// in the archive or not, each with its reasons: see [search.Relate].
func (a *Archive) Related(ctx context.Context, doc *dateline.Document, o search.RelatedOptions) (list []search.Related, err error) {
	if doc == nil {
		return nil, errors.New("archive: related: no document")
	}
	if err := a.enter(ctx); err != nil {
		return nil, err
	}
	defer a.leave()
	defer guard(&err)
	v, err := a.view(ctx)
	if err != nil {
		return nil, err
	}
	defer v.close()
	list, err = search.Relate(ctx, doc, source{v}, o)
	if err != nil {
		return nil, fmt.Errorf("archive: related to %q: %w", doc.ID, err)
	}
	return list, nil
}

// Duplicates returns the articles of the archive that repeat another one: see
// [search.Duplicates].
func (a *Archive) Duplicates(ctx context.Context) ([]search.Duplicate, error) {
	list, err := search.Duplicates(a.Documents(ctx))
	if err != nil {
		return nil, fmt.Errorf("archive: duplicates: %w", err)
	}
	return list, nil
}

// source is a view as search.Relate asks it.
type source struct{ v *view }

func (s source) Size() int { return s.v.count }

func (s source) Frequency(f search.Feature) (int, error) { return s.v.frequency(fieldFor(f), f.Key) }

// fieldFor is where a feature is indexed.
func fieldFor(f search.Feature) string {
	switch f.Kind {
	case search.FeatureEntity:
		return fieldEntities
	case search.FeaturePhrase:
		return fieldPhrases
	}
	return fieldBody
}

// Candidates sums up the weights of the features that an article has.
func (s source) Candidates(_ context.Context, features []search.Feature, n int) ([]*dateline.Document, error) {
	sum := new(scores)
	for _, f := range features {
		err := s.v.postings(fieldFor(f), f.Key, false, func(doc, _ uint64, _ float64) {
			sum.grow(doc)
			sum.total[doc] += f.Weight
			sum.any.add(doc)
		})
		if err != nil {
			return nil, err
		}
	}
	top, err := s.v.top(search.Query{Limit: n}, sum.any.list(), sum)
	if err != nil {
		return nil, err
	}
	list := make([]*dateline.Document, len(top))
	for i, c := range top {
		if list[i], err = fetch(s.v.r, c.id); err != nil {
			return nil, err
		}
	}
	return list, nil
}

package archive

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	index "github.com/blevesearch/bleve_index_api"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// Related returns the articles that have most to do with a document, which may be
// in the archive or not, each with its reasons: see [search.Relate].
func (a *Archive) Related(ctx context.Context, doc *dateline.Document,
	o search.RelatedOptions) (list []search.Related, err error) {
	if doc == nil {
		return nil, fmt.Errorf("archive: related: %w: no document", dateline.ErrInvalid)
	}
	err = a.read(ctx, func(v *view) (err error) {
		list, err = search.Relate(ctx, doc, source{v}, o)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("archive: related to %q: %w", doc.ID, err)
	}
	return list, nil
}

// source is a view as search.Relate asks it.
type source struct{ v *view }

// Document returns the article with an id.
func (s source) Document(_ context.Context, id string) (*dateline.Document, error) {
	return fetch(s.v.r, id)
}

// fieldFor is where a feature is indexed.
func fieldFor(f search.Feature) string {
	if f.Kind == search.FeatureEntity {
		return fieldEntities
	}
	return fieldBody
}

// maxPostings bounds what is read to find candidates. The rarest features are
// read first, and what is left out says least.
const maxPostings = 40_000

// Candidates sums up the weights of the features that an article has.
func (s source) Candidates(ctx context.Context, features []search.Feature, filter search.Query,
	n int) ([]*search.Profile, error) {
	type list struct {
		weight float64
		reader index.TermFieldReader
	}
	var lists []list
	defer func() {
		for _, l := range lists {
			l.reader.Close() // releases memory; what was read stands
		}
	}()
	for _, f := range features {
		r, err := s.v.r.TermFieldReader(ctx, []byte(f.Key), fieldFor(f), false, false, false)
		if err != nil {
			return nil, err
		}
		lists = append(lists, list{f.Weight, r})
	}
	slices.SortStableFunc(lists, func(a, b list) int { return cmp.Compare(a.reader.Count(), b.reader.Count()) })
	sum := s.v.newScores()
	left := maxPostings
	for i, l := range lists {
		if left -= int(l.reader.Count()); left < 0 && i > 0 {
			break
		}
		var d index.TermFieldDoc
		for {
			p, err := l.reader.Next(&d)
			if err != nil {
				return nil, err
			}
			if p == nil {
				break
			}
			doc := p.ID.Value()
			sum.grow(doc)
			sum.total[doc] += l.weight
			sum.any.add(doc)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	found := &sum.any
	if filter.String() != "" {
		m, err := s.v.match(filter)
		if err != nil {
			return nil, err
		}
		found.intersect(m.found)
	}
	return s.v.profiles(found.list(), sum, n)
}

// highest returns the n documents with the highest scores, of equal ones those
// with the lowest ids; where very many are equal, some of them.
func (v *view) highest(list []uint64, s *scores, n int) ([]candidate, error) {
	top := make([]float64, 0, n+1) // the n highest scores, in falling order
	for _, doc := range list {
		score := s.of(doc)
		if len(top) == n && score <= top[n-1] {
			continue
		}
		at, _ := slices.BinarySearchFunc(top, score, func(a, b float64) int { return cmp.Compare(b, a) })
		top = slices.Insert(top, at, score)
		top = top[:min(len(top), n)]
	}
	if len(top) == 0 {
		return nil, nil
	}
	const spare = 4
	least := top[len(top)-1]
	var found []candidate
	for _, doc := range list {
		score := s.of(doc)
		if score < least || score == least && len(found) >= spare*n {
			continue
		}
		id, err := v.id(doc)
		if err != nil {
			return nil, err
		}
		found = append(found, candidate{doc: doc, score: score, id: id})
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id))
	})
	return found[:min(len(found), n)], nil
}

package opensearch

import (
	"context"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/words"
)

// store is the archive as package engine asks it.
type store struct{ *Archive }

// fieldOf returns the cluster's name of a field.
func fieldOf(field string) string {
	if field == engine.Ranked {
		return fieldRank
	}
	return field
}

// Languages returns the languages of the archive's documents.
func (s store) Languages(ctx context.Context) ([]*words.Language, error) { return s.languages(ctx) }

// Frequencies returns how many documents have each of some terms.
func (s store) Frequencies(ctx context.Context, field string, terms []string) ([]int, int, error) {
	return s.counts(ctx, fieldOf(field), terms)
}

// Beginning returns the most frequent terms of a field that begin so.
func (s store) Beginning(ctx context.Context, field, prefix string, n int) ([]engine.Expansion, error) {
	return s.beginning(ctx, fieldOf(field), prefix, n)
}

// Near returns the terms of a field that are within some changes of a text.
func (s store) Near(ctx context.Context, field, kind, text string, changes int) ([]engine.Expansion, error) {
	return s.near(ctx, fieldOf(field), kind, text, changes)
}

// Total returns how many documents a query finds.
func (s store) Total(ctx context.Context, q search.Query) (int, error) {
	k, err := s.compile(ctx, q, nil)
	if err != nil {
		return 0, err
	}
	n, err := s.countEach(ctx, []object{k.body})
	if err != nil {
		return 0, err
	}
	return n[0], nil
}

// First returns, for each term, the document with the lowest id that has it.
func (s store) First(ctx context.Context, terms []engine.FieldTerm) ([]engine.Bearer, error) {
	var requests []object
	for _, t := range terms {
		requests = append(requests, object{"size": 1, "sort": []object{{fieldID: "asc"}}, "track_total_hits": true,
			"_source": []string{"doc"}, "query": both(oneOf(fieldOf(t.Field), []string{t.Term}))})
	}
	answers, err := multi[page](ctx, s.Archive, requests)
	if err != nil {
		return nil, err
	}
	bearers := make([]engine.Bearer, len(terms))
	for i, f := range answers {
		if len(f.Hits.Hits) == 0 {
			continue
		}
		h := f.Hits.Hits[0]
		if bearers[i].Document, err = decode(h.ID, h.Source.Doc); err != nil {
			return nil, err
		}
		bearers[i].Count = f.Hits.Total.Value
	}
	return bearers, nil
}

// Sharing returns the profiles of the documents that share the most of some marks, and so many at least.
func (s store) Sharing(ctx context.Context, marks []string, least, n int) ([]*search.Profile, error) {
	list := []object{}
	for _, m := range marks {
		list = append(list, object{"constant_score": object{"filter": oneOf(fieldMarks, []string{m})}})
	}
	return s.profiles(ctx, object{"bool": object{"should": list, "minimum_should_match": least}}, n)
}

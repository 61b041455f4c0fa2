package opensearch

import (
	"cmp"
	"context"
	"slices"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/words"
)

// Feedback is that of package archive: relevance model 3 of Abdul-Jaleel and
// others, "UMass at TREC 2004", on BM25F instead of language models.
const (
	feedbackHits  = 10
	feedbackTerms = 40
	feedbackShare = 0.4
)

// feedback returns a query with the words that its best hits have in common.
func (a *Archive) feedback(ctx context.Context, q search.Query, k query) (query, error) {
	if len(k.terms) == 0 {
		return k, nil
	}
	f, err := a.ask(ctx, object{"query": k.body, "sort": order(search.Query{}, true), "track_scores": true, "track_total_hits": false,
		"size": feedbackHits, "_source": []string{"doc"}})
	if err != nil {
		return k, err
	}
	sum := 0.0
	for _, h := range f.Hits.Hits {
		sum += *h.Score
	}
	if sum == 0 {
		return k, nil // no words that rank
	}
	s := words.Get()
	defer words.Put(s)
	weights := map[string]float64{}
	for _, h := range f.Hits.Hits {
		doc, err := decode(h.ID, h.Source.Doc)
		if err != nil {
			return k, err
		}
		terms := append(s.Terms(doc.Headline), s.Terms(doc.Text)...)
		for _, t := range terms {
			weights[t] += *h.Score / sum / float64(len(terms))
		}
	}
	list, err := a.rarest(ctx, weights)
	if err != nil || len(list) == 0 {
		return k, err
	}
	return a.compile(ctx, q, list)
}

// rarest returns the words with the highest weights once these are multiplied by
// how rare they are.
func (a *Archive) rarest(ctx context.Context, weights map[string]float64) ([]weighted, error) {
	var list []weighted
	for t, w := range weights {
		list = append(list, weighted{term: t, weight: w})
	}
	heavier := func(a, b weighted) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.term, b.term))
	}
	slices.SortFunc(list, heavier)
	list = list[:min(len(list), 10*feedbackTerms)] // before each is looked up
	terms := make([]string, len(list))
	for i, t := range list {
		terms[i] = t.term
	}
	counts, n, err := a.counts(ctx, fieldRank, terms)
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].weight *= rarity(n, counts[i])
	}
	slices.SortFunc(list, heavier)
	list = list[:min(len(list), feedbackTerms)]
	for i := len(list) - 1; i >= 0; i-- {
		list[i].weight *= feedbackShare / list[0].weight
	}
	return list, nil
}

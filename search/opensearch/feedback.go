package opensearch

import (
	"context"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/words"
)

// feedback returns a query with the words that its best hits have in common.
func (a *Archive) feedback(ctx context.Context, q search.Query, k query) (query, error) {
	if len(k.terms) == 0 {
		return k, nil
	}
	how := engine.UsualLearning()
	f, err := a.ask(ctx, object{"query": k.body, "sort": order(search.Query{}, true), "track_scores": true,
		"track_total_hits": false, "size": how.Hits, "_source": []string{"doc"}})
	if err != nil {
		return k, err
	}
	var hits []engine.Sample
	for _, h := range f.Hits.Hits {
		doc, err := decode(h.ID, h.Source.Doc)
		if err != nil {
			return k, err
		}
		s := words.LanguageOf(doc.Language).Get()
		hits = append(hits, engine.Sample{Score: h.score(), Terms: append(s.Terms(doc.Headline), s.Terms(doc.Text)...)})
		words.Put(s)
	}
	list, err := engine.Feedback(ctx, store{a}, hits, how)
	if err != nil || len(list) == 0 {
		return k, err
	}
	return a.compile(ctx, q, list)
}

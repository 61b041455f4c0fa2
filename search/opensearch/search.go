package opensearch

import (
	"context"
	"fmt"
	"net/url"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// Search answers a query. The order is that of the query. An error about the query
// wraps [search.ErrQuery].
func (a *Archive) Search(ctx context.Context, q search.Query) (search.Results, error) {
	start := time.Now()
	if err := q.Validate(); err != nil {
		return search.Results{}, fmt.Errorf("opensearch: %w", err)
	}
	var after cursor
	if q.Cursor != "" {
		var err error
		if after, err = readCursor(q); err != nil {
			return search.Results{}, fmt.Errorf("opensearch: %w", err)
		}
	}
	if err := a.enter(ctx); err != nil {
		return search.Results{}, err
	}
	defer a.leave()
	var res search.Results
	m, err := a.begun(ctx)
	if m != nil && err == nil {
		err = a.search(ctx, m, q, after, &res)
	}
	if err != nil {
		return search.Results{}, fmt.Errorf("opensearch: search: %w", err)
	}
	res.Took = time.Since(start)
	return res, nil
}

// page is what of a document a hit needs.
type page struct {
	Card card   `json:"card"`
	Doc  string `json:"doc"`
}

func (a *Archive) search(ctx context.Context, m *meta, q search.Query, after cursor, res *search.Results) error {
	k, err := a.compile(ctx, q, nil)
	if err == nil && q.Feedback {
		k, err = a.feedback(ctx, q, k)
	}
	if err != nil {
		return err
	}
	fragments := q.Fragments
	set(&fragments, defaultFragments)
	request := object{"query": k.body, "sort": order(q, len(k.terms) > 0), "track_scores": true, "track_total_hits": true, "_source": []string{"card"}}
	if fragments > 0 || q.Documents || q.Explain {
		request["_source"] = []string{"card", "doc"}
	}
	limit := limitOf(q)
	request["size"] = limit
	switch {
	case q.Cursor != "":
		request["search_after"], request["size"] = after.After, min(limit+1, search.MaxWindow)
	case limit > 0:
		request["from"] = q.Offset
	}
	if q.Facets {
		request["aggs"] = facets()
	}
	f, err := a.ask(ctx, request)
	if err != nil {
		return err
	}
	res.Total = f.Hits.Total.Value
	if q.Facets {
		res.Facets = f.facets()
	}
	hits := f.Hits.Hits
	more := len(hits) > limit || q.Cursor == "" && len(hits) > 0 && q.Offset+len(hits) < res.Total
	hits = hits[:min(len(hits), limit)]
	if more && len(hits) > 0 {
		res.Next = cursor{Mark: mark(q), After: hits[len(hits)-1].Sort}.String()
	}
	if q.Corrections {
		if res.DidYouMean, err = a.correct(ctx, q, res.Total); err != nil {
			return err
		}
	}
	return a.fill(ctx, m, q, k, hits, fragments, res)
}

// ask makes a search of its pages. Rarity counts over all shards.
func (a *Archive) ask(ctx context.Context, request object) (*found[page], error) {
	f := new(found[page])
	err := a.post(ctx, a.searchPath(), url.Values{"search_type": {"dfs_query_then_fetch"}, "ignore_unavailable": {"true"}}, request, f)
	if err == nil {
		err = f.err()
	}
	return f, err
}

// fill makes the hits.
func (a *Archive) fill(ctx context.Context, m *meta, q search.Query, k query, hits []foundHit[page], fragments int, res *search.Results) error {
	if len(hits) == 0 {
		return nil
	}
	h, err := a.highlighter(ctx, q, fragments)
	if err != nil {
		return err
	}
	var e *explainer
	if q.Explain {
		if e, err = a.explainer(ctx, m, k.terms); err != nil {
			return err
		}
	}
	for _, f := range hits {
		hit := search.Hit{ID: f.ID, Headline: f.Source.Card.Headline, Published: f.Source.Card.Published, URL: f.Source.Card.URL}
		if f.Score != nil {
			hit.Score = *f.Score * a.scale()
		}
		var doc *dateline.Document
		if f.Source.Doc != "" {
			if doc, err = decode(f.ID, f.Source.Doc); err != nil {
				return err
			}
			hit.Fragments = h.Fragments(doc, fragments)
		}
		if e != nil {
			hit.Explanation = e.explain(doc)
			hit.Score = hit.Explanation.Score // the same without the rounding
		}
		if q.Documents {
			hit.Document = doc
		}
		res.Hits = append(res.Hits, hit)
	}
	return nil
}

// highlighter makes the Highlighter of a query, which weighs words by how rare
// they are.
func (a *Archive) highlighter(ctx context.Context, q search.Query, fragments int) (*search.Highlighter, error) {
	var terms []string
	h := search.NewHighlighter(q, func(term string) float64 {
		terms = append(terms, term)
		return 1
	})
	if len(terms) < 2 || fragments < 0 {
		return h, nil
	}
	counts, n, err := a.counts(ctx, fieldRank, terms)
	if err != nil {
		return nil, err
	}
	weights := map[string]float64{}
	for i, t := range terms {
		weights[t] = rarity(n, counts[i])
	}
	return search.NewHighlighter(q, func(term string) float64 { return weights[term] }), nil
}

// lowest stands for what has no score or no date where both count.
const lowest = -1e300

// order returns how hits are sorted; ranked says that they have scores.
func order(q search.Query, ranked bool) []any {
	date := func(order string) object {
		return object{fieldPublished: object{"order": order, "missing": "_last"}}
	}
	id := object{fieldID: "asc"}
	switch {
	case q.Sort == search.Oldest:
		return []any{date("asc"), id}
	case q.Sort == search.Newest || !ranked:
		return []any{date("desc"), id}
	case q.Sort == search.Blend:
		// log2(score × 2^(-age/halfLife)) but for a constant: the age counts back
		// from 1970, so that a page means the same whatever is newest.
		halfLife := q.HalfLife
		set(&halfLife, search.DefaultHalfLife)
		return []any{object{"_script": object{"type": "number", "order": "desc", "script": object{
			"source": "_score <= 0 || doc['" + fieldPublished + "'].size() == 0 ? params.lowest : Math.log(_score) / Math.log(2) + doc['" + fieldPublished + "'].value / params.seconds",
			"params": object{"lowest": lowest, "seconds": max(halfLife.Seconds(), 1)}}}}, date("desc"), id}
	}
	return []any{object{"_score": "desc"}, date("desc"), id}
}

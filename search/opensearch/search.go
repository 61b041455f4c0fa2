package opensearch

import (
	"context"
	"fmt"
	"net/url"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
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
	var res search.Results
	err := a.read(ctx, func(m *meta) error { return a.search(ctx, m, q, after, &res) })
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
	limit := engine.Limit(q)
	request := object{"query": k.body, "sort": order(q, len(k.terms) > 0), "track_scores": true,
		"track_total_hits": true, "_source": []string{"card"}, "size": limit}
	if engine.Fragments(q) > 0 || q.Documents || q.Explain {
		request["_source"] = []string{"card", "doc"}
	}
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
		res.Next = cursor{Mark: engine.Mark(q), After: hits[len(hits)-1].Sort}.String()
	}
	if q.Corrections {
		if res.DidYouMean, err = engine.Correct(ctx, store{a}, q, res.Total); err != nil {
			return err
		}
	}
	return a.fill(ctx, m, q, k, hits, res)
}

// ask makes a search of its pages. Rarity counts over all shards.
func (a *Archive) ask(ctx context.Context, request object) (*found[page], error) {
	f := new(found[page])
	query := url.Values{"search_type": {"dfs_query_then_fetch"}, "ignore_unavailable": {"true"}}
	err := a.post(ctx, a.searchPath(), query, request, f)
	if err == nil {
		err = f.err()
	}
	return f, err
}

// fill makes the hits.
func (a *Archive) fill(ctx context.Context, m *meta, q search.Query, k query, found []foundHit[page],
	res *search.Results) error {
	if len(found) == 0 {
		return nil
	}
	h, err := engine.Highlighter(ctx, q, store{a})
	if err != nil {
		return err
	}
	hits := engine.Hits{Query: q, Highlighter: h}
	if q.Explain {
		if hits.Explainer, err = a.explainer(ctx, m, k.terms); err != nil {
			return err
		}
	}
	for _, f := range found {
		card := f.Source.Card
		hit := search.Hit{ID: f.ID, Headline: card.Headline, Published: card.Published, URL: card.URL,
			Score: f.score() * a.scale()}
		var doc *dateline.Document
		if f.Source.Doc != "" {
			if doc, err = decode(f.ID, f.Source.Doc); err != nil {
				return err
			}
		}
		hits.Fill(&hit, doc)
		res.Hits = append(res.Hits, hit)
	}
	return nil
}

// explainer asks how many documents have each term.
func (a *Archive) explainer(ctx context.Context, m *meta, terms []engine.Term) (*engine.Explainer, error) {
	list := []object{everything}
	for _, t := range terms {
		list = append(list, oneOf(fieldRank, t.All()))
	}
	counts, err := a.countEach(ctx, list)
	if err != nil {
		return nil, err
	}
	return &engine.Explainer{Terms: terms, Counts: counts[1:], Documents: counts[0], Averages: m.Averages.values()}, nil
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
		published := "doc['" + fieldPublished + "']"
		return []any{object{"_script": object{"type": "number", "order": "desc", "script": object{
			"source": "_score <= 0 || " + published + ".size() == 0 ? params.lowest : " +
				"Math.log(_score) / Math.log(2) + " + published + ".value / params.seconds",
			"params": object{"lowest": lowest, "seconds": engine.HalfLife(q)}}}}, date("desc"), id}
	}
	return []any{object{"_score": "desc"}, date("desc"), id}
}

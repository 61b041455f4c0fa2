package opensearch

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
)

// Count returns how many documents the archive holds.
func (a *Archive) Count(ctx context.Context) (n int, err error) {
	err = a.read(ctx, func(*meta) (err error) {
		_, n, err = a.counts(ctx, fieldRank, nil)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("opensearch: count: %w", err)
	}
	return n, nil
}

// counts returns how many documents have each of some terms in a field, and how
// many there are. Lucene knows these numbers without looking at documents.
func (a *Archive) counts(ctx context.Context, field string, terms []string) ([]int, int, error) {
	list := []object{everything}
	for _, t := range terms {
		list = append(list, object{"term": object{field: t}})
	}
	n, err := a.countEach(ctx, list)
	if err != nil {
		return nil, 0, err
	}
	return n[1:], n[0], nil
}

// countEach returns how many documents each query finds.
func (a *Archive) countEach(ctx context.Context, queries []object) ([]int, error) {
	var requests []object
	for _, q := range queries {
		requests = append(requests, object{"size": 0, "track_total_hits": true, "query": q})
	}
	found, err := multi[struct{}](ctx, a, requests)
	if err != nil {
		return nil, err
	}
	counts := make([]int, len(found))
	for i, f := range found {
		counts[i] = f.Hits.Total.Value
	}
	return counts, nil
}

// found is the answer to a search; S is what is wanted of each document.
type found[S any] struct {
	PIT  string `json:"pit_id"`
	Hits struct {
		Total struct {
			Value int `json:"value"`
		} `json:"total"`
		Hits []foundHit[S] `json:"hits"`
	} `json:"hits"`
	Aggregations map[string]buckets `json:"aggregations"`
	Shards       struct {
		Failed   int `json:"failed"`
		Failures []struct {
			Reason failure `json:"reason"`
		} `json:"failures"`
	} `json:"_shards"`
	Error *failure `json:"error"` // of one search of many
}

type foundHit[S any] struct {
	ID     string   `json:"_id"`
	Score  *float64 `json:"_score"`
	Sort   []raw    `json:"sort"`
	Source S        `json:"_source"`
}

// score is 0 where the cluster made none.
func (h foundHit[S]) score() float64 {
	if h.Score == nil {
		return 0
	}
	return *h.Score
}

// err says what is wrong with an answer: one that leaves out a shard is no answer.
func (f *found[S]) err() error {
	switch {
	case f.Error != nil:
		return fmt.Errorf("%w: search: %s", ErrRefused, f.Error)
	case f.Shards.Failed > 0 && len(f.Shards.Failures) > 0:
		return fmt.Errorf("%w: search: %d shards failed: %s", ErrUnavailable, f.Shards.Failed, f.Shards.Failures[0].Reason)
	case f.Shards.Failed > 0:
		return fmt.Errorf("%w: search: %d shards failed", ErrUnavailable, f.Shards.Failed)
	}
	return nil
}

// multi makes several searches at once.
func multi[S any](ctx context.Context, a *Archive, requests []object) ([]found[S], error) {
	if len(requests) == 0 {
		return nil, nil
	}
	var b bytes.Buffer
	for _, r := range requests {
		fmt.Fprintf(&b, `{"index":%q,"ignore_unavailable":true}`+"\n", a.config.Index)
		line, err := compact(r)
		if err != nil {
			return nil, fmt.Errorf("opensearch: search: %w", err)
		}
		b.Write(line)
	}
	var res struct {
		Responses []found[S] `json:"responses"`
	}
	if err := a.do(ctx, http.MethodPost, "/_msearch", nil, b.Bytes(), &res); err != nil {
		return nil, err
	}
	if len(res.Responses) != len(requests) {
		return nil, fmt.Errorf("%w: %d answers to %d searches", ErrRefused, len(res.Responses), len(requests))
	}
	for i := range res.Responses {
		if err := res.Responses[i].err(); err != nil {
			return nil, err
		}
	}
	return res.Responses, nil
}

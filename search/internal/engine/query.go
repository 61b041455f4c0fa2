package engine

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"time"

	"github.com/dateline-go/dateline/search"
)

const (
	defaultLimit     = 10
	defaultFragments = 2
)

// Limit is how many hits a query wants.
func Limit(q search.Query) int {
	if q.Limit == 0 {
		return defaultLimit
	}
	return max(q.Limit, 0)
}

// Fragments is how many fragments a query wants of each hit, below 0 none.
func Fragments(q search.Query) int {
	if q.Fragments == 0 {
		return defaultFragments
	}
	return q.Fragments
}

// HalfLife returns the half-life of a blend in seconds, 1 at least.
func HalfLife(q search.Query) float64 {
	d := q.HalfLife
	if d == 0 {
		d = search.DefaultHalfLife
	}
	return max(float64(d)/float64(time.Second), 1)
}

// Mark tells queries apart by what they find and in which order. A cursor carries
// it, so that it is not used for another query.
func Mark(q search.Query) []byte {
	// Dates are the only values that may fail, alike for both.
	b, _ := json.Marshal([]any{q.Where(), q.Sort, q.HalfLife, q.Feedback})
	sum := sha256.Sum256(b)
	return sum[:8]
}

// Highlighter makes the Highlighter of a query, which weighs words by how rare
// they are.
func Highlighter(ctx context.Context, q search.Query, d Dictionary) (*search.Highlighter, error) {
	if len(q.Where().All) == 0 || Fragments(q) < 0 {
		return search.NewHighlighter(q, nil), nil
	}
	present, err := d.Languages(ctx)
	if err != nil {
		return nil, err
	}
	languages := make([]string, len(present))
	for i, l := range present {
		languages[i] = l.Code()
	}
	var terms []string
	h := search.NewHighlighter(q, func(term string) float64 {
		terms = append(terms, term)
		return 1
	}, languages...)
	if len(terms) < 2 {
		return h, nil
	}
	counts, n, err := d.Frequencies(ctx, Ranked, terms)
	if err != nil {
		return nil, err
	}
	weights := make(map[string]float64, len(terms))
	for i, t := range terms {
		weights[t] = IDF(n, counts[i])
	}
	return search.NewHighlighter(q, func(term string) float64 { return weights[term] }, languages...), nil
}

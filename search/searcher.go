package search

import "context"

// Searcher answers queries. An archive is one; a test may have one of its own.
type Searcher interface {
	Search(ctx context.Context, q Query) (Results, error)
}

// Package searchtest checks that an engine answers queries as package search says
// they are to be answered, so that one engine can be put in the place of another.
//
//	func TestConformance(t *testing.T) {
//		searchtest.Run(t, func(t testing.TB) searchtest.Engine { return open(t) })
//	}
//
// Read [Engine] first. What an engine does beyond it is its own to test.
package searchtest

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// Engine is what is checked.
type Engine interface {
	search.Searcher
	// Add writes documents, which are found when it returns.
	Add(ctx context.Context, docs ...*dateline.Document) error
	// Delete takes documents out.
	Delete(ctx context.Context, ids ...string) error
}

// Run checks engines that open makes. Each must be empty and of its own; open
// closes it by the test's Cleanup.
func Run(t *testing.T, open func(testing.TB) Engine) {
	e := open(t)
	require.NoError(t, e.Add(t.Context(), Documents()...))
	for _, part := range []struct {
		name string
		run  func(*testing.T, Engine)
	}{
		{"language", language}, {"query", queries}, {"order", orders}, {"cursor", cursors}, {"explain", explanations},
		{"facets", facets}, {"fragments", fragments}, {"refused", refused}, {"cancelled", cancelled},
	} {
		t.Run(part.name, func(t *testing.T) { part.run(t, e) })
	}
	t.Run("empty", func(t *testing.T) { empty(t, open(t)) })
	t.Run("single", func(t *testing.T) { single(t, open(t)) })
	t.Run("changes", func(t *testing.T) { changes(t, open(t)) })
}

// ids returns the ids of hits.
func ids(res search.Results) []string {
	list := []string{}
	for _, h := range res.Hits {
		list = append(list, h.ID)
	}
	return list
}

// ask parses and runs a query.
func ask(t *testing.T, e Engine, query string) search.Results {
	t.Helper()
	q, err := search.Parse(query)
	require.NoError(t, err)
	res, err := e.Search(t.Context(), q)
	require.NoError(t, err)
	return res
}

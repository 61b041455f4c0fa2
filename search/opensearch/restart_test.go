package opensearch_test

import (
	"fmt"
	"iter"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/opensearch"
	"github.com/dateline-go/dateline/search/searchtest"
)

// many returns n documents made of the suite's, each with an id of its own.
func many(n int) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for i := range n {
			docs := searchtest.Documents()
			doc := docs[i%len(docs)]
			doc.ID = fmt.Sprintf("many-%05d", i)
			if !yield(doc, nil) {
				return
			}
		}
	}
}

// ownNode starts a node for one test, which may kill it.
func ownNode(t *testing.T) *node {
	t.Helper()
	needsNode(t)
	data, err := os.MkdirTemp("", "dateline-node")
	require.NoError(t, err)
	n := newNode(t, data, freePort(t))
	t.Cleanup(func() {
		n.kill()
		os.RemoveAll(data)
	})
	return n
}

// TestKilledNode kills the node in the middle of a load and starts it again. The
// load goes on, and each document is there once.
func TestKilledNode(t *testing.T) {
	n := ownNode(t)
	const all = 1500
	var once sync.Once
	var restarted sync.WaitGroup
	acknowledged := 0
	a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{n.url}, Replicas: -1, BatchSize: 50,
		OnProgress: func(p opensearch.Progress) {
			if p.Stored() >= all/3 {
				once.Do(func() {
					acknowledged = p.Stored()
					n.kill() // with requests under way
					restarted.Go(func() { n.start(t) })
				})
			}
		}})
	require.NoError(t, err)
	stored, err := a.Load(t.Context(), many(all))
	restarted.Wait()
	require.NoError(t, err)
	assert.Equal(t, all, stored)
	require.Positive(t, acknowledged, "the node was killed")
	count, err := a.Count(t.Context())
	require.NoError(t, err)
	assert.Equal(t, all, count, "nothing is lost, nothing is there twice")
	var ids []string
	for doc, err := range a.Documents(t.Context()) {
		require.NoError(t, err)
		ids = append(ids, doc.ID)
	}
	slices.Sort(ids)
	require.Len(t, slices.Compact(ids), all)

	again, err := a.Load(t.Context(), many(all))
	require.NoError(t, err)
	assert.Equal(t, all, again)
	require.NoError(t, a.Close())
}

// TestNodeThatStaysAway kills the node in the middle of a load and leaves it dead. The load says so and how much was
// acknowledged; that is there after a restart, and the same load again brings the rest.
func TestNodeThatStaysAway(t *testing.T) {
	n := ownNode(t)
	const all = 1500
	var once sync.Once
	a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{n.url}, Replicas: -1, BatchSize: 50,
		RetryFor: 2 * time.Second, OnProgress: func(p opensearch.Progress) {
			if p.Stored() >= all/3 {
				once.Do(n.kill) // with requests under way
			}
		}})
	require.NoError(t, err)
	stored, err := a.Load(t.Context(), many(all))
	require.ErrorIs(t, err, opensearch.ErrUnavailable)
	assert.GreaterOrEqual(t, stored, all/3)
	assert.Less(t, stored, all, "the node was killed")
	_, err = a.Search(t.Context(), search.Query{Text: "ferry"})
	require.ErrorIs(t, err, opensearch.ErrUnavailable)

	n.start(t)
	present := map[string]int{}
	for doc, err := range a.Documents(t.Context()) {
		require.NoError(t, err)
		present[doc.ID]++
	}
	assert.GreaterOrEqual(t, len(present), stored, "what was acknowledged")
	for id, times := range present {
		assert.Equal(t, 1, times, id)
	}
	again, err := a.Load(t.Context(), many(all))
	require.NoError(t, err)
	assert.Equal(t, all, again)
	count, err := a.Count(t.Context())
	require.NoError(t, err)
	assert.Equal(t, all, count)
	require.NoError(t, a.Close())
}

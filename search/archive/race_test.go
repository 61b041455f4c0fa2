package archive_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// TestReadersAndAWriter lets 32 readers search, read and relate while one writer
// adds, corrects, deletes and purges. It is for the race detector, and lasts as
// long as DATELINE_RACE says.
func TestReadersAndAWriter(t *testing.T) {
	ctx := context.Background()
	long := time.Second
	if v := os.Getenv("DATELINE_RACE"); v != "" {
		var err error
		long, err = time.ParseDuration(v)
		require.NoError(t, err)
	}
	docs := newsroom(t)
	dir := t.TempDir()
	ix, err := archive.Open(ctx, dir, archive.Options{})
	require.NoError(t, err)
	require.NoError(t, ix.Add(ctx, docs...))
	until := time.Now().Add(long)
	var wg sync.WaitGroup
	for reader := range 32 {
		wg.Go(func() {
			r := rand.New(rand.NewPCG(3, uint64(reader)))
			for time.Now().Before(until) && !t.Failed() {
				read(ctx, t, ix, docs, r.IntN(6))
			}
		})
	}
	written := 0
	for time.Now().Before(until) && !t.Failed() {
		write(ctx, t, ix, docs, written)
		written++
	}
	wg.Wait()
	t.Logf("%d writes", written)
	assert.Equal(t, len(docs), count(t, ix))
	require.NoError(t, ix.Close())
	rep, err := archive.Check(ctx, dir)
	require.NoError(t, err)
	assert.Empty(t, rep.Damage)
}

// read asks one thing, of which the answer is known in part.
func read(ctx context.Context, t *testing.T, ix *archive.Archive, docs []*dateline.Document, what int) {
	switch what {
	case 0:
		res, err := ix.Search(ctx, search.Query{Text: "copper strike", Facets: true})
		assert.NoError(t, err)
		assert.GreaterOrEqual(t, res.Total, 2)
	case 1:
		res, err := ix.Search(ctx, search.Query{Clauses: []search.Clause{{Text: "press freedom", Match: search.Phrase}}, Sort: search.Newest})
		assert.NoError(t, err)
		assert.GreaterOrEqual(t, res.Total, 1)
	case 2:
		_, err := ix.Related(ctx, docs[0], search.RelatedOptions{})
		assert.NoError(t, err)
	case 3:
		got, err := ix.Document(ctx, "press")
		assert.NoError(t, err)
		assert.Equal(t, docs[4], got)
	case 4:
		n := 0
		for _, err := range ix.Documents(ctx) {
			assert.NoError(t, err)
			n++
		}
		assert.GreaterOrEqual(t, n, len(docs))
	case 5:
		rev, err := ix.Revision(ctx, "press")
		assert.NoError(t, err)
		assert.Equal(t, 1, rev.Number)
	}
}

// write adds, corrects and deletes one article, and purges now and then.
func write(ctx context.Context, t *testing.T, ix *archive.Archive, docs []*dateline.Document, n int) {
	d := *docs[n%len(docs)]
	d.ID = fmt.Sprint("new-", n)
	assert.NoError(t, ix.Add(ctx, &d))
	d.URL += "/corrected"
	assert.NoError(t, ix.Add(ctx, &d))
	assert.NoError(t, ix.Delete(ctx, d.ID))
	if n%50 == 49 {
		assert.NoError(t, ix.Purge(ctx))
	}
}

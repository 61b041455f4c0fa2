package archive_test

import (
	"context"
	"errors"
	"iter"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/archive"
)

// fed gives documents with their sources.
func fed(docs []*dateline.Document, source string) iter.Seq2[archive.Item, error] {
	return func(yield func(archive.Item, error) bool) {
		for _, d := range docs {
			if !yield(archive.Item{Document: d, Source: source + d.ID}, nil) {
				return
			}
		}
	}
}

// TestLoadResumes cuts a load short and begins it again.
func TestLoadResumes(t *testing.T) {
	docs := newsroom(t)
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(context.Background())
	var steps []archive.Progress
	ix := openWith(t, dir, archive.Options{BatchSize: 2, OnProgress: func(p archive.Progress) {
		if steps = append(steps, p); len(steps) == 2 {
			cancel()
		}
	}})
	n, err := ix.Load(ctx, all(docs))
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, 4, n)
	assert.Equal(t, []archive.Progress{{Added: 2}, {Added: 4}}, steps)
	require.NoError(t, ix.Close())

	var last archive.Progress
	ix = openWith(t, dir, archive.Options{OnProgress: func(p archive.Progress) { last = p }})
	n, err = ix.Load(context.Background(), all(docs))
	require.NoError(t, err)
	assert.Equal(t, len(docs), n)
	assert.Equal(t, archive.Progress{Added: 2, Unchanged: 4}, last)
	assert.Equal(t, len(docs), count(t, ix))
	for _, d := range docs {
		rev, err := ix.Revision(context.Background(), d.ID)
		require.NoError(t, err)
		assert.Equal(t, 1, rev.Number)
	}
}

func TestSources(t *testing.T) {
	ctx := context.Background()
	docs := newsroom(t)
	ix := openWith(t, t.TempDir(), archive.Options{})
	has := func(source string) bool {
		t.Helper()
		got, err := ix.HasSource(ctx, source)
		require.NoError(t, err)
		return got
	}
	assert.False(t, has("wire:press"))
	p, err := ix.LoadItems(ctx, fed(docs, "wire:"))
	require.NoError(t, err)
	assert.Equal(t, archive.Progress{Added: 6}, p)
	assert.True(t, has("wire:press"))
	assert.False(t, has(""))

	p, err = ix.LoadItems(ctx, fed(docs, "mail:"))
	require.NoError(t, err)
	assert.Equal(t, archive.Progress{Unchanged: 6}, p)
	assert.True(t, has("mail:press"), "the latest source is kept")
	assert.False(t, has("wire:press"))
	rev, err := ix.Revision(ctx, "press")
	require.NoError(t, err)
	assert.Equal(t, 1, rev.Number, "the content is the same")

	require.NoError(t, ix.Delete(ctx, "press"))
	assert.True(t, has("mail:press"), "a deleted one is not asked for again")
	require.NoError(t, ix.Purge(ctx))
	assert.False(t, has("mail:press"))
}

func TestLoadCountsFailures(t *testing.T) {
	ctx := context.Background()
	docs := newsroom(t)
	ix := openWith(t, "", archive.Options{OnError: func(error) {}})
	p, err := ix.LoadItems(ctx, func(yield func(archive.Item, error) bool) {
		_ = yield(archive.Item{Document: docs[0]}, nil) && yield(archive.Item{}, errors.New("line 2")) && yield(archive.Item{}, nil) &&
			yield(archive.Item{Document: docs[1], Source: string(make([]byte, 257))}, nil)
	})
	require.NoError(t, err)
	assert.Equal(t, archive.Progress{Added: 1, Failed: 3}, p)
}

// TestRepeatedInABatch has documents of one id in a batch, in all orders.
func TestRepeatedInABatch(t *testing.T) {
	ctx := context.Background()
	a := &dateline.Document{ID: "x", Text: "One version of it."}
	b := &dateline.Document{ID: "x", Text: "Another version of it."}
	for _, c := range []struct {
		name   string
		before *dateline.Document
		batch  []*dateline.Document
		rev    int
		want   *dateline.Document
	}{
		{"new twice", nil, []*dateline.Document{a, a}, 1, a},
		{"there and back", a, []*dateline.Document{b, a}, 3, a},
		{"as before, then new", a, []*dateline.Document{a, b}, 2, b},
		{"as before twice", a, []*dateline.Document{a, a}, 1, a},
	} {
		t.Run(c.name, func(t *testing.T) {
			ix := open(t)
			if c.before != nil {
				require.NoError(t, ix.Add(ctx, c.before))
			}
			require.NoError(t, ix.Add(ctx, c.batch...))
			got, err := ix.Document(ctx, "x")
			require.NoError(t, err)
			assert.Equal(t, c.want.Text, got.Text)
			rev, err := ix.Revision(ctx, "x")
			require.NoError(t, err)
			assert.Equal(t, c.rev, rev.Number)
		})
	}
}

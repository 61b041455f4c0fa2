package archive_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/archive"
)

// holds tells whether a word lies in a file of an archive: its terms and ids are
// not compressed.
func holds(t *testing.T, dir, word string) bool {
	t.Helper()
	for _, name := range filesOf(t, dir) {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		require.NoError(t, err)
		if bytes.Contains(b, []byte(word)) {
			return true
		}
	}
	return false
}

func TestPurge(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name  string
		purge []string
		want  int // documents left
		stays bool
	}{
		{"every tombstone", nil, 2, false},
		{"by id", []string{"xylograph"}, 2, false},
		{"a document that is there", []string{"two", "xylograph"}, 1, false},
		{"nothing of it", []string{"not there"}, 2, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			ix := openWith(t, dir, archive.Options{})
			require.NoError(t, ix.Add(ctx,
				&dateline.Document{ID: "xylograph", URL: "https://news.example/quokka", Text: "A libel."},
				&dateline.Document{ID: "one", Text: "The first version says quokka."}, &dateline.Document{ID: "two", Text: "Another."}))
			require.True(t, holds(t, dir, "xylograph"))
			require.True(t, holds(t, dir, "quokka"))
			require.NoError(t, ix.Delete(ctx, "xylograph"))
			require.NoError(t, ix.Add(ctx, &dateline.Document{ID: "one", Text: "The second version says nothing."}))
			require.NoError(t, ix.Purge(ctx, c.purge...))
			assert.Equal(t, c.want, count(t, ix))
			_, err := ix.Revision(ctx, "xylograph")
			if c.stays {
				require.NoError(t, err)
			} else {
				require.ErrorIs(t, err, archive.ErrNotFound)
			}
			require.NoError(t, ix.Close())
			assert.Equal(t, c.stays, holds(t, dir, "xylograph"))
			assert.False(t, holds(t, dir, "quokka"), "what was replaced is gone in any case")
			rep, err := archive.Check(ctx, dir)
			require.NoError(t, err)
			assert.Empty(t, rep.Damage)
			assert.Equal(t, c.want, rep.Documents)
		})
	}
}

func TestPurgeInMemory(t *testing.T) {
	ctx := context.Background()
	docs := newsroom(t)
	ix := open(t, docs...)
	require.NoError(t, ix.Delete(ctx, "press"))
	require.NoError(t, ix.Purge(ctx))
	assert.Equal(t, len(docs)-1, count(t, ix))
	_, err := ix.Load(ctx, all(docs))
	require.NoError(t, err)
	assert.Equal(t, len(docs), count(t, ix), "nothing keeps it away")
}

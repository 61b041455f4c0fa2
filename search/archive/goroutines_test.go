package archive_test

import (
	"context"
	"fmt"
	"iter"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/settle"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

func TestNoGoroutineIsLeft(t *testing.T) {
	ctx := t.Context()
	for name, use := range map[string]func(t *testing.T, dir string){
		"opened and closed": func(*testing.T, string) {},
		"not opened": func(t *testing.T, _ string) {
			_, err := archive.Open(ctx, "goroutines_test.go", archive.Options{})
			require.ErrorIs(t, err, archive.ErrNotArchive)
		},
		"locked": func(t *testing.T, dir string) {
			if dir != "" {
				_, err := archive.Open(ctx, dir, archive.Options{})
				require.ErrorIs(t, err, archive.ErrLocked)
			}
		},
		"backed up": func(t *testing.T, dir string) {
			if dir != "" {
				to := filepath.Join(t.TempDir(), "backup")
				require.NoError(t, archive.Restore(ctx, makeBackup(t, to), to+"-again"))
				rep, err := archive.Check(ctx, to+"-again")
				require.NoError(t, err)
				require.Empty(t, rep.Damage)
			}
		},
	} {
		for _, where := range []string{"disk", "memory"} {
			t.Run(name+" "+where, func(t *testing.T) {
				defer settle.Goroutines(t)()
				dir := ""
				if where == "disk" {
					dir = filepath.Join(t.TempDir(), "news")
				}
				ix, err := archive.Open(ctx, dir, archive.Options{})
				require.NoError(t, err)
				require.NoError(t, ix.Add(ctx, newsroom(t)...))
				use(t, dir)
				_, err = ix.Search(ctx, search.Query{Text: "ferry", Facets: true})
				require.NoError(t, err)
				for range ix.Documents(ctx) {
					break
				}
				for range ix.Profiles(ctx) {
					break
				}
				require.NoError(t, ix.Close())
			})
		}
	}
}

// makeBackup makes a backup of a small archive and returns its folder.
func makeBackup(t *testing.T, to string) string {
	t.Helper()
	ix, err := archive.Open(t.Context(), filepath.Join(t.TempDir(), "news"), archive.Options{})
	require.NoError(t, err)
	defer ix.Close()
	require.NoError(t, ix.Add(t.Context(), newsroom(t)...))
	require.NoError(t, ix.Backup(t.Context(), to))
	return to
}

// TestLoadLeavesNoGoroutine ends the context while a load goes on, and while its
// stream waits.
func TestLoadLeavesNoGoroutine(t *testing.T) {
	defer settle.Goroutines(t)()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ix, err := archive.Open(t.Context(), filepath.Join(t.TempDir(), "news"), archive.Options{BatchSize: 10, Workers: 4,
		OnProgress: func(p archive.Progress) {
			if p.Added >= 30 {
				cancel()
			}
		}})
	require.NoError(t, err)
	n, err := ix.Load(ctx, endless())
	require.ErrorIs(t, err, context.Canceled)
	assert.GreaterOrEqual(t, n, 30)
	stored, err := ix.Count(t.Context())
	require.NoError(t, err)
	assert.Equal(t, stored, n)
	_, err = ix.Load(ctx, endless()) // has ended already
	require.ErrorIs(t, err, context.Canceled)
	require.NoError(t, ix.Close())
}

// endless gives documents without an end.
func endless() iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for i := 0; yield(&dateline.Document{ID: fmt.Sprint(i), Text: "Ships in the harbour."}, nil); i++ {
		}
	}
}

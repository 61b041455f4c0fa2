package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// A power cut keeps what was synced and may lose the rest: every file of a new
// archive and every name on the way to it must be among it, and the description,
// which says that the archive is whole, must come last.
func TestMakeSyncsEverything(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "desk", "news")
	var synced []string
	described := -1 // how many syncs came before the one that saw the description in place
	m := maker{sync: func(path string) error {
		rel, err := filepath.Rel(root, path)
		require.NoError(t, err)
		synced = append(synced, filepath.ToSlash(rel))
		if _, err := os.Stat(filepath.Join(dir, metaFile)); err == nil && described < 0 {
			described = len(synced) - 1
		}
		return nil
	}}
	require.NoError(t, m.make(dir))
	for _, name := range []string{".", "desk", "desk/news", "desk/news/.dateline-new/index_meta.json",
		"desk/news/.dateline-new/manifest.json", "desk/news/.dateline-new/store",
		"desk/news/.dateline-new/store/root.bolt"} {
		assert.Contains(t, synced, name)
	}
	require.Positive(t, described)
	assert.Equal(t, "desk/news", synced[described], "the name of the description is synced")
	assert.Equal(t, []string{"desk/news", "desk/news"}, synced[described-2:described], "those of the others before it")
}

// Of several that make an archive at once each either has it, alone, or is told
// that it is locked, and what was acknowledged is there.
func TestMakeAtOnce(t *testing.T) {
	for round := range rounds(t, 10) {
		dir := filepath.Join(t.TempDir(), "news")
		var wg sync.WaitGroup
		errs := make([]error, 2+round%3)
		for i := range errs {
			wg.Go(func() {
				errs[i] = func() error {
					a, err := Open(context.Background(), dir, Options{})
					if err != nil {
						return err
					}
					doc := &dateline.Document{Schema: dateline.Schema, ID: fmt.Sprint(i), Text: "The harbour reopened."}
					return errors.Join(a.Add(context.Background(), doc), a.Close())
				}()
			})
		}
		wg.Wait()
		a, err := Open(t.Context(), dir, Options{})
		require.NoError(t, err)
		won := 0
		for i, err := range errs {
			if err != nil {
				require.ErrorIs(t, err, ErrLocked, "round %d", round)
				continue
			}
			won++
			_, err := a.Document(t.Context(), fmt.Sprint(i))
			require.NoError(t, err, "round %d", round)
		}
		require.Positive(t, won)
		require.NoError(t, a.Close())
		_, err = os.Stat(filepath.Join(dir, makingFile))
		require.ErrorIs(t, err, os.ErrNotExist)
	}
}

// A purge that is cut short leaves the archive's own tombstone, and one of an
// older version had counted it twice.
func TestPurgeAfterOneCutShort(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "news")
	a, err := Open(t.Context(), dir, Options{})
	require.NoError(t, err)
	for _, id := range []string{"a", "b", "c"} {
		require.NoError(t, a.Add(t.Context(), &dateline.Document{Schema: dateline.Schema, ID: id, Text: "The tide turned."}))
	}
	for range 2 {
		_, err = a.change(func(w *writing) error {
			w.totals.Deleted++
			k := known{head: head{revision: 1, stored: a.options.now(), deleted: true}}
			return w.batch.IndexAdvanced(tombstone(reservedID, k))
		})
		require.NoError(t, err)
	}
	require.NoError(t, a.Purge(t.Context(), "b"))
	n, err := a.Count(t.Context())
	require.NoError(t, err)
	assert.Equal(t, 2, n)
	require.NoError(t, a.Close())
	rep, err := Check(t.Context(), dir)
	require.NoError(t, err)
	assert.Empty(t, rep.Damage)
	assert.Equal(t, 2, rep.Documents)
	assert.Zero(t, rep.Deleted)
}

func TestManifestOfOtherBytes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "news")
	a, err := Open(t.Context(), dir, Options{})
	require.NoError(t, err)
	part := filepath.Join(dir, manifestFile+".123.part")
	require.NoError(t, os.WriteFile(part, []byte("{"), 0o600))
	require.NoError(t, a.Close())
	_, err = os.Stat(part)
	require.ErrorIs(t, err, os.ErrNotExist, "what a killed process left is swept")

	path := filepath.Join(dir, manifestFile)
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	raw[len(raw)/2] ^= 1
	require.NoError(t, os.WriteFile(path, raw, 0o600))
	_, err = Open(t.Context(), dir, Options{})
	require.ErrorIs(t, err, ErrDamaged)
	require.ErrorContains(t, err, manifestFile)

	require.NoError(t, os.Remove(path)) // the rest is there
	a, err = Open(t.Context(), dir, Options{})
	require.NoError(t, err)
	require.NoError(t, a.Close())
}

// rounds returns how many rounds a proof asks for, or a small number.
func rounds(t *testing.T, small int) int {
	v := os.Getenv("DATELINE_KILLS")
	if v == "" {
		return small
	}
	n, err := strconv.Atoi(v)
	require.NoError(t, err)
	return n
}

package archive_test

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// make makes a closed archive with some segments.
func makeArchive(t testing.TB) string {
	t.Helper()
	ctx := context.Background()
	dir := filepath.Join(t.TempDir(), "news")
	ix, err := archive.Open(ctx, dir, archive.Options{})
	require.NoError(t, err)
	docs := newsroom(t)
	for i := range docs {
		require.NoError(t, ix.Add(ctx, docs[i]))
	}
	require.NoError(t, ix.Delete(ctx, docs[2].ID))
	require.NoError(t, ix.Close())
	return dir
}

// filesOf returns the files of an archive, as they are called in messages.
func filesOf(t testing.TB, dir string) (names []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	}))
	return names
}

func copyDir(t testing.TB, from string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copy")
	require.NoError(t, os.CopyFS(to, os.DirFS(from)))
	return to
}

func TestCheckIsFine(t *testing.T) {
	ctx := context.Background()
	dir := makeArchive(t)
	rep, err := archive.Check(ctx, dir)
	require.NoError(t, err)
	assert.Empty(t, rep.Damage)
	assert.Equal(t, 5, rep.Documents)
	assert.Equal(t, 1, rep.Deleted)
	assert.Len(t, filesOf(t, dir), rep.Files+1, "every file and the manifest, however many segments bleve has merged")
	assert.Greater(t, rep.Bytes, int64(1000))
	ix, err := archive.Open(ctx, dir, archive.Options{Verify: true})
	require.NoError(t, err)
	_, err = archive.Check(ctx, dir)
	require.ErrorIs(t, err, archive.ErrLocked)
	require.NoError(t, ix.Close())
	_, err = archive.Check(ctx, t.TempDir())
	require.ErrorIs(t, err, archive.ErrNotArchive)
}

// TestFlippedBytes flips bytes in every file: check names the file, opening with
// Verify refuses, and without it nothing panics.
func TestFlippedBytes(t *testing.T) {
	ctx := context.Background()
	sound := makeArchive(t)
	r := rand.New(rand.NewPCG(1, 2))
	for _, name := range filesOf(t, sound) {
		for range times(t, "DATELINE_FLIPS", 6) {
			dir := copyDir(t, sound)
			path := filepath.Join(dir, filepath.FromSlash(name))
			b, err := os.ReadFile(path)
			require.NoError(t, err)
			at := r.IntN(len(b))
			b[at] ^= 1 << r.IntN(8)
			require.NoError(t, os.WriteFile(path, b, 0o600))

			rep, err := archive.Check(ctx, dir)
			if !errors.Is(err, archive.ErrNotArchive) || name != "index_meta.json" { // the type of index can be flipped
				require.NoError(t, err, "%s, byte %d", name, at)
				require.NotEmpty(t, rep.Damage, "%s, byte %d", name, at)
				require.ErrorIs(t, rep.Damage[0], archive.ErrDamaged)
				require.ErrorContains(t, rep.Damage[0], name)
			}
			use(t, copyDir(t, dir))
			_, err = archive.Open(ctx, dir, archive.Options{Verify: true})
			require.Error(t, err, "%s, byte %d", name, at)
			if name != "index_meta.json" {
				require.ErrorIs(t, err, archive.ErrDamaged)
			}
		}
	}
}

// use opens an archive that may be damaged and does a little of everything. All
// that is asked is an answer or an error.
func use(t testing.TB, dir string) {
	t.Helper()
	ctx := context.Background()
	ix, err := archive.Open(ctx, dir, archive.Options{})
	if err != nil {
		require.NotErrorIs(t, err, archive.ErrLocked)
		return
	}
	defer ix.Close()
	_, _ = ix.Search(ctx, search.Query{Text: "ferry strike", Facets: true})
	for range ix.Documents(ctx) {
	}
	_, _ = ix.Document(ctx, "press")
	_ = ix.Add(ctx, &dateline.Document{ID: "new", Text: "A new ferry."})
}

// TestRemovedAndCut takes files away and cuts them short.
func TestRemovedAndCut(t *testing.T) {
	ctx := context.Background()
	sound := makeArchive(t)
	for _, name := range filesOf(t, sound) {
		for _, how := range []string{"remove", "cut", "empty"} {
			t.Run(name+" "+how, func(t *testing.T) {
				dir := copyDir(t, sound)
				path := filepath.Join(dir, filepath.FromSlash(name))
				info, err := os.Stat(path)
				require.NoError(t, err)
				switch how {
				case "remove":
					err = os.Remove(path)
				case "cut":
					err = os.Truncate(path, info.Size()/2)
				default:
					err = os.Truncate(path, 0)
				}
				require.NoError(t, err)
				rep, err := archive.Check(ctx, dir)
				if name == "index_meta.json" && how == "remove" {
					require.ErrorIs(t, err, archive.ErrNotArchive)
				} else {
					require.NoError(t, err)
					require.NotEmpty(t, rep.Damage)
					assert.ErrorContains(t, rep.Damage[0], name)
				}
				use(t, copyDir(t, dir))
				if _, err = archive.Open(ctx, dir, archive.Options{Verify: true}); name != "index_meta.json" {
					require.ErrorIs(t, err, archive.ErrDamaged)
					assert.ErrorContains(t, err, name)
				}
				require.Error(t, err)
			})
		}
	}
}

// TestNothingStaysLocked opens a damaged archive, mends it, and opens it again.
func TestNothingStaysLocked(t *testing.T) {
	ctx := context.Background()
	dir := makeArchive(t)
	for _, name := range filesOf(t, dir) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(path, []byte(strings.Repeat("x", len(b))), 0o600))
		_, err = archive.Open(ctx, dir, archive.Options{Verify: true})
		require.Error(t, err)
		require.NoError(t, os.WriteFile(path, b, 0o600))
		ix, err := archive.Open(ctx, copyDir(t, dir), archive.Options{Verify: true})
		require.NoError(t, err, name)
		require.NoError(t, ix.Close())
	}
	ix, err := archive.Open(ctx, dir, archive.Options{Verify: true})
	require.NoError(t, err)
	require.NoError(t, ix.Close())
}

// TestRemovedWhileOpen takes files away under an open archive: the next write or
// Close says so, or nothing is lost.
func TestRemovedWhileOpen(t *testing.T) {
	ctx := context.Background()
	for _, pattern := range []string{"root.bolt", "*.zap"} {
		dir := makeArchive(t)
		ix, err := archive.Open(ctx, dir, archive.Options{})
		require.NoError(t, err)
		files, err := filepath.Glob(filepath.Join(dir, "store", pattern))
		require.NoError(t, err)
		for _, f := range files {
			require.NoError(t, os.Remove(f))
		}
		added := &dateline.Document{ID: "new", Text: "A new ferry."}
		err = ix.Add(ctx, added)
		if pattern == "root.bolt" || err != nil {
			require.ErrorIs(t, err, archive.ErrDamaged)
			require.ErrorContains(t, err, "was removed while the archive was open")
			require.ErrorContains(t, ix.Add(ctx, added), "an earlier write failed")
			_ = ix.Close()
			continue
		}
		// A merge had read the segments before they were missed. All is well where it
		// has also reached the root on disk; otherwise Close names what is gone.
		if err = ix.Close(); err != nil {
			require.ErrorIs(t, err, archive.ErrDamaged)
			require.ErrorContains(t, err, ".zap is missing")
			continue
		}
		ix = openWith(t, dir, archive.Options{Verify: true})
		assert.Equal(t, 6, count(t, ix))
		require.NoError(t, ix.Close())
	}
}

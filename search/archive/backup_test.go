package archive_test

import (
	"archive/tar"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// TestBackupWhileWriting takes backups while documents are added three at a time:
// each must hold a whole number of batches, and be fine.
func TestBackupWhileWriting(t *testing.T) {
	ctx := context.Background()
	tmp := t.TempDir()
	ix := openWith(t, filepath.Join(tmp, "news"), archive.Options{})
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		for n := 0; ; n += 3 {
			select {
			case <-stop:
				return
			default:
			}
			var docs []*dateline.Document
			for i := range 3 {
				docs = append(docs, &dateline.Document{ID: fmt.Sprint(n + i), Text: fmt.Sprint("Ships in the harbour: ", n)})
			}
			assert.NoError(t, ix.Add(ctx, docs...))
		}
	})
	for i := range 4 {
		before := count(t, ix)
		copied, restored := filepath.Join(tmp, fmt.Sprint("backup", i)), filepath.Join(tmp, fmt.Sprint("restored", i))
		require.NoError(t, ix.Backup(ctx, copied))
		after := count(t, ix)
		rep, err := archive.Check(ctx, copied)
		require.NoError(t, err)
		assert.Empty(t, rep.Damage)
		assert.Zero(t, rep.Documents%3)
		assert.GreaterOrEqual(t, rep.Documents, before)
		assert.LessOrEqual(t, rep.Documents, after)

		require.NoError(t, archive.Restore(ctx, copied, restored))
		back, err := archive.Open(ctx, restored, archive.Options{Verify: true})
		require.NoError(t, err)
		assert.Equal(t, rep.Documents, count(t, back))
		res, err := back.Search(ctx, search.Query{Text: "harbour", Limit: -1})
		require.NoError(t, err)
		assert.Equal(t, rep.Documents, res.Total)
		require.NoError(t, back.Add(ctx, &dateline.Document{ID: "more", Text: "One more ship."}))
		require.NoError(t, back.Close())
	}
	close(stop)
	wg.Wait()
	left, err := filepath.Glob(filepath.Join(tmp, "*.part"))
	require.NoError(t, err)
	assert.Empty(t, left)
}

func TestRestoreRefuses(t *testing.T) {
	ctx := context.Background()
	sound := makeArchive(t)
	for _, name := range filesOf(t, sound) {
		dir := copyDir(t, sound)
		path := filepath.Join(dir, filepath.FromSlash(name))
		b, err := os.ReadFile(path)
		require.NoError(t, err)
		b[len(b)/3] ^= 4
		require.NoError(t, os.WriteFile(path, b, 0o600))
		to := filepath.Join(t.TempDir(), "to")
		err = archive.Restore(ctx, dir, to)
		require.ErrorIs(t, err, archive.ErrDamaged, name)
		require.ErrorContains(t, err, name)
		assert.NoDirExists(t, to)
	}
	full := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(full, "x"), nil, 0o600))
	require.ErrorIs(t, archive.Restore(ctx, sound, full), fs.ErrExist)
	require.ErrorIs(t, archive.Restore(ctx, full, filepath.Join(full, "to")), archive.ErrNotArchive)
	require.ErrorContains(t, open(t).Backup(ctx, filepath.Join(full, "to")), "in memory")
}

// unpack unpacks an archive of an older version.
func unpack(t testing.TB, name string) string {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	dir := t.TempDir()
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return dir
		}
		require.NoError(t, err)
		path := filepath.Join(dir, filepath.Clean("/"+h.Name))
		if h.Typeflag == tar.TypeDir {
			require.NoError(t, os.MkdirAll(path, 0o700))
			continue
		}
		b, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(path, b, 0o600))
	}
}

func TestMigrate(t *testing.T) {
	t.Run("version 1", func(t *testing.T) { migrates(t, "version1.tar.gz", "v1", false) })
	t.Run("version 2", func(t *testing.T) { migrates(t, "version2.tar.gz", "v2", true) })
	t.Run("version 3, schema 0", func(t *testing.T) { migrates(t, "version3.tar.gz", "v3", true) })
	t.Run("version 5", func(t *testing.T) { migrates(t, "version5.tar.gz", "v5", true) })
}

// migrates migrates an archive of an older version, which may know what was
// deleted.
func migrates(t *testing.T, file, folder string, knows bool) {
	ctx := context.Background()
	old := filepath.Join(unpack(t, "testdata/"+file), folder)
	_, err := archive.Open(ctx, old, archive.Options{})
	require.ErrorIs(t, err, archive.ErrVersion)
	_, err = archive.Check(ctx, old)
	require.ErrorIs(t, err, archive.ErrVersion)

	to := filepath.Join(t.TempDir(), "new")
	docs := newsroom(t)
	docs = docs[:len(docs)-1] // one was deleted
	for range 2 {
		n, err := archive.Migrate(ctx, old, to, archive.Options{})
		require.NoError(t, err)
		assert.Equal(t, len(docs), n)
		ix := openWith(t, to, archive.Options{Verify: true})
		for _, d := range docs {
			got, err := ix.Document(ctx, d.ID)
			require.NoError(t, err)
			assert.Equal(t, d, got)
		}
		q := search.Query{Text: "ferry strike inquiry", Facets: true}
		want, err := open(t, docs...).Search(ctx, q)
		require.NoError(t, err)
		got, err := ix.Search(ctx, q)
		require.NoError(t, err)
		got.Took = want.Took
		assert.Equal(t, want, got)
		rev, err := ix.Revision(ctx, "undated")
		if knows {
			require.NoError(t, err)
			assert.Equal(t, 2, rev.Number)
			assert.True(t, rev.Deleted)
		} else {
			require.ErrorIs(t, err, archive.ErrNotFound)
		}
		has, err := ix.HasSource(ctx, "wire"+docs[0].ID)
		require.NoError(t, err)
		assert.Equal(t, knows, has)
		again, err := ix.Load(ctx, all(newsroom(t)))
		require.NoError(t, err)
		if knows {
			assert.Equal(t, len(docs), again, "a deleted one stays away")
		} else {
			assert.Equal(t, len(docs)+1, again)
		}
		require.NoError(t, ix.Close())
		rep, err := archive.Check(ctx, to)
		require.NoError(t, err)
		assert.Empty(t, rep.Damage)
		_, err = archive.Migrate(ctx, to, filepath.Join(t.TempDir(), "x"), archive.Options{})
		require.ErrorIs(t, err, archive.ErrVersion)
		to = filepath.Join(t.TempDir(), "again") // the old one is as it was
	}

	segments, err := filepath.Glob(filepath.Join(old, "store", "*.zap"))
	require.NoError(t, err)
	b, err := os.ReadFile(segments[0])
	require.NoError(t, err)
	b[100] ^= 1
	require.NoError(t, os.WriteFile(segments[0], b, 0o600))
	_, err = archive.Migrate(ctx, old, to, archive.Options{})
	require.ErrorIs(t, err, archive.ErrDamaged)
	require.NoDirExists(t, to)
}

package archive_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// contents returns the bytes and the time of every file below a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		raw, err := os.ReadFile(path)
		files[path] = info.ModTime().String() + string(raw)
		return err
	}))
	return files
}

// On a full disk, a read-only mount and in another user's folder nothing can be
// written, so opening, reading and closing must not try.
func TestReadOnlyWritesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "news")
	ix := openWith(t, dir, archive.Options{})
	require.NoError(t, ix.Add(t.Context(), wordy(1, 20), wordy(2, 20)))
	require.NoError(t, ix.Close())
	before := contents(t, dir)
	first, err := archive.Open(t.Context(), dir, archive.Options{ReadOnly: true, Verify: true})
	require.NoError(t, err)
	second, err := archive.Open(t.Context(), dir, archive.Options{ReadOnly: true})
	require.NoError(t, err, "beside another reader")
	for _, a := range []*archive.Archive{first, second} {
		n, err := a.Count(t.Context())
		require.NoError(t, err)
		assert.Equal(t, 2, n)
		doc, err := a.Document(t.Context(), "1")
		require.NoError(t, err)
		res, err := a.Search(t.Context(), search.Query{Text: doc.Text[:20]})
		require.NoError(t, err)
		assert.NotEmpty(t, res.Hits)
		require.ErrorIs(t, a.Add(t.Context(), wordy(3, 20)), archive.ErrReadOnly)
		require.ErrorIs(t, a.Delete(t.Context(), "1"), archive.ErrReadOnly)
		require.ErrorIs(t, a.Purge(t.Context(), "1"), archive.ErrReadOnly)
		_, err = a.Load(t.Context(), func(yield func(*dateline.Document, error) bool) { yield(wordy(4, 20), nil) })
		require.ErrorIs(t, err, archive.ErrReadOnly)
	}
	require.NoError(t, first.Close())
	require.NoError(t, second.Close())
	assert.Equal(t, before, contents(t, dir))
}

func TestReadOnlyRefuses(t *testing.T) {
	for _, dir := range []string{"", filepath.Join(t.TempDir(), "nothing"), t.TempDir()} {
		_, err := archive.Open(t.Context(), dir, archive.Options{ReadOnly: true})
		require.ErrorIs(t, err, archive.ErrNotArchive, "%q", dir)
		if dir != "" {
			_, err = os.Stat(filepath.Join(dir, "store"))
			require.ErrorIs(t, err, os.ErrNotExist)
		}
	}
}

// A reader sees what was acknowledged before it opened the archive, whatever the
// writer does meanwhile, and leaves nothing behind.
func TestReadersBesideAWriter(t *testing.T) {
	scratch := t.TempDir()
	t.Setenv("TMPDIR", scratch)
	dir := filepath.Join(t.TempDir(), "news")
	writer := openWith(t, dir, archive.Options{})
	count := func(a *archive.Archive) int {
		n, err := a.Count(t.Context())
		require.NoError(t, err)
		return n
	}
	var readers []*archive.Archive
	for i := range 8 {
		require.NoError(t, writer.Add(t.Context(), wordy(i, 20)))
		reader, err := archive.Open(t.Context(), dir, archive.Options{ReadOnly: true, Verify: i%2 == 0})
		require.NoError(t, err)
		readers = append(readers, reader)
		assert.Equal(t, i+1, count(reader))
	}
	archive.Merge(t, writer)
	require.NoError(t, writer.Purge(t.Context(), "1"))
	for i, reader := range readers {
		assert.Equal(t, i+1, count(reader))
		doc, err := reader.Document(t.Context(), "0")
		require.NoError(t, err)
		assert.NotEmpty(t, doc.Text)
		require.ErrorIs(t, reader.Add(t.Context(), wordy(30, 20)), archive.ErrReadOnly)
	}
	require.NoError(t, writer.Close())
	for _, reader := range readers {
		require.NoError(t, reader.Close())
	}
	left, err := os.ReadDir(scratch)
	require.NoError(t, err)
	assert.Empty(t, left)
	rep, err := archive.Check(t.Context(), dir)
	require.NoError(t, err)
	assert.Empty(t, rep.Damage)
}

package archive_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// FuzzFiles writes other bytes over a file of an archive, or cuts it: Check tells of
// it, and opening and using the archive gives an answer or an error.
func FuzzFiles(f *testing.F) {
	sound := makeArchive(f)
	names := filesOf(f, sound)
	for i := range names {
		f.Add(i, uint(20), []byte{0xff, 0xff, 0xff, 0xff}, uint(0))
		f.Add(i, uint(0), []byte("x"), uint(9))
	}
	f.Fuzz(func(t *testing.T, file int, at uint, patch []byte, cut uint) {
		if file < 0 || file >= len(names) {
			t.Skip("no such file")
		}
		dir := copyDir(t, sound)
		path := filepath.Join(dir, filepath.FromSlash(names[file]))
		was, err := os.ReadFile(path)
		require.NoError(t, err)
		b := []byte(string(was))
		copy(b[min(at, uint(len(b))):], patch)
		b = b[:uint(len(b))-min(cut, uint(len(b)))]
		require.NoError(t, os.WriteFile(path, b, 0o600))

		rep, err := archive.Check(context.Background(), dir)
		if string(b) != string(was) {
			require.True(t, err != nil || len(rep.Damage) > 0, "%s, byte %d", names[file], at)
		}
		use(t, dir)
	})
}

// FuzzCursor asks for the page after any cursor, and for what any words may become.
func FuzzCursor(f *testing.F) {
	ix := open(f, newsroom(f)...)
	first, err := ix.Search(f.Context(), search.Query{Text: "strike", Limit: 1})
	require.NoError(f, err)
	f.Add(first.Next, "str")
	f.Add("", "")
	f.Add(strings.Repeat("A", 40), "\xff é")
	f.Fuzz(func(t *testing.T, cursor, typed string) {
		res, err := ix.Search(t.Context(), search.Query{Text: "strike", Limit: 1, Cursor: cursor})
		if err != nil {
			require.ErrorIs(t, err, search.ErrQuery)
		}
		require.LessOrEqual(t, len(res.Hits), 1)
		list, err := ix.Suggest(t.Context(), typed, 5)
		require.NoError(t, err)
		require.LessOrEqual(t, len(list), 5)
	})
}

package source_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

// sources returns where the pages came from, without the folder.
func sources(dir string, pages []dateline.Page) []string {
	var names []string
	for _, p := range pages {
		names = append(names, strings.TrimPrefix(filepath.ToSlash(p.Source), filepath.ToSlash(dir)+"/"))
	}
	return names
}

func TestFilesWalksInOrder(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.html": "<p>b", "a.txt": "a", "c/d.htm": "d", "c/e.JSONL": `{"text":"1"}` + "\n" + `{"text":"2"}`,
		"f.txt.gz": zipped(t, "f"), "g.ndjson.gz": zipped(t, `{"text":"3"}`), "h.html.gz": "not packed",
		"README.md": "no", "picture.png": "no", ".hidden.txt": "no", ".git/x.txt": "no",
	})
	g := collect(t, source.Files(t.Context(), []string{dir}, source.Options{}))
	require.Empty(t, g.errs)
	assert.Equal(t, []string{"a.txt", "b.html", "c/d.htm", "c/e.JSONL:1", "c/e.JSONL:2", "f.txt.gz", "g.ndjson.gz:1", "h.html.gz"}, sources(dir, g.pages))
	var forms []dateline.Form
	for _, p := range g.pages {
		forms = append(forms, p.Form)
		assert.Empty(t, p.ID)
	}
	page, html, story := dateline.PlainPage, dateline.HTML, dateline.Story
	assert.Equal(t, []dateline.Form{page, html, html, story, story, page, story, html}, forms)
	assert.Equal(t, "f", string(g.pages[5].Body))
}

func TestFilesGoesOnAfterBadNames(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt": "a", "z.txt": "z", "note.doc": "no", "none/README.md": "no", "bad.html.gz": "\x1f\x8bno", "long.txt": strings.Repeat("x", 33),
		"bomb.txt.gz": zipped(t, strings.Repeat("x", 1<<20)),
	})
	tests := map[string]struct {
		name string
		want error
		says string
	}{
		"missing file":        {"missing.txt", fs.ErrNotExist, "missing.txt: no such file or directory"},
		"unknown kind":        {"note.doc", source.ErrKind, "note.doc: unknown kind of file: known are .txt, .html, .htm, .jsonl, .ndjson, .xml, .rss, .atom, .warc, .wet, each also with .gz"},
		"folder of nothing":   {"none", source.ErrNoArticles, "none: no articles: the folder holds no .txt, .html, .htm, .jsonl, .ndjson, .xml, .rss, .atom, .warc, .wet, each also with .gz"},
		"glob of nothing":     {"*.jsonl", source.ErrNoArticles, "*.jsonl: no articles: the pattern matches no file"},
		"bad glob":            {"[a", filepath.ErrBadPattern, "[a: syntax error in pattern"},
		"broken gzip":         {"bad.html.gz", nil, "bad.html.gz: unexpected EOF"},
		"page over the limit": {"long.txt", source.ErrTooLong, "long.txt: too long: the page has more than 32 bytes"},
		"gzip that blows up":  {"bomb.txt.gz", source.ErrTooLong, "bomb.txt.gz: too long: the page has more than 32 bytes"},
		"no standard input":   {"-", source.ErrStdin, "stdin: no standard input"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Chdir(dir)
			g := collect(t, source.Files(t.Context(), []string{"a.txt", tt.name, "z.txt"}, source.Options{MaxPage: 32}))
			assert.Equal(t, "pep", g.order)
			require.Len(t, g.errs, 1)
			assert.EqualError(t, g.errs[0], tt.says)
			if tt.want != nil {
				assert.ErrorIs(t, g.errs[0], tt.want)
			}
		})
	}
}

func TestFilesGlobs(t *testing.T) {
	dir := folder(t, map[string]string{"b.txt": "b", "a.txt": "a", "c.html": "c", "[x].txt": "x"})
	g := collect(t, source.Files(t.Context(), []string{filepath.Join(dir, "?.*"), filepath.Join(dir, "[x].txt")}, source.Options{}))
	require.Empty(t, g.errs)
	assert.Equal(t, []string{"a.txt", "b.txt", "c.html", "[x].txt"}, sources(dir, g.pages), "a file of that very name is no pattern")
}

func TestFilesAs(t *testing.T) {
	dir := folder(t, map[string]string{"note": "one", "lines.log": `{"text":"two"}`})
	for as, form := range map[source.Kind]dateline.Form{source.HTML: dateline.HTML, source.Page: dateline.PlainPage, source.Story: dateline.Story} {
		g := collect(t, source.Files(t.Context(), []string{filepath.Join(dir, "note"), "-"}, source.Options{As: as, Stdin: strings.NewReader("in")}))
		require.Empty(t, g.errs)
		require.Len(t, g.pages, 2)
		assert.Equal(t, form, g.pages[0].Form)
		assert.Equal(t, "in", string(g.pages[1].Body))
		assert.Equal(t, "stdin", g.pages[1].Source)
	}
	g := collect(t, source.Files(t.Context(), []string{filepath.Join(dir, "lines.log")}, source.Options{As: source.Lines}))
	assert.Equal(t, "p", g.order)
}

func TestFilesFollowsLinksToFilesOnly(t *testing.T) {
	dir := folder(t, map[string]string{"in/a.txt": "a", "far/b.txt": "b"})
	if err := os.Symlink(filepath.Join(dir, "far/b.txt"), filepath.Join(dir, "in/b.txt")); err != nil {
		t.Skip("no symbolic links here")
	}
	require.NoError(t, os.Symlink(dir, filepath.Join(dir, "in/loop")))
	require.NoError(t, os.Symlink("gone", filepath.Join(dir, "in/c.txt")))
	g := collect(t, source.Files(t.Context(), []string{filepath.Join(dir, "in")}, source.Options{}))
	assert.Equal(t, "ppe", g.order)
	assert.ErrorIs(t, g.errs[0], fs.ErrNotExist)
}

func TestFilesCountsWhatItReads(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "abc", "b.jsonl.gz": zipped(t, `{"text":"1"}`)})
	size, err := source.Size(t.Context(), []string{dir}, source.Options{})
	require.NoError(t, err)
	total := 0
	collect(t, source.Files(t.Context(), []string{dir}, source.Options{Read: func(n int) { total += n }}))
	assert.Equal(t, size, int64(total))
}

func TestSize(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "abc", "none/README.md": "no"})
	t.Chdir(dir)
	size, err := source.Size(t.Context(), []string{"a.txt", "-", "a.txt"}, source.Options{Stdin: strings.NewReader("")})
	require.NoError(t, err)
	assert.Equal(t, int64(-1), size)
	_, err = source.Size(t.Context(), []string{"gone.txt", "a.txt", "none"}, source.Options{})
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorIs(t, err, source.ErrNoArticles)
	_, err = source.Size(t.Context(), nil, source.Options{MaxPage: -1})
	assert.ErrorIs(t, err, source.ErrOptions)
}

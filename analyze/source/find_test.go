package source_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/analyze/source"
)

func TestFindGivesTheFilesThatFilesReads(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.html": "<p>b", "a.txt": "a", "c/d.htm": "d", "c/e.jsonl": `{"text":"1"}` + "\n" + `{"text":"2"}`, "[x].txt": "x",
		"README.md": "no", ".hidden.txt": "no",
	})
	names := []string{filepath.Join(dir, "c"), filepath.Join(dir, "missing.txt"), filepath.Join(dir, "[[a]*.txt"), filepath.Join(dir, "b.html")}
	all := collect(t, source.Files(t.Context(), names, source.Options{}))
	var one got
	sizes := map[string]int64{}
	for f, err := range source.Find(t.Context(), names, source.Options{}) {
		if err != nil {
			one.order += "e"
			assert.ErrorContains(t, err, "missing.txt: ")
			continue
		}
		g := collect(t, source.Files(t.Context(), []string{f.Name}, source.Options{}))
		one.pages, one.order = append(one.pages, g.pages...), one.order+g.order
		sizes[filepath.Base(f.Name)] = f.Size
	}
	assert.Equal(t, all.order, one.order)
	assert.Equal(t, all.pages, one.pages)
	assert.Equal(t, map[string]int64{"d.htm": 1, "e.jsonl": 25, "[x].txt": 1, "a.txt": 1, "b.html": 4}, sizes)
}

func TestFindHeedsOptionsAndContext(t *testing.T) {
	for _, err := range source.Find(t.Context(), []string{"."}, source.Options{MaxPage: -1}) {
		require.ErrorIs(t, err, source.ErrOptions)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	n := 0
	for _, err := range source.Find(ctx, []string{"doc.go", "find.go"}, source.Options{As: source.Page}) {
		require.ErrorIs(t, err, context.Canceled)
		n++
	}
	assert.Equal(t, 1, n)
}

func TestNamedReadsAsTheNameSays(t *testing.T) {
	for name, tt := range map[string]struct{ body, order, says string }{
		"gs://desk/wire.jsonl":    {`{"text":"1"}` + "\n{\n" + `{"text":"2"}`, "pep", "gs://desk/wire.jsonl:2: "},
		"gs://desk/wire.jsonl.gz": {zipped(t, `{"text":"1"}`), "p", ""},
		"gs://desk/a.html":        {"<p>a", "p", ""},
		"gs://desk/crawl.warc":    {"no", "e", "gs://desk/crawl.warc:0: "},
		"gs://desk/a.doc":         {"a", "e", "gs://desk/a.doc: unknown kind of file"},
	} {
		g := collect(t, source.Named(t.Context(), strings.NewReader(tt.body), name, source.Options{}))
		assert.Equal(t, tt.order, g.order, name)
		for _, err := range g.errs {
			assert.ErrorContains(t, err, tt.says)
		}
		for _, p := range g.pages {
			assert.True(t, strings.HasPrefix(p.Source, name), p.Source)
		}
	}
}

func ExampleFind() {
	for f, err := range source.Find(context.Background(), []string{"testdata/none", "doc.go"}, source.Options{As: source.Page}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(f.Name, f.Size > 0)
	}
	// Output:
	// testdata/none: no such file or directory
	// doc.go true
}

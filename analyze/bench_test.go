package analyze_test

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
)

// pages reads the project's own articles: saved web pages, pasted pages and a wire.
func pages(b *testing.B) (list []dateline.Page, bytes int64) {
	b.Helper()
	for p, err := range source.Files(b.Context(), []string{articles}, source.Options{}) {
		require.NoError(b, err)
		list = append(list, p)
		bytes += int64(len(p.Body))
	}
	require.NotEmpty(b, list)
	return list, bytes
}

// BenchmarkPage is the whole path, page to Document, one article after another.
func BenchmarkPage(b *testing.B) {
	list, bytes := pages(b)
	a, err := analyze.New(analyze.Options{})
	require.NoError(b, err)
	tokens := 0
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		tokens = 0
		for _, p := range list {
			doc, err := a.Page(b.Context(), p)
			require.NoError(b, err)
			tokens += len(doc.Tokens)
		}
	}
	perOp := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(float64(len(list))/perOp, "articles/s")
	b.ReportMetric(float64(tokens)/perOp, "tokens/s")
}

// BenchmarkMarshalJSON writes the Documents of those articles.
func BenchmarkMarshalJSON(b *testing.B) {
	list, _ := pages(b)
	a, err := analyze.New(analyze.Options{})
	require.NoError(b, err)
	var docs []*dateline.Document
	for _, p := range list {
		doc, err := a.Page(b.Context(), p)
		require.NoError(b, err)
		docs = append(docs, doc)
	}
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, doc := range docs {
			out, err := doc.MarshalJSON()
			require.NoError(b, err)
			n += len(out)
		}
		b.SetBytes(int64(n))
	}
}

// BenchmarkWebPages is the whole path on saved pages of news sites, those of the
// data set fundus, where the page is more work than the story.
func BenchmarkWebPages(b *testing.B) {
	dir := os.Getenv("DATELINE_EVAL")
	if dir == "" {
		dir = "../../shared/eval"
	}
	f, err := os.Open(filepath.Join(dir, "extract", "fundus", "pages.jsonl.gz"))
	if errors.Is(err, fs.ErrNotExist) {
		b.Skip("the data sets are absent: ", dir)
	}
	require.NoError(b, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(b, err)
	var list []dateline.Page
	var bytes int64
	for in := json.NewDecoder(z); ; {
		var row struct{ ID, URL, HTML string }
		err := in.Decode(&row)
		if err == io.EOF {
			break
		}
		require.NoError(b, err)
		list = append(list, dateline.Page{ID: row.ID, URL: row.URL, Form: dateline.HTML, Body: []byte(row.HTML)})
		bytes += int64(len(row.HTML))
	}
	a, err := analyze.New(analyze.Options{})
	require.NoError(b, err)
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range list {
			_, err := a.Page(b.Context(), p)
			require.NoError(b, err)
		}
	}
}

// BenchmarkStream is the same through a stream, for its workers.
func BenchmarkStream(b *testing.B) {
	list, bytes := pages(b)
	for range 3 {
		list = append(list, list...)
		bytes *= 2
	}
	for _, workers := range []int{1, 2} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			a, err := analyze.New(analyze.Options{Workers: workers})
			require.NoError(b, err)
			b.SetBytes(bytes)
			b.ReportAllocs()
			for b.Loop() {
				for _, err := range a.Stream(b.Context(), analyze.Pages(list...)) {
					require.NoError(b, err)
				}
			}
		})
	}
}

// BenchmarkNew loads the models.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		_, err := analyze.New(analyze.Options{})
		require.NoError(b, err)
	}
}

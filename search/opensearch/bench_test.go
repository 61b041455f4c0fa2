package opensearch_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/internal/made"
	"github.com/dateline-go/dateline/search/opensearch"
)

// BenchmarkLoad is what a load costs on this side of the wire.
func BenchmarkLoad(b *testing.B) {
	an, err := analyze.New(analyze.Options{})
	require.NoError(b, err)
	var from []*dateline.Document
	for doc, err := range an.Stream(b.Context(), source.Files(b.Context(), []string{"../../testdata/articles"}, source.Options{})) {
		require.NoError(b, err)
		from = append(from, doc)
	}
	var docs []*dateline.Document
	text := 0
	for doc := range made.Articles(from, 500) {
		docs = append(docs, doc)
		text += len(doc.Text)
	}
	f := newFake(b, nil)
	a, err := opensearch.Open(b.Context(), opensearch.Config{Addresses: []string{f.URL}})
	require.NoError(b, err)
	b.SetBytes(int64(text))
	b.ReportAllocs()
	for b.Loop() {
		f.bulk = nil
		n, err := a.Load(b.Context(), func(yield func(*dateline.Document, error) bool) {
			for _, doc := range docs {
				if !yield(doc, nil) {
					return
				}
			}
		})
		require.NoError(b, err)
		require.Equal(b, len(docs), n)
	}
	sent := 0
	for _, s := range f.bulk {
		sent += len(s)
	}
	b.ReportMetric(float64(sent)/float64(len(docs)), "sent-B/doc")
	b.ReportMetric(float64(text)/float64(len(docs)), "text-B/doc")
}

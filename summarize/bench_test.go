package summarize_test

import (
	"context"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/summarize"
)

// BenchmarkAnnotate annotates real articles that have tokens and tags. ns/op is
// that of one pass over all; words/op tells how long they are.
func BenchmarkAnnotate(b *testing.B) {
	s, err := summarize.New(summarize.Options{})
	require.NoError(b, err)
	docs := articles(b)
	size, words := 0, 0
	for _, d := range docs {
		size += len(d.Text)
		words += len(strings.Fields(d.Text))
	}
	b.ReportAllocs()
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, d := range docs {
			require.NoError(b, s.Annotate(context.Background(), d))
			require.Len(b, d.Summary, 3)
		}
	}
	b.ReportMetric(float64(words)/float64(len(docs)), "words/doc")
	b.ReportMetric(float64(b.N*len(docs))/b.Elapsed().Seconds(), "docs/s")
}

// articles reads the agency stories of testdata.
func articles(t testing.TB) []*dateline.Document {
	t.Helper()
	f, err := os.Open("../testdata/articles/wire.jsonl")
	require.NoError(t, err)
	defer f.Close()
	var docs []*dateline.Document
	for dec := json.NewDecoder(f); dec.More(); {
		var a struct{ Title, Text string }
		require.NoError(t, dec.Decode(&a))
		docs = append(docs, document(t, a.Title, a.Text))
	}
	require.NotEmpty(t, docs)
	return docs
}

// BenchmarkLong annotates stories made of one, ten and a hundred articles: MB/s
// stays the same, since the work is linear.
func BenchmarkLong(b *testing.B) {
	s, err := summarize.New(summarize.Options{})
	require.NoError(b, err)
	var one strings.Builder
	for _, d := range articles(b) {
		one.WriteString(d.Text + "\n")
	}
	for _, times := range []int{1, 10, 100} {
		doc := document(b, "", strings.Repeat(one.String(), times))
		b.Run(strconv.Itoa(times), func(b *testing.B) {
			b.SetBytes(int64(len(doc.Text)))
			for b.Loop() {
				require.NoError(b, s.Annotate(context.Background(), doc))
			}
		})
	}
}

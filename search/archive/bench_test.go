//go:build unix

package archive_test

import (
	"context"
	"io/fs"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/standard"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/internal/made"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

const (
	benchArticles = 4000
	benchBatch    = 1000
)

// BenchmarkIndex indexes the same analysed articles with this package and with
// bare bleve in turn: the same fields, term vectors and stored bytes, a static
// mapping, batches of the same size, bleve's own English analyzer. It reports the
// CPU time of each and the ratios of CPU and disk. What articles are compared by
// is part of the index: bare bleve is given the marks and the profile ready.
func BenchmarkIndex(b *testing.B) {
	ctx := context.Background()
	docs := madeArticles(b, benchArticles)
	ix := openWith(b, b.TempDir(), archive.Options{})
	_, err := ix.Load(ctx, all(docs))
	require.NoError(b, err)
	bare := bareDocuments(b, ix, docs)
	var ours, theirs time.Duration
	var oursBytes, theirsBytes int64
	rounds := 0
	for b.Loop() {
		cpu, bytes := measured(b, func(dir string) {
			ix, err := archive.Open(ctx, dir, archive.Options{})
			require.NoError(b, err)
			n, err := ix.Load(ctx, all(docs))
			require.NoError(b, err)
			require.Equal(b, len(docs), n)
			require.NoError(b, ix.Close())
		})
		ours, oursBytes = ours+cpu, bytes
		cpu, bytes = measured(b, func(dir string) { loadBare(b, dir, bare) })
		theirs, theirsBytes = theirs+cpu, bytes
		rounds++
	}
	b.ReportMetric(ours.Seconds()/float64(rounds), "cpu-s")
	b.ReportMetric(theirs.Seconds()/float64(rounds), "bare-cpu-s")
	b.ReportMetric(float64(ours)/float64(theirs), "cpu-ratio")
	b.ReportMetric(float64(oursBytes)/1e6, "MB")
	b.ReportMetric(float64(theirsBytes)/1e6, "bare-MB")
	b.ReportMetric(float64(oursBytes)/float64(theirsBytes), "disk-ratio")
}

// measured returns the CPU time of the whole process that fill takes, and the
// bytes that it leaves on disk.
func measured(b *testing.B, fill func(dir string)) (time.Duration, int64) {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "index")
	runtime.GC()
	before := cpuTime(b)
	fill(dir)
	took := cpuTime(b) - before
	var size int64
	require.NoError(b, filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			info, _ := d.Info()
			size += info.Size()
		}
		return err
	}))
	return took, size
}

func cpuTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// madeArticles makes articles from those of the project.
func madeArticles(t testing.TB, n int) []*dateline.Document {
	t.Helper()
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	var from []*dateline.Document
	for doc, err := range a.Stream(t.Context(), source.Files(t.Context(), []string{"../../testdata/articles"}, source.Options{})) {
		require.NoError(t, err)
		from = append(from, doc)
	}
	return slices.Collect(made.Articles(from, n))
}

// plain is what bare bleve indexes of an article.
type plain struct {
	id              string
	stored, profile []byte
	fields          map[string]any
}

// bareDocuments makes what bare bleve is given: the texts as they are, and the
// names, codes and dates ready. The stored bytes are ours, ready too.
func bareDocuments(b *testing.B, ix *archive.Archive, docs []*dateline.Document) []plain {
	b.Helper()
	stored := archive.StoredBytes(b, ix)
	list := make([]plain, len(docs))
	for i, d := range docs {
		p, err := search.NewProfile(d)
		require.NoError(b, err)
		var quotes []string
		for _, q := range d.Quotes {
			for _, c := range q.Content {
				quotes = append(quotes, d.Words(c))
			}
		}
		var headings, names, phrases, ids, people, organisations, places, countries, keys []string
		for _, k := range d.Blocks {
			if k.Kind == dateline.BlockHeading {
				headings = append(headings, d.Words(k.Span()))
			}
		}
		for _, e := range d.Entities {
			names, ids = append(names, e.Name), append(ids, e.ID)
			keys = append(append(append(keys, e.ID), e.Name), e.Aliases...)
			switch e.Label {
			case dateline.Person:
				people = append(people, e.Name)
			case dateline.Org:
				organisations = append(organisations, e.Name)
			case dateline.GPE, dateline.Loc, dateline.Fac:
				places = append(places, e.Name)
			}
		}
		for _, k := range d.Keyphrases {
			phrases = append(phrases, k.Text)
		}
		for _, c := range d.Countries {
			countries = append(countries, c.Code)
		}
		author := []string{}
		for _, a := range d.Byline {
			author = append(author, a.Name)
		}
		keys = append(append(append(keys, countries...), author...), d.Section, d.Site, d.Language)
		list[i] = plain{d.ID, stored[d.ID], p.Encode(), map[string]any{
			"body": d.Text, "headline": d.Headline, "dek": d.Kicker + " " + d.Dek, "headings": headings, "quotes": quotes, "names": names, "keyphrases": phrases,
			"forms": d.Text, "titleforms": d.Headline, "keys": keys, "entities": ids, "phrases": phrases, "marks": p.Marks(),
			"people": people, "organisations": organisations, "places": places, "countries": countries, "section": d.Section, "site": d.Site,
			"author": author, "language": d.Language, "month": d.Published.Time.Format("2006-01"), "published": d.Published.Time,
		}}
	}
	return list
}

// bareMapping is static: each field with what it needs and nothing else.
func bareMapping() *mapping.IndexMappingImpl {
	m := bleve.NewIndexMapping()
	m.DefaultMapping = bleve.NewDocumentStaticMapping()
	text := func(analyzer string, vectors, norms bool, names ...string) {
		for _, name := range names {
			f := bleve.NewTextFieldMapping()
			f.Analyzer, f.Store, f.IncludeInAll, f.DocValues = analyzer, false, false, false
			f.IncludeTermVectors, f.SkipFreqNorm = vectors, !norms
			m.DefaultMapping.AddFieldMappingsAt(name, f)
		}
	}
	text(en.AnalyzerName, true, true, "body", "headline", "dek", "headings", "quotes", "keyphrases")
	text(en.AnalyzerName, false, true, "names")
	text(standard.Name, false, false, "forms", "titleforms")
	text(keyword.Name, false, false, "keys", "entities", "phrases", "marks")
	for _, name := range []string{"people", "organisations", "places", "countries", "section", "site", "author", "language", "month"} {
		f := bleve.NewKeywordFieldMapping()
		f.Store, f.IncludeInAll, f.IncludeTermVectors, f.SkipFreqNorm, f.DocValues = false, false, false, true, true
		m.DefaultMapping.AddFieldMappingsAt(name, f)
	}
	f := bleve.NewDateTimeFieldMapping()
	f.Store, f.IncludeInAll = false, false
	m.DefaultMapping.AddFieldMappingsAt("published", f)
	return m
}

func loadBare(b *testing.B, dir string, docs []plain) {
	b.Helper()
	m := bareMapping()
	ix, err := bleve.New(dir, m)
	require.NoError(b, err)
	for chunk := range slices.Chunk(docs, benchBatch) {
		batch := ix.NewBatch()
		for _, p := range chunk {
			d := document.NewDocument(p.id)
			require.NoError(b, m.MapDocument(d, p.fields))
			d.AddField(document.NewTextFieldCustom("document", nil, p.stored, index.StoreField, nil))
			d.AddField(document.NewTextFieldCustom("profile", nil, p.profile, index.StoreField, nil))
			require.NoError(b, batch.IndexAdvanced(d))
		}
		require.NoError(b, ix.Batch(batch))
	}
	require.NoError(b, ix.Close())
}

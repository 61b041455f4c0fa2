package archive_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// sentences returns those of the project's own articles.
func sentences(t testing.TB) []string {
	t.Helper()
	f, err := os.Open("../../testdata/articles/wire.jsonl")
	require.NoError(t, err)
	defer f.Close()
	var list []string
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		var row struct{ Text string }
		require.NoError(t, json.Unmarshal(s.Bytes(), &row))
		for _, p := range strings.Split(row.Text, "\n") {
			for _, x := range strings.SplitAfter(p, ". ") {
				if x = strings.TrimSpace(x); len(x) > 20 {
					list = append(list, x)
				}
			}
		}
	}
	require.NoError(t, s.Err())
	require.Greater(t, len(list), 100)
	return list
}

// varied makes n articles of about 400 words from sentences, some of their words
// changed for rarer ones, each with 20 names of 40,000.
func varied(t testing.TB, n int) func(func(*dateline.Document, error) bool) {
	pool := sentences(t)
	r := rand.New(rand.NewPCG(1, 2))
	rare := rand.NewZipf(r, 1.1, 8, 60_000)
	name := rand.NewZipf(r, 1.1, 30, 40_000)
	return func(yield func(*dateline.Document, error) bool) {
		for i := range n {
			d := &dateline.Document{ID: strconv.Itoa(i), Published: dateline.Day(2020, 1, 1+i%1500), Section: fmt.Sprint("section ", i%12),
				Site: fmt.Sprint("site ", i%3), Language: "en", Byline: []dateline.Author{{Name: fmt.Sprint("author ", i%97)}}}
			for k := range 22 {
				words := strings.Fields(pool[r.IntN(len(pool))])
				for range 3 {
					words[r.IntN(len(words))] = coined(rare.Uint64())
				}
				kind := dateline.BlockParagraph
				if k == 0 {
					kind, words = dateline.BlockHeadline, words[:min(len(words), 9)]
				} else {
					d.Text += "\n\n"
				}
				start := len(d.Text)
				d.Text += strings.Join(words, " ")
				d.Blocks = append(d.Blocks, dateline.Block{Kind: kind, Start: start, End: len(d.Text)})
				d.Sentences = append(d.Sentences, dateline.Span{Start: start, End: len(d.Text)})
				if k == 0 {
					d.Headline = d.Text
				}
			}
			for range 20 {
				x := name.Uint64()
				e := dateline.Entity{Name: strings.ToUpper(coined(x)[:1]) + coined(x)[1:] + " " + coined(x*7+3), Label: []dateline.Label{dateline.Person, dateline.Org, dateline.GPE}[x%3]}
				e.ID = "x:" + e.Name
				if d.Entity(e.ID) == nil {
					d.Entities = append(d.Entities, e)
				}
			}
			d.Countries = []dateline.Country{{Code: []string{"NO", "RU", "ZM", "US"}[i%4], Name: "x", Weight: 1, Mentions: 1}}
			if !yield(d, nil) {
				return
			}
		}
	}
}

// coined returns a word of no language by its number.
func coined(n uint64) string {
	b := []byte{}
	for n += 20; n > 0; n /= 90 {
		b = append(b, "bcdfgklmnprstvz bcdf"[n%15], "aeiouy"[n%90/15])
	}
	return string(b) + "n"
}

// BenchmarkSearch reports the median and the 95th percentile of searches with
// facets and fragments, ten thousand articles on disk.
//
//	go test ./search/archive -run - -bench Search -benchtime 300x
//	DATELINE_ARTICLES=100000 go test ./search/archive -run - -bench Search -timeout 1h
func BenchmarkSearch(b *testing.B) {
	n := 10_000
	if s := os.Getenv("DATELINE_ARTICLES"); s != "" {
		var err error
		n, err = strconv.Atoi(s)
		require.NoError(b, err)
	}
	ix, err := archive.Open(b.Context(), b.TempDir(), archive.Options{})
	require.NoError(b, err)
	defer ix.Close()
	_, err = ix.Load(b.Context(), varied(b, n))
	require.NoError(b, err)
	for _, c := range []struct{ name, query string }{
		{"term", "harbour"}, {"rare", coined(500)}, {"three", "harbour council " + coined(40)}, {"phrase", phraseIn(b)}, {"prefix", "harb*"}, {"short prefix", "co*"},
		{"fuzzy", "harbor~1"}, {"fuzzy 2", "harbuor~2"}, {"country", "country:NO"}, {"all", ""}, {"narrow", "harbour strike country:NO after:2022 -council"},
		{"brackets", `(strike OR harbour) (council OR "` + coined(3) + `") -title:harbour`},
	} {
		b.Run(c.name, func(b *testing.B) {
			q, err := search.Parse(c.query)
			require.NoError(b, err)
			q.Facets = true
			var took []time.Duration
			total := 0
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				res, err := ix.Search(b.Context(), q)
				if err != nil || len(res.Hits) == 0 || len(res.Facets) == 0 {
					b.Fatal(c.query, res.Total, err)
				}
				took, total = append(took, time.Since(start)), res.Total
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
			b.ReportMetric(float64(total), "found")
		})
	}
}

// BenchmarkHostile reports how long queries take that are made to be dear, each
// near the bounds of a query. Those that ask for too much are refused.
func BenchmarkHostile(b *testing.B) {
	ix, err := archive.Open(b.Context(), b.TempDir(), archive.Options{})
	require.NoError(b, err)
	defer ix.Close()
	_, err = ix.Load(b.Context(), varied(b, 10_000))
	require.NoError(b, err)
	pool := strings.Fields(strings.Join(sentences(b), " "))
	clauses := func(make func(i int) search.Clause) search.Query {
		q := search.Query{Facets: true, Corrections: true, Explain: true}
		for i := range search.MaxClauses {
			if c := make(i); (search.Query{Clauses: []search.Clause{c}}).Validate() == nil {
				q.Clauses = append(q.Clauses, c)
			}
		}
		q.Clauses = []search.Clause{{Any: q.Clauses}}
		return q
	}
	letters := "abcdefghijklmnopqrstuvwxyz"
	for name, q := range map[string]search.Query{
		"beginnings": clauses(func(i int) search.Clause {
			return search.Clause{Match: search.Prefix, Text: string(letters[i%26]) + string(letters[i/26%26])}
		}),
		"beginnings in quotes": clauses(func(i int) search.Clause {
			return search.Clause{Field: search.Body, Match: search.Prefix, Text: string(letters[i%26]) + string(letters[i/26%26])}
		}),
		"fuzzy":   clauses(func(i int) search.Clause { return search.Clause{Text: coined(uint64(i*31)) + "en", Fuzzy: 2} }),
		"phrases": clauses(func(i int) search.Clause { return search.Clause{Match: search.Phrase, Text: pool[i] + " " + pool[i+1]} }),
		"words":   clauses(func(i int) search.Clause { return search.Clause{Text: pool[i*7], Field: search.Body} }),
		"text":    {Text: strings.Join(pool, " ")[:search.MaxLength-8], Facets: true},
		"names": clauses(func(i int) search.Clause {
			return search.Clause{Field: search.Named, Text: coined(uint64(i)) + " ab", Fuzzy: 2}
		}),
	} {
		b.Run(name, func(b *testing.B) {
			var refused error
			for b.Loop() {
				_, refused = ix.Search(b.Context(), q)
			}
			if refused != nil {
				require.ErrorIs(b, refused, search.ErrQuery)
			}
		})
	}
}

// phraseIn returns two words that stand next to each other in a sentence.
func phraseIn(t testing.TB) string {
	for _, s := range sentences(t) {
		if words := strings.Fields(strings.ToLower(s)); len(words) > 4 && len(words[2]) > 4 && len(words[3]) > 4 {
			return `"` + words[2] + " " + words[3] + `"`
		}
	}
	t.Fatal("no phrase")
	return ""
}

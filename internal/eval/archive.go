package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/internal/made"
	"github.com/dateline-go/dateline/lang/en"
	"github.com/dateline-go/dateline/lang/pos"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// archiveQueries is how many queries of a kind are timed, archiveTries how often
// each: the fastest counts, so that other work on the machine does less.
const (
	archiveQueries = 300
	archiveTries   = 5
)

// runArchive times searches on archives of 10,000 and 100,000 made articles on
// disk, each with facets and fragments, and prints their memory and size.
// DATELINE_ARTICLES asks for another number of articles.
func runArchive(ctx context.Context, _ string) ([]measure, error) {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	var from []*dateline.Document
	for doc, err := range a.Stream(ctx, source.Files(ctx, []string{ownArticles}, source.Options{})) {
		if err != nil {
			return nil, err
		}
		from = append(from, doc)
	}
	sizes := []int{10_000, 100_000}
	if v := os.Getenv("DATELINE_ARTICLES"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < archiveQueries {
			return nil, fmt.Errorf("DATELINE_ARTICLES: %q is no number from %d on", v, archiveQueries)
		}
		sizes = []int{n}
	}
	var all []measure
	for _, n := range sizes {
		ms, err := timeArchive(ctx, from, n)
		if err != nil {
			return nil, err
		}
		all = append(all, ms...)
	}
	return all, nil
}

// timeArchive times an archive of n articles.
func timeArchive(ctx context.Context, from []*dateline.Document, n int) (ms []measure, err error) {
	temp, err := os.MkdirTemp("", "dateline-eval-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	set := fmt.Sprintf("made/%d", n)
	dir := filepath.Join(temp, "archive")
	var peak int64
	before := inUse()
	ix, err := archive.Open(ctx, dir, archive.Options{OnProgress: func(archive.Progress) {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		peak = max(peak, int64(m.HeapInuse))
	}})
	if err != nil {
		return nil, err
	}
	var kept []*dateline.Document
	start := time.Now()
	_, err = ix.Load(ctx, keeping(made.Articles(from, n), n/archiveQueries, &kept))
	took := time.Since(start)
	if err = errors.Join(err, ix.Close()); err != nil {
		return nil, err
	}
	size, err := bytesIn(dir)
	if err != nil {
		return nil, err
	}
	ms = []measure{
		{set, "load-docs/s", float64(n) / took.Seconds(), n}, {set, "load-heap-MB", float64(peak-before) / 1e6, n},
		{set, "disk-MB", float64(size) / 1e6, n}}
	start = time.Now()
	if ix, err = archive.Open(ctx, dir, archive.Options{}); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, ix.Close()) }()
	ms = append(ms, measure{set, "open-ms", time.Since(start).Seconds() * 1000, n})
	start = time.Now()
	if _, err := ix.Search(ctx, search.Query{Facets: true}); err != nil {
		return nil, err
	}
	ms = append(ms, measure{set, "first-search-ms", time.Since(start).Seconds() * 1000, n})
	for _, kind := range asked {
		more, err := timeKind(ctx, ix, set, kind, kept)
		if err != nil {
			return nil, err
		}
		ms = append(ms, more...)
	}
	ms = append(ms, measure{set, "heap-MB", float64(inUse()-before) / 1e6, n})
	if rss := resident(); rss > 0 {
		ms = append(ms, measure{set, "rss-anon-MB", float64(rss) / 1e6, n})
	}
	return ms, nil
}

// keeping gives documents on and keeps one of every few.
func keeping(
	docs iter.Seq[*dateline.Document], every int, kept *[]*dateline.Document,
) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		i := 0
		for d := range docs {
			if i%every == 0 && len(*kept) < archiveQueries {
				*kept = append(*kept, d)
			}
			i++
			if !yield(d, nil) {
				return
			}
		}
	}
}

// kindOfQuery makes queries of a kind from words that follow each other in an
// article, none of them a short one.
type kindOfQuery struct {
	name  string
	words int
	make  func(words []string) search.Query
}

var asked = []kindOfQuery{
	{"term", 1, func(w []string) search.Query { return search.Query{Text: w[0]} }},
	{"three-words", 3, func(w []string) search.Query { return search.Query{Text: strings.Join(w, " ")} }},
	{"phrase", 2, func(w []string) search.Query {
		return search.Query{Clauses: []search.Clause{{Match: search.Phrase, Text: strings.Join(w, " ")}}}
	}},
	{"prefix", 1, func(w []string) search.Query {
		return search.Query{Clauses: []search.Clause{{Match: search.Prefix, Text: w[0][:4]}}}
	}},
	{"fuzzy-1", 1, func(w []string) search.Query {
		return search.Query{Clauses: []search.Clause{{Text: w[0][:2] + w[0][3:], Fuzzy: 1}}}
	}},
	{"fuzzy-2", 1, func(w []string) search.Query {
		return search.Query{Clauses: []search.Clause{{Text: w[0][:2] + "q" + w[0][4:], Fuzzy: 2}}}
	}},
}

// timeKind times queries of a kind and prints the median, the 95th percentile and
// how many articles each finds on average.
func timeKind(
	ctx context.Context, ix *archive.Archive, set string, kind kindOfQuery, docs []*dateline.Document,
) ([]measure, error) {
	r := rand.New(rand.NewPCG(8, uint64(kind.words)))
	var took []time.Duration
	total := 0
	for _, doc := range docs {
		run := drawn(r, doc, kind.words)
		if run == nil {
			continue
		}
		q := kind.make(run)
		q.Facets = true
		var res search.Results
		best := time.Duration(math.MaxInt64)
		for range archiveTries {
			var err error
			if res, err = ix.Search(ctx, q); errors.Is(err, search.ErrQuery) { // stop words alone
				break
			} else if err != nil {
				return nil, fmt.Errorf("%s %q: %w", kind.name, run, err)
			}
			best = min(best, res.Took)
		}
		if res.Total > 0 { // a stop word such as "others" finds nothing
			took = append(took, best)
			total += res.Total
		}
	}
	if len(took) < len(docs)*9/10 {
		return nil, fmt.Errorf("%s: only %d of %d queries find something", kind.name, len(took), len(docs))
	}
	slices.Sort(took)
	at := func(part int) float64 { return took[len(took)*part/100].Seconds() * 1000 }
	return []measure{{set, kind.name + "-p50-ms", at(50), len(took)}, {set, kind.name + "-p95-ms", at(95), len(took)},
		{set, kind.name + "-found", float64(total) / float64(len(took)), len(took)}}, nil
}

// drawn returns n words of an article that stand next to each other, each of five
// letters or more and the first a noun; nil where a thousand tries find none.
func drawn(r *rand.Rand, doc *dateline.Document, n int) []string {
	for range 1000 {
		if i := r.IntN(len(doc.Tokens)); i+n <= len(doc.Tokens) {
			if run := wordsOf(doc, doc.Tokens[i:i+n]); run != nil && en.Words().Tagset.Of(doc.Tokens[i].Tag).Is(pos.Noun) {
				return run
			}
		}
	}
	return nil
}

// wordsOf returns tokens as words, nil where one is no word or is a short one, or
// where more than a space is between two.
func wordsOf(doc *dateline.Document, tokens []dateline.Token) []string {
	var run []string
	for i, t := range tokens {
		w := doc.Text[t.Start:t.End]
		if len(w) < 5 || strings.Trim(w, letters) != "" || i > 0 && t.Start != tokens[i-1].End+1 {
			return nil
		}
		run = append(run, w)
	}
	return run
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// bytesIn is how many bytes the files below a folder have.
func bytesIn(dir string) (n int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			n += info.Size()
		}
		return err
	})
	return n, err
}

// resident is how many bytes of memory the system has given this process, files
// that are mapped left out; 0 where it does not say.
func resident() int64 {
	f, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		var kb int64
		if n, _ := fmt.Sscanf(s.Text(), "RssAnon: %d kB", &kb); n == 1 {
			return kb << 10
		}
	}
	return 0
}

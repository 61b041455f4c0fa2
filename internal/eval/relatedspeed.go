package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// runRelatedSpeed prints how long related articles, copies and stories take on
// archives of 10,000 and 100,000 made articles on disk. The articles are the
// sentences of 2,800 real ones, drawn by chance and half of each from one, so
// that words are as frequent as in the news and names more so.
func runRelatedSpeed(ctx context.Context, dir string) ([]measure, error) {
	type row struct{ ID, Title, Text string }
	rows, err := readJSONL[row](dir, "related", "neardup_docs.jsonl.gz")
	if err != nil {
		return nil, err
	}
	var stories [][]string
	for _, r := range rows {
		stories = append(stories, append([]string{r.Title}, strings.SplitAfter(r.Text, ". ")...))
	}
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	var all []measure
	for _, n := range []int{10_000, 100_000} {
		ms, err := timeRelated(ctx, n, a.Stream(ctx, mixedPages(stories, n)))
		if err != nil {
			return nil, err
		}
		all = append(all, ms...)
	}
	return all, nil
}

// mixedPages makes n stories of the sentences of others. Words put between those in
// small letters leave names whole and no run of words the same; one story in ten
// is a copy of the one before, without its last sentences.
func mixedPages(stories [][]string, n int) iter.Seq2[dateline.Page, error] {
	return func(yield func(dateline.Page, error) bool) {
		r := rand.New(rand.NewPCG(3, 4))
		sentence := func(story []string) []string { return strings.Fields(story[r.IntN(len(story))]) }
		var text []string
		for i := range n {
			main := stories[r.IntN(len(stories))]
			if i%10 == 9 {
				text = text[:len(text)*3/4]
			} else {
				text = text[:0]
				for j := range 10 {
					words := sentence(main)
					if j%2 == 1 {
						words = sentence(stories[r.IntN(len(stories))])
					}
					between := sentence(stories[r.IntN(len(stories))])
					for k, w := range words {
						if w[0] >= 'a' && k%2 == 1 && len(between) > 0 {
							text = append(text, strings.ToLower(between[k%len(between)]))
						}
						text = append(text, w)
					}
				}
			}
			p := dateline.Page{ID: fmt.Sprintf("made-%06d", i), Title: main[0], Form: dateline.Story,
				Body: []byte(strings.Join(text, " ")), Date: dateline.Day(2024, 1, 1+i*366/n)}
			if !yield(p, nil) {
				return
			}
		}
	}
}

// timeRelated times an archive of the n documents of a stream.
func timeRelated(ctx context.Context, n int, docs iter.Seq2[*dateline.Document, error]) (ms []measure, err error) {
	temp, err := os.MkdirTemp("", "dateline-eval-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	ix, err := archive.Open(ctx, filepath.Join(temp, "archive"), archive.Options{})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, ix.Close()) }()
	if _, err := ix.Load(ctx, docs); err != nil {
		return nil, err
	}
	set := fmt.Sprintf("made/%d", n)
	var took, copies []time.Duration
	for i := range 200 {
		doc, err := ix.Document(ctx, fmt.Sprintf("made-%06d", i*(n/200)))
		if err != nil {
			return nil, err
		}
		start := time.Now()
		if _, err := ix.Related(ctx, doc, search.RelatedOptions{}); err != nil {
			return nil, err
		}
		took = append(took, time.Since(start))
		start = time.Now()
		if _, err := ix.DuplicatesOf(ctx, doc); err != nil {
			return nil, err
		}
		copies = append(copies, time.Since(start))
	}
	slices.Sort(took)
	slices.Sort(copies)
	at := func(list []time.Duration, part int) float64 {
		return list[len(list)*part/100].Seconds() * 1000
	}
	ms = []measure{{set, "related-p50-ms", at(took, 50), n}, {set, "related-p95-ms", at(took, 95), n},
		{set, "copies-of-one-p50-ms", at(copies, 50), n}}
	start := time.Now()
	if _, err := ix.Duplicates(ctx); err != nil {
		return nil, err
	}
	ms = append(ms, measure{set, "duplicates-µs/doc", time.Since(start).Seconds() * 1e6 / float64(n), n})
	more, err := timeIndexes(ctx, set, n, ix)
	return append(ms, more...), err
}

// timeIndexes times what works on profiles alone, with the memory that it keeps.
func timeIndexes(ctx context.Context, set string, n int, ix *archive.Archive) ([]measure, error) {
	var copies search.DuplicateIndex
	var took time.Duration
	before := inUse()
	for p, err := range ix.Profiles(ctx) {
		if err != nil {
			return nil, err
		}
		start := time.Now()
		copies.Add(p)
		took += time.Since(start)
	}
	kept := inUse() - before
	return []measure{{set, "copies-found", float64(len(copies.All())), n},
		{set, "index-of-copies-µs/doc", took.Seconds() * 1e6 / float64(n), n},
		{set, "index-of-copies-bytes/doc", float64(kept) / float64(n), n}}, nil
}

// inUse is how many bytes are in use.
func inUse() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

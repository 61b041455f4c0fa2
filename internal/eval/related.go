package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

const (
	// nearestPairs is how many neighbours each article has in the pairs, as
	// "newsdesk related --all --pairs" writes them.
	nearestPairs = 100
	// resamples is how often an interval draws the data anew.
	resamples = 1000
)

// runRelated scores pairs of articles, stories and copies, each from the pages on:
// what "newsdesk index" and then "related --all --pairs", "stories" and
// "duplicates" give. After each measure come its standard error and the middle 95
// per cent of a bootstrap over the pairs or articles.
func runRelated(ctx context.Context, dir string) ([]measure, error) {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	e := relatedEval{ctx: ctx, dir: filepath.Join(dir, "related"), analyzer: a}
	for _, step := range []func() error{e.chains, e.lee, e.news, e.topics, e.copies} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return e.measures, nil
}

// relatedEval collects the measures of the sets in a folder.
type relatedEval struct {
	ctx      context.Context
	dir      string
	analyzer *analyze.Analyzer
	measures []measure
}

// add adds a measure that is a function of n things, each of which may be drawn
// several times or not at all.
func (e *relatedEval) add(set, name string, n int, value func(drawn []int) float64) {
	drawn := make([]int, n)
	for i := range drawn {
		drawn[i] = i
	}
	e.measures = append(e.measures, measure{set, name, value(drawn), n})
	random := rand.New(rand.NewPCG(1, 2))
	again := make([]float64, resamples)
	for r := range again {
		for i := range drawn {
			drawn[i] = random.IntN(n)
		}
		slices.Sort(drawn) // as the data are: ties keep their order
		again[r] = value(drawn)
	}
	slices.Sort(again)
	e.measures = append(e.measures,
		measure{set, name + "-se", deviation(again), n},
		measure{set, name + "-low", again[resamples*25/1000], n},
		measure{set, name + "-high", again[resamples*975/1000], n})
}

// load analyses the articles of a file and puts them into an archive in memory.
// What the analyzer refuses is left out, as the program does.
func (e *relatedEval) load(name string) (*archive.Archive, error) {
	ix, err := archive.Open(e.ctx, "", archive.Options{})
	if err != nil {
		return nil, err
	}
	pages := source.Files(e.ctx, []string{filepath.Join(e.dir, name)}, source.Options{As: source.Lines})
	_, err = ix.Load(e.ctx, func(yield func(*dateline.Document, error) bool) {
		for doc, err := range e.analyzer.Stream(e.ctx, pages) {
			var refused *analyze.PageError
			if errors.As(err, &refused) {
				continue
			}
			if !yield(doc, err) {
				return
			}
		}
	})
	if err != nil {
		return nil, errors.Join(err, ix.Close())
	}
	return ix, nil
}

// withPairs calls use with the scores of the pairs of a file's articles.
func (e *relatedEval) withPairs(name string, use func(*archive.Archive, map[[2]string]float64) error) error {
	ix, err := e.load(name)
	if err != nil {
		return err
	}
	defer ix.Close()
	scores := map[[2]string]float64{}
	for p, err := range search.Pairs(ix.Profiles(e.ctx), nearestPairs) {
		if err != nil {
			return err
		}
		scores[[2]string{p.A, p.B}] = dateline.Round(p.Score)
	}
	return use(ix, scores)
}

// goldPairs reads pairs with their value and looks up the score of each.
func (e *relatedEval) goldPairs(name string, scores map[[2]string]float64) (gold, got []float64, err error) {
	for row, err := range readPairs(filepath.Join(e.dir, name)) {
		if err != nil {
			return nil, nil, err
		}
		gold = append(gold, row.value)
		got = append(got, scores[[2]string{min(row.a, row.b), max(row.a, row.b)}])
	}
	return gold, got, nil
}

// chains scores pairs that two people call one story or not.
func (e *relatedEval) chains() error {
	return e.withPairs("story_chains_docs.jsonl", func(_ *archive.Archive, scores map[[2]string]float64) error {
		gold, got, err := e.goldPairs("story_chains_pairs.tsv", scores)
		if err != nil {
			return err
		}
		e.add("story-chains", "ap", len(gold), func(drawn []int) float64 { return averagePrecision(gold, got, drawn) })
		return nil
	})
}

// lee scores pairs with the mean of what people say of their likeness.
func (e *relatedEval) lee() error {
	return e.withPairs("lee_docs.jsonl", func(_ *archive.Archive, scores map[[2]string]float64) error {
		gold, got, err := e.goldPairs("lee_pairs.tsv", scores)
		if err != nil {
			return err
		}
		e.add("lee", "pearson", len(gold), func(drawn []int) float64 { return pearson(gold, got, drawn) })
		return nil
	})
}

// news scores neighbours and stories of short items with their known story.
func (e *relatedEval) news() error {
	const name = "googlenews_ts.jsonl.gz"
	return e.withPairs(name, func(ix *archive.Archive, scores map[[2]string]float64) error {
		gold, err := e.labels(name)
		if err != nil {
			return err
		}
		e.atFive("googlenews", gold, scores)
		return e.streaming(ix, gold)
	})
}

// streaming adds how well stories are found as articles come in.
func (e *relatedEval) streaming(ix *archive.Archive, gold []label) error {
	stories := search.NewStories(search.StoryOptions{})
	for p, err := range ix.Profiles(e.ctx) {
		if err != nil {
			return err
		}
		stories.Add(p)
	}
	predicted := map[string]string{}
	for _, s := range stories.List() {
		for _, id := range s.Articles() {
			predicted[id] = s.ID
		}
	}
	e.add("googlenews", "b3-f1", len(gold), func(drawn []int) float64 { return bcubed(gold, predicted, drawn) })
	return nil
}

// topics scores neighbours of articles with their known section.
func (e *relatedEval) topics() error {
	const name = "bbc_categories.jsonl.gz"
	return e.withPairs(name, func(_ *archive.Archive, scores map[[2]string]float64) error {
		gold, err := e.labels(name)
		if err != nil {
			return err
		}
		e.atFive("bbc", gold, scores)
		return nil
	})
}

// label is an article with the story or section that it belongs to.
type label struct{ ID, Cluster string }

func (e *relatedEval) labels(name string) ([]label, error) { return readJSONL[label](e.dir, name) }

// atFive adds the part of the five best neighbours that have the same label.
func (e *relatedEval) atFive(set string, gold []label, scores map[[2]string]float64) {
	cluster := map[string]string{}
	for _, l := range gold {
		cluster[l.ID] = l.Cluster
	}
	found := nearestFive(scores)
	right := make([]float64, len(gold))
	for i, l := range gold {
		for _, id := range found[l.ID] {
			if cluster[id] == l.Cluster {
				right[i] += 1.0 / 5
			}
		}
	}
	e.add(set, "p@5", len(gold), func(drawn []int) float64 {
		sum := 0.0
		for _, i := range drawn {
			sum += right[i]
		}
		return sum / float64(len(drawn))
	})
}

// copies scores the pairs of articles that tell a story in the same words, after
// closure: all articles that repeat one are copies of each other.
func (e *relatedEval) copies() error {
	ix, err := e.load("neardup_docs.jsonl.gz")
	if err != nil {
		return err
	}
	defer ix.Close()
	found, err := ix.Duplicates(e.ctx)
	if err != nil {
		return err
	}
	var gold [][2]string
	for row, err := range readPairs(filepath.Join(e.dir, "neardup_pairs.tsv")) {
		if err != nil {
			return err
		}
		gold = append(gold, [2]string{min(row.a, row.b), max(row.a, row.b)})
	}
	// Drawn are pairs that are in either.
	all := unite(closure(found), gold)
	e.add("neardup", "f1", len(all), func(drawn []int) float64 {
		var right, want, got float64
		for _, i := range drawn {
			p := all[i]
			if p.found {
				got++
			}
			if p.gold {
				want++
			}
			if p.found && p.gold {
				right++
			}
		}
		return 2 * right / (got + want)
	})
	return nil
}

// judged is a pair of articles, found to be copies or known as such or both.
type judged struct{ found, gold bool }

// unite merges found and known pairs, in order.
func unite(found, gold [][2]string) []judged {
	at := map[[2]string]*judged{}
	var all [][2]string
	get := func(p [2]string) *judged {
		if at[p] == nil {
			at[p] = new(judged)
			all = append(all, p)
		}
		return at[p]
	}
	for _, p := range found {
		get(p).found = true
	}
	for _, p := range gold {
		get(p).gold = true
	}
	list := make([]judged, len(all))
	for i, p := range all {
		list[i] = *at[p]
	}
	return list
}

// closure returns all pairs of articles that repeat the same one.
func closure(found []search.Duplicate) [][2]string {
	groups := map[string][]string{}
	var first []string
	for _, d := range found {
		if groups[d.Of] == nil {
			first = append(first, d.Of)
			groups[d.Of] = []string{d.Of}
		}
		groups[d.Of] = append(groups[d.Of], d.ID)
	}
	var pairs [][2]string
	for _, of := range first {
		ids := groups[of]
		for i, a := range ids {
			for _, b := range ids[:i] {
				pairs = append(pairs, [2]string{min(a, b), max(a, b)})
			}
		}
	}
	return pairs
}

// goldPair is a line of a file of pairs.
type goldPair struct {
	a, b  string
	value float64
}

// readPairs reads lines of two ids and, where it is a number, a value.
func readPairs(name string) iter.Seq2[goldPair, error] {
	return func(yield func(goldPair, error) bool) {
		for fields, err := range readFields(name) {
			if err == nil && len(fields) < 2 {
				err = fmt.Errorf("%s: %q is not a pair", name, fields)
			}
			if err != nil {
				yield(goldPair{}, err)
				return
			}
			p := goldPair{a: fields[0], b: fields[1]}
			if len(fields) > 2 {
				fmt.Sscan(fields[2], &p.value) // the third column of copies is words
			}
			if !yield(p, nil) {
				return
			}
		}
	}
}

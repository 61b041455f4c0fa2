package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/made"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// capacitySteps are the parts of the largest size at which the archive is looked
// at, capacityQueries how many articles the queries of a kind are drawn from.
const (
	capacityLargest = 32_000
	capacityQueries = 150
	capacityFar     = 1_000_000 // to which the fits are drawn out
)

var capacitySteps = []int{8, 4, 2, 1}

// runCapacity lets one archive on disk grow to 32,000 made articles, or
// DATELINE_CAPACITY, and looks at its load, disk, memory and searches at an eighth,
// a quarter, half and all of them. Then it fits lines to what it saw, so that
// docs/capacity.md can say what larger ones take.
func runCapacity(ctx context.Context, _ string) (ms []measure, err error) {
	largest := capacityLargest
	if v := os.Getenv("DATELINE_CAPACITY"); v != "" {
		if largest, err = strconv.Atoi(v); err != nil || largest < 8*capacityQueries {
			return nil, fmt.Errorf("DATELINE_CAPACITY: %q is no number from %d on", v, 8*capacityQueries)
		}
	}
	from, err := analysedArticles(ctx)
	if err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp("", "dateline-eval-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	g := &growth{dir: filepath.Join(temp, "archive"), making: makingTakes(from), before: inUse(),
		seen: map[string][]float64{}}
	next, stop := iter.Pull(made.Articles(from, largest))
	defer stop()
	for _, part := range capacitySteps {
		if err := g.grow(ctx, largest/part, next); err != nil {
			return nil, err
		}
	}
	return append(g.ms, g.fits()...), nil
}

// makingTakes is the processor time of making one article, which is no part of
// loading it.
func makingTakes(from []*dateline.Document) time.Duration {
	const n = 2_000
	before := processor()
	for range made.Articles(from, n) {
	}
	return (processor() - before) / n
}

// growth is an archive that grows and what was seen of it.
type growth struct {
	dir    string
	making time.Duration
	before int64 // heap in use without the archive
	kept   []*dateline.Document
	ms     []measure
	names  []string // keys of seen, in order
	seen   map[string][]float64
}

// see notes a figure of an archive of n articles.
func (g *growth) see(name string, value float64) {
	if len(g.seen[name]) == 0 {
		g.names = append(g.names, name)
	}
	g.seen[name] = append(g.seen[name], value)
	g.ms = append(g.ms, measure{fmt.Sprintf("made/%.0f", g.last()), name, value, int(g.last())})
}

// size is the name under which the number of articles is noted.
const size = "articles"

func (g *growth) last() float64 {
	n := g.seen[size]
	if len(n) == 0 {
		return 0
	}
	return n[len(n)-1]
}

// grow adds articles until there are n, and looks at the archive.
func (g *growth) grow(ctx context.Context, n int, next func() (*dateline.Document, bool)) error {
	more := n - int(g.last())
	g.seen[size] = append(g.seen[size], float64(n))
	ix, err := archive.Open(ctx, g.dir, archive.Options{})
	if err != nil {
		return err
	}
	before, start := processor(), time.Now()
	_, err = ix.Load(ctx, g.taking(more, next))
	if err = errors.Join(err, ix.Close()); err != nil {
		return err
	}
	took := time.Since(start)
	spent := processor() - before - time.Duration(more)*g.making
	g.see("load-docs/s", float64(more)/took.Seconds())
	g.see("load-cpu-ms", spent.Seconds()*1000/float64(more))
	bytes, err := bytesIn(g.dir)
	if err != nil {
		return err
	}
	g.see("disk-MB", float64(bytes)/1e6)
	return g.look(ctx)
}

// taking gives the next articles, and keeps some to draw queries from.
func (g *growth) taking(n int, next func() (*dateline.Document, bool)) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for i := range n {
			doc, ok := next()
			if !ok {
				return
			}
			if len(g.kept) < capacityQueries && i%8 == 0 {
				g.kept = append(g.kept, doc)
			}
			if !yield(doc, nil) {
				return
			}
		}
	}
}

// look opens the archive as a program does that serves it, and asks.
func (g *growth) look(ctx context.Context) (err error) {
	start := time.Now()
	ix, err := archive.Open(ctx, g.dir, archive.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ix.Close()) }()
	g.see("open-ms", time.Since(start).Seconds()*1000)
	start = time.Now()
	if _, err := ix.Search(ctx, search.Query{Facets: true}); err != nil {
		return err
	}
	g.see("first-search-ms", time.Since(start).Seconds()*1000)
	for _, kind := range asked {
		found, err := timeKind(ctx, ix, "", kind, g.kept)
		if err != nil {
			return err
		}
		for _, m := range found {
			if strings.HasSuffix(m.name, "-ms") {
				g.see(m.name, m.value)
			}
		}
	}
	var took []time.Duration
	for _, doc := range g.kept {
		start := time.Now()
		if _, err := ix.Related(ctx, doc, search.RelatedOptions{}); err != nil {
			return err
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	g.see("related-p50-ms", took[len(took)/2].Seconds()*1000)
	g.see("related-p95-ms", took[len(took)*95/100].Seconds()*1000)
	g.see("heap-MB", float64(inUse()-g.before)/1e6)
	return nil
}

// fits draws a line through each figure over the number of articles: what it is at
// none, how it grows with a thousand, how well the line fits (the coefficient of
// determination, 1 at best), and where it leads at a million articles.
func (g *growth) fits() []measure {
	var ms []measure
	n := g.seen[size]
	for _, name := range g.names {
		fixed, slope, r2 := line(n, g.seen[name])
		ms = append(ms, measure{"fit", name + " at 0", fixed, len(n)},
			measure{"fit", name + " per 1000", slope * 1000, len(n)},
			measure{"fit", name + " r2", r2, len(n)})
		if !strings.HasPrefix(name, "load-") {
			ms = append(ms, measure{"fit", fmt.Sprintf("%s at %d", name, capacityFar), fixed + slope*capacityFar, len(n)})
		}
	}
	return ms
}

// line fits y = fixed + slope × x by least squares.
func line(x, y []float64) (fixed, slope, r2 float64) {
	var mx, my float64
	for i := range x {
		mx += x[i] / float64(len(x))
		my += y[i] / float64(len(x))
	}
	var sxx, sxy, syy float64
	for i := range x {
		sxx += (x[i] - mx) * (x[i] - mx)
		sxy += (x[i] - mx) * (y[i] - my)
		syy += (y[i] - my) * (y[i] - my)
	}
	if sxx == 0 || syy == 0 {
		return my, 0, math.NaN()
	}
	slope = sxy / sxx
	return my - slope*mx, slope, sxy * sxy / (sxx * syy)
}

// ticks is how many ticks a second the system counts processor time in, the same on
// every Linux.
const ticks = 100

// processor is the processor time that this process has had; 0 where the system
// does not say.
func processor() time.Duration {
	b, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(b), ") ") // behind the name of the program
	f := strings.Fields(rest)
	if len(f) < 13 {
		return 0
	}
	user, err1 := strconv.ParseInt(f[11], 10, 64)
	system, err2 := strconv.ParseInt(f[12], 10, 64)
	if err1 != nil || err2 != nil {
		return 0
	}
	return time.Duration(user+system) * time.Second / ticks
}

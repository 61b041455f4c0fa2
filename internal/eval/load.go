package main

import (
	"context"
	"fmt"
	"runtime"
	"time"

	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/internal/made"
)

// loadArticles is how many articles the task "load" streams, loadSteps at how
// many points it looks at the memory.
const (
	loadArticles = 20_000
	loadSteps    = 4
)

// evalLoad streams made articles through the analyzer and prints the memory
// taken from the system at each quarter, in MiB, and the rate. Flat memory shows
// as equal figures. The articles are our own paragraphs in another order, as
// stories, pasted pages and web pages in turn.
func evalLoad(ctx context.Context, _ string) ([]measure, error) {
	a, err := analyze.New(analyze.Options{})
	if err != nil {
		return nil, err
	}
	from, err := analysedArticles(ctx)
	if err != nil {
		return nil, err
	}
	paragraphs := made.Paragraphs(from)
	var ms []measure
	var bytesIn, n int
	start := time.Now()
	for doc, err := range a.Stream(ctx, made.Pages(paragraphs, loadArticles)) {
		if err != nil {
			return nil, err
		}
		bytesIn += len(doc.Text)
		if n++; n%(loadArticles/loadSteps) == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			ms = append(ms, measure{"made", fmt.Sprintf("MiB after %d", n), float64(m.Sys) / (1 << 20), n})
		}
	}
	seconds := time.Since(start).Seconds()
	return append(ms,
		measure{"made", "articles/s", float64(n) / seconds, n},
		measure{"made", "MB/s", float64(bytesIn) / seconds / 1e6, n}), nil
}

package main

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"iter"
	"math/rand/v2"
	"runtime"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
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
	var paragraphs []string
	for p, err := range source.Files(ctx, []string{"testdata/articles"}, source.Options{}) {
		if err != nil {
			return nil, err
		}
		doc, err := a.Page(ctx, p)
		if err != nil {
			return nil, err
		}
		for _, b := range doc.Blocks {
			if b.Kind == dateline.BlockParagraph {
				paragraphs = append(paragraphs, doc.Words(b.Span()))
			}
		}
	}
	var ms []measure
	var bytesIn, n int
	start := time.Now()
	for doc, err := range a.Stream(ctx, madePages(paragraphs, loadArticles)) {
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

// madePages makes n pages of paragraphs drawn by chance, the same each time.
func madePages(paragraphs []string, n int) iter.Seq2[dateline.Page, error] {
	return func(yield func(dateline.Page, error) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			story := make([]string, 12)
			for j := range story {
				story[j] = paragraphs[r.IntN(len(paragraphs))]
			}
			p := dateline.Page{ID: fmt.Sprintf("made-%d", i), Title: fmt.Sprintf("Made article %d", i)}
			switch i % 3 {
			case 0:
				p.Form, p.Body = dateline.Story, []byte(strings.Join(story, "\n\n"))
			case 1:
				p.Form, p.Body = dateline.PlainPage, []byte(p.Title+"\n\n"+strings.Join(story, "\n\n"))
			default:
				p.Form, p.Body = dateline.HTML, webPage(p.Title, story)
			}
			if !yield(p, nil) {
				return
			}
		}
	}
}

// webPage wraps a story in a plain page.
func webPage(title string, story []string) []byte {
	var b bytes.Buffer
	title = html.EscapeString(title)
	fmt.Fprintf(&b, "<!doctype html><html lang=en><head><title>%s</title></head><body><nav><a href=/>Home</a></nav><article><h1>%s</h1>", title, title)
	for _, p := range story {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p))
	}
	b.WriteString("</article><footer>All rights reserved</footer></body></html>")
	return b.Bytes()
}

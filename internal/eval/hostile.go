package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"runtime/metrics"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/eval/sets"
	"github.com/dateline-go/dateline/internal/page"
)

// What one hostile page may cost: seconds of wall time, and megabytes of heap beside
// the page itself.
const (
	hostileSeconds = 1.0
	hostileMB      = 200.0
)

// hostilePage is a page that is made to be hard to read.
type hostilePage struct {
	id   string
	form dateline.Form
	body []byte
}

// hugeBytes is how long the pages are that we make ourselves.
const hugeBytes = 50 << 20

// hugePages makes pages of 50 MB, each of one thing over and over.
func hugePages(each func(hostilePage)) {
	fill := func(head, unit, tail string) []byte {
		n := (hugeBytes - len(head) - len(tail)) / len(unit)
		return []byte(head + strings.Repeat(unit, n) + tail)
	}
	attributes := func(unit string) []byte {
		return fill("<p>First words of a page.</p><div ", unit, "><p>Last words of it.</p>")
	}
	for _, p := range []struct {
		id   string
		form dateline.Form
		make func() []byte
	}{
		{"nested", dateline.HTML, func() []byte { return fill("", "<div>word ", "") }},
		{"inline nested", dateline.HTML, func() []byte { return fill("<p>", "<b><i>word ", "") }},
		{"paragraphs", dateline.HTML,
			func() []byte { return fill("", "<p>A sentence of a few words, and no more.</p>\n", "") }},
		{"attributes", dateline.HTML, func() []byte { return attributes(`a="b" `) }},
		{"one attribute", dateline.HTML,
			func() []byte { return fill(`<p>First words.</p><p class="`, "article ", `">Last words.</p>`) }},
		{"links", dateline.HTML,
			func() []byte { return fill("<p>", `<a href="/story/about/a/thing">A story about a thing</a> `, "") }},
		{"list", dateline.HTML, func() []byte { return fill("<ul>", `<li><a href="/a">Another story here</a>`, "") }},
		{"tables", dateline.HTML, func() []byte { return fill("", "<table><tr><td>cell", "") }},
		{"breaks", dateline.HTML, func() []byte { return fill("<p>", "word<br><br>", "") }},
		{"script", dateline.HTML, func() []byte {
			return fill("<p>First words of it.</p><script>", "var a = 1;\n", "</script><p>Last words of it.</p>")
		}},
		{"comment", dateline.HTML, func() []byte { return fill("<p>First words of a page.</p><!-- ", "never ends ", "") }},
		{"entities", dateline.HTML, func() []byte { return fill("<p>", "&eacute;&amp;", "") }},
		{"images", dateline.HTML, func() []byte {
			return fill("<p>Words</p>", `<figure><img src="/a.jpg"><figcaption>Caption</figcaption></figure>`, "")
		}},
		{"data", dateline.HTML, func() []byte {
			return fill("<p>Words of it.</p>",
				`<script type="application/ld+json">{"@type":"NewsArticle","headline":"A"}</script>`, "")
		}},
		{"meta", dateline.HTML,
			func() []byte { return fill("<p>Words of it.</p>", `<meta name="author" content="Jane Smith">`, "") }},
		{"no tag", dateline.HTML, func() []byte { return fill("", "words and more words ", "") }},
		{"latin", dateline.HTML, func() []byte {
			return fill("<meta charset=windows-1252>", "<p>caf\xe9 au lait, s'il vous pla\xeet</p>", "")
		}},
		{"broken", dateline.HTML, func() []byte { return fill("<p>", "\xff\xfe words <", "") }},
		{"pasted lines", dateline.PlainPage, func() []byte { return fill("", "A line of a few words\n", "") }},
		{"pasted line", dateline.PlainPage, func() []byte { return fill("", "words, ", "") }},
		{"pasted gaps", dateline.PlainPage, func() []byte { return fill("", "a  ", "") }},
		{"pasted list", dateline.PlainPage,
			func() []byte { return fill("Most Read\n", "1. News\nA story about a thing\n3 days ago\n", "") }},
		{"story", dateline.Story, func() []byte { return fill("", "A sentence of a few words, and no more.\n\n", "") }},
	} {
		each(hostilePage{"50 MB " + p.id, p.form, p.make()})
	}
}

// runHostile reads pages that are made to be hard to read: those of the evaluation
// data, and ones of 50 MB. It prints what each costs, and measures the worst.
func runHostile(_ context.Context, dir string) ([]measure, error) {
	rows, err := sets.Read[struct{ ID, HTML string }](dir, "extract", "hostile.jsonl.gz")
	if err != nil {
		return nil, err
	}
	n, within := 0, 0
	var slowest, largest float64
	look := func(p hostilePage) {
		seconds, mb, said := cost(p)
		n++
		slowest, largest = max(slowest, seconds), max(largest, mb)
		if seconds <= hostileSeconds && mb <= hostileMB {
			within++
		}
		fmt.Fprintf(os.Stderr, "%-24s %6.3f s %7.1f MB  %s\n", p.id, seconds, mb, said)
	}
	for _, r := range rows {
		look(hostilePage{r.ID, dateline.HTML, []byte(r.HTML)})
	}
	hugePages(look)
	return []measure{
		{"pages", "within", float64(within) / float64(n), n}, {"pages", "worst_seconds", slowest, n},
		{"pages", "worst_mb", largest, n},
	}, nil
}

// cost reads a page and returns the time, the largest heap while it was read beyond
// the page itself, and what came of it.
func cost(p hostilePage) (seconds, mb float64, said string) {
	runtime.GC()
	before := heap()
	stop, peak := make(chan struct{}), make(chan uint64)
	go func() {
		top := uint64(0)
		for {
			select {
			case <-stop:
				peak <- max(top, heap())
				return
			case <-time.After(time.Millisecond):
				top = max(top, heap())
			}
		}
	}()
	start := time.Now()
	d, err := page.Read(dateline.Page{Form: p.form, Body: p.body}, page.Options{})
	seconds = time.Since(start).Seconds()
	close(stop)
	top := <-peak
	mb = float64(max(top, before)-before) / 1e6
	if err != nil {
		return seconds, mb, err.Error()
	}
	return seconds, mb, fmt.Sprintf("%d bytes of text, %d blocks, %q", len(d.Text), len(d.Blocks), d.Warnings)
}

// heap returns the bytes that objects take, dead ones that wait for the collector
// among them.
func heap() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
	"github.com/dateline-go/dateline/search"
)

// maxFacets is how many values of a facet are shown.
const maxFacets = 6

// results writes hits for people, the words that matched marked, and what the
// articles are about below them.
func (d *desk) results(res search.Results, offset int) error {
	c := &card{screen: d.screen}
	for i, h := range res.Hits {
		c.hit(offset+i+1, h)
		c.explanation(h.Explanation)
		c.gap()
	}
	for _, name := range search.Facets() {
		if name != "site" && name != "author" && name != "language" && name != "ids" {
			c.row(strings.ToUpper(name[:1])+name[1:], facet(res.Facets[name])...)
		}
	}
	if res.DidYouMean != "" {
		c.line(dim("Did you mean: "), plain(res.DidYouMean))
	}
	took := float64(res.Took.Microseconds()) / 1000
	c.line(dim(fmt.Sprintf("%d of %s, %.1f ms", len(res.Hits), count(res.Total, "article"), took)))
	c.gap()
	_, err := io.WriteString(d.stdout, c.b.String())
	return err
}

// hit writes one article that was found.
func (c *card) hit(rank int, h search.Hit) {
	headline := h.Headline
	if headline == "" {
		headline = h.ID
	}
	c.line(append([]term.Run{dim(fmt.Sprintf("%d. ", rank))}, titled(headline, h.HeadlineSpans)...)...)
	for _, f := range h.Fragments {
		c.indented(marked(f)...)
	}
	id := h.ID
	if id == h.URL {
		id = ""
	}
	c.indented(dim(strings.Join(nonEmpty(longDay(h.Published), id), " · ")))
	c.address("   ", h.URL)
}

// explanation writes how a score came about, a line for each word.
func (c *card) explanation(e *search.Explanation) {
	if e == nil {
		return
	}
	c.indented(dim(fmt.Sprintf("score %.3f", e.Score)))
	for _, t := range e.Terms {
		var fields []string
		for _, f := range t.Fields {
			fields = append(fields, fmt.Sprintf("%s %d of %d", f.Field, f.Frequency, f.Length))
		}
		c.indented(dim(fmt.Sprintf("  %.3f %s: weight %.2f, idf %.2f, tf %.2f (%s)",
			t.Score, t.Term, t.Weight, t.IDF, t.TF, strings.Join(fields, ", "))))
	}
}

// indented writes words below a hit's headline.
func (c *card) indented(runs ...term.Run) {
	for _, l := range c.screen.Wrap(c.screen.Width-3, runs...) {
		c.b.WriteString("   " + l + "\n")
	}
}

// marked returns a fragment with the words that matched marked.
func marked(f search.Fragment) []term.Run {
	var runs []term.Run
	at := 0
	for _, s := range f.Spans {
		runs = append(runs, plain(f.Text[at:s.Start]), term.Run{Text: f.Text[s.Start:s.End], Style: term.Mark})
		at = s.End
	}
	return append(runs, plain(f.Text[at:]))
}

// titled is a headline with the words marked that matched.
func titled(headline string, spans []dateline.Span) []term.Run {
	runs := marked(search.Fragment{Text: headline, Spans: spans})
	for i := range runs {
		if runs[i].Style != term.Mark {
			runs[i].Style = term.Title
		}
	}
	return runs
}

// facet lists the most frequent values of a facet.
func facet(counts []search.FacetCount) []term.Run {
	var runs []term.Run
	for _, f := range counts[:min(len(counts), maxFacets)] {
		runs = append(separated(runs), plain(f.Value), dim(fmt.Sprintf(" %d", f.Count)))
	}
	return runs
}

// longDay writes a date for people, "" where it is not known.
func longDay(d dateline.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time.Format("2 January 2006")
}

// nonEmpty returns the strings that hold something.
func nonEmpty(all ...string) []string {
	var some []string
	for _, s := range all {
		if s != "" {
			some = append(some, s)
		}
	}
	return some
}

// count writes a number with its noun.
func count(n int, noun string) string {
	switch {
	case n == 1:
	case strings.HasSuffix(noun, "ch"):
		noun += "es"
	default:
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

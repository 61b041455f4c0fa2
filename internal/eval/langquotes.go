package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
)

// runLangQuotes scores direct quotes of German Wikinews: how many of those that people marked are found, times 100,
// with the right source, and how many of those found people marked. With DATELINE_MISSES set each miss is printed.
func runLangQuotes(ctx context.Context, dir string) ([]measure, error) {
	a, err := analyze.New(analyze.Options{Languages: []*lang.Pack{de.Pack()}})
	if err != nil {
		return nil, err
	}
	rows, err := readAttributions(filepath.Join(dir, "lang", "quotes", "de_wikinews_dev.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	var gold, found, right, pred, aligned float64
	for _, r := range rows {
		doc, err := a.Page(ctx, dateline.Page{ID: r.ID, Form: dateline.Story, Body: []byte(r.Text)})
		if err != nil {
			return nil, err
		}
		g, p := make([]map[int]bool, 0, len(r.Attributions)), make([]map[int]bool, len(doc.Quotes))
		for _, x := range r.Attributions {
			g = append(g, bytesOf(x.Content))
		}
		for j := range doc.Quotes {
			p[j] = bytesOf(doc.Quotes[j].Content)
		}
		inGold, inPred := alignQuotes(g, p)
		for i, x := range r.Attributions {
			if !x.Direct {
				continue
			}
			gold++
			j := inGold[i]
			hit := j >= 0
			sourced := hit && (len(x.Source) == 0 || slices.ContainsFunc(x.Source, doc.Quotes[j].Source.Overlaps))
			found += one(hit)
			right += one(sourced)
			if !sourced {
				who := ""
				if hit {
					who = doc.Words(doc.Quotes[j].Source)
				}
				reportMiss(r.ID+" got "+who, doc, x.Content, x.Source, hit)
			}
		}
		for j := range doc.Quotes {
			pred++
			aligned += one(inPred[j] >= 0)
			if inPred[j] < 0 {
				reportMiss(r.ID+" extra", doc, doc.Quotes[j].Content, []dateline.Span{doc.Quotes[j].Source}, true)
			}
		}
	}
	const set = "de-wikinews-direct"
	n := len(rows)
	return []measure{{set, "found R", share(found, gold), n}, {set, "source R", share(right, gold), n},
		{set, "found P", share(aligned, pred), n}}, nil
}

// reportMiss prints a quotation that was missed, with the words around it.
func reportMiss(id string, doc *dateline.Document, content, source []dateline.Span, found bool) {
	if os.Getenv("DATELINE_MISSES") == "" || len(content) == 0 {
		return
	}
	const around = 160
	from, to := max(0, content[0].Start-around), min(len(doc.Text), content[0].End+around)
	who := ""
	if len(source) > 0 {
		who = doc.Words(source[0])
	}
	fmt.Fprintf(os.Stderr, "%s found=%v [%s] %q\n", id, found, who, doc.Text[from:to])
}

package main

import (
	"context"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	scorer "github.com/dateline-go/dateline/internal/measure"
	"github.com/dateline-go/dateline/summarize"
)

// runSummaries scores summaries of three sentences by ROUGE F1, times 100, with
// the first three sentences beside them. The weights were fitted on these sets; the
// fitting program prints the cross-validated figures.
func runSummaries(ctx context.Context, dir string) ([]measure, error) {
	a, err := analyze.New(analyze.Options{Summarize: summarize.Options{Sentences: 3}})
	if err != nil {
		return nil, err
	}
	var out []measure
	for _, set := range []string{"cnn", "cnndm_mix"} {
		rows, err := readJSONL[struct{ ID, Title, Text, Summary string }](dir, "summaries", set+".jsonl")
		if err != nil {
			return nil, err
		}
		var ours, lead scorer.Scores
		for _, r := range rows {
			doc, err := a.Page(ctx, dateline.Page{ID: r.ID, Title: r.Title, Form: dateline.Story, Body: []byte(r.Text)})
			if err != nil {
				return nil, err
			}
			var summary, first []string
			for _, c := range doc.Summary {
				summary = append(summary, doc.Words(c.Span()))
			}
			for _, c := range doc.Sentences[:min(3, len(doc.Sentences))] {
				first = append(first, doc.Words(c))
			}
			reference := strings.Split(r.Summary, "\n")
			ours = ours.Add(scorer.ROUGE(summary, reference))
			lead = lead.Add(scorer.ROUGE(first, reference))
		}
		n := float64(len(rows)) / 100
		for _, x := range []struct {
			set string
			sum scorer.Scores
		}{{set, ours}, {set + "-lead", lead}} {
			out = append(out, measure{x.set, "R1", x.sum.R1 / n, len(rows)},
				measure{x.set, "R2", x.sum.R2 / n, len(rows)}, measure{x.set, "RLsum", x.sum.RLsum / n, len(rows)})
		}
	}
	return out, nil
}

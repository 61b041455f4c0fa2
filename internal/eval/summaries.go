package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/dateline-go/dateline"
	scorer "github.com/dateline-go/dateline/internal/measure"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/summarize"
)

// runSummaries scores summaries of three sentences by ROUGE F1, times 100, with
// the first three sentences beside them. The weights were fitted on these sets; the
// fitting program prints the cross-validated figures.
func runSummaries(ctx context.Context, dir string) ([]measure, error) {
	s, err := summarize.New(summarize.Options{Sentences: 3})
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
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			doc, err := plainDocument(r.Title, r.Text)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", r.ID, err)
			}
			if err := s.Annotate(doc); err != nil {
				return nil, fmt.Errorf("%s: %w", r.ID, err)
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

// plainDocument makes a document of a bare story with a headline beside it; each
// line is a paragraph.
func plainDocument(headline, text string) (*dateline.Document, error) {
	doc := &dateline.Document{Headline: headline, Text: text}
	at := 0
	for line := range strings.Lines(text) {
		end := at + len(strings.TrimRight(line, " \t\r\n"))
		if start := at + len(line) - len(strings.TrimLeft(line, " \t\r\n")); start < end {
			doc.Blocks = append(doc.Blocks, dateline.Block{Kind: dateline.BlockParagraph, Start: start, End: end})
		}
		at += len(line)
	}
	if doc.Blocks == nil {
		return doc, nil
	}
	tagger, err := token.NewTagger() // read once, then shared
	if err != nil {
		return nil, err
	}
	var buf token.Buffer
	if err := buf.Annotate(doc, tagger); err != nil {
		return nil, err
	}
	return doc, nil
}

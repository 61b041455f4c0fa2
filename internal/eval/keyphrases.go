package main

import (
	"context"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	scorer "github.com/dateline-go/dateline/internal/measure"
	"github.com/dateline-go/dateline/summarize"
)

// runKeyphrases scores keyphrases: macro F1 at 5 and 10 against stemmed gold
// phrases, times 100. The weights were fitted on duc2001, those of tags on
// kpcrowd; the fitting program prints the cross-validated figures.
func runKeyphrases(ctx context.Context, dir string) ([]measure, error) {
	var out []measure
	kinds := map[string]summarize.Kind{"kpcrowd": summarize.Tags} // its gold is mostly single words
	for _, set := range []string{"duc2001", "kpcrowd", "inspec"} {
		a, err := analyze.New(analyze.Options{Summarize: summarize.Options{Keyphrases: 10, Kind: kinds[set]}})
		if err != nil {
			return nil, err
		}
		rows, err := readJSONL[struct {
			ID, Title, Text string
			Keyphrases      []string
		}](dir, "keyphrases", set+".jsonl")
		if err != nil {
			return nil, err
		}
		var f5, f10 float64
		for _, r := range rows {
			doc, err := a.Page(ctx, dateline.Page{ID: r.ID, Title: r.Title, Form: dateline.Story, Body: []byte(r.Text)})
			if err != nil {
				return nil, err
			}
			var words []string
			for _, k := range doc.Keyphrases {
				words = append(words, k.Text)
			}
			gold, found := scorer.PhraseForms(r.Keyphrases), scorer.PhraseForms(words)
			f5 += scorer.PhraseF1(gold, found, 5)
			f10 += scorer.PhraseF1(gold, found, 10)
		}
		n := float64(len(rows)) / 100
		out = append(out, measure{set, "F1@5", f5 / n, len(rows)}, measure{set, "F1@10", f10 / n, len(rows)})
	}
	return out, nil
}

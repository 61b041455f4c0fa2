package main

import (
	"context"
	"path/filepath"

	"github.com/dateline-go/dateline/bench/peers/contract"
)

// tokenF1 is the F1 of exact spans against the tokens of a set, times 100. A subject
// that finds no tokens has no figure.
func tokenF1(gold string) func(context.Context, *workplace, string) ([]figure, error) {
	return func(_ context.Context, w *workplace, out string) ([]figure, error) {
		known, err := contract.Rows[tokenRow](filepath.Join(w.eval, gold))
		if err != nil {
			return nil, err
		}
		found, err := contract.Rows[tokenRow](out)
		if err != nil {
			return nil, err
		}
		f1, any := spanF1(known, found)
		if !any {
			return nil, nil
		}
		return []figure{{"tokens", f1}}, nil
	}
}

// tokenRow is a text with its tokens.
type tokenRow struct {
	ID     string   `json:"id"`
	Tokens [][2]int `json:"tokens"`
}

// spanF1 counts the spans that are in both, and says whether any was found.
func spanF1(known, found []tokenRow) (f1 float64, any bool) {
	of := map[string]map[[2]int]bool{}
	for _, r := range found {
		spans := map[[2]int]bool{}
		for _, t := range r.Tokens {
			spans[t] = true
		}
		of[r.ID] = spans
	}
	var right, got, want int
	for _, r := range known {
		gold := map[[2]int]bool{}
		for _, t := range r.Tokens {
			gold[t] = true
		}
		for t := range gold {
			if of[r.ID][t] {
				right++
			}
		}
		got += len(of[r.ID])
		want += len(gold)
	}
	if got == 0 {
		return 0, false
	}
	return 200 * float64(right) / float64(got+want), true
}

package engine

import (
	"cmp"
	"context"
	"slices"
)

// Feedback returns the words that the best hits of a query add to its own. It takes these
// for good ones and lets the words that they have in common rank too: relevance model 3 of Abdul-Jaleel and others,
// "UMass at TREC 2004", on BM25F instead of language models. With P(d) the share
// of a hit in the scores of all of them, a word has
//
//	weight = share × idf × Σ over hits P(d) × freq(d) / length(d)
//
// divided by the highest of these, and the words of the query keep theirs.
func Feedback(ctx context.Context, d Dictionary, hits []Sample, how Learning) ([]Term, error) {
	sum := 0.0
	for _, h := range hits {
		sum += h.Score
	}
	if sum == 0 {
		return nil, nil // no words that rank
	}
	weights := map[string]float64{}
	for _, h := range hits {
		for _, t := range h.Terms {
			weights[t] += h.Score / sum / float64(len(h.Terms))
		}
	}
	list := make([]Term, 0, len(weights))
	for t, w := range weights {
		list = append(list, Term{Text: t, Weight: w})
	}
	slices.SortFunc(list, heavier)
	list = list[:min(len(list), 10*how.Terms)] // before each is looked up
	terms := make([]string, len(list))
	for i, t := range list {
		terms[i] = t.Text
	}
	counts, n, err := d.Frequencies(ctx, Ranked, terms)
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].Weight *= IDF(n, counts[i])
	}
	slices.SortFunc(list, heavier)
	list = list[:min(len(list), how.Terms)]
	for i := len(list) - 1; i >= 0; i-- { // the first, which the others are divided by, last
		list[i].Weight *= how.Share / list[0].Weight
	}
	return list, nil
}

// Learning says how much feedback takes from how many hits.
type Learning struct {
	Hits  int     // taken for good ones
	Terms int     // added to the query
	Share float64 // of the weightiest of them, where a word of the query has 1
}

// UsualLearning returns what stands in the middle of a plateau on four test collections.
func UsualLearning() Learning { return Learning{Hits: 10, Terms: 40, Share: 0.4} }

// Sample is a hit that feedback learns from: its score and the terms of its
// headline and story.
type Sample struct {
	Score float64
	Terms []string
}

func heavier(a, b Term) int {
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Text, b.Text))
}

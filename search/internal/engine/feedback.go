package engine

import (
	"cmp"
	"context"
	"slices"
)

// Feedback takes the first hits of a query for good ones and lets the words that
// they have in common rank too: relevance model 3 of Abdul-Jaleel and others,
// "UMass at TREC 2004", on BM25F instead of language models. With P(d) the share
// of a hit in the scores of all of them, a word has
//
//	weight = feedbackShare × idf × Σ over hits P(d) × freq(d) / length(d)
//
// divided by the highest of these, and the words of the query keep theirs.
// The values are the middle of a plateau on four test collections.
const (
	// FeedbackHits is how many hits are taken for good ones.
	FeedbackHits  = 10
	feedbackTerms = 40
	feedbackShare = 0.4
)

// Sample is a hit that feedback learns from: its score and the terms of its
// headline and story.
type Sample struct {
	Score float64
	Terms []string
}

// Feedback returns the words that the best hits of a query add to its own.
func Feedback(ctx context.Context, d Dictionary, hits []Sample) ([]Term, error) {
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
	list = list[:min(len(list), 10*feedbackTerms)] // before each is looked up
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
	list = list[:min(len(list), feedbackTerms)]
	for i := len(list) - 1; i >= 0; i-- { // the first, which the others are divided by, last
		list[i].Weight *= feedbackShare / list[0].Weight
	}
	return list, nil
}

func heavier(a, b Term) int {
	return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.Text, b.Text))
}

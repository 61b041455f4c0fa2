package archive

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-go/dateline/search"
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
	feedbackHits  = 10
	feedbackTerms = 40
	feedbackShare = 0.4
)

// feedback returns the words that the best hits of a query add to its own.
func (v *view) feedback(m *match) ([]weighted, error) {
	top, err := v.top(search.Query{Limit: feedbackHits}, m.found.list(), m.scores)
	if err != nil {
		return nil, err
	}
	sum := 0.0
	for _, c := range top {
		sum += c.score
	}
	if sum == 0 {
		return nil, nil // no words that rank
	}
	weights := map[string]float64{}
	for _, c := range top {
		terms, err := v.termsOf(c.id)
		if err != nil {
			return nil, err
		}
		for _, t := range terms {
			weights[t] += c.score / sum / float64(len(terms))
		}
	}
	var list []weighted
	for t, w := range weights {
		list = append(list, weighted{term: t, weight: w})
	}
	heavier := func(a, b weighted) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.term, b.term))
	}
	slices.SortFunc(list, heavier)
	list = list[:min(len(list), 10*feedbackTerms)] // before each is looked up
	for i := range list {
		df, err := v.frequency(fieldBody, list[i].term)
		if err != nil {
			return nil, err
		}
		list[i].weight *= math.Log(1 + (float64(v.count)-float64(df)+0.5)/(float64(df)+0.5))
	}
	slices.SortFunc(list, heavier)
	list = list[:min(len(list), feedbackTerms)]
	if len(list) == 0 {
		return nil, nil
	}
	highest := list[0].weight
	for i := range list {
		list[i].weight *= feedbackShare / highest
	}
	return list, nil
}

// termsOf returns the terms of a stored story.
func (v *view) termsOf(id string) ([]string, error) {
	b, err := stored(v.r, id)
	if err != nil {
		return nil, err
	}
	card, _, err := decodeCard(b)
	if err != nil {
		return nil, err
	}
	doc, err := decode(b, true)
	if err != nil {
		return nil, err
	}
	return append(v.splitter.Terms(card.headline), v.splitter.Terms(doc.Text)...), nil
}

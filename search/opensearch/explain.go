package opensearch

import (
	"context"
	"math"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// explainer makes scores once more, from the documents, and writes down how.
type explainer struct {
	averages Averages
	terms    []weighted
	counts   []int // documents that have each
	total    int
}

func (a *Archive) explainer(ctx context.Context, m *meta, terms []weighted) (*explainer, error) {
	list := []object{everything}
	for _, t := range terms {
		list = append(list, oneOf(fieldRank, t.all()))
	}
	counts, err := a.countEach(ctx, list)
	if err != nil {
		return nil, err
	}
	return &explainer{m.Averages, terms, counts[1:], counts[0]}, nil
}

// rarity is the idf of what stands in some of n documents.
func rarity(n, documents int) float64 {
	df := float64(min(documents, n))
	return math.Log(1 + (float64(n)-df+0.5)/(df+0.5))
}

// explain explains the score of a document.
func (e *explainer) explain(doc *dateline.Document) *search.Explanation {
	s := words.Get()
	defer words.Put(s)
	of := fields.Of(doc, s)
	averages := e.averages.list()
	x := &search.Explanation{Terms: []search.TermScore{}}
	for i, t := range e.terms {
		wanted := map[string]bool{}
		for _, term := range t.all() {
			wanted[term] = true
		}
		one := search.TermScore{Term: t.term, Weight: t.weight, Documents: e.counts[i], IDF: rarity(e.total, e.counts[i]), K1: k1}
		for j, f := range scored {
			postings := postingsOf(of, f.name)
			n := 0
			for _, p := range postings {
				if wanted[p.Term] {
					n++
				}
			}
			if n == 0 {
				continue
			}
			part := search.FieldScore{Field: f.name, Frequency: n, Length: len(postings), Average: *averages[j], Weight: f.weight, B: f.b}
			part.TF = f.weight * float64(n) / (1 - f.b + f.b*float64(part.Length)/part.Average)
			one.Fields = append(one.Fields, part)
			one.TF += part.TF
		}
		if one.TF == 0 {
			continue
		}
		one.Score = one.Weight * one.IDF * (k1 + 1) * one.TF / (k1 + one.TF)
		x.Terms = append(x.Terms, one)
		x.Score += one.Score
	}
	return x
}

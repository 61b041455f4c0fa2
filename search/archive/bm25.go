package archive

import (
	"math"

	"github.com/dateline-go/dateline/search"
)

// Ranking is BM25F: Robertson, Zaragoza, Taylor, "Simple BM25 extension to
// multiple weighted fields" (CIKM 2004). For each term of the query
//
//	tf    = Σ over fields  weight × freq / (1 - b + b × length / average length)
//	score = Σ over terms   weight × idf × (k1 + 1) × tf / (k1 + tf)
//	idf   = ln(1 + (N - df + 0.5) / (df + 0.5))
//
// where df counts the documents that have the term in any scored field, and the
// weight of a term is the root of how often it stands in the query. The body
// field holds the whole story, so the weights of the others come on top.
//
// bleve's own "bm25" is another measure: its term frequency is a square root, its
// idf counts twice, and its average length is one of dictionaries and changes as
// segments merge. What is exact in its postings is the frequency and the norm,
// 1/√length, and our lengths are summed up beside them.
type ranking struct {
	k1     float64
	fields [len(scored)]struct{ weight, b float64 }
}

// defaultRanking is the middle of a plateau on four test collections: k1 from 1.2
// to 2.2 and b from 0.5 to 0.75 for the body change nDCG@10 by less than 0.006.
var defaultRanking = ranking{
	k1: 1.5,
	fields: [len(scored)]struct{ weight, b float64 }{
		{1, 0.65},  // body
		{2, 0.5},   // headline
		{0.5, 0.5}, // dek
		{0.5, 0.5}, // headings
		{0.5, 0.5}, // names
		{0.5, 0.5}, // keyphrases
	},
}

// scores collects the scores of documents, by number.
type scores struct {
	total  []float64
	tf     []float64 // of the term at hand
	seen   []uint64  // documents that have the term at hand
	any    docs      // documents that have any term
	record *recorder // where the scores are to be explained
}

// rank adds the scores of terms, each times its weight.
func (v *view) rank(s *scores, rk ranking, terms []weighted) error {
	for _, t := range terms {
		s.seen = s.seen[:0]
		for i, name := range scored {
			if err := v.frequencies(s, rk, i, name, t); err != nil {
				return err
			}
		}
		df := float64(len(s.seen))
		idf := math.Log(1 + (float64(v.count)-df+0.5)/(df+0.5))
		for _, doc := range s.seen {
			tf := s.tf[doc]
			s.tf[doc] = 0
			score := t.weight * idf * (rk.k1 + 1) * tf / (rk.k1 + tf)
			s.total[doc] += score
			s.any.add(doc)
			if s.record != nil {
				s.record.term(doc, search.TermScore{Term: t.term, Weight: t.weight, Documents: len(s.seen), IDF: idf, TF: tf, K1: rk.k1, Score: score})
			}
		}
	}
	return nil
}

// frequencies adds what one scored field has of a term.
func (v *view) frequencies(s *scores, rk ranking, i int, name string, t weighted) error {
	weight, b := rk.fields[i].weight, rk.fields[i].b
	average := float64(v.totals.Lengths[i]) / float64(max(v.count, 1))
	if weight == 0 || average == 0 {
		return nil
	}
	add := func(doc, freq uint64, norm float64) {
		s.grow(doc)
		if s.tf[doc] == 0 {
			s.seen = append(s.seen, doc)
		}
		length := math.Round(1 / (norm * norm))
		tf := weight * float64(freq) / (1 - b + b*length/average)
		s.tf[doc] += tf
		if s.record != nil {
			s.record.field(doc, search.FieldScore{Field: name, Frequency: int(freq), Length: int(length), Average: average, Weight: weight, B: b, TF: tf})
		}
	}
	if err := v.postings(name, t.term, true, add); err != nil {
		return err
	}
	for _, term := range t.more {
		if err := v.postings(name, term, true, add); err != nil {
			return err
		}
	}
	return nil
}

// grow makes room for a document number.
func (s *scores) grow(doc uint64) {
	if n := int(doc) + 1; n > len(s.tf) {
		more := max(n, 2*len(s.tf)) - len(s.tf)
		s.tf = append(s.tf, make([]float64, more)...)
		s.total = append(s.total, make([]float64, more)...)
	}
}

func (s *scores) of(doc uint64) float64 {
	if int(doc) < len(s.total) {
		return s.total[doc]
	}
	return 0
}

// weighted is a term and how much it counts. More are terms that count as the
// same one, because one word of the query stands for all of them.
type weighted struct {
	term   string
	more   []string
	weight float64
}

// weigh returns the terms of a text, each once, in order of appearance, at most
// n, with the root of how often it stands there.
func weigh(terms []string, n int) []weighted {
	at := map[string]int{}
	var list []weighted
	for _, t := range terms {
		i, ok := at[t]
		if !ok {
			if i = len(list); i == n {
				continue
			}
			at[t] = i
			list = append(list, weighted{term: t})
		}
		list[i].weight++
	}
	for i := range list {
		list[i].weight = math.Sqrt(list[i].weight)
	}
	return list
}

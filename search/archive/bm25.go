package archive

import (
	"math"

	"github.com/dateline-go/dateline/search/internal/engine"
)

// Ranking is that of package engine. bleve's own "bm25" is another measure: its
// term frequency is a square root, its idf counts twice, and its average length is
// one of dictionaries and changes as segments merge. What is exact in its postings
// is the frequency and the norm, 1/√length, and our lengths are summed up beside
// them.

// scores collects the scores of documents, by number.
type scores struct {
	total []float64
	tf    []float64 // of the term at hand
	seen  []uint64  // documents that have the term at hand
	any   docs      // documents that have any term
}

// rank adds the scores of terms, each times its weight, and returns how many
// documents have each.
func (v *view) rank(s *scores, terms []engine.Term) ([]int, error) {
	counts := make([]int, len(terms))
	for i, t := range terms {
		s.seen = s.seen[:0]
		for k := range engine.Scored {
			if err := v.frequencies(s, k, t); err != nil {
				return nil, err
			}
		}
		counts[i] = len(s.seen)
		idf := engine.IDF(v.count, len(s.seen))
		for _, doc := range s.seen {
			s.total[doc] += engine.Score(t.Weight, idf, s.tf[doc])
			s.tf[doc] = 0
			s.any.add(doc)
		}
	}
	return counts, nil
}

// frequencies adds what one scored field has of a term.
func (v *view) frequencies(s *scores, k int, t engine.Term) error {
	field, average := engine.Scored[k], v.averages()[k]
	if average == 0 {
		return nil
	}
	add := func(doc, freq uint64, norm float64) {
		s.grow(doc)
		if s.tf[doc] == 0 {
			s.seen = append(s.seen, doc)
		}
		s.tf[doc] += field.TF(float64(freq), math.Round(1/(norm*norm)), average)
	}
	if err := v.postings(field.Name, t.Text, true, add); err != nil {
		return err
	}
	for _, term := range t.More {
		if err := v.postings(field.Name, term, true, add); err != nil {
			return err
		}
	}
	return nil
}

// averages are the average lengths of fields at this state.
func (v *view) averages() (list engine.Averages) {
	for i, n := range v.totals.Lengths {
		list[i] = float64(n) / float64(max(v.count, 1))
	}
	return list
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

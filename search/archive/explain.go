package archive

import (
	"github.com/dateline-go/dateline/search"
)

// explain returns the explanations of some hits, by document number: their
// scores are made once more and written down.
func (v *view) explain(rk ranking, terms []weighted, hits []candidate) (map[uint64]*search.Explanation, error) {
	r := &recorder{hits: map[uint64]*search.Explanation{}, fields: map[uint64][]search.FieldScore{}}
	for _, h := range hits {
		r.hits[h.doc] = &search.Explanation{Terms: []search.TermScore{}}
	}
	s := scores{record: r}
	if err := v.rank(&s, rk, terms); err != nil {
		return nil, err
	}
	for doc, e := range r.hits {
		e.Score = s.of(doc)
	}
	return r.hits, nil
}

// recorder writes down how the scores of some documents come about.
type recorder struct {
	hits   map[uint64]*search.Explanation
	fields map[uint64][]search.FieldScore // of the term at hand
}

// field writes down what a field adds to the term at hand. The words that a
// beginning stands for are summed up.
func (r *recorder) field(doc uint64, f search.FieldScore) {
	if r == nil || r.hits[doc] == nil {
		return
	}
	list := r.fields[doc]
	if n := len(list); n > 0 && list[n-1].Field == f.Field {
		list[n-1].Frequency += f.Frequency
		list[n-1].TF += f.TF
		return
	}
	r.fields[doc] = append(list, f)
}

// term writes down what the term at hand adds to a score.
func (r *recorder) term(doc uint64, t search.TermScore) {
	if r == nil || r.hits[doc] == nil {
		return
	}
	t.Fields = r.fields[doc]
	delete(r.fields, doc)
	r.hits[doc].Terms = append(r.hits[doc].Terms, t)
}

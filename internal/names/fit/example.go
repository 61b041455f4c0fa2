package fit

import (
	"slices"

	"github.com/dateline-go/dateline/internal/names"
)

// Example is a sentence: the rows of its tokens' features, and their tags.
type Example struct {
	rows    []uint32 // of all tokens, one after another
	ends    []uint32 // where those of each token end
	allowed []uint32
	soft    []names.Scores // the teacher's scores, which count instead of allowed
	weight  float32
}

// Examples appends the sentences of documents, whose features a reader of so many bits gives; each counts by a weight.
func Examples(dst []Example, docs []Document, r *names.Reader, bits uint, weight float32) ([]Example, error) {
	for i := range docs {
		d := &docs[i]
		if err := r.Read(d.Text, d.Sentences, d.Tokens); err != nil {
			return nil, err
		}
		r.Sentences(func(first, end int) {
			if end > first {
				dst = append(dst, makeExample(r, d, first, end, bits, weight))
			}
		})
	}
	return dst, nil
}

func makeExample(r *names.Reader, d *Document, first, end int, bits uint, weight float32) Example {
	e := Example{allowed: d.Allowed[first:end], weight: weight}
	if d.Soft != nil {
		e.soft = d.Soft[first:end]
	}
	for k := first; k < end; k++ {
		e.rows = r.Rows(e.rows, first, end, k)
		if d.Second != nil {
			e.rows = secondRows(e.rows, d.Second, first, end, k, bits)
		}
		e.ends = append(e.ends, uint32(len(e.rows)))
	}
	e.rows = slices.Clip(e.rows)
	return e
}

// secondRows appends features of another tagger's opinion around token i.
func secondRows(dst []uint32, tags []uint8, first, end, i int, bits uint) []uint32 {
	at := func(k int) uint32 {
		if k < first || k >= end {
			return 31
		}
		return uint32(tags[k])
	}
	p, t, n := at(i-1), at(i), at(i+1)
	for k, v := range [...]uint32{t, p<<5 | t, t<<5 | n, p<<10 | t<<5 | n} {
		dst = append(dst, (v<<3|uint32(k)|1<<20)*2654435761>>(32-bits))
	}
	return dst
}

// of returns the rows of token i.
func (e *Example) of(i int) []uint32 {
	if i == 0 {
		return e.rows[:e.ends[0]]
	}
	return e.rows[e.ends[i-1]:e.ends[i]]
}

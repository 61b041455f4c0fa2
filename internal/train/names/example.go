package main

import (
	"slices"

	"github.com/dateline-go/dateline/internal/names"
)

// example is a sentence: the rows of its tokens' features, and their tags.
type example struct {
	rows    []uint32 // of all tokens, one after another
	ends    []uint32 // where those of each token end
	allowed []uint32
	soft    []names.Scores // the teacher's scores, which count instead of allowed
	weight  float32
}

// examples reads documents into examples.
func (c *command) examples(dst []example, docs []document, bits uint, weight float32) ([]example, error) {
	r := names.NewReader(c.words, c.vocabulary, bits)
	for i := range docs {
		d := &docs[i]
		if err := r.Read(d.text, d.sentences, d.tokens); err != nil {
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

func makeExample(r *names.Reader, d *document, first, end int, bits uint, weight float32) example {
	e := example{allowed: d.allowed[first:end], weight: weight}
	if d.soft != nil {
		e.soft = d.soft[first:end]
	}
	for k := first; k < end; k++ {
		e.rows = r.Rows(e.rows, first, end, k)
		if d.second != nil {
			e.rows = secondRows(e.rows, d.second, first, end, k, bits)
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
func (e *example) of(i int) []uint32 {
	if i == 0 {
		return e.rows[:e.ends[0]]
	}
	return e.rows[e.ends[i-1]:e.ends[i]]
}

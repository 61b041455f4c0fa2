package main

import (
	"github.com/dateline-go/dateline/internal/names"
)

// label has a learner score the tokens of documents.
func (c *command) label(l *learner, docs []document, mix float32) error {
	r := names.NewReader(c.words, c.vocabulary, l.bits)
	dec := names.Decoder{Transitions: &l.trans, Mix: mix}
	var scores []names.Scores
	for i := range docs {
		d := &docs[i]
		if err := r.Read(d.text, d.sentences, d.tokens); err != nil {
			return err
		}
		soft := make([]names.Scores, 0, len(d.tokens))
		r.Sentences(func(first, end int) {
			if end > first {
				e := makeExample(r, d, first, end, l.bits, 1)
				scores = l.score(scores, &e)
				soft = append(soft, scores...)
			}
		})
		dec.Spread(r, soft)
		d.soft, d.second = soft, nil
	}
	return nil
}

// scale multiplies all that was learned.
func (l *learner) scale(by float32) {
	for i := range l.weights {
		for k := range l.weights[i] {
			l.weights[i][k] *= by
		}
	}
	for y := range l.trans.Next {
		l.trans.Start[y] *= by
		for z := range l.trans.Next[y] {
			l.trans.Next[y][z] *= by
		}
	}
}

// add adds what another learner learned.
func (l *learner) add(o *learner) {
	for i := range l.weights {
		for k, w := range o.weights[i] {
			l.weights[i][k] += w
		}
	}
	for y := range l.trans.Next {
		l.trans.Start[y] += o.trans.Start[y]
		for z, w := range o.trans.Next[y] {
			l.trans.Next[y][z] += w
		}
	}
}

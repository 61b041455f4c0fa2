package fit

import "github.com/dateline-go/dateline/internal/names"

// Label scores the tokens of documents, for a student. The reader must have as many bits as the
// learner; mix is how much a word's other places in the document count.
func (l *Learner) Label(docs []Document, r *names.Reader, mix float32) error {
	dec := names.Decoder{Transitions: &l.trans, Mix: mix}
	var scores []names.Scores
	for i := range docs {
		d := &docs[i]
		if err := r.Read(d.Text, d.Sentences, d.Tokens); err != nil {
			return err
		}
		soft := make([]names.Scores, 0, len(d.Tokens))
		r.Sentences(func(first, end int) {
			if end > first {
				e := makeExample(r, d, first, end, l.bits, 1)
				scores = l.score(scores, &e)
				soft = append(soft, scores...)
			}
		})
		dec.Spread(r, soft)
		d.Soft, d.Second = soft, nil
	}
	return nil
}

// Scale multiplies all that was learned.
func (l *Learner) Scale(by float32) {
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

// Add adds what another learner learned.
func (l *Learner) Add(o *Learner) {
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

// Transitions returns the scores of pairs of tags that were learned.
func (l *Learner) Transitions() *names.Transitions { return &l.trans }

package fit

import (
	"math/rand/v2"

	"github.com/dateline-go/dateline"
)

// WithSentences adds a share of the sentences of documents once more, each as a document of its own. What a word is
// elsewhere in its document tells much, and a model that always has it has little for a headline or a short report.
// The teacher's scores stay those that it gave in the whole document.
func WithSentences(docs []Document, share float64, seed uint64) []Document {
	rnd := rand.New(rand.NewPCG(seed, 4))
	for _, d := range docs[:len(docs):len(docs)] {
		at := 0
		for _, s := range d.Sentences {
			first := at
			for at < len(d.Tokens) && d.Tokens[at].Start < s.End {
				at++
			}
			if at > first && rnd.Float64() < share {
				docs = append(docs, d.alone(s, first, at))
			}
		}
	}
	return docs
}

// alone returns a sentence, of the tokens first to before end, as a document.
func (d *Document) alone(s dateline.Span, first, end int) Document {
	c := Document{ID: d.ID, Text: d.Text[s.Start:s.End], Sentences: []dateline.Span{{End: s.End - s.Start}},
		Allowed: d.Allowed[first:end]}
	for _, t := range d.Tokens[first:end] {
		c.Tokens = append(c.Tokens, dateline.Token{Start: t.Start - s.Start, End: t.End - s.Start})
	}
	if d.Soft != nil {
		c.Soft = d.Soft[first:end]
	}
	if d.Second != nil {
		c.Second = d.Second[first:end]
	}
	return c
}

package fit

import (
	"math/rand/v2"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/casing"
	"github.com/dateline-go/dateline/lang"
)

// WithCopies adds documents that hold a share of each document's sentences rewritten as headlines.
// The lexicon says which words headlines leave small.
func WithCopies(docs []Document, share float64, seed uint64, l *lang.Lexicon) []Document {
	rnd := rand.New(rand.NewPCG(seed, 2))
	for _, d := range docs[:len(docs):len(docs)] {
		if c := copyOf(&d, share, rnd, l); len(c.Tokens) > 0 {
			docs = append(docs, c)
		}
	}
	return docs
}

func copyOf(d *Document, share float64, rnd *rand.Rand, l *lang.Lexicon) Document {
	c := Document{ID: d.ID}
	var text strings.Builder
	at := 0
	for _, s := range d.Sentences {
		first := at
		for at < len(d.Tokens) && d.Tokens[at].Start < s.End {
			at++
		}
		if at == first || rnd.Float64() >= share {
			continue
		}
		shift := text.Len() - s.Start
		text.WriteString(headline(d.Text[s.Start:s.End], rnd.Float64(), l))
		text.WriteByte('\n')
		c.Sentences = append(c.Sentences, dateline.Span{Start: s.Start + shift, End: s.End + shift})
		for _, t := range d.Tokens[first:at] {
			c.Tokens = append(c.Tokens, dateline.Token{Start: t.Start + shift, End: t.End + shift})
		}
		c.Allowed = append(c.Allowed, d.Allowed[first:at]...)
		if d.Soft != nil {
			c.Soft = append(c.Soft, d.Soft[first:at]...)
		}
		if d.Second != nil {
			c.Second = append(c.Second, d.Second[first:at]...)
		}
	}
	c.Text = text.String()
	return c
}

// headline rewrites a sentence: half of the choices, from 0 to 1, are capitals.
func headline(s string, choice float64, l *lang.Lexicon) string {
	switch {
	case choice < 0.5:
		return casing.Capitals(s)
	case choice < 0.75:
		return casing.Title(s, l)
	}
	return casing.Title(s, nil)
}

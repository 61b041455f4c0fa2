package main

import (
	"math/rand/v2"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/casing"
	"github.com/dateline-go/dateline/lang/en"
)

// withCopies adds documents that hold a share of each document's sentences
// rewritten as headlines.
func withCopies(docs []document, share float64, seed uint64) []document {
	rnd := rand.New(rand.NewPCG(seed, 2))
	for _, d := range docs[:len(docs):len(docs)] {
		if c := copyOf(&d, share, rnd); len(c.tokens) > 0 {
			docs = append(docs, c)
		}
	}
	return docs
}

func copyOf(d *document, share float64, rnd *rand.Rand) document {
	c := document{id: d.id}
	var text strings.Builder
	at := 0
	for _, s := range d.sentences {
		first := at
		for at < len(d.tokens) && d.tokens[at].Start < s.End {
			at++
		}
		if at == first || rnd.Float64() >= share {
			continue
		}
		shift := text.Len() - s.Start
		text.WriteString(headline(d.text[s.Start:s.End], rnd.Float64()))
		text.WriteByte('\n')
		c.sentences = append(c.sentences, dateline.Span{Start: s.Start + shift, End: s.End + shift})
		for _, t := range d.tokens[first:at] {
			c.tokens = append(c.tokens, dateline.Token{Start: t.Start + shift, End: t.End + shift})
		}
		c.allowed = append(c.allowed, d.allowed[first:at]...)
		if d.soft != nil {
			c.soft = append(c.soft, d.soft[first:at]...)
		}
		if d.second != nil {
			c.second = append(c.second, d.second[first:at]...)
		}
	}
	c.text = text.String()
	return c
}

// headline rewrites a sentence: half of the choices, from 0 to 1, are capitals.
func headline(s string, choice float64) string {
	switch {
	case choice < 0.5:
		return casing.Capitals(s)
	case choice < 0.75:
		return casing.Title(s, en.Words().Lexicon)
	}
	return casing.Title(s, nil)
}

// Package fit trains the model of the tagger of names on text in which names are marked. The program in
// internal/train/names makes the library's models with it, and entities/train those of users.
//
// [NewDocument] lays a text out, [WithCopies] adds it once more as headlines, [Examples] reads the features, and a
// [Learner] fits the weights. Same input, same bytes, on one architecture and for any number of cores.
package fit

import (
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/names"
)

// Document is a text with tokens and what is known of their tags: a set of tags for each token, as bits.
type Document struct {
	ID        string
	Text      string
	Sentences []dateline.Span
	Tokens    []dateline.Token
	Allowed   []uint32
	// Soft holds a teacher's scores, and replaces Allowed where it is there.
	Soft []names.Scores
	// Second is another tagger's tag of each token, 0 for none; nil where there is no such opinion.
	Second []uint8
}

// Name is a marked name.
type Name struct {
	Start, End int // bytes
	Kind       names.Kind
	// Unsure says that it may be a name, of a kind that is not clear.
	Unsure bool
}

// Kinds returns the tags of a kind, as bits.
func Kinds(k names.Kind) uint32 {
	return 1<<k.Begin() | 1<<k.Inside() | 1<<k.Last() | 1<<k.Unit()
}

// NewDocument tells which tags each token of a text may have. The names are in order, none is the set of tags that a
// token outside of them may have. A name that shares a token with the one before is left out.
func NewDocument(
	id, text string, sentences []dateline.Span, tokens []dateline.Token, marked []Name, none uint32,
) Document {
	d := Document{ID: id, Text: text, Sentences: sentences, Tokens: tokens, Allowed: make([]uint32, len(tokens))}
	for i := range d.Allowed {
		d.Allowed[i] = none
	}
	next := 0
	for _, s := range marked {
		for next < len(d.Tokens) && d.Tokens[next].End <= s.Start {
			next++
		}
		last := next
		for last < len(d.Tokens) && d.Tokens[last].Start < s.End {
			last++
		}
		if last == next || next > 0 && d.Tokens[next].Start < d.Tokens[next-1].End {
			continue
		}
		if s.Unsure {
			for i := next; i < last; i++ {
				d.Allowed[i] = none | Kinds(names.KindMisc) | 1<<names.Outside
			}
		} else {
			d.mark(next, last, s.Kind)
		}
		next = last
	}
	return d
}

// mark allows only the tags of a name at tokens first to before end. A place that names the larger one it lies in is
// two names.
func (d *Document) mark(first, end int, k names.Kind) {
	from := first
	for i := first; i < end; i++ {
		if t := d.Tokens[i]; k == names.KindPlace && i > from && i+1 < end && d.Text[t.Start:t.End] == "," {
			mark(d.Allowed[from:i], k)
			d.Allowed[i] = 1 << names.Outside
			from = i + 1
		}
	}
	mark(d.Allowed[from:end], k)
}

// mark allows only the tags of one name.
func mark(allowed []uint32, k names.Kind) {
	n := len(allowed)
	if n == 1 {
		allowed[0] = 1 << k.Unit()
		return
	}
	for i := range allowed {
		allowed[i] = 1 << k.Inside()
	}
	allowed[0] = 1 << k.Begin()
	allowed[n-1] = 1 << k.Last()
}

// Order sorts names by where they begin.
func Order(marked []Name) {
	slices.SortStableFunc(marked, func(a, b Name) int { return a.Start - b.Start })
}

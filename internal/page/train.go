package page

import (
	"fmt"

	"github.com/dateline-go/dateline"
)

// Sample is one block of a page as the classifier sees it; the program that fits the
// classifier reads them.
type Sample struct {
	// Text is the block's words.
	Text string
	// Line is the number of the block's first line on a page of plain text, from 0.
	Line int
	// First and Context are its features, for the two parts of [Model].
	First, Context []Feature
}

// Size returns how many coefficients the two parts of a [Model] have.
func Size() (first, context int) { return firstLength, contextLen }

// Samples returns the blocks of a page with their features; those of Context depend
// on the First part of the model. Errors are those of [Read].
func Samples(p dateline.Page, o Options, m *Model) ([]Sample, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	if err := m.check(); err != nil {
		return nil, err
	}
	c, err := contentOf(p, o)
	if err != nil {
		return nil, err
	}
	var out []Sample
	judge(p, c, m, func(i int, first, context []Feature) {
		b := &c.blocks[i]
		out = append(out, Sample{Text: b.text, Line: b.line, First: first, Context: context})
	})
	return out, nil
}

// ReadWith is [Read] with a model of the caller's own.
func ReadWith(p dateline.Page, o Options, m *Model) (*dateline.Document, error) {
	if err := m.check(); err != nil {
		return nil, err
	}
	return read(p, o, m)
}

// check compares the sizes of a model with what the features need.
func (m *Model) check() error {
	if len(m.First) != firstLength || len(m.Context) != contextLen {
		return fmt.Errorf("%w: a model of %d and %d coefficients, not %d and %d",
			ErrOptions, len(m.First), len(m.Context), firstLength, contextLen)
	}
	return nil
}

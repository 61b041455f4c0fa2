package page

import (
	"fmt"

	"github.com/dateline-go/dateline"
)

// Trial is a page with its blocks, for the program that fits the classifier.
type Trial struct {
	page dateline.Page
	c    *content
}

// NewTrial makes the blocks of a page. Errors are those of [Read].
func NewTrial(p dateline.Page, o Options) (*Trial, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	c, err := contentOf(p, o)
	if err != nil {
		return nil, err
	}
	inherit(c)
	findBios(c)
	return &Trial{p, c}, nil
}

// Blocks returns the words of the blocks and, for a page of plain text, the number of
// the first line of each, from 0.
func (t *Trial) Blocks() (texts []string, lines []int) {
	for i := range t.c.blocks {
		texts = append(texts, t.c.blocks[i].text)
		lines = append(lines, t.c.blocks[i].line)
	}
	return texts, lines
}

// Size returns how many coefficients the two parts of a [Model] have.
func Size() (first, context int) { return firstLength, contextLen }

// Features returns the features of each block; those of the context depend on the
// First part of the model.
func (t *Trial) Features(m *Model) (first, context [][]Feature) {
	judge(t.page, t.c, m, func(_ int, f, c []Feature) {
		first, context = append(first, f), append(context, c)
	})
	return first, context
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

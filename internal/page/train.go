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

// Size returns how many coefficients the parts of a [Model] have.
func Size() (first, context, again int) { return firstLength, contextLen, againLen }

// Features returns the features of each block for each part of the model; those of a
// part depend on the parts before it, and those of the last are of plain text only.
func (t *Trial) Features(m *Model) (first, context, again [][]Feature) {
	judge(t.page, t.c, m, func(f, c, a [][]Feature) { first, context, again = f, c, a })
	return first, context, again
}

// Fitted returns the model in use. It must not be changed.
func Fitted() *Model { return &model }

// ReadWith is [Read] with a model of the caller's own.
func ReadWith(p dateline.Page, o Options, m *Model) (*dateline.Document, error) {
	if err := m.check(); err != nil {
		return nil, err
	}
	return read(p, o, m)
}

// check compares the sizes of a model with what the features need.
func (m *Model) check() error {
	if len(m.First) != firstLength || len(m.Context) != contextLen || len(m.Again) != againLen {
		return fmt.Errorf("%w: a model of %d, %d and %d coefficients, not %d, %d and %d",
			ErrOptions, len(m.First), len(m.Context), len(m.Again), firstLength, contextLen, againLen)
	}
	return nil
}

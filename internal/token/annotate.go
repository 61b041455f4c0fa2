package token

import (
	stdcontext "context" // context is what the tagger sees of a sentence
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/pace"
)

// Annotate sets the Sentences and Tokens of a Document from its Text and Blocks.
// The tokens are tagged unless tagger is nil. They are copies: the Document keeps
// nothing of the buffer. When ctx ends it returns its error, and the Document is
// unchanged. A text of more tokens than [Buffer.Most] allows is
// [dateline.ErrTooLarge].
func (b *Buffer) Annotate(ctx stdcontext.Context, doc *dateline.Document, tagger Tagger) error {
	b.pace = pace.New(ctx)
	defer func() { b.pace = nil }()
	var blocks []dateline.Span
	if doc.Blocks != nil {
		blocks = make([]dateline.Span, len(doc.Blocks))
		for i, bl := range doc.Blocks {
			blocks[i] = bl.Span()
		}
	}
	b.Segment(doc.Text, blocks)
	if err := b.pace.Now(); err != nil {
		return err
	}
	if b.full(doc.Text) {
		b.Sentences, b.Tokens, b.first = nil, nil, nil // no later text needs so much
		return fmt.Errorf("%w: a text of %d bytes with more than %d words and signs",
			dateline.ErrTooLarge, len(doc.Text), b.most(doc.Text))
	}
	if tagger != nil {
		if err := b.TagAll(doc.Text, tagger); err != nil {
			return err
		}
	}
	if len(b.Tokens) > spareTokens { // twice as many would be in memory, and the buffer would keep them
		doc.Sentences, doc.Tokens = b.Sentences, b.Tokens
		b.Sentences, b.Tokens, b.first = nil, nil, nil
		return nil
	}
	doc.Sentences, doc.Tokens = slices.Clone(b.Sentences), slices.Clone(b.Tokens)
	return nil
}

const (
	// bytesPerToken is how many bytes a token takes at least on the average of a long
	// text: in English it is five, in Chinese three.
	bytesPerToken = 3
	// spareTokens is what any text may have beside that, such as a table of figures.
	spareTokens = 100_000
)

// most is how many tokens a text may have.
func (b *Buffer) most(text string) int { return min(b.Most, spareTokens+len(text)/bytesPerToken) }

// full reports whether there are more.
func (b *Buffer) full(text string) bool { return b.Most > 0 && len(b.Tokens) > b.most(text) }

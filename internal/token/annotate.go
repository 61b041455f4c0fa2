package token

import (
	stdcontext "context" // context is what the tagger sees of a sentence
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/pace"
)

// Annotate sets the Sentences and Tokens of a Document from its Text and Blocks.
// The tokens are tagged unless tagger is nil. They are copies: the Document keeps
// nothing of the buffer. When ctx ends it returns its error, and the Document is
// unchanged.
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
	if tagger != nil {
		if err := b.TagAll(doc.Text, tagger); err != nil {
			return err
		}
	}
	doc.Sentences, doc.Tokens = slices.Clone(b.Sentences), slices.Clone(b.Tokens)
	return nil
}

package token

import (
	"slices"

	"github.com/dateline-go/dateline"
)

// Annotate sets the Sentences and Tokens of a Document from its Text and Blocks.
// The tokens are tagged unless tagger is nil. They are copies: the Document keeps
// nothing of the buffer.
func (b *Buffer) Annotate(doc *dateline.Document, tagger Tagger) error {
	var blocks []dateline.Span
	if doc.Blocks != nil {
		blocks = make([]dateline.Span, len(doc.Blocks))
		for i, bl := range doc.Blocks {
			blocks[i] = bl.Span()
		}
	}
	b.Segment(doc.Text, blocks)
	if tagger != nil {
		if err := b.TagAll(doc.Text, tagger); err != nil {
			return err
		}
	}
	doc.Sentences, doc.Tokens = slices.Clone(b.Sentences), slices.Clone(b.Tokens)
	return nil
}

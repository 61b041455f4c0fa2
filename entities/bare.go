package entities

import (
	"context"
	"fmt"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
)

// Recognize finds the names of a bare text, which is one block. The Document has
// Text, Blocks, Sentences, Tokens, Mentions, Entities and Countries. The error is
// [dateline.ErrUTF8] for a text that is not UTF-8. The first call in a program
// loads the taggers and the gazetteers, some twenty milliseconds.
func Recognize(text string) (*dateline.Document, error) {
	if !utf8.ValidString(text) {
		return nil, fmt.Errorf("entities: text: %w", dateline.ErrUTF8)
	}
	tagger, err := token.NewTagger()
	if err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	r, err := New(Options{})
	if err != nil {
		return nil, err
	}
	doc := &dateline.Document{Text: text}
	if text != "" {
		doc.Blocks = []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}
	}
	if err := new(token.Buffer).Annotate(context.Background(), doc, tagger); err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	if err := r.Annotate(context.Background(), doc); err != nil {
		return nil, err
	}
	return doc, nil
}

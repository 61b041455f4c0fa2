package entities

import (
	"context"
	"fmt"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/paragraph"
	"github.com/dateline-go/dateline/internal/token"
)

// maxBlocks is how many paragraphs a bare text is divided into at most; the last goes on to the end.
const maxBlocks = 50_000

// Recognize finds the names of a bare text. Its blocks are those of a [dateline.Story]: the paragraphs between blank
// lines, or the lines where no line is blank. The Document has Text, Blocks, Sentences, Tokens, Mentions, Entities and
// Countries. The error is [dateline.ErrUTF8] for a text that is not UTF-8. The first call in a program loads the
// taggers and the gazetteers, some twenty milliseconds.
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
	doc := &dateline.Document{Text: text, Blocks: paragraph.Blocks(text, maxBlocks)}
	if err := new(token.Buffer).Annotate(context.Background(), doc, tagger); err != nil {
		return nil, fmt.Errorf("entities: %w", err)
	}
	if err := r.Annotate(context.Background(), doc); err != nil {
		return nil, err
	}
	return doc, nil
}

package summarize

import (
	"context"
	"fmt"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/internal/token"
)

// Keyphrases returns at most n keyphrases of a bare story, the best first; zero
// means 10. Their spans are bytes of text. Each line of the text that is not blank
// is a paragraph. The first call loads the tagger. It is safe for concurrent use.
//
// The error wraps [ErrOptions] where n is negative or above [MaxKeyphrases], [dateline.ErrInvalid] where the
// text is not UTF-8. Text without words gives none and no error.
func Keyphrases(text string, n int) ([]dateline.Keyphrase, error) {
	doc, err := alone(text, Options{Keyphrases: n})
	if err != nil {
		return nil, err
	}
	return doc.Keyphrases, nil
}

// Summary returns at most n sentences that sum a bare story up, in reading order;
// zero means 3. See [Keyphrases] for how the text is read and for the errors.
func Summary(text string, n int) ([]string, error) {
	doc, err := alone(text, Options{Sentences: n})
	if err != nil {
		return nil, err
	}
	var sentences []string
	for _, s := range doc.Summary {
		sentences = append(sentences, doc.Words(s.Span()))
	}
	return sentences, nil
}

// alone analyses a bare story.
func alone(text string, o Options) (*dateline.Document, error) {
	s, err := New(o)
	if err != nil {
		return nil, err
	}
	if !utf8.ValidString(text) {
		return nil, fmt.Errorf("summarize: text: %w: %w", dateline.ErrInvalid, dateline.ErrUTF8)
	}
	t, err := token.NewTagger() // loaded once for all
	if err != nil {
		return nil, fmt.Errorf("summarize: load tagger: %w", err)
	}
	doc, err := story.Plain("", text, t)
	if err != nil {
		return nil, fmt.Errorf("summarize: %w", err)
	}
	if err := s.Annotate(context.Background(), doc); err != nil {
		return nil, err
	}
	return doc, nil
}

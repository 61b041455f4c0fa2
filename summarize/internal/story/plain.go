package story

import (
	"fmt"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
)

// Plain makes a document of bare text, with sentences and tagged tokens and no
// names. Each line that is not blank is a paragraph. The headline may be "".
func Plain(headline, text string, tagger token.Tagger) (*dateline.Document, error) {
	d := &dateline.Document{Headline: headline, Text: text}
	var spans []dateline.Span
	at := 0
	for line := range strings.Lines(text) {
		start := at + len(line) - len(strings.TrimLeft(line, " \t\r\n\f\v"))
		end := at + len(strings.TrimRight(line, " \t\r\n\f\v"))
		at += len(line)
		if start < end {
			spans = append(spans, dateline.Span{Start: start, End: end})
			d.Blocks = append(d.Blocks, dateline.Block{Kind: dateline.BlockParagraph, Start: start, End: end})
		}
	}
	if spans == nil {
		return d, nil
	}
	var buf token.Buffer
	buf.Segment(text, spans)
	for i := range buf.Sentences {
		if err := tagger.Tag(text, buf.SentenceTokens(i)); err != nil {
			return nil, fmt.Errorf("tag sentence %d: %w", i, err)
		}
	}
	d.Sentences, d.Tokens = buf.Sentences, buf.Tokens
	return d, nil
}

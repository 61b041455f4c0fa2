package story

import (
	"context"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
)

// Plain makes a document of bare text, with sentences and tagged tokens and no
// names. Each line that is not blank is a paragraph. The headline may be "".
func Plain(headline, text string, tagger token.Tagger) (*dateline.Document, error) {
	d := &dateline.Document{Headline: headline, Text: text}
	at := 0
	for line := range strings.Lines(text) {
		start := at + len(line) - len(strings.TrimLeft(line, " \t\r\n\f\v"))
		end := at + len(strings.TrimRight(line, " \t\r\n\f\v"))
		at += len(line)
		if start < end {
			d.Blocks = append(d.Blocks, dateline.Block{Kind: dateline.BlockParagraph, Start: start, End: end})
		}
	}
	if d.Blocks == nil {
		return d, nil
	}
	var buf token.Buffer
	if err := buf.Annotate(context.Background(), d, tagger); err != nil {
		return nil, err
	}
	return d, nil
}

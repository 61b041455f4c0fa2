package credit_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/credit"
)

func TestOf(t *testing.T) {
	for _, tc := range []struct {
		name, text, want string
		kind             dateline.BlockKind
	}{
		{"dash", "OSLO, May 4 (Northern News) - Ships left.", "(Northern News)", dateline.BlockParagraph},
		{"long dash", "OSLO (Northern News) — Ships left.", "(Northern News)", dateline.BlockParagraph},
		{"two dashes", "OSLO (Northern News)-- Ships left.", "(Northern News)", dateline.BlockParagraph},
		{"agency alone", "(Northern News) – Ships left.", "(Northern News)", dateline.BlockParagraph},
		{"block of its own", "OSLO, May 4 (Northern News)", "(Northern News)", dateline.BlockDateline},
		{"paragraph of its own", "Ships left, says the union (DFD)", "", dateline.BlockParagraph},
		{"other brackets", "The union (DFD) said ships left.", "", dateline.BlockParagraph},
		{"never closed", "OSLO (Northern News - Ships left.", "", dateline.BlockParagraph},
		{"none", "Ships left.", "", dateline.BlockParagraph},
		{"late", strings.Repeat("Ships left. ", 7) + "(Northern News) - more", "", dateline.BlockParagraph},
		{"in the headline", "Cup (final) - live", "", dateline.BlockHeadline},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := &dateline.Document{Text: tc.text, Blocks: []dateline.Block{{Kind: tc.kind, End: len(tc.text)}}}
			s := credit.Of(doc)
			assert.Equal(t, tc.want, doc.Text[s.Start:s.End])
		})
	}
	assert.Zero(t, credit.Of(&dateline.Document{Text: "(Northern News) - Ships left."}), "no blocks")
}

func TestOnly(t *testing.T) {
	text := "OSLO (Northern News) - Ships left, Northern News said. (Northern Radio)"
	at := func(name string, n int) dateline.Mention {
		start := 0
		for range n {
			start += strings.Index(text[start:], name) + 1
		}
		return dateline.Mention{Start: start - 1, End: start - 1 + len(name), Label: dateline.Org, Entity: name}
	}
	doc := &dateline.Document{Text: text, Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}}
	doc.Mentions = []dateline.Mention{at("Northern News", 1)}
	s := credit.Of(doc)
	assert.Equal(t, map[string]bool{"Northern News": true}, credit.Only(doc, s))
	doc.Mentions = append(doc.Mentions, at("Northern News", 2))
	assert.Empty(t, credit.Only(doc, s), "named in the story too")
	assert.Nil(t, credit.Only(doc, dateline.Span{}))
}

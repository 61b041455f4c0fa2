package token_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/token/prose"
)

func TestAnnotate(t *testing.T) {
	tagger, err := prose.New()
	require.NoError(t, err)
	doc := &dateline.Document{ID: "a", Headline: "Rain in Riga", Text: "Rain in Riga\n\nIt fell all day. Trams stopped.",
		Blocks: []dateline.Block{{Kind: dateline.BlockHeadline, Start: 0, End: 12}, {Kind: dateline.BlockParagraph, Start: 14, End: 45}}}
	var b token.Buffer
	require.NoError(t, b.Annotate(context.Background(), doc, tagger))
	require.NoError(t, doc.Validate())
	require.Len(t, doc.Sentences, 3)
	assert.Equal(t, "Rain in Riga", doc.Words(doc.Sentences[0]))
	assert.Equal(t, "It", doc.Words(doc.Tokens[3].Span()))
	assert.Equal(t, "PRP", doc.Tokens[3].Tag)

	kept := doc.Tokens[0]
	require.NoError(t, b.Annotate(context.Background(), &dateline.Document{ID: "b", Text: "Snow"}, nil))
	assert.Equal(t, kept, doc.Tokens[0], "the document keeps nothing of the buffer")
}

func TestTooManyTokens(t *testing.T) {
	b := token.Buffer{Most: 1_000_000}
	ctx := context.Background()
	dense := dateline.Document{Text: strings.Repeat(`" `, 400_000)}
	require.ErrorIs(t, b.Annotate(ctx, &dense, nil), dateline.ErrTooLarge)
	assert.Empty(t, dense.Tokens)
	figures := dateline.Document{Text: strings.Repeat("1 2 3, ", 20_000)}
	require.NoError(t, b.Annotate(ctx, &figures, nil), "a table may be as dense")
	prose := dateline.Document{Text: strings.Repeat("The tide turned at noon. ", 20_000)}
	require.NoError(t, b.Annotate(ctx, &prose, nil))
	b.Most = 1000
	require.ErrorIs(t, b.Annotate(ctx, &prose, nil), dateline.ErrTooLarge)
}

func TestSentenceThatNeverEnds(t *testing.T) {
	var b token.Buffer
	doc := dateline.Document{Text: strings.Repeat("and so on ", 8_000)}
	require.NoError(t, b.Annotate(context.Background(), &doc, nil))
	assert.Len(t, doc.Sentences, 3)
	require.NoError(t, doc.Validate())
}

package entities_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

// TestExplain holds Explain to the Document of Annotate and to naming the rule behind a label.
func TestExplain(t *testing.T) {
	const text = "Envoys met at the African Development Bank on Monday, and Kofi Mensah left Accra."
	want := recognize(t, text)
	doc := &dateline.Document{Text: want.Text, Blocks: want.Blocks, Sentences: want.Sentences, Tokens: want.Tokens}
	r, err := entities.New(entities.Options{})
	require.NoError(t, err)
	why, err := r.Explain(context.Background(), doc)
	require.NoError(t, err)
	assert.Equal(t, want, doc)
	said := map[string]dateline.Decision{}
	end := 0
	for _, d := range why {
		assert.GreaterOrEqual(t, d.Start, end, "in the order of the text")
		end = d.Start
		said[doc.Words(d.Span())] = d
	}
	assert.Equal(t, "entities/detect", said["Kofi Mensah"].Pass)
	assert.Equal(t, "PERSON", said["Kofi Mensah"].What)
	assert.NotZero(t, said["Kofi Mensah"].Confidence)
	assert.Equal(t, doc.Mentions[2].Entity, said["Kofi Mensah"].Entity)
	assert.Equal(t, "join/peoples-body", said["African Development Bank"].Rule)

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = r.Explain(ctx, doc)
	assert.ErrorIs(t, err, context.Canceled)
}

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

// TestExplainTellsLinks holds Explain to what linked each mention, from what it was kept apart, and what
// the countries and the salience of a story rest on.
func TestExplainTellsLinks(t *testing.T) {
	t.Parallel()
	const text = "OSLO, May 4 - Kari Lunde of Calder Logistics plc met Jonas Lunde in Bergen. " +
		"Calder said Norwegian ports were full. Ms Lunde flew home. " +
		"The Nordic Harbour Union (NHU) said WFP lorries left Oslo. The NHU's members are on strike."
	doc := recognize(t, text)
	r, err := entities.New(entities.Options{})
	require.NoError(t, err)
	why, err := r.Explain(t.Context(), doc)
	require.NoError(t, err)
	links, others := map[string]string{}, map[string][]dateline.Alternative{}
	entity := map[string]dateline.Decision{}
	for _, d := range why {
		switch d.Pass {
		case "entities/link":
			links[doc.Words(d.Span())], others[doc.Words(d.Span())] = d.Rule, d.Others
		case "entities/countries", "entities/salience":
			entity[d.Entity] = d
		}
	}
	assert.Equal(t, map[string]string{"Kari Lunde": "", "Jonas Lunde": "", "Calder": "body-by-its-front",
		"Lunde": "one-name", "NHU": "short-name", "Oslo": "same-name"}, links)
	assert.Equal(t, []dateline.Alternative{{What: "Jonas Lunde"}}, others["Kari Lunde"])
	assert.Equal(t, []dateline.Alternative{{What: "Jonas Lunde"}}, others["Lunde"], "Ms says who is meant")
	assert.Contains(t, entity["country:NO"].What, "in focus")
	assert.NotEmpty(t, entity["country:NO"].Features)
	assert.Positive(t, entity["country:NO"].Confidence)
	for _, e := range doc.Entities {
		assert.InDelta(t, e.Salience, entity[e.ID].Confidence, 1e-12, e.Name)
		assert.NotEmpty(t, entity[e.ID].Features, e.Name)
	}
}

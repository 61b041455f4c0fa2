package dateline_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// A Document of version 0 becomes one of this version as it is read.
func TestReadsVersion0(t *testing.T) {
	const old = `{"schema":0,"id":"a","text":"Mayor Ida Brandt opened the quay.",` +
		`"blocks":[{"kind":"paragraph","start":0,"end":33}],` +
		`"mentions":[{"start":6,"end":16,"label":"PERSON","entity":"person:ida-brandt","confidence":1}],` +
		`"entities":[` +
		`{"id":"concept:quay","name":"quay","label":"CONCEPT","salience":0.9,"about":true,"mentions":1,"spans":[[28,32]]},` +
		`{"id":"person:ida-brandt","name":"Ida Brandt","label":"PERSON","roles":["Mayor"],` +
		`"salience":0.5,"about":false,"mentions":1}],` +
		`"quotes":[{"content":[[17,32]],"speaker":"Ida Brandt","entity":"person:ida-brandt","direct":false,"confidence":1}]}`
	var d dateline.Document
	require.NoError(t, json.Unmarshal([]byte(old), &d))
	require.NoError(t, d.Validate())
	assert.Equal(t, dateline.Schema, d.Schema)
	require.Len(t, d.Entities, 1)
	assert.Equal(t, "Ida Brandt", d.Entities[0].Name)
	assert.Equal(t, []dateline.Role{{Title: "Mayor"}}, d.Entities[0].Roles)
	assert.Equal(t, []dateline.Concept{{ID: "concept:quay", Name: "quay", Salience: 0.9, About: true,
		Spans: []dateline.Span{{Start: 28, End: 32}}}}, d.Concepts)
	assert.Equal(t, []dateline.Speaker{{Name: "Ida Brandt", Entity: "person:ida-brandt"}}, d.Quotes[0].Speakers)

	b, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Contains(t, string(b), `{"schema":1,`)
	assert.Contains(t, string(b), `{"text":"opened the quay","content":[[17,32]],`, "the words stand beside their spans")
}

// The words beside spans are for readers in other languages; here Text has them.
func TestWordsBesideSpansAreNotRead(t *testing.T) {
	const tampered = `{"schema":1,"id":"a","text":"The quay.","blocks":[{"kind":"paragraph","start":0,"end":9}],` +
		`"summary":[{"text":"Another quay.","start":0,"end":9,"score":1}]}`
	var d dateline.Document
	require.NoError(t, json.Unmarshal([]byte(tampered), &d))
	b, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Contains(t, string(b), `{"text":"The quay.","start":0,"end":9,"score":1}`)
}

func TestBuiltByHandIsOfThisVersion(t *testing.T) {
	d := dateline.Document{ID: "a", Text: "The quay."}
	require.NoError(t, d.Validate())
	b, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Contains(t, string(b), `{"schema":1,`)
}

// A span of a quote that lies outside the text gives no words, and no panic.
func TestQuoteTextOfSpansOutside(t *testing.T) {
	d := dateline.Document{ID: "a", Text: "The quay."}
	for _, s := range []dateline.Span{{Start: -1, End: 3}, {Start: 4, End: 99}, {Start: 5, End: 2}} {
		assert.Empty(t, d.QuoteText(&dateline.Quote{Content: []dateline.Span{s}}))
	}
	two := dateline.Quote{Content: []dateline.Span{{Start: 0, End: 3}, {Start: 4, End: 99}, {Start: 4, End: 8}}}
	assert.Equal(t, "The … quay", d.QuoteText(&two))
}

func TestLabels(t *testing.T) {
	for _, l := range dateline.Labels() {
		assert.NotEqual(t, l.IsName(), l.IsValue(), l)
	}
	assert.False(t, dateline.Label("ANIMAL").IsName())
	assert.True(t, dateline.Fac.IsPlace())
	assert.False(t, dateline.NORP.IsPlace())
	assert.True(t, dateline.Product.IsMade())
}

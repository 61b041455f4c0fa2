package main

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/term"
)

func TestTagExplains(t *testing.T) {
	r := newsdesk(t, article("a", story), "tag", "--explain", "--format", "jsonl")
	require.Equal(t, exitFine, r.code, r.err)
	var x struct {
		Document  dateline.Document   `json:"document"`
		Decisions []dateline.Decision `json:"decisions"`
	}
	require.NoError(t, json.Unmarshal([]byte(r.out), &x))
	require.NoError(t, x.Document.Validate())
	assert.Equal(t, "a", x.Document.ID)
	assert.Empty(t, x.Document.Tokens)
	assert.NotNil(t, x.Decisions)

	r = newsdesk(t, article("a", story), "tag", "--explain", "--format", "table")
	require.Equal(t, exitFine, r.code, r.err)
	assert.Contains(t, r.out, "Ferry late")
	r = newsdesk(t, article("a", ""), "tag", "--explain")
	assert.Equal(t, exitSome, r.code, "a page that fails is named, as without --explain")
	r = newsdesk(t, article("a", story), "tag", "--explain", "--format", "csv")
	assert.Equal(t, exitUsage, r.code)
}

// TestWhy holds the layout: decisions stand below the name or quote that they are about.
func TestWhy(t *testing.T) {
	const text = "Asta Vik flew to Plymouth. “We sail on Friday,” Vik said."
	doc := &dateline.Document{
		ID: "v", Headline: "Vik sails", Text: text,
		Mentions: []dateline.Mention{
			{Start: 0, End: 8, Label: dateline.Person, Entity: "person:asta-vik"},
			{Start: 17, End: 25, Label: dateline.GPE, Entity: "place:plymouth"},
		},
		Entities: []dateline.Entity{
			{ID: "person:asta-vik", Name: "Asta Vik", Label: dateline.Person, Mentions: 2},
			{ID: "place:plymouth", Name: "Plymouth", Label: dateline.GPE, Country: "GB", Mentions: 1},
		},
		Quotes: []dateline.Quote{{Content: []dateline.Span{{Start: 30, End: 48}}, Entity: "person:asta-vik"}},
	}
	var out bytes.Buffer
	d := &desk{stdout: &out, screen: term.Screen{Width: 80}}
	require.NoError(t, d.why(doc, []dateline.Decision{
		{Pass: "entities/detect", What: "a name", Start: 17, End: 25, Confidence: 0.93},
		{
			Pass: "entities/resolve", What: "country GB", Entity: "place:plymouth", Start: 17, End: 25, Confidence: 0.71,
			Features: []dateline.Feature{
				{Name: "people", Value: 2, Weight: 0.5}, {Name: "no containment", Value: 1, Weight: -1.25},
				{Name: "silent", Value: 0, Weight: 9},
			},
			Others: []dateline.Alternative{{What: "Plymouth, US", Confidence: 0.2}, {What: "Plymouth, MS"}},
		},
		{Pass: "entities/detect", What: "a name", Start: 17, End: 25, Confidence: 0.9},
		{Pass: "quotes/speaker", Rule: "subject", What: "speaker Asta Vik", Start: 30, End: 48, Entity: "person:asta-vik"},
		{Pass: "entities/values", Rule: "weekday", What: "no date", Start: 41, End: 47},
	}))
	assert.Equal(t, `Vik sails
11 words · v

Plymouth · GPE · GB · 1 mention
  a name in “Plymouth” × 2 · entities/detect, 93 % sure
  country GB in “Plymouth” · entities/resolve, 71 % sure
    because of no containment -1.25, people +1.00
    not Plymouth, US 20 %, Plymouth, MS

“We sail on Friday,”
  speaker Asta Vik in “We sail on Friday,” · quotes/speaker, rule subject

Other decisions
  no date in “Friday” · entities/values, rule weekday

`, out.String())
}

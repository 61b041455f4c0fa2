package summarize_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/summarize"
)

func TestHeadline(t *testing.T) {
	for _, c := range []struct {
		name, text string
		limit      int
		want       string
	}{
		{"fits", "The harbour of Tarnhaven opened again.", 0, "The harbour of Tarnhaven opened again"},
		{"speaker", "The harbour of Tarnhaven opened again on Thursday after nine days, the mayor said.", 70,
			"The harbour of Tarnhaven opened again on Thursday after nine days"},
		{"date line", "TARNHAVEN, May 4 (Agency) - The harbour opened again on Thursday.", 60, "The harbour opened again on Thursday"},
		{"brackets", "The Dockers' Federation (DF) accepted the offer of the port on Monday.", 66,
			"The Dockers' Federation accepted the offer of the port on Monday"},
		{"clause", "The harbour of Tarnhaven opened again on Thursday after inspectors found that the tank of the plant was dry and safe.", 60,
			"The harbour of Tarnhaven opened again on Thursday"},
		{"no cut is short enough", "The harbour of Tarnhaven opened again on Thursday.", 20, "Tarnhaven, harbour"},
		{"nothing", "", 50, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := document(t, "", c.text)
			annotate(t, doc, summarize.Options{})
			got := summarize.Headline(doc, c.limit)
			if c.name == "no cut is short enough" {
				assert.ElementsMatch(t, strings.Split(c.want, ", "), strings.Split(got, ", "))
			} else {
				assert.Equal(t, c.want, got)
			}
			if c.limit > 0 {
				assert.LessOrEqual(t, utf8.RuneCountInString(got), c.limit)
			}
		})
	}
}

func TestHeadlineKeepsQuotationsWhole(t *testing.T) {
	doc := document(t, "", "The mayor said “we never closed the harbour, whatever they say in the capital” before the vote in the town hall.")
	annotate(t, doc, summarize.Options{})
	for limit := 1; limit < 120; limit++ {
		got := summarize.Headline(doc, limit)
		assert.LessOrEqual(t, utf8.RuneCountInString(got), limit)
		assert.Equal(t, strings.Count(got, "“"), strings.Count(got, "”"), got)
	}
}

func TestHeadlineOfADocumentMadeByHand(t *testing.T) {
	doc := &dateline.Document{Text: "A word.", Summary: []dateline.SummarySentence{{Start: 0, End: 7}}}
	assert.Empty(t, summarize.Headline(doc, 0), "a summary without tokens gives no line")
}

func TestKeywordsOf(t *testing.T) {
	doc := &dateline.Document{
		Text: "Jonas Lind of Norvik met Ella Brandt in Oslo. The port strike is over.",
		Mentions: []dateline.Mention{
			{Start: 0, End: 10, Label: dateline.Person, Entity: "p1"}, {Start: 14, End: 20, Label: dateline.Org, Entity: "o1"},
			{Start: 25, End: 36, Label: dateline.Person, Entity: "p2"}, {Start: 40, End: 44, Label: dateline.GPE, Entity: "g1"},
		},
		Entities: []dateline.Entity{
			{ID: "o1", Name: "Norvik", Label: dateline.Org, Salience: 0.1},
			{ID: "p2", Name: "Ella Brandt", Label: dateline.Person, Salience: 0.9},
			{ID: "p1", Name: "Jonas Lind", Label: dateline.Person, Salience: 0.5},
			{ID: "g1", Name: "Oslo", Label: dateline.GPE, Country: "NO", Salience: 0.4},
		},
		Keyphrases: []dateline.Keyphrase{
			{Text: "Jonas Lind", Spans: []dateline.Span{{Start: 0, End: 10}}}, {Text: "Oslo", Spans: []dateline.Span{{Start: 40, End: 44}}},
			{Text: "port strike", Spans: []dateline.Span{{Start: 50, End: 61}}},
		},
	}
	assert.Equal(t, "Ella Brandt, Jonas Lind · Oslo · port strike", summarize.KeywordsOf(doc).String())
	doc.Countries = []dateline.Country{{Code: "NO", Name: "Norway", Focus: true}}
	assert.Equal(t, []string{"Norway"}, summarize.KeywordsOf(doc).Where, "countries go before places")
	assert.Empty(t, summarize.KeywordsOf(&dateline.Document{}).String())
}

package fields_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// page has a block of each kind that matters, and a dek that came beside it.
func page(t *testing.T) *dateline.Document {
	t.Helper()
	d := &dateline.Document{ID: "a", Headline: "Ferry aground", Dek: "Nobody hurt", Language: "en-GB", Section: "World  News",
		Text: "Ferry aground\n\nThe rescue\n\nIt “was a calm night”, said Bodø.",
		Blocks: []dateline.Block{{Kind: dateline.BlockHeadline, Start: 0, End: 13}, {Kind: dateline.BlockHeading, Start: 15, End: 25},
			{Kind: dateline.BlockParagraph, Start: 27, End: 65}},
		Quotes:    []dateline.Quote{{Content: []dateline.Span{{Start: 33, End: 49}}, Direct: true, Confidence: 1}},
		Countries: []dateline.Country{{Code: "NO", Name: "Norway", Weight: 1, Mentions: 1}},
		Byline:    []dateline.Author{{Name: "Mia Lund"}},
		Entities: []dateline.Entity{{ID: "place:bodo", Name: "Bodø", Label: dateline.GPE, Aliases: []string{"BODØ town"}},
			{ID: "event:regatta", Name: "Regatta", Label: dateline.Event}},
		Keyphrases: []dateline.Keyphrase{{Text: "calm night", Score: 1, Spans: []dateline.Span{{Start: 39, End: 49}}}},
	}
	require.NoError(t, d.Validate())
	return d
}

func TestOf(t *testing.T) {
	var s words.Splitter
	got := map[string]string{}
	for _, f := range fields.Of(page(t), &s) {
		var all []string
		for _, p := range f.Postings {
			place := fmt.Sprint(p.Place)
			if p.Place >= fields.Head {
				place = fmt.Sprintf("head+%d", p.Place-fields.Head)
			}
			all = append(all, p.Term+"@"+place)
		}
		got[f.Name] = strings.Join(all, " ")
	}
	assert.Equal(t, map[string]string{
		fields.Body:       "rescu@2 calm@16 night@17 said@18 bodo@19 hurt@head+1 ferri@head+12 aground@head+13",
		fields.Headline:   "ferri@1 aground@2",
		fields.Dek:        "hurt@12",
		fields.Headings:   "rescu@2",
		fields.Quotes:     "calm@3 night@4",
		fields.Names:      "bodo@1 regatta@12",
		fields.Keyphrases: "calm@1 night@2",
		fields.Forms:      "rescue@0 calm@0 night@0 said@0 bodo@0 hurt@0 ferry@0 aground@0",
		fields.TitleForms: "ferry@0 aground@0",
	}, got)
}

// TestPairsAreBounded indexes so many pairs of Chinese characters of a document and no more; words of other scripts
// behind them are indexed.
func TestPairsAreBounded(t *testing.T) {
	var s words.Splitter
	d := &dateline.Document{ID: "a", Text: strings.Repeat("渡船今天停航。", 30_000) + "ferry"}
	for _, f := range fields.Of(d, &s) {
		if f.Name == fields.Body {
			assert.Less(t, len(f.Postings), 4<<17)
			assert.Equal(t, "ferri", f.Postings[len(f.Postings)-1].Term)
			return
		}
	}
	assert.Fail(t, "no body")
}

func TestKeys(t *testing.T) {
	assert.Equal(t, []string{
		"place:place:bodo", "id:place:bodo", "place:bodo", "place=Bodø", "place:bodo town", "place=BODØ town",
		"name:event:regatta", "id:event:regatta", "name:regatta", "name=Regatta",
		"country:no", "section:world news", "author:mia lund", "lang:en-gb", "lang:en",
	}, fields.Keys(page(t)))
}

// Of a page of nothing but names only so many are indexed as such.
func TestNamesAreBounded(t *testing.T) {
	doc := &dateline.Document{ID: "names"}
	for i := range 10_000 {
		doc.Entities = append(doc.Entities, dateline.Entity{ID: fmt.Sprint("person:", i), Name: fmt.Sprint("Ann Lind ", i), Label: dateline.Person})
	}
	keys := fields.Keys(doc)
	assert.Contains(t, keys, "person:ann lind 8191")
	assert.NotContains(t, keys, "person:ann lind 8192")
	assert.Len(t, fields.Facets(doc)["people"], 8192)
}

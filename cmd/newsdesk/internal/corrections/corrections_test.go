package corrections_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/corrections"
)

const text = "Ada Lund opened the pier in Plymouth. “It is late,” Lund said. Harbour Board backs Plymouth, as does Sandfly."

// story is a small article with all that corrections change.
func story(t *testing.T, id string) *dateline.Document {
	t.Helper()
	doc := &dateline.Document{ID: id, Headline: "Pier opens", Text: text, Language: "en",
		Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}}
	from := 0
	mention := func(words string, label dateline.Label, entity string) {
		at := from + strings.Index(text[from:], words)
		doc.Mentions = append(doc.Mentions, dateline.Mention{
			Start: at, End: at + len(words), Label: label, Entity: entity, Confidence: .9,
		})
		from = at + len(words)
	}
	mention("Ada Lund", dateline.Person, "person:ada-lund")
	mention("Plymouth", dateline.GPE, "geonames:1")
	mention("Lund", dateline.Person, "person:lund")
	mention("Harbour Board", dateline.Org, "org:harbour-board")
	mention("Plymouth", dateline.GPE, "geonames:1")
	mention("Sandfly", dateline.Person, "person:sandfly")
	doc.Entities = []dateline.Entity{
		{ID: "geonames:1", Name: "Plymouth", Label: dateline.GPE, Country: "US", GeoNames: 1, Salience: .6, Mentions: 2},
		{ID: "person:ada-lund", Name: "Ada Lund", Label: dateline.Person, Salience: .5, Mentions: 1},
		{ID: "org:harbour-board", Name: "Harbour Board", Label: dateline.Org, Salience: .3, Mentions: 1},
		{ID: "person:lund", Name: "Lund", Label: dateline.Person, Salience: .2, Mentions: 1},
		{ID: "person:sandfly", Name: "Sandfly", Label: dateline.Person, Salience: .1, Mentions: 1},
	}
	doc.Countries = []dateline.Country{{Code: "US", Name: "United States", Weight: 1, Mentions: 2, Focus: true}}
	at := strings.Index(text, "It is late,")
	said := dateline.Span{Start: at, End: at + len("It is late,")}
	doc.Quotes = []dateline.Quote{{
		Content: []dateline.Span{said}, Exact: []dateline.Span{said}, Speaker: "Lund", Entity: "person:lund", Direct: true,
		Speakers: []dateline.Speaker{{Name: "Lund", Entity: "person:lund"}}, Confidence: .8,
	}}
	require.NoError(t, doc.Validate())
	return doc
}

var devon = corrections.Thing{ID: "geonames:2640194", Name: "Plymouth", Label: dateline.GPE, Country: "GB", GeoNames: 2640194}

func TestApply(t *testing.T) {
	for name, c := range map[string]struct {
		row  corrections.Correction
		want func(*testing.T, *dateline.Document)
	}{
		"a place, in any case": {corrections.Correction{Kind: corrections.Place, Text: "PLYMOUTH", To: devon},
			func(t *testing.T, doc *dateline.Document) {
				assert.Equal(t, "GB", doc.Entity("geonames:2640194").Country)
				assert.Equal(t, []dateline.Country{{Code: "GB", Name: "United Kingdom", Weight: 1, Mentions: 2, Focus: true}}, doc.Countries)
			}},
		"the same as another of the article": {
			corrections.Correction{Kind: corrections.Same, Text: "Lund", To: corrections.Thing{Name: "Ada Lund"}},
			func(t *testing.T, doc *dateline.Document) {
				assert.Nil(t, doc.Entity("person:lund"))
				e := doc.Entity("person:ada-lund")
				assert.Equal(t, 2, e.Mentions)
				assert.Equal(t, []string{"Lund"}, e.Aliases)
				assert.Equal(t, dateline.Speaker{Name: "Ada Lund", Entity: "person:ada-lund"}, doc.Quotes[0].Speakers[0])
				assert.Equal(t, "person:ada-lund", doc.Entities[0].ID, "both together weigh more")
			}},
		"the same as one of the archive": {
			corrections.Correction{Kind: corrections.Same, Text: "Harbour Board",
				To: corrections.Thing{ID: "org:plymouth-harbour-board", Name: "Plymouth Harbour Board"}},
			func(t *testing.T, doc *dateline.Document) {
				e := doc.Entity("org:plymouth-harbour-board")
				require.NotNil(t, e)
				assert.Equal(t, "Plymouth Harbour Board", e.Name)
				assert.Equal(t, []string{"Harbour Board"}, e.Aliases)
			}},
		"another kind": {
			corrections.Correction{Kind: corrections.Label, Text: "sandfly", To: corrections.Thing{Label: dateline.Org}},
			func(t *testing.T, doc *dateline.Document) {
				assert.Equal(t, dateline.Org, doc.Entity("org:sandfly").Label)
				assert.Equal(t, dateline.Org, doc.Mentions[5].Label)
			}},
		"no name": {corrections.Correction{Kind: corrections.NoName, Text: "Plymouth"},
			func(t *testing.T, doc *dateline.Document) {
				assert.Len(t, doc.Mentions, 4)
				assert.Nil(t, doc.Entity("geonames:1"))
				assert.Empty(t, doc.Countries)
			}},
		"no name, of who spoke": {corrections.Correction{Kind: corrections.NoName, Text: "Lund"},
			func(t *testing.T, doc *dateline.Document) {
				assert.Empty(t, doc.Quotes[0].Speaker)
				assert.Empty(t, doc.Quotes[0].Speakers)
			}},
		"an id in Wikidata": {corrections.Correction{Kind: corrections.ID, Text: "Ada Lund", To: corrections.Thing{ID: "Q42"}},
			func(t *testing.T, doc *dateline.Document) {
				assert.Equal(t, dateline.IDs{dateline.Wikidata: "Q42"}, doc.Entity("person:ada-lund").IDs)
			}},
		"an id of one's own": {corrections.Correction{Kind: corrections.ID, Text: "Ada Lund", To: corrections.Thing{ID: "desk-17"}},
			func(t *testing.T, doc *dateline.Document) {
				assert.Equal(t, "Ada Lund", doc.Entity("desk-17").Name)
				assert.Equal(t, "desk-17", doc.Mentions[0].Entity)
			}},
		"said by another": {
			corrections.Correction{Kind: corrections.Speaker, Text: "“It is late”", To: corrections.Thing{Name: "Harbour Board"}},
			func(t *testing.T, doc *dateline.Document) {
				assert.Equal(t, "org:harbour-board", doc.Quotes[0].Entity)
				assert.InDelta(t, 1, doc.Quotes[0].Confidence, 0)
			}},
		"said by somebody whom no name is of": {
			corrections.Correction{Kind: corrections.Speaker, Text: "It is late", To: corrections.Thing{Name: "a docker"}},
			func(t *testing.T, doc *dateline.Document) {
				assert.Equal(t, "a docker", doc.Quotes[0].Speaker)
				assert.Empty(t, doc.Quotes[0].Entity)
			}},
		"no quote": {corrections.Correction{Kind: corrections.Suppress, Text: "It is late"},
			func(t *testing.T, doc *dateline.Document) { assert.Empty(t, doc.Quotes) }},
	} {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, c.row.Check())
			before := story(t, "a")
			after, n, err := corrections.Apply(before, []corrections.Correction{c.row})
			require.NoError(t, err)
			assert.Equal(t, 1, n)
			assert.NoError(t, after.Validate())
			c.want(t, after)
			assert.Equal(t, story(t, "a"), before, "the article itself is never changed")
		})
	}
}

func TestApplyLeavesOthersAlone(t *testing.T) {
	doc := story(t, "a")
	for name, row := range map[string]corrections.Correction{
		"another article": {Kind: corrections.Place, Article: "b", Text: "Plymouth", To: devon},
		"another name":    {Kind: corrections.Place, Text: "Plym", To: devon},
		"taken back":      {Kind: corrections.Place, Text: "Plymouth", To: devon, Revoked: dateline.Day(2031, 1, 1).Time},
	} {
		t.Run(name, func(t *testing.T) {
			after, n, err := corrections.Apply(doc, []corrections.Correction{row})
			require.NoError(t, err)
			assert.Zero(t, n)
			assert.Same(t, doc, after)
		})
	}
}

func TestCheck(t *testing.T) {
	for name, row := range map[string]corrections.Correction{
		"no kind":      {Text: "Plymouth"},
		"no words":     {Kind: corrections.NoName, Text: " . "},
		"too long":     {Kind: corrections.NoName, Text: strings.Repeat("x", 300)},
		"no place":     {Kind: corrections.Place, Text: "Plymouth", To: corrections.Thing{Name: "Plymouth"}},
		"no other":     {Kind: corrections.Same, Text: "Plymouth"},
		"no label":     {Kind: corrections.Label, Text: "Plymouth", To: corrections.Thing{Label: dateline.Money}},
		"no id":        {Kind: corrections.ID, Text: "Plymouth"},
		"no speaker":   {Kind: corrections.Speaker, Text: "It is late"},
		"control":      {Kind: corrections.NoName, Text: "Plymouth", Who: "a\x00b"},
		"no UTF-8":     {Kind: corrections.NoName, Text: "Plym\xff"},
		"country code": {Kind: corrections.Place, Text: "Plymouth", To: corrections.Thing{ID: "x", Name: "x", GeoNames: 1, Country: "uk"}},
	} {
		t.Run(name, func(t *testing.T) { assert.ErrorIs(t, row.Check(), corrections.ErrCorrection) })
	}
}

func TestBook(t *testing.T) {
	file := filepath.Join(t.TempDir(), "archive.corrections.json")
	b, err := corrections.Open(file)
	require.NoError(t, err)
	here, err := b.Add(corrections.Correction{Kind: corrections.Place, Article: "a", Text: "Plymouth", To: devon, Who: "Vera"})
	require.NoError(t, err)
	all, err := b.Add(corrections.Correction{Kind: corrections.Label, Text: "Sandfly", To: corrections.Thing{Label: dateline.Org}})
	require.NoError(t, err)
	first := story(t, "a")
	corrected, other, err := b.Correct(first)
	require.NoError(t, err)
	require.True(t, other)
	assert.NotNil(t, corrected.Entity("org:sandfly"))

	again, err := corrections.Open(file)
	require.NoError(t, err)
	require.Equal(t, b.All(), again.All(), "what is kept is what was made")
	same, _, err := again.Correct(corrected)
	require.NoError(t, err)
	assert.Equal(t, corrected.Entities, same.Entities, "once more changes nothing")

	_, err = again.Revoke(here.ID)
	require.NoError(t, err)
	back, _, err := again.Correct(corrected)
	require.NoError(t, err)
	assert.NotNil(t, back.Entity("geonames:1"), "what was taken back is as it was")
	assert.NotNil(t, back.Entity("org:sandfly"), "and the other stays")
	_, err = again.Revoke(all.ID)
	require.NoError(t, err)
	back, _, err = again.Correct(back)
	require.NoError(t, err)
	assert.Equal(t, first.Entities, back.Entities)
	assert.Equal(t, first.Countries, back.Countries)
	left, err := os.ReadDir(file + ".originals")
	require.NoError(t, err)
	assert.Empty(t, left, "nothing is kept of an article that nothing changes")

	_, err = again.Revoke("none")
	require.ErrorIs(t, err, corrections.ErrNone)
	require.NoError(t, os.WriteFile(file, []byte("{"), 0o600))
	_, err = corrections.Open(file)
	require.ErrorIs(t, err, corrections.ErrFile)
}

func TestANewTextOfACorrectedArticle(t *testing.T) {
	b, err := corrections.Open("")
	require.NoError(t, err)
	_, err = b.Add(corrections.Correction{Kind: corrections.Place, Text: "Plymouth", To: devon})
	require.NoError(t, err)
	_, err = b.Fresh(story(t, "a"))
	require.NoError(t, err)
	second := story(t, "a")
	second.Text += " More."
	second.Blocks[0].End = len(second.Text)
	after, _, err := b.Correct(second)
	require.NoError(t, err)
	assert.Equal(t, second.Text, after.Text, "the new text, not the one from before")
	assert.NotNil(t, after.Entity("geonames:2640194"))
}

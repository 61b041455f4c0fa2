package gold_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/eval/gold"
)

// story is an article about two people of one surname.
const story = `{"id":"quay","input":{"text":"x"},"gold":{"headline":"Quay opens","dek":null,"byline":["Ada Lund"],
"published":"2026-03-02","keep":["the quay"],"drop":["Read more"],
"people":[{"name":"Jon Holt","forms":["Jon Holt","Holt"],"role":["harbour master"]},
 {"name":"Ann Holt","forms":["Ann Holt","the younger [[Holt]] said"]}],
"orgs":[{"name":"Quay Trust","forms":["Quay Trust","the trust"]}],
"places":[{"name":"Bergen","forms":["Bergen"],"country":"NO","geonames":[1,3161732]}],
"countries":{"focus":["NO"],"also":["SE"],"not":["DE"]},
"quotes":[{"text":"We open on Monday","direct":true,"speaker":"Jon Holt"},
 {"text":"it would cost nothing","direct":false,"speaker":"Ann Holt","accept":["Quay Trust"]},
 {"text":"nobody asked us","direct":false,"speaker":null}],
"notquotes":["The Long Quay"],
"dates":[{"text":"Monday","value":"2026-03-09","at":"open on Monday"}],
"money":[{"text":"4 million kroner","value":"NOK 4000000"}],
"same":[["Quay Trust","the trust"]],"apart":[["Jon Holt","the younger [[Holt]] said"]]}}`

// words are the story as the Document has it.
const words = "Jon Holt, harbour master of Bergen, opened the quay on Monday for 4 million kroner.\n\n" +
	"“We open on Monday,” Holt said. It would pay for itself: it would cost nothing, the younger Holt said.\n\n" +
	"A crane driver said nobody asked us. “The Long Quay” is a film. The Quay Trust paid; the trust is in Sweden."

// at is the place of the n-th occurrence of words in the story.
func at(s string, n int) dateline.Span {
	from := 0
	for range n {
		from += strings.Index(words[from:], s) + len(s)
	}
	start := from + strings.Index(words[from:], s)
	return dateline.Span{Start: start, End: start + len(s)}
}

// perfect is a Document that has every fact.
func perfect(t *testing.T) *dateline.Document {
	t.Helper()
	day, err := dateline.ParseDate("2026-03-02")
	require.NoError(t, err)
	mention := func(s string, n int, label dateline.Label, id, value string) dateline.Mention {
		p := at(s, n)
		return dateline.Mention{Start: p.Start, End: p.End, Label: label, Entity: id, Value: value}
	}
	return &dateline.Document{
		Headline: "QUAY OPENS", Byline: []dateline.Author{{Name: "Ada Lund"}}, Published: day, Text: words,
		Entities: []dateline.Entity{
			{ID: "person:jon", Name: "Jon Holt", Label: dateline.Person, Aliases: []string{"Holt"},
				Roles: []dateline.Role{{Title: "Harbour Master", Of: "Bergen"}}},
			{ID: "person:ann", Name: "Ann Holt", Label: dateline.Person},
			{ID: "org:quay-trust", Name: "Quay Trust", Label: dateline.Org, Aliases: []string{"the trust"}},
			{ID: "geonames:3161732", Name: "Bergen", Label: dateline.GPE, Country: "NO", GeoNames: 3161732},
		},
		Mentions: []dateline.Mention{
			mention("Jon Holt", 0, dateline.Person, "person:jon", ""),
			mention("Bergen", 0, dateline.GPE, "geonames:3161732", ""),
			mention("Monday", 0, dateline.DateValue, "", "2026-03-02"),
			mention("4 million kroner", 0, dateline.Money, "", "NOK 4000000.00"),
			mention("Monday", 1, dateline.DateValue, "", "2026-03-09"),
			mention("Holt", 1, dateline.Person, "person:jon", ""),
			mention("Holt", 2, dateline.Person, "person:ann", ""),
			mention("Quay Trust", 0, dateline.Org, "org:quay-trust", ""),
			mention("the trust", 0, dateline.Org, "org:quay-trust", ""),
		},
		Countries: []dateline.Country{{Code: "NO", Focus: true}, {Code: "SE"}},
		Quotes: []dateline.Quote{
			{Content: []dateline.Span{at("We open on Monday", 0)}, Direct: true, Entity: "person:jon", Confidence: .9},
			{Content: []dateline.Span{at("it would cost nothing", 0)}, Entity: "person:ann", Confidence: .9},
			{Content: []dateline.Span{at("nobody asked us", 0)}, Speaker: "crane driver"},
		},
	}
}

// lost returns the facets that a Document loses facts of, each as often as it does.
func lost(s gold.Score) []string {
	var list []string
	for _, f := range s.Facts {
		if !f.Right {
			list = append(list, f.Facet)
		}
	}
	return list
}

func TestCompare(t *testing.T) {
	article, err := gold.Read([]byte(strings.ReplaceAll(story, "\n", "")))
	require.NoError(t, err)
	whole := article.Compare(perfect(t))
	assert.Empty(t, lost(whole))
	assert.Len(t, whole.Facts, 28)
	for name, tt := range map[string]struct {
		spoil func(*dateline.Document)
		lost  []string
	}{
		"headline":          {func(d *dateline.Document) { d.Headline = "Quay" }, []string{gold.Headline}},
		"dek where none is": {func(d *dateline.Document) { d.Dek = "A quay" }, []string{gold.Dek}},
		"one author more": {func(d *dateline.Document) { d.Byline = append(d.Byline, dateline.Author{Name: "B. Berg"}) },
			[]string{gold.Byline}},
		"no author": {func(d *dateline.Document) { d.Byline = nil }, []string{gold.Byline}},
		"no day":    {func(d *dateline.Document) { d.Published = dateline.Date{} }, []string{gold.Published}},
		"furniture": {func(d *dateline.Document) { d.Text += " Read more" }, []string{gold.Drop}},
		"role":      {func(d *dateline.Document) { d.Entities[0].Roles[0].Title = "master" }, []string{gold.Roles}},
		"person's name": {func(d *dateline.Document) { d.Entities[1].Name = "Ann" },
			[]string{gold.People, gold.IndirectSpeaker}},
		"label of an organisation": {func(d *dateline.Document) { d.Entities[2].Label = dateline.Person },
			[]string{gold.Orgs}},
		"country of a place": {func(d *dateline.Document) { d.Entities[3].Country = "SE" }, []string{gold.PlaceCountry}},
		"id of a place":      {func(d *dateline.Document) { d.Entities[3].GeoNames = 7 }, []string{gold.PlaceID}},
		"focus":              {func(d *dateline.Document) { d.Countries[0].Focus = false }, []string{gold.Focus}},
		"country beside":     {func(d *dateline.Document) { d.Countries = d.Countries[:1] }, []string{gold.Also}},
		"country too many": {func(d *dateline.Document) { d.Countries = append(d.Countries, dateline.Country{Code: "DE"}) },
			[]string{gold.Not}},
		"not direct": {func(d *dateline.Document) { d.Quotes[0].Direct = false },
			[]string{gold.DirectFound, gold.DirectSpeaker}},
		"another speaker":     {func(d *dateline.Document) { d.Quotes[0].Entity = "person:ann" }, []string{gold.DirectSpeaker}},
		"somebody for nobody": {func(d *dateline.Document) { d.Quotes[2].Entity = "person:ann" }, []string{gold.IndirectSpeaker}},
		"no speaker":          {func(d *dateline.Document) { d.Quotes[1].Entity = "" }, []string{gold.IndirectSpeaker}},
		"title as a quote": {func(d *dateline.Document) {
			d.Quotes = append(d.Quotes, dateline.Quote{Content: []dateline.Span{at("The Long Quay", 0)}})
		}, []string{gold.NotQuotes}},
		"date":           {func(d *dateline.Document) { d.Mentions[4].Value = "2026-03-02" }, []string{gold.Dates}},
		"sum":            {func(d *dateline.Document) { d.Mentions[3].Value = "SEK 4000000" }, []string{gold.Money}},
		"one as two":     {func(d *dateline.Document) { d.Mentions[8].Entity = "person:ann" }, []string{gold.Same}},
		"two as one":     {func(d *dateline.Document) { d.Mentions[6].Entity = "person:jon" }, []string{gold.Apart}},
		"place too long": {func(d *dateline.Document) { d.Mentions[1].Start -= 4 }, []string{gold.Places, gold.PlaceCountry, gold.PlaceID}},
	} {
		t.Run(name, func(t *testing.T) {
			doc := perfect(t)
			tt.spoil(doc)
			assert.Equal(t, tt.lost, lost(article.Compare(doc)))
		})
	}
}

func TestSurelyWrong(t *testing.T) {
	article, err := gold.Read([]byte(strings.ReplaceAll(story, "\n", "")))
	require.NoError(t, err)
	doc := perfect(t)
	doc.Quotes[0].Entity = "person:ann"
	doc.Countries[1] = dateline.Country{Code: "FI", Focus: true}
	doc.Entities[3].Country = "SE"
	s := article.Compare(doc)
	assert.Equal(t, []int{1, 1, 1}, []int{s.SureSpeakers, s.WrongFocus, s.WrongCountries})
	doc.Quotes[0].Confidence = .7
	assert.Zero(t, article.Compare(doc).SureSpeakers)
	doc.Quotes[0].Entity, doc.Quotes[0].Speakers = "person:jon", []dateline.Speaker{{Entity: "person:ann"}, {Entity: "person:jon"}}
	assert.NotContains(t, lost(article.Compare(doc)), gold.DirectSpeaker, "of several one is right")
}

func TestMissingDocument(t *testing.T) {
	article, err := gold.Read([]byte(strings.ReplaceAll(story, "\n", "")))
	require.NoError(t, err)
	var table gold.Table
	table.Add(article.Compare(nil))
	assert.Equal(t, gold.Count{Right: 0, All: 28}, table.Facts())
	table.Add(article.Compare(perfect(t)))
	assert.Equal(t, gold.Count{Right: 28, All: 56}, table.Facts())
	assert.Equal(t, gold.Count{Right: 2, All: 4}, table.Facets[gold.People])
}

func TestReadRefuses(t *testing.T) {
	for line, says := range map[string]string{
		`{"gold":{}}`:                    "an article without an id",
		`{"id":"a","gold":{"pe`:          "unexpected end",
		`{"id":"a","gold":{"byline":7}}`: "Byline",
	} {
		_, err := gold.Read([]byte(line))
		assert.ErrorContains(t, err, says)
	}
	a, err := gold.Read([]byte(`{"id":"a"}`))
	require.NoError(t, err)
	_, err = a.Page(t.Context())
	assert.Error(t, err, "no input")
}

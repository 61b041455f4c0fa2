package dateline_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// span finds the only place of words in text.
func span(t *testing.T, text, words string) dateline.Span {
	t.Helper()
	i := strings.Index(text, words)
	require.GreaterOrEqual(t, i, 0, "%q not in text", words)
	return dateline.Span{Start: i, End: i + len(words)}
}

// valid makes a small Document that has every part.
func valid(t *testing.T) *dateline.Document {
	t.Helper()
	text := "Port of Løvik reopens\n\nMayor Ida Brandt said: “We are back.” Ferries sailed to Estonia.\n\nWhat next\n\nDredging ends in June."
	at := func(words string) dateline.Span { return span(t, text, words) }
	d := &dateline.Document{
		ID: "a1", Language: "en", Headline: "Port of Løvik reopens", Text: text,
		Published: dateline.Day(2026, 5, 4),
	}
	for _, b := range []struct {
		kind  dateline.BlockKind
		words string
	}{
		{dateline.BlockHeadline, "Port of Løvik reopens"},
		{dateline.BlockParagraph, "Mayor Ida Brandt said: “We are back.” Ferries sailed to Estonia."},
		{dateline.BlockHeading, "What next"},
		{dateline.BlockParagraph, "Dredging ends in June."},
	} {
		s := at(b.words)
		d.Blocks = append(d.Blocks, dateline.Block{Kind: b.kind, Start: s.Start, End: s.End})
	}
	heading := at("What next")
	d.Sections = []dateline.Section{{Start: 0, End: heading.Start - 2}, {Heading: "What next", Start: heading.Start, End: len(text)}}
	d.Sentences = []dateline.Span{at("Port of Løvik reopens"), at("Mayor Ida Brandt said: “We are back.”"),
		at("Ferries sailed to Estonia."), heading, at("Dredging ends in June.")}
	ida, estonia := at("Ida Brandt"), at("Estonia")
	d.Tokens = []dateline.Token{{Start: ida.Start, End: ida.Start + 3, Tag: "NNP"}, {Start: ida.Start + 4, End: ida.End, Tag: "NNP"}}
	d.Mentions = []dateline.Mention{
		{Start: ida.Start, End: ida.End, Label: dateline.Person, Entity: "person:ida-brandt", Confidence: 0.98765},
		{Start: estonia.Start, End: estonia.End, Label: dateline.GPE, Entity: "country:EE", Confidence: 1},
		{Start: at("June").Start, End: at("June").End, Label: dateline.DateValue, Value: "2026-06", Confidence: 1},
	}
	d.Entities = []dateline.Entity{
		{ID: "person:ida-brandt", Name: "Ida Brandt", Label: dateline.Person, Roles: []dateline.Role{{Title: "Mayor", Of: "Løvik", Start: at("Mayor").Start, End: at("Mayor").End}},
			IDs: dateline.IDs{dateline.Wikidata: "Q7"}, Salience: 1. / 3, About: true, Mentions: 1},
		{ID: "country:EE", Name: "Estonia", Label: dateline.GPE, Country: "EE", Salience: 0.2, Mentions: 1},
	}
	d.Concepts = []dateline.Concept{{ID: "concept:dredging", Name: "dredging", Salience: 0.1, Spans: []dateline.Span{at("Dredging")}}}
	d.Countries = []dateline.Country{{Code: "EE", Name: "Estonia", Weight: 1, Mentions: 1}}
	d.Quotes = []dateline.Quote{{Content: []dateline.Span{at("We are back.")}, Speaker: "Ida Brandt", Entity: "person:ida-brandt",
		Exact: []dateline.Span{at("We are back.")}, Speakers: []dateline.Speaker{{Name: "Ida Brandt", Entity: "person:ida-brandt"}},
		Cue: at("said"), Source: at("Mayor Ida Brandt"), Direct: true, Confidence: 0.9}}
	d.Keyphrases = []dateline.Keyphrase{{Text: "Port of Løvik", Score: 0.5, Spans: []dateline.Span{at("Port of Løvik")}}}
	s := at("Ferries sailed to Estonia.")
	d.Summary = []dateline.SummarySentence{{Start: s.Start, End: s.End, Score: 0.4}}
	return d
}

func TestValidate(t *testing.T) {
	require.NoError(t, valid(t).Validate())
	require.NoError(t, (&dateline.Document{ID: "bare", Text: "One word"}).Validate(), "parts that are empty are not missed")

	tests := []struct {
		name, want string
		spoil      func(*dateline.Document)
	}{
		{"schema", "schema is 9", func(d *dateline.Document) { d.Schema = 9 }},
		{"text", "not UTF-8", func(d *dateline.Document) { d.Text = "\xff" }},
		{"block outside", "blocks[3]: span", func(d *dateline.Document) { d.Blocks[3].End = 1000 }},
		{"block empty", "blocks[0]: span", func(d *dateline.Document) { d.Blocks[0].End = 0 }},
		{"block kind", `unknown kind "aside"`, func(d *dateline.Document) { d.Blocks[1].Kind = "aside" }},
		{"block order", "blocks[1]: span", func(d *dateline.Document) { d.Blocks[1].Start = 3 }},
		{"headline words", "headline is", func(d *dateline.Document) { d.Headline = "Port closes" }},
		{"cut rune", "cuts a rune", func(d *dateline.Document) { d.Keyphrases[0].Spans[0].End = strings.Index(d.Text, "ø") + 1 }},
		{"heading words", "does not begin with its heading", func(d *dateline.Document) { d.Sections[1].Heading = "What now" }},
		{"section order", "sections[1]: span", func(d *dateline.Document) { d.Sections[1].Start = 2 }},
		{"sentence over blocks", "is not inside one block", func(d *dateline.Document) { d.Sentences[3].End = len(d.Text) }},
		{"token outside sentence", "tokens[1]", func(d *dateline.Document) { d.Tokens[1].End = d.Sentences[2].End }},
		{"mention overlap", "mentions[1]", func(d *dateline.Document) { d.Mentions[1].Start = d.Mentions[0].Start }},
		{"mention label", `unknown label "ANIMAL"`, func(d *dateline.Document) { d.Mentions[0].Label = "ANIMAL" }},
		{"mention entity", `no entity "person:x"`, func(d *dateline.Document) { d.Mentions[0].Entity = "person:x" }},
		{"part outside", "mentions[0].inside[0]: [0,3) is not a part", func(d *dateline.Document) {
			d.Mentions[0].Inside = []dateline.Part{{Start: 0, End: 3, Label: dateline.GPE}}
		}},
		{"part order", "mentions[0].inside[1]: span", func(d *dateline.Document) {
			m := &d.Mentions[0]
			m.Inside = []dateline.Part{{Start: m.Start + 4, End: m.End, Label: dateline.GPE}, {Start: m.Start, End: m.Start + 3, Label: dateline.GPE}}
		}},
		{"part label", `inside[0]: label "DATE" is not`, func(d *dateline.Document) {
			m := &d.Mentions[0]
			m.Inside = []dateline.Part{{Start: m.Start, End: m.End - 1, Label: dateline.DateValue}}
		}},
		{"part country", `inside[0]: country "x" is not`, func(d *dateline.Document) {
			m := &d.Mentions[0]
			m.Inside = []dateline.Part{{Start: m.Start, End: m.End - 1, Label: dateline.Loc, Country: "x"}}
		}},
		{"name without entity", "a name without an entity", func(d *dateline.Document) { d.Mentions[0].Entity = "" }},
		{"confidence", "mentions[0].confidence", func(d *dateline.Document) { d.Mentions[0].Confidence = math.NaN() }},
		{"entity id twice", "used twice", func(d *dateline.Document) { d.Entities[1].ID = d.Entities[0].ID }},
		{"entity name", "entities[0]: no name", func(d *dateline.Document) { d.Entities[0].Name = "" }},
		{"entity label", "not that of a name", func(d *dateline.Document) { d.Entities[0].Label = dateline.Money }},
		{"entity country", "alpha-2", func(d *dateline.Document) { d.Entities[1].Country = "EST" }},
		{"entity order", "order of salience", func(d *dateline.Document) { d.Entities[1].Salience = 0.9 }},
		{"role without title", "entities[0].roles[0]: no title", func(d *dateline.Document) { d.Entities[0].Roles[0].Title = "" }},
		{"role outside", "entities[0].roles[0]: span", func(d *dateline.Document) { d.Entities[0].Roles[0].End = 9999 }},
		{"an empty id", `entities[0].ids: "wikidata" is ""`, func(d *dateline.Document) { d.Entities[0].IDs = dateline.IDs{dateline.Wikidata: ""} }},
		{"concept id", "concepts[0]: id", func(d *dateline.Document) { d.Concepts[0].ID = "" }},
		{"concept name", "concepts[0]: no name", func(d *dateline.Document) { d.Concepts[0].Name = "" }},
		{"a concept outside", "concepts[0].spans[0]: span", func(d *dateline.Document) { d.Concepts[0].Spans[0].End = 9999 }},
		{"a concept's order", "concepts[0].spans[1]: not in order", func(d *dateline.Document) {
			c := &d.Concepts[0]
			c.Spans = []dateline.Span{c.Spans[0], {Start: 0, End: 4}}
		}},
		{"concept order", "concepts[1]: not in order of salience", func(d *dateline.Document) {
			d.Concepts = append(d.Concepts, dateline.Concept{ID: "concept:ferry", Name: "ferry", Salience: 0.9})
		}},
		{"a concept's mention", `no entity "concept:dredging"`, func(d *dateline.Document) { d.Mentions[0].Entity = "concept:dredging" }},
		{"entity count", "2 mentions, 1 point to it", func(d *dateline.Document) { d.Entities[0].Mentions = 2 }},
		{"country code", "countries[0]", func(d *dateline.Document) { d.Countries[0].Code = "e" }},
		{"country weight", "countries[0].weight", func(d *dateline.Document) { d.Countries[0].Weight = 1.5 }},
		{"quote content", "no content", func(d *dateline.Document) { d.Quotes[0].Content = nil }},
		{"quote cue", "quotes[0].cue", func(d *dateline.Document) { d.Quotes[0].Cue.Start = -1 }},
		{"exact words elsewhere", "quotes[0].exact[0]: [0,4) is not inside", func(d *dateline.Document) { d.Quotes[0].Exact[0] = dateline.Span{Start: 0, End: 4} }},
		{"first speaker", "is not the first of its speakers", func(d *dateline.Document) { d.Quotes[0].Speaker = "Ida" }},
		{"speaker without name", "speakers[1]: no name", func(d *dateline.Document) { d.Quotes[0].Speakers = append(d.Quotes[0].Speakers, dateline.Speaker{}) }},
		{"speaker entity", `speakers[1]: no entity "person:y"`, func(d *dateline.Document) {
			d.Quotes[0].Speakers = append(d.Quotes[0].Speakers, dateline.Speaker{Name: "Y", Entity: "person:y"})
		}},
		{"quote entity", "quotes[0]: no entity", func(d *dateline.Document) { d.Quotes[0].Entity = "person:y" }},
		{"keyphrase words", "stands at none of its spans", func(d *dateline.Document) { d.Keyphrases[0].Text = "Port" }},
		{"summary cut", "cuts a sentence", func(d *dateline.Document) { d.Summary[0].End-- }},
		{"summary score", "summary[0].score", func(d *dateline.Document) { d.Summary[0].Score = -0.1 }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := valid(t)
			tt.spoil(d)
			err := d.Validate()
			require.ErrorIs(t, err, dateline.ErrInvalid)
			assert.ErrorContains(t, err, tt.want)
			assert.ErrorContains(t, err, `"a1"`, "the document is named")
		})
	}
}

func TestJSON(t *testing.T) {
	d := valid(t)
	b, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Contains(t, string(b), `"salience":0.3333,`, "scores have four decimals")
	assert.Contains(t, string(b), `"confidence":0.9877`)
	assert.Contains(t, string(b), `"published":"2026-05-04"`)
	assert.Equal(t, 1./3, d.Entities[0].Salience, "the document itself is only read")

	var back dateline.Document
	require.NoError(t, json.Unmarshal(b, &back))
	require.NoError(t, back.Validate())
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.Equal(t, string(b), string(again))

	for name, tt := range map[string]struct {
		json string
		want error
	}{
		"another schema": {`{"schema":7,"id":"x","text":"","blocks":[]}`, dateline.ErrSchema},
		"invalid UTF-8":  {"{\"schema\":0,\"id\":\"x\",\"text\":\"a\xffb\",\"blocks\":[]}", dateline.ErrUTF8},
	} {
		t.Run(name, func(t *testing.T) {
			var d dateline.Document
			assert.ErrorIs(t, d.UnmarshalJSON([]byte(tt.json)), tt.want)
		})
	}
	for _, bad := range []string{`{"schema":1,"sentences":[[1]]}`, `{"schema":1,"sentences":[["a",2]]}`, `{"schema":1,"tokens":[[1,2]]}`,
		`{"schema":1,"tokens":[[1,2,3]]}`, `{"schema":1,"published":"last week"}`} {
		var d dateline.Document
		assert.Error(t, json.Unmarshal([]byte(bad), &d), bad)
	}
}

func FuzzDocumentJSON(f *testing.F) {
	f.Add([]byte(`{"schema":1,"id":"x","text":"A b.","blocks":[{"kind":"paragraph","start":0,"end":4}],"sentences":[[0,4]],"tokens":[[0,1,"DT"]]}`))
	f.Add([]byte(`{"schema":1,"sentences":[[-1,9]],"quotes":[{"content":[[0,1]]}],"entities":[{"id":"e"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var d dateline.Document
		if json.Unmarshal(b, &d) != nil || d.Validate() != nil {
			return
		}
		out, err := json.Marshal(d)
		require.NoError(t, err)
		var back dateline.Document
		require.NoError(t, json.Unmarshal(out, &back))
		require.NoError(t, back.Validate(), "what is valid stays valid through JSON")
	})
}

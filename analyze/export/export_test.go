package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/export"
	"github.com/dateline-go/dateline/analyze/source"
)

// written returns Documents in a format.
func written(t *testing.T, f export.Format, docs ...*dateline.Document) string {
	t.Helper()
	var b bytes.Buffer
	w, err := export.New(&b, f)
	require.NoError(t, err)
	for _, doc := range docs {
		require.NoError(t, w.Add(doc))
	}
	require.NoError(t, w.Close())
	return b.String()
}

// articles returns the Documents of the project's own articles.
func articles(t *testing.T) []*dateline.Document {
	t.Helper()
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	var docs []*dateline.Document
	for doc, err := range a.Stream(t.Context(), source.Files(t.Context(), []string{"../../testdata/articles"}, source.Options{})) {
		require.NoError(t, err)
		docs = append(docs, doc)
	}
	require.GreaterOrEqual(t, len(docs), 24)
	return docs
}

// ferry is a Document made by hand.
func ferry() *dateline.Document {
	text := "Ferry turns back\n\nGALWAY, Ireland\n\n“The engine failed,” said Maeve Conneely of Aran Lines.\n\nfirst\n\nsecond"
	at := func(words string) dateline.Span {
		i := strings.Index(text, words)
		return dateline.Span{Start: i, End: i + len(words)}
	}
	block := func(kind dateline.BlockKind, words string) dateline.Block {
		s := at(words)
		return dateline.Block{Kind: kind, Start: s.Start, End: s.End}
	}
	mention := func(words string, label dateline.Label, entity string) dateline.Mention {
		s := at(words)
		return dateline.Mention{Start: s.Start, End: s.End, Label: label, Entity: entity, Confidence: 1}
	}
	return &dateline.Document{
		ID: "f1", URL: "https://news.example/ferry", Language: "en", Site: "The Harbour Post", Section: "Sea", Headline: "Ferry turns back",
		Byline: []dateline.Author{{Name: "Ana Novak", Bio: "Writes on ships."}, {Name: "the harbour post"}}, Published: dateline.Day(2026, 3, 2),
		Text: text,
		Blocks: []dateline.Block{
			block(dateline.BlockHeadline, "Ferry turns back"), block(dateline.BlockDateline, "GALWAY, Ireland"),
			block(dateline.BlockParagraph, "“The engine failed,” said Maeve Conneely of Aran Lines."), block(dateline.BlockItem, "first"), block(dateline.BlockItem, "second"),
		},
		Images: []dateline.Image{{URL: "https://news.example/ferry.jpg", Caption: "The ferry."}, {URL: "data:image/png;base64,AAAA"}},
		Links:  []dateline.Link{{Kind: dateline.LinkRelated, Title: "Ferry late", URL: "https://news.example/late"}, {Kind: dateline.LinkMostRead, Title: "Storm (nears)", Age: "2 days ago"}},
		Mentions: []dateline.Mention{
			mention("GALWAY", dateline.GPE, "geonames:2964180"), mention("Ireland", dateline.GPE, "country:IE"),
			mention("Maeve Conneely", dateline.Person, "person:maeve-conneely"), mention("Aran Lines", dateline.Org, "org:aran-lines"),
		},
		Entities: []dateline.Entity{
			{ID: "person:maeve-conneely", Name: "Maeve Conneely", Label: dateline.Person, Roles: []dateline.Role{{Title: "harbour master"}}, Salience: 0.5, About: true, Mentions: 1},
			{ID: "geonames:2964180", Name: "Galway", Label: dateline.GPE, Country: "IE", GeoNames: 2964180, Lat: 53.27, Lon: -9.05, Salience: 0.4, About: true, Mentions: 1},
			{ID: "country:IE", Name: "Ireland", Label: dateline.GPE, Country: "IE", Salience: 0.3, Mentions: 1},
			{ID: "org:aran-lines", Name: "Aran Lines", Label: dateline.Org, Aliases: []string{"Aran", "the line"}, Salience: 0.2, Mentions: 1},
		},
		Countries:  []dateline.Country{{Code: "IE", Name: "Ireland", Weight: 1, Mentions: 2, Focus: true}},
		Quotes:     []dateline.Quote{{Content: []dateline.Span{at("“The engine failed,”")}, Speaker: "Maeve Conneely", Entity: "person:maeve-conneely", Direct: true, Confidence: 0.9}},
		Keyphrases: []dateline.Keyphrase{{Text: "engine", Score: 0.5, Spans: []dateline.Span{at("engine")}}},
	}
}

func TestEveryArticleInEveryFormat(t *testing.T) {
	docs := articles(t)
	for _, f := range export.Formats() {
		out := written(t, f, docs...)
		assert.Equal(t, out, written(t, f, docs...), "%s is the same each time", f)
		for _, doc := range docs {
			assert.NotEmpty(t, written(t, f, doc), "%s %s", f, doc.ID)
		}
	}
}

func TestWriterErrors(t *testing.T) {
	_, err := export.New(&bytes.Buffer{}, "fax")
	require.ErrorIs(t, err, export.ErrFormat)
	assert.ErrorContains(t, err, `"fax"`)

	var b bytes.Buffer
	w, err := export.New(&b, export.HTML)
	require.NoError(t, err)
	require.ErrorIs(t, w.Add(nil), dateline.ErrInvalid)
	require.ErrorIs(t, w.Add(&dateline.Document{ID: "x", Text: "a", Sentences: []dateline.Span{{Start: 0, End: 9}}}), dateline.ErrInvalid)
	assert.Empty(t, b.String(), "nothing of what is invalid")
	require.NoError(t, w.Close())
	require.ErrorIs(t, w.Close(), export.ErrClosed)
	require.ErrorIs(t, w.Add(ferry()), export.ErrClosed)

	w, err = export.New(full{}, export.Text)
	require.NoError(t, err)
	assert.ErrorIs(t, w.Add(ferry()), errFull)
}

var errFull = errors.New("disk is full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestNothingToWrite(t *testing.T) {
	assert.Empty(t, written(t, export.JSONLD))
	assert.Empty(t, written(t, export.Markdown))
	assert.Equal(t, "document,url,published,entity,label,name,country,geonames,lat,lon,salience,about,mentions,aliases,roles\n", written(t, export.CSV))
	assert.Contains(t, written(t, export.HTML), "</main>\n</body>\n</html>")
}

func TestArticlesStandApart(t *testing.T) {
	assert.Equal(t, 1, strings.Count(written(t, export.Markdown, ferry(), ferry()), "\n\n---\n\n"))
	assert.Equal(t, 1, strings.Count(written(t, export.Markdown, ferry(), &dateline.Document{ID: "no words"}), "\n\n---\n\n"))
	assert.Equal(t, 1, strings.Count(written(t, export.Text, ferry(), ferry()), "\n\n"+strings.Repeat("=", 72)+"\n\n"))
	assert.Equal(t, 2, strings.Count(written(t, export.JSONLD, ferry(), ferry()), "\n"))
	out := written(t, export.HTML, ferry(), ferry())
	assert.Equal(t, 1, strings.Count(out, "<html"))
	assert.Equal(t, 2, strings.Count(out, "<article"))
	rows, err := csv.NewReader(strings.NewReader(written(t, export.CSV, ferry(), ferry()))).ReadAll()
	require.NoError(t, err)
	assert.Len(t, rows, 1+2*len(ferry().Entities))
}

func TestJSONLD(t *testing.T) {
	var a map[string]any
	require.NoError(t, json.Unmarshal([]byte(written(t, export.JSONLD, ferry())), &a))
	assert.Equal(t, "NewsArticle", a["@type"])
	assert.Equal(t, "2026-03-02", a["datePublished"])
	assert.NotContains(t, a, "dateModified")
	assert.Equal(t, "Sea", a["articleSection"])
	assert.Equal(t, []any{"engine"}, a["keywords"])
	assert.NotContains(t, a["articleBody"], "Ferry turns back", "the headline has a place of its own")
	assert.Equal(t, []any{
		map[string]any{"@type": "Person", "name": "Ana Novak", "description": "Writes on ships."}, map[string]any{"@type": "Organization", "name": "the harbour post"},
	}, a["author"])
	assert.Len(t, a["image"], 1, "pictures of the web only")

	ireland := map[string]any{
		"@type": "Country", "name": "Ireland", "sameAs": []any{"https://www.iso.org/obp/ui/#iso:code:3166:IE"},
		"identifier": map[string]any{"@type": "PropertyValue", "propertyID": "ISO 3166-1 alpha-2", "value": "IE"},
	}
	assert.Equal(t, []any{
		map[string]any{"@type": "Person", "name": "Maeve Conneely", "jobTitle": []any{"harbour master"}},
		map[string]any{
			"@type": "Place", "name": "Galway", "sameAs": []any{"https://sws.geonames.org/2964180/"},
			"geo": map[string]any{"@type": "GeoCoordinates", "latitude": 53.27, "longitude": -9.05}, "containedInPlace": ireland,
		},
	}, a["about"])
	assert.Equal(t, []any{ireland, map[string]any{"@type": "Organization", "name": "Aran Lines", "alternateName": []any{"Aran", "the line"}}}, a["mentions"])
	assert.Equal(t, []any{map[string]any{
		"@type": "Quotation", "text": "The engine failed,", "spokenByCharacter": map[string]any{"@type": "Person", "name": "Maeve Conneely"},
	}}, a["hasPart"])
}

func TestHTML(t *testing.T) {
	doc := ferry()
	doc.Mentions[3].Inside = []dateline.Part{{Start: doc.Mentions[3].Start, End: doc.Mentions[3].Start + len("Aran"), Label: dateline.Loc, Country: "IE"}}
	out := written(t, export.HTML, doc)
	assert.Contains(t, out, `<mark class="person" title="harbour master">Maeve Conneely<span class="label"> person</span></mark>`)
	assert.Contains(t, out, `<mark class="place" title="Ireland">GALWAY<span class="label"> gpe</span></mark>, <mark class="place">Ireland<`, "its name and its country")
	assert.Contains(t, out, `<mark class="org"><span class="part place" title="Ireland">Aran</span> Lines<span class="label"> org</span></mark>`, "a place in a name")
	assert.Contains(t, out, "<ul>\n<li dir=\"auto\">first</li>\n<li dir=\"auto\">second</li>\n</ul>")
	assert.Contains(t, out, `<a href="https://news.example/late" rel="noopener noreferrer nofollow">Ferry late</a>`)
	assert.Contains(t, out, `<li>Storm (nears) <small>2 days ago</small></li>`)
	assert.Contains(t, out, `<blockquote dir="auto"><p>“The engine failed,”</p></blockquote><figcaption><bdi>Maeve Conneely</bdi></figcaption>`)
	assert.Contains(t, out, `<time datetime="2026-03-02">2 March 2026</time>`)
}

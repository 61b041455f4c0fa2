package page_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

// read reads a page and checks the Document.
func read(t *testing.T, p dateline.Page) *dateline.Document {
	t.Helper()
	doc, err := page.Read(p, page.Options{})
	require.NoError(t, err)
	require.NoError(t, doc.Validate())
	return doc
}

// testPage reads a file of testdata.
func testPage(t *testing.T, name string, form dateline.Form) dateline.Page {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return dateline.Page{
		Form: form, Body: body, URL: "https://courier.example/x?utm=1", Retrieved: time.Date(2024, 3, 31, 12, 0, 0, 0, time.UTC),
	}
}

// kinds lists the blocks of a document as "kind: first words".
func kinds(d *dateline.Document) []string {
	var out []string
	for _, b := range d.Blocks {
		words := strings.Fields(d.Words(b.Span()))
		out = append(out, fmt.Sprintf("%s: %s", b.Kind, strings.Join(words[:min(3, len(words))], " ")))
	}
	return out
}

// furniture returns the words of the furniture of a kind.
func furniture(d *dateline.Document, kind dateline.FurnitureKind) string {
	for _, f := range d.Furniture {
		if f.Kind == kind {
			return f.Text
		}
	}
	return ""
}

func TestReadHTML(t *testing.T) {
	t.Parallel()
	d := read(t, testPage(t, "ferry.html", dateline.HTML))

	assert.Equal(t, "https://courier.example/news/ferry-link-reopens", d.URL)
	assert.Equal(t, d.URL, d.ID)
	assert.Equal(t, "en-GB", d.Language)
	assert.Equal(t, "The Sound Courier", d.Site)
	assert.Equal(t, "Transport", d.Section)
	assert.Equal(t, "Transport", d.Kicker)
	assert.Equal(t, "Ferry link to Larnholm reopens after storm", d.Headline)
	assert.Equal(t, "Boats sail again after nine days, but the harbour wall will take a year to mend.", d.Dek)
	assert.Equal(t, []dateline.Author{{Name: "Ada Lindqvist"}, {Name: "Tom Marr"}}, d.Byline)
	assert.Equal(t, "2024-02-11T08:30:00+01:00", d.Published.String())
	assert.Equal(t, "2024-02-11T10:05:00+01:00", d.Modified.String())
	assert.Empty(t, d.Warnings)
	assert.Equal(t, []string{
		"headline: Ferry link to", "kicker: Transport", "dek: Boats sail again", "dateline: LARNHOLM, Feb 11",
		"paragraph: The first ferry", "paragraph: The line had", "heading: A year of", "paragraph: Engineers told the",
		"quote: “We can live", "item: Boats leave the", "item: Tickets that were", "paragraph: The council will",
	}, kinds(d))
	require.Len(t, d.Sections, 2)
	assert.Equal(t, "A year of repairs", d.Sections[1].Heading)
	assert.Equal(t, []dateline.Image{{
		URL: "https://courier.example/img/ferry.jpg", Caption: "The first boat leaves the harbour.",
	}}, d.Images)
	assert.Equal(t, []dateline.Link{
		{Kind: dateline.LinkStory, Title: "a storm broke the harbour wall", URL: "https://courier.example/news/storm"},
		{Kind: dateline.LinkMostRead, Title: "Bakers on the island run out of flour", URL: "https://courier.example/a"},
		{Kind: dateline.LinkMostRead, Title: "Council votes for a second harbour wall", URL: "https://courier.example/b"},
	}, d.Links)
	assert.Contains(t, furniture(d, dateline.FurnitureNavigation), "Sport")
}

func TestReadPlainPage(t *testing.T) {
	t.Parallel()
	p := testPage(t, "pasted.txt", dateline.PlainPage)
	p.URL = ""
	d := read(t, p)

	assert.Equal(t, "sha256:", d.ID[:7])
	assert.Len(t, d.ID, 7+32)
	assert.Equal(t, "Harbour town votes to keep its night trains", d.Headline)
	assert.Equal(t, "Council wants six more years of sleepers to the coast", d.Dek)
	assert.Equal(t, []string{"", "A Vote Close to Midnight"}, []string{d.Sections[0].Heading, d.Sections[1].Heading})
	assert.Equal(t, []dateline.Author{{
		Name: "Nora Feld", Bio: "Nora Feld is a reporter who has covered the railways of the north since 2011.",
	}}, d.Byline)
	assert.True(t, strings.HasSuffix(d.Text, "to sell the carriages to a company abroad."))
	assert.Equal(t, "Have a tip for us?", furniture(d, dateline.FurnitureTip))
	assert.Equal(t, "Follow @vestervigdaily:", furniture(d, dateline.FurnitureFollow))
	assert.Equal(t, []dateline.Link{
		{Kind: dateline.LinkMostRead, Title: "The museum that keeps only lost umbrellas", Section: "Culture", Rank: 1,
			Age: "2 days ago", Published: dateline.Day(2024, 3, 29)},
		{Kind: dateline.LinkMostRead, Title: "Storm closes the bridge to the islands", Rank: 2,
			Age: "3 months ago", Published: dateline.Day(2023, 12, 31)},
		{Kind: dateline.LinkMostRead, Title: "A bakery opens where the bank used to be",
			Age: "1 year ago", Published: dateline.Day(2023, 3, 31)},
	}, d.Links)
}

func TestReadStory(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, body string
		want       []string
	}{
		{"blank lines", "First line\nof a paragraph.\n\n  Second. \r\n\r\nThird.\n", []string{"First line\nof a paragraph.", "Second.", "Third."}},
		{"lines", "\n\nFirst.\nSecond.\n", []string{"First.", "Second."}},
		{"one", "Only this.", []string{"Only this."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := read(t, dateline.Page{Form: dateline.Story, Body: []byte(tt.body), Title: " A  title ", ID: "x"})
			var got []string
			for _, b := range d.Blocks {
				assert.Equal(t, dateline.BlockParagraph, b.Kind)
				got = append(got, d.Words(b.Span()))
			}
			assert.Equal(t, tt.want, got)
			assert.Equal(t, tt.body, d.Text)
			assert.Equal(t, "A title", d.Headline)
			assert.Equal(t, "x", d.ID)
		})
	}
}

func TestStoryDateline(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, body, line, first string }{
		{"agency", "OSLO, May 4 (Northern News) - Ships left on Monday.\n\nMore follow.", "OSLO, May 4 (Northern News)", "Ships left on Monday."},
		{"place alone", "PORT LOUIS — Ships left.\nMore follow.", "PORT LOUIS", "Ships left."},
		{"a subject before a headline", "ROWING - LATE SPRINT SINKS ROVERS.\nLUCERNE\nThey lost.", "", "ROWING - LATE SPRINT SINKS ROVERS."},
		{"none", "Ships left on Monday - at last.", "", "Ships left on Monday - at last."},
		{"nothing behind it", "OSLO -\n\nShips left.", "", "OSLO -"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := read(t, dateline.Page{Form: dateline.Story, Body: []byte(tt.body)})
			assert.Equal(t, tt.body, d.Text)
			blocks := d.Blocks
			if tt.line != "" {
				assert.Equal(t, dateline.BlockDateline, blocks[0].Kind)
				assert.Equal(t, tt.line, d.Words(blocks[0].Span()))
				blocks = blocks[1:]
			}
			assert.Equal(t, dateline.BlockParagraph, blocks[0].Kind)
			assert.Equal(t, tt.first, d.Words(blocks[0].Span()))
			assert.Zero(t, d.Sections[0].Start)
		})
	}
}

func TestReadErrors(t *testing.T) {
	t.Parallel()
	text := []byte("Some words.")
	tests := []struct {
		name string
		page dateline.Page
		opt  page.Options
		want error
		say  string
	}{
		{"unknown form", dateline.Page{Form: "pdf", Body: text}, page.Options{}, page.ErrForm, `"pdf"`},
		{"empty story", dateline.Page{Form: dateline.Story, Body: []byte(" \n\t\n")}, page.Options{}, page.ErrEmpty, ""},
		{"empty page", dateline.Page{Form: dateline.PlainPage}, page.Options{}, page.ErrEmpty, ""},
		{"markup alone", dateline.Page{Form: dateline.HTML, Body: []byte("<p> </p><script>x</script>")}, page.Options{}, page.ErrEmpty, ""},
		{"image", dateline.Page{Form: dateline.HTML, Body: []byte("\x89PNG\r\n")}, page.Options{}, page.ErrBinary, "PNG"},
		{"NUL", dateline.Page{Form: dateline.PlainPage, Body: []byte("a\x00b\x00")}, page.Options{}, page.ErrBinary, "2 NUL"},
		{"not UTF-8", dateline.Page{Form: dateline.Story, Body: []byte("one\ntwo\xff\n")}, page.Options{}, page.ErrUTF8, "line 2"},
		{"pasted, not UTF-8", dateline.Page{Form: dateline.PlainPage, Body: []byte("\n\n\xe9t\xe9")}, page.Options{}, page.ErrUTF8, "line 3"},
		{"too large", dateline.Page{Form: dateline.Story, Body: text}, page.Options{MaxBytes: 5}, page.ErrTooLarge, "11 bytes, the limit is 5"},
		{"option", dateline.Page{Form: dateline.Story, Body: text}, page.Options{MaxText: -1}, page.ErrOptions, "MaxText is -1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := page.Read(tt.page, tt.opt)
			require.ErrorIs(t, err, tt.want)
			assert.Contains(t, err.Error(), tt.say)
		})
	}
}

func TestReadLimits(t *testing.T) {
	t.Parallel()
	body := "<h1>A headline of five words</h1>" + strings.Repeat("<div><p>A sentence of the story, with a comma and a full stop.</p></div>", 300)
	for _, opt := range []page.Options{{MaxNodes: 100}, {MaxBlocks: 50}, {MaxText: 2000}} {
		doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, opt)
		require.NoError(t, err)
		require.NoError(t, doc.Validate())
		assert.Less(t, len(doc.Blocks), 60, "%+v", opt)
		require.Len(t, doc.Warnings, 1, "%+v", opt)
		assert.Contains(t, doc.Warnings[0], "left out")
	}
}

func TestLinkLimit(t *testing.T) {
	t.Parallel()
	body := "<h1>A headline of five words</h1>" + strings.Repeat(
		`<p>A sentence of the story, with <a href="/tide">a link to the tide</a> and a full stop at its end.</p>`, 30)
	read := func(opt page.Options) *dateline.Document {
		doc, err := page.Read(dateline.Page{Form: dateline.HTML, URL: "https://courier.example/", Body: []byte(body)}, opt)
		require.NoError(t, err)
		return doc
	}
	all, some := read(page.Options{}), read(page.Options{MaxLinks: 7})
	require.Greater(t, len(all.Links), 7)
	assert.Empty(t, all.Warnings)
	assert.Equal(t, all.Links[:7], some.Links)
	assert.Equal(t, []string{"links after the first 7 were left out"}, some.Warnings)
	assert.Equal(t, all.Text, some.Text)
}

func ExampleRead() {
	doc, err := page.Read(dateline.Page{
		Form: dateline.HTML,
		URL:  "https://courier.example/trains",
		Body: []byte(`<title>Night trains stay | Courier</title><nav><a href="/">Home</a></nav>
			<h1>Night trains stay</h1><p>The council voted on Tuesday to keep the night trains to the coast.</p>`),
	}, page.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range doc.Blocks {
		fmt.Println(b.Kind, doc.Words(b.Span()))
	}
	// Output:
	// headline Night trains stay
	// paragraph The council voted on Tuesday to keep the night trains to the coast.
}

package page_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

// filler is a story of two paragraphs.
const filler = "<p>The council of Nørreby voted on Tuesday to keep the night trains, after a debate that ran past midnight.</p>" +
	"<p>Seven members spoke against the plan, which will cost the town four million crowns a year, and lost.</p>"

func html(t *testing.T, body string) *dateline.Document {
	t.Helper()
	return read(t, dateline.Page{Form: dateline.HTML, Body: []byte(body), URL: "https://www.nightpost.example/2024/02/11/trains"})
}

func TestEncodings(t *testing.T) {
	t.Parallel()
	latin, err := charmap.Windows1252.NewEncoder().String(filler)
	require.NoError(t, err)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(filler)
	require.NoError(t, err)
	tests := []struct {
		name, body, contentType string
		warns                   bool
	}{
		{"utf-8", filler, "", false},
		{"mark", "\ufeff" + filler, "", false},
		{"declared in the page", `<meta charset="iso-8859-1">` + latin, "", false},
		{"declared by the server", latin, "text/html; charset=windows-1252", false},
		{"guessed", latin, "", false},
		{"declared wrongly", `<meta charset="iso-8859-1">` + filler, "", false},
		{"utf-16", wide, "", false},
		{"broken", `<meta charset="utf-8"><p>` + "\xff</p>" + filler, "", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := read(t, dateline.Page{Form: dateline.HTML, Body: []byte(tt.body), ContentType: tt.contentType})
			assert.Contains(t, d.Text, "The council of Nørreby voted")
			if tt.warns {
				assert.Contains(t, d.Warnings, "invalid UTF-8 in line 1 was replaced")
			}
		})
	}
}

func TestLyingEncoding(t *testing.T) {
	t.Parallel()
	latin, err := charmap.Windows1252.NewEncoder().String(`<meta charset="utf-8">` + filler + "<p>The café at the station, “The Øre”, stays open.</p>")
	require.NoError(t, err)
	d := read(t, dateline.Page{Form: dateline.HTML, Body: []byte(latin), ContentType: "text/html; charset=utf-8"})
	assert.Contains(t, d.Text, "The café at the station, “The Øre”, stays open.")
	assert.Contains(t, d.Warnings, "not UTF-8, as it says; read as windows-1252")

	wide, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(`<meta charset="iso-8859-1">` + filler)
	require.NoError(t, err)
	d = read(t, dateline.Page{Form: dateline.HTML, Body: []byte(wide)})
	assert.Contains(t, d.Text, "The council of Nørreby voted")
}

func TestLyingEncodingWithSigns(t *testing.T) {
	t.Parallel()
	latin, err := charmap.Windows1252.NewEncoder().String(`<meta charset="utf-8">` + filler +
		strings.Repeat("<p>The café sold cakes for £3 and the ferry cost £12, in a heat of 31°, said the owner – twice.</p>", 5))
	require.NoError(t, err)
	d := read(t, dateline.Page{Form: dateline.HTML, Body: []byte(latin), ContentType: "text/html; charset=utf-8"})
	assert.Contains(t, d.Text, "The café sold cakes for £3")
}

func TestHeadlines(t *testing.T) {
	t.Parallel()
	const want = "Night trains stay, council says"
	tests := []struct{ name, body string }{
		{"h1", "<h1>" + want + "</h1>"},
		{"OpenGraph", `<meta property="og:title" content="` + want + ` | Night Post"><meta property="og:site_name" content="Night Post">`},
		{"title with site", "<title>" + want + " - Nightpost</title>"},
		{"site first", `<meta property="og:site_name" content="Night Post"><title>Night Post: x | ` + want + `</title><h1>` + want + `</h1>`},
		{"JSON-LD in a graph", `<script type="application/ld+json">{"@graph":[{"@type":["Thing","NewsArticle"],"headline":"` + want + `"}]}</script>`},
		{"JSON-LD with faults", "<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"x\":\"a\nb\",\"headline\":\"" + want + "\",}]</script>"},
		{"kicker before it in the data", `<meta property="og:title" content="Railways: ` + want + `"><title>Railways: ` + want + `</title><h1>` + want + `</h1>`},
		{"the site's words behind it", `<meta property="og:title" content="` + want + ` - Latest from Nørreby"><h1>` + want + `</h1>`},
		{"logo as h1", "<title>The Night Post: " + want + "</title><h1>The Night Post</h1><h2>" + want + "</h2>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, want, html(t, tt.body+filler).Headline)
		})
	}
}

func TestAuthors(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, body string
		want       []string
	}{
		{"objects and references", `<script type="application/ld+json">{"@graph":[{"@id":"#p","name":"Ida Holm"},
			{"@type":"NewsArticle","author":[{"@id":"#p"},{"@type":"Person","name":"Jon Vik (jv)"}]}]}</script>`, []string{"Ida Holm", "Jon Vik"}},
		{"the site only where nobody else is named", `<meta property="og:site_name" content="Night Post"><meta name="author" content="Ida Holm">
			<script type="application/ld+json">{"@type":"Article","author":{"name":"Night Post"}}</script>`, []string{"Ida Holm"}},
		{"the site", `<meta property="og:site_name" content="Night Post"><meta name="author" content="Night Post">`, []string{"Night Post"}},
		{"a line", "<h1>Night trains stay in town</h1><p>By Ida Holm and Jon Vik</p>", []string{"Ida Holm", "Jon Vik"}},
		{"a domain in the data, somebody on the page", `<script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"nattpost.no"}}</script>
			<h1>Night trains stay in town</h1><p class="author">By Ida Holm</p>`, []string{"Ida Holm"}},
		{"an address is no name", `<meta name="author" content="https://a.example/ida">`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, a := range html(t, tt.body+filler).Byline {
				got = append(got, a.Name)
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestPublished(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, body, want string }{
		{"meta", `<meta property="article:published_time" content="2024-02-10T20:15:00+01:00">`, "2024-02-10T20:15:00+01:00"},
		{"the day of the address", `<meta property="article:published_time" content="2024-02-12T01:15:00Z">`, "2024-02-11T23:15:00-02:00"},
		{"microdata", `<meta itemprop="datePublished" content="2024-02-10">`, "2024-02-10"},
		{"time", `<time datetime="2024-02-11T08:00:00Z">today</time>`, "2024-02-11T08:00:00Z"},
		{"a line of that day", "<p>11 February 2024, 7:30 pm</p>", "2024-02-11T19:30:00Z"},
		{"the address", "", "2024-02-11"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, tt.want, html(t, tt.body+filler).Published.String())
		})
	}
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	german := "<p>Der Rat der Stadt hat am Dienstag nach langer Debatte beschlossen, die Nachtzüge weiter zu bezahlen, obwohl sieben Mitglieder dagegen sprachen und das Geld lieber für die Schule ausgegeben hätten.</p>"
	tests := []struct {
		name, body, want string
		warnings         []string
	}{
		{"declared and so", `<html lang="en-GB">` + filler, "en-GB", nil},
		{"not declared", filler, "en", nil},
		{"not English", `<html lang="de">` + german, "de", nil},
		{"declared wrongly", `<html lang="en">` + german, "de", []string{`declared to be in "en", but its words are "de"`}},
		{"a list of names", "<p>Results of the second division on Saturday:</p><p>Hernández Rodríguez (Santa Lucía) 2 Domínguez Fernández (Río Claro) 0</p>" +
			"<p>González Martínez (Villa del Mar) 3 Gutiérrez López (Puerto Nuevo) 1</p><p>Jiménez Sánchez (Las Flores) 1 Ramírez Pérez (Los Santos) 1</p>" +
			"<p>Álvarez Núñez (Monte Grande) beat Castillo Ortega (San Esteban) after extra time</p>", "en", nil},
		{"English after all", `<html lang="de">` + filler, "en", []string{`declared to be in "de", but its words are "en"`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := html(t, tt.body)
			assert.Equal(t, tt.want, d.Language)
			assert.Equal(t, tt.warnings, d.Warnings)
		})
	}
}

func TestMarkupFaults(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, body string }{
		{"paragraphs that are not closed", "<article><p>The council of Nørreby voted on Tuesday to keep the night trains, after a long debate.<p>Seven members spoke against the plan, which will cost four million crowns a year, and lost."},
		{"line breaks for paragraphs", "<article>The council of Nørreby voted on Tuesday to keep the night trains, after a long debate.<br><br/>Seven members spoke against the plan, which will cost four million crowns a year, and lost.</article>"},
		{"an icon that is not closed", "<svg><path>" + filler},
		{"deep nesting", nest(600) + filler},
		{"no body", "</div></p></table>" + filler},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := html(t, tt.body)
			require.GreaterOrEqual(t, len(d.Blocks), 2)
			assert.Contains(t, d.Words(d.Blocks[len(d.Blocks)-2].Span()), "The council of Nørreby voted")
			assert.Contains(t, d.Words(d.Blocks[len(d.Blocks)-1].Span()), "Seven members spoke")
		})
	}
}

func nest(n int) string {
	var b []byte
	for range n {
		b = append(b, "<div>"...)
	}
	return string(b)
}

func TestPastedAges(t *testing.T) {
	t.Parallel()
	body := "Night trains stay in the north\n\nThe council of Nørreby voted on Tuesday to keep the night trains, after a debate that ran past midnight.\n\n" +
		"Seven members spoke against the plan, which will cost the town four million crowns a year, and lost.\n\nTrending\n" +
		"1 Sport: A goalkeeper who drives the bus (2 hours ago)\n2 The lake that froze on both sides (last week)\n"
	p := dateline.Page{Form: dateline.PlainPage, Body: []byte(body)}
	d := read(t, p)
	require.Len(t, d.Links, 2)
	assert.Equal(t, dateline.Link{Kind: dateline.LinkMostRead, Section: "Sport", Title: "A goalkeeper who drives the bus", Rank: 1, Age: "2 hours ago"}, d.Links[0])
	assert.Equal(t, 2, d.Links[1].Rank)

	p.Retrieved = time.Date(2024, 2, 11, 9, 30, 0, 0, time.UTC)
	assert.Equal(t, "2024-02-11T07:30:00Z", read(t, p).Links[0].Published.String())
}

func TestModelSize(t *testing.T) {
	t.Parallel()
	first, context, again := page.Size()
	assert.LessOrEqual(t, first+context+again, 300)
	names, more, last := page.Names()
	assert.Len(t, names, first)
	assert.Len(t, more, context)
	assert.Len(t, last, again)
	_, err := page.ReadWith(dateline.Page{Form: dateline.HTML, Body: []byte(filler)}, page.Options{}, &page.Model{})
	require.ErrorIs(t, err, page.ErrOptions)
}

// TestShownSection finds the section that stands over the headline and in no data of the page.
func TestShownSection(t *testing.T) {
	const story = `<p>The old quay in Bergen will close in June, the harbour master said on Monday.</p>` +
		`<p>Repairs of the quay will take a year. The city pays for the repairs, which it had put off since 2019.</p>`
	for _, c := range []struct{ name, above, want string }{
		{"a path", `<p class="crumbs"><a href="/">Home</a> &raquo; <a href="/society">Society</a></p>`, "Society"},
		{"a path that ends with the headline", `<div>Home / Local news / Quay to close in June</div>`, "Local news"},
		{"a link to a folder", `<a class="cat" href="/national">National</a>`, "National"},
		{"a link in a small heading", `<h4><a href="/news/business">Business</a></h4>`, "Business"},
		{"a menu without a name", `<div><p><a href="/news">News</a></p><p><a href="/sport">Sport</a></p></div>`, ""},
		{"a link to an article", `<p><a href="/2026/05/ferry-late.html">Ferry late</a></p>`, ""},
		{"a link elsewhere", `<p><a href="/account">Sign in</a></p>`, ""},
		{"words without a link", `<p>Bergen</p>`, ""},
	} {
		d := html(t, `<nav><a href="/national">National</a> <a href="/news/business">Business</a> `+
			`<a href="/account">Account</a></nav><main>`+c.above+`<h1>Quay to close in June</h1>`+story+`</main>`)
		assert.Equal(t, c.want, d.Section, c.name)
		assert.Equal(t, "Quay to close in June", d.Headline, c.name)
	}
	d := plainPage(t, "The Fjord Post\nNews  Sport  Opinion  Life\n\nNews > Politics\n\nQuay to close in June\n\n"+
		"The old quay in Bergen will close in June, the harbour master said on Monday, and will open in a year.\n\n"+
		"The city pays for the repairs, which it had put off since 2019, the mayor told reporters.\n")
	assert.Equal(t, "Politics", d.Section)
}

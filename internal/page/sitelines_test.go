package page_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

func TestSiteLines(t *testing.T) {
	for _, tc := range []struct{ name, between, behind, out string }{
		{"label and link", "<p>RELATED: Ferry fares rise again</p>", "", "Ferry fares"},
		{"label in French", "<p>Lire aussi : Le bac reste à quai</p>", "", "Le bac"},
		{"caption of a film", "<p>Media caption: Watch the last slab come up</p>", "", "last slab"},
		{"player", "<p>Listen to this article 4 min</p>", "", "Listen to"},
		{"commission", "<p>When you buy things through links on this page, we may earn a commission from the shop.</p>", "", "we may earn"},
		{"address", "", "<p>meide@mail.example (END)</p>", "meide@"},
		{"links behind the end", "", `<p><a href="/x">Slate museum to open in the old school</a></p>`, "Slate museum"},
		{"pull quote", `<aside class="pullquote"><p>builders on the coast turned to tiles</p></aside>`, "", "\n\nbuilders on the coast"},
		{"tags", "<p>Tags: Selje · slate · quarries</p>", "", "slate ·"},
		{"label and a bar", "<p>WATCH | How the last slab came up</p>", "", "last slab came"},
		{"consent", "<p>Ich bin damit einverstanden, dass mir der externe Inhalt angezeigt wird.</p>", "", "einverstanden"},
		{"a film that does not load", "<p>We apologize, but this video has failed to load.</p>", "", "We apologize"},
		{"byline inside", `<p class="post-author">Marit Eide</p>`, "", "Marit Eide"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(storyPage(tc.between, tc.behind))}, page.Options{})
			require.NoError(t, err)
			assert.NotContains(t, doc.Text, tc.out)
			assert.Contains(t, doc.Text, quarryLead)
			assert.Contains(t, doc.Text, quarryLast)
		})
	}
}

// TestStoryWithLabels keeps sentences that begin as lines of a site do.
func TestStoryWithLabels(t *testing.T) {
	for _, words := range []string{
		"More: that was the word the crowd used all evening, and nobody on the stage could say how much more there was to give.",
		"Watch committees were set up in both valleys in the spring, and they met in the chapel every second week until it was sold.",
	} {
		doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(storyPage("<p>"+words+"</p>", ""))}, page.Options{})
		require.NoError(t, err)
		assert.Contains(t, doc.Text, words)
	}
}

func TestDates(t *testing.T) {
	for _, tc := range []struct{ name, line, published, modified string }{
		{"published and changed", "Tue 4 Mar 2025 18.20 GMT Last modified on Wed 5 Mar 2025 07.01 GMT", "2025-03-04T18:20:00Z", "2025-03-05T07:01:00Z"},
		{"French", "Publié le 4 mars 2025 à 18h20 - Mis à jour le 5 mars 2025 à 07h01", "2025-03-04T18:20:00Z", "2025-03-05T07:01:00Z"},
		{"yesterday", "Yesterday at 4:25 PM", "2025-03-05T16:25:00Z", ""},
		{"no year", "Tue., March 4", "2025-03-04", ""},
		{"no year, last year", "12 Dec", "2024-12-12", ""},
		{"changed only", "Updated March 5", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			body := strings.Replace(storyPage("", ""), "</h1>", `</h1><p class="date">`+tc.line+"</p>", 1)
			doc, err := page.Read(dateline.Page{
				Form: dateline.HTML, Body: []byte(body), Retrieved: time.Date(2025, 3, 6, 9, 0, 0, 0, time.UTC),
			}, page.Options{})
			require.NoError(t, err)
			assert.Equal(t, tc.published, dateOf(doc.Published))
			assert.Equal(t, tc.modified, dateOf(doc.Modified))
			assert.Empty(t, doc.Dek)
			assert.NotContains(t, doc.Text, tc.line)
		})
	}
}

// TestDayOfAddress takes the publisher's day from the folders of an address, not from the name of a file, which may say when
// the story was begun.
func TestDayOfAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://mail.example/2025/03/04/quarry":            "2025-03-04T23:30:00-01:00",
		"https://mail.example/2025-03-04/quarry":            "2025-03-04T23:30:00-01:00",
		"https://mail.example/news/quarry-20250304-p9.html": "2025-03-05T00:30:00Z",
	} {
		body := strings.Replace(storyPage("", ""), "</title>",
			`</title><meta property="article:published_time" content="2025-03-05T00:30:00Z">`, 1)
		doc, err := page.Read(dateline.Page{Form: dateline.HTML, URL: address, Body: []byte(body)}, page.Options{})
		require.NoError(t, err)
		assert.Equal(t, want, dateOf(doc.Published), address)
	}
}

// dateOf writes a date, "" for none.
func dateOf(d dateline.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}

// TestOtherDate takes no date from a list of other stories.
func TestOtherDate(t *testing.T) {
	body := storyPage("", `<aside><h3>More from the coast</h3><ul><li><a href="/a">Ferry late again</a> <time datetime="2023-12-24">24 December 2023</time></li></ul></aside>`)
	doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
	require.NoError(t, err)
	assert.True(t, doc.Published.IsZero(), "%s", doc.Published)
}

// TestLead knows the first paragraph from a dek though the data repeat it.
func TestLead(t *testing.T) {
	body := strings.Replace(storyPage("", ""), "</title>", `</title><meta name="description" content="`+quarryLead+`">`, 1)
	doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
	require.NoError(t, err)
	assert.Empty(t, doc.Dek)
	assert.Contains(t, doc.Text, quarryLead)
}

func TestHeadlineWords(t *testing.T) {
	for _, tc := range []struct{ name, body, want string }{
		{"paper before a colon", "<title>The Fjord Mail: Quarry at Tranby to close for good</title><div class=\"x\">Quarry at Tranby to close for good</div><p>" +
			quarryLead + "</p><p>" + quarryNext + "</p>", "Quarry at Tranby to close for good"},
		{"escaped twice", "<title>Eide &amp;amp; Lie &amp;quot;agree&amp;quot; on quarry</title><h1>Eide &amp;amp; Lie &amp;quot;agree&amp;quot; on quarry</h1><p>" +
			quarryLead + "</p><p>" + quarryNext + "</p>", `Eide & Lie "agree" on quarry`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(tc.body)}, page.Options{})
			require.NoError(t, err)
			assert.Equal(t, tc.want, doc.Headline)
		})
	}
}

// TestStoryInData reads a story that only the data of the page hold.
func TestStoryInData(t *testing.T) {
	body := `<html><head><title>Quarry at Tranby to close</title><script type="application/ld+json">{"@type":"NewsArticle",` +
		`"headline":"Quarry at Tranby to close","articleBody":"` + quarryLead + `\n\n` + quarryNext + `\n\n` + quarryLast + `"}</script></head>` +
		`<body><div id="app"></div></body></html>`
	doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: []byte(body)}, page.Options{})
	require.NoError(t, err)
	assert.Contains(t, doc.Text, quarryLast)
	assert.Contains(t, doc.Warnings, "the story stands in the data of the page only")
}

func TestTailLinks(t *testing.T) {
	t.Parallel()
	const links = `<p><a href="/bakers">Bakers of Nørreby warn of dear flour</a></p><p><a href="/fair">The spring fair comes early this year</a></p><p><a href="/more">More news</a></p>`
	d := html(t, "<article><h1>Night trains stay in town</h1>"+filler+links+"</article>")
	require.Len(t, d.Links, 2)
	for i, title := range []string{"Bakers of Nørreby warn of dear flour", "The spring fair comes early this year"} {
		assert.Equal(t, title, d.Links[i].Title)
		assert.Equal(t, dateline.LinkRelated, d.Links[i].Kind)
	}
	assert.NotContains(t, d.Text, "Bakers")
}

package page_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func TestPaywalls(t *testing.T) {
	t.Parallel()
	const free, gated, stub = "", "declared as not free to read; the story may be cut short",
		"asks the reader to subscribe or sign in to read on; the story may be cut short"
	ld := func(s string) string { return `<script type="application/ld+json">` + s + "</script>" + filler }
	tests := []struct{ name, body, want string }{
		{"free", ld(`{"@type":"NewsArticle","headline":"Night trains stay","isAccessibleForFree":true}`), free},
		{"false", ld(`{"@type":"NewsArticle","headline":"Night trains stay","isAccessibleForFree":false}`), gated},
		{"as a string", ld(`{"@type":"NewsArticle","isAccessibleForFree":"False"}`), gated},
		{"as an address", ld(`{"@type":"NewsArticle","isAccessibleForFree":"http://schema.org/False"}`), gated},
		{"a part", ld(`{"@type":"NewsArticle","hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".body"}}`), gated},
		{"in a graph", ld(`{"@graph":[{"@type":"Organization","name":"Post"},{"@type":"Article","isAccessibleForFree":"false"}]}`), gated},
		{"meta", `<meta property="article:content_tier" content="locked">` + filler, gated},
		{"words", filler + `<div class="wall"><p>Subscribe to continue reading this story.</p></div>`, stub},
		{"words of another thing", filler + `<div class="box"><p>Subscribe to our newsletter.</p></div>`, free},
		{"in the story", filler + "<p>The mayor said that she would write a letter to continue reading lessons at the school in the spring.</p>", free},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := html(t, tt.body)
			assert.Contains(t, d.Text, "Seven members spoke")
			if tt.want == free {
				assert.Empty(t, d.Warnings)
				return
			}
			assert.Equal(t, []string{tt.want}, d.Warnings)
		})
	}
}

func TestPastedStub(t *testing.T) {
	t.Parallel()
	d := plainPage(t, "Vesterholm keeps its keeper by two votes\n\n"+pastedStory+"\nThis article is for subscribers only\n")
	assert.Len(t, d.Warnings, 1)
	assert.NotContains(t, d.Text, "subscribers")
}

func TestAMP(t *testing.T) {
	t.Parallel()
	d := html(t, `<!doctype html><html amp lang="en"><head><meta charset="utf-8"><link rel="canonical" href="https://www.nightpost.example/trains">
<script async src="https://cdn.ampproject.org/v0.js"></script><style amp-custom>p{margin:0}</style>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Night trains stay, council says","author":{"@type":"Person","name":"Ida Holm"},"datePublished":"2024-02-11T08:00:00Z"}</script></head>
<body><amp-sidebar id="s" layout="nodisplay"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></amp-sidebar>
<article><h1>Night trains stay, council says</h1><amp-img src="/night.jpg" width="10" height="5" alt="A train"></amp-img>`+filler+
		`<amp-ad width="300" height="250" type="x"></amp-ad><p>The trains run again from Friday, and nobody needs a new ticket for them, the railway said.</p></article>
<amp-analytics type="y"><script type="application/json">{"vars":{}}</script></amp-analytics></body></html>`)
	assert.Equal(t, "https://www.nightpost.example/trains", d.URL)
	assert.Equal(t, "Night trains stay, council says", d.Headline)
	assert.Equal(t, "Ida Holm", authorsOf(d))
	assert.Equal(t, "2024-02-11T08:00:00Z", d.Published.String())
	assert.NotContains(t, d.Text, "Sport")
	assert.NotContains(t, d.Text, "vars")
	assert.True(t, strings.HasSuffix(d.Text, "the railway said."))
	require.Len(t, d.Images, 1)
	assert.Equal(t, "https://www.nightpost.example/night.jpg", d.Images[0].URL)
}

func TestMicrodata(t *testing.T) {
	t.Parallel()
	d := html(t, `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Night trains stay, council says</h1>
<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ida Holm</span></span>
<meta itemprop="datePublished" content="2024-02-10T22:15:00+01:00"><div itemprop="articleBody">`+filler+`</div></div>`)
	assert.Equal(t, "Night trains stay, council says", d.Headline)
	assert.Equal(t, "Ida Holm", authorsOf(d))
	assert.Equal(t, "2024-02-10T22:15:00+01:00", d.Published.String())
}

func TestGraph(t *testing.T) {
	t.Parallel()
	d := html(t, `<script type="application/ld+json">{"@type":"BreadcrumbList","itemListElement":[]}</script>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"Person","@id":"#ida","name":"Ida Holm"},{"@type":"Organization","@id":"#post","name":"The Night Post"},
{"@type":"WebPage","name":"Night trains stay | The Night Post","datePublished":"2020-01-01"},
{"@type":["NewsArticle","Article"],"headline":"Night trains stay, council says","author":[{"@id":"#ida"}],"publisher":{"@id":"#post"},
"datePublished":"2024-02-11T08:00:00+01:00","dateModified":"2024-02-11T09:30:00+01:00","articleSection":"Railways"}]}</script>
<script type="application/ld+json">{"@type":"Organization","name":"Somebody Else"}</script>`+filler)
	assert.Equal(t, "Night trains stay, council says", d.Headline)
	assert.Equal(t, "Ida Holm", authorsOf(d))
	assert.Equal(t, "The Night Post", d.Site)
	assert.Equal(t, "Railways", d.Section)
	assert.Equal(t, "2024-02-11T08:00:00+01:00", d.Published.String())
	assert.Equal(t, "2024-02-11T09:30:00+01:00", d.Modified.String())
}

func TestCaptions(t *testing.T) {
	t.Parallel()
	d := html(t, `<h1>Night trains stay, council says</h1><article>`+filler+`<figure><img src="/a.jpg" alt="x"><figcaption>A train at Nørreby. Photo: Ida Holm</figcaption></figure>
<p>The trains run again from Friday, and nobody needs a new ticket for them, the railway said.</p>
<img src="https://img.example/b.png" alt="The timetable">`+filler+`</article>`)
	assert.Equal(t, []dateline.Image{
		{URL: "https://www.nightpost.example/a.jpg", Caption: "A train at Nørreby. Photo: Ida Holm"}, {URL: "https://img.example/b.png", Caption: "The timetable"},
	}, d.Images)
}

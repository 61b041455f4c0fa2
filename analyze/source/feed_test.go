package source_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

const rssFeed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Galway Echo</title><link>https://example.org/</link><language>en-IE</language>
<item><title>Ferry late &amp; full</title><link>https://example.org/ferry</link><guid isPermaLink="false">echo-1</guid>
 <pubDate>Mon, 2 Mar 2026 08:00:00 +0100</pubDate><dc:creator>Ana Novak</dc:creator><category>Islands</category>
 <description>The ferry was late.</description><content:encoded><![CDATA[<p>The ferry to Aran was late on <b>Monday</b>.</p>]]></content:encoded></item>
<item><title>School reopens</title><link>/school</link><pubDate>01/04/2026</pubDate><description>The school in Lusaka, Zambia, reopens &amp; smiles.</description></item>
<item><title>Nothing to say</title><guid>echo-3</guid></item>
<item><guid>https://example.org/last</guid><description>&lt;p&gt;It rained.&lt;/p&gt;</description></item>
</channel></rss>`

const atomFeed = `<?xml version="1.0" encoding="iso-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://example.org/news/"><title>Le Mot</title><link href="https://example.org/"/>
<entry><id>urn:mot:1</id><title type="html">Pluie &amp;amp; vent</title><link rel="alternate" href="pluie"/><updated>2026-03-02T08:00:00Z</updated>
<author><name>Zo` + "\xe9" + ` Blanc</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Il a plu ` + "\xe0" + ` Brest.</p></div></content></entry></feed>`

const jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"Echo","home_page_url":"https://example.org/","language":"en",
"items":[{"id":7,"url":"https://example.org/ferry","title":"Ferry late","content_text":"The ferry was late.\n\nIt was <full>.","date_published":"2026-03-02T08:00:00+01:00","authors":[{"name":"Ana Novak"}],"tags":["Islands"]}]}`

// fed reads a feed from a string; what it warned of comes as words.
func fed(t *testing.T, text string, o source.Options) (got, []string) {
	t.Helper()
	var warned []string
	o.Warn = func(e *source.Error) { warned = append(warned, e.Error()) }
	return collect(t, source.Feed(t.Context(), strings.NewReader(text), "feed.xml", o)), warned
}

func TestFeedReadsRSS(t *testing.T) {
	g, warned := fed(t, rssFeed, source.Options{})
	require.Equal(t, "ppep", g.order, g.errs)
	assert.EqualError(t, g.errs[0], `feed.xml:3: page "echo-3": needs one of html, page and text: the item has neither content nor summary`)

	p := g.pages[0]
	assert.Equal(t, "echo-1", p.ID)
	assert.Equal(t, "https://example.org/ferry", p.URL)
	assert.Equal(t, "Ferry late & full", p.Title)
	assert.Equal(t, "feed.xml:1", p.Source)
	assert.Equal(t, "2026-03-02T08:00:00+01:00", p.Date.String())
	assert.Equal(t, dateline.HTML, p.Form)
	for _, want := range []string{
		`<html lang="en-IE">`, `<title>Ferry late &amp; full</title>`, `<h1>Ferry late &amp; full</h1>`, `<p>The ferry to Aran was late on <b>Monday</b>.</p>`,
		`content="Galway Echo"`, `<meta name="author" content="Ana Novak">`, `<meta property="article:section" content="Islands">`,
	} {
		assert.Contains(t, string(p.Body), want)
	}
	assert.NotContains(t, string(p.Body), "<p>The ferry was late.</p>", "the summary is not the content")

	p = g.pages[1]
	assert.Equal(t, "https://example.org/school", p.ID, "resolved, and the id where there is no other")
	assert.True(t, p.Date.IsZero(), "day and month cannot be told apart")
	assert.Contains(t, string(p.Body), "<p>The school in Lusaka, Zambia, reopens &amp; smiles.</p>")
	assert.Equal(t, "https://example.org/last", g.pages[2].URL)
	assert.Contains(t, string(g.pages[2].Body), "<p>It rained.</p>")
	assert.Equal(t, []string{
		`feed.xml:2: page "https://example.org/school": the feed gives a summary only`,
		`feed.xml:2: page "https://example.org/school": date is neither RFC 3339 nor YYYY-MM-DD: "01/04/2026"`,
		`feed.xml:4: page "https://example.org/last": the feed gives a summary only`,
	}, warned)
}

// feedOf is a feed of one item with these fields.
func feedOf(item string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" ` +
		`xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Galway Echo</title><item><guid>echo-1</guid>` + item +
		`<description>The ferry was late.</description></item></channel></rss>`
}

func TestFeedReadsDates(t *testing.T) {
	tests := map[string]string{
		"Mon, 2 Mar 2026 08:00:00 EST":      "2026-03-02T08:00:00-05:00",
		"lun., 02 mars 2026 08:00:00 +0100": "2026-03-02T08:00:00+01:00",
		"2. März 2026, 8:00 Uhr":            "2026-03-02T08:00:00Z",
		"March 2, 2026, 6:20 pm":            "2026-03-02T18:20:00Z",
		"1772438400":                        "2026-03-02T08:00:00Z",
		"1772438400000":                     "2026-03-02T08:00:00Z",
		"02.03.2026 08:00":                  "2026-03-02T08:00:00Z",
		"20260302":                          "2026-03-02",
		"<![CDATA[ 2026-03-02 ]]>":          "2026-03-02",
		"03/02/2026 08:00":                  "",
		"next week":                         "",
	}
	for in, want := range tests {
		g, warned := fed(t, feedOf("<pubDate>"+in+"</pubDate>"), source.Options{})
		require.Equal(t, "p", g.order, in)
		assert.Equal(t, want, g.pages[0].Date.String(), in)
		assert.Equal(t, want == "", len(warned) == 2, in)
	}
}

func TestFeedUnescapesWhatWasEscapedTwice(t *testing.T) {
	g, _ := fed(t, feedOf(`<title>&lt;![CDATA[Ferry &amp;amp; bus]]&gt;</title><dc:creator>&lt;![CDATA[Ana Novak]]&gt;</dc:creator>`+
		`<content:encoded><![CDATA[&lt;p&gt;The ferry &amp;amp; the bus were late.&lt;/p&gt;]]></content:encoded>`), source.Options{})
	require.Equal(t, "p", g.order, g.errs)
	assert.Equal(t, "Ferry & bus", g.pages[0].Title)
	assert.Contains(t, string(g.pages[0].Body), `content="Ana Novak"`)
	assert.Contains(t, string(g.pages[0].Body), "<p>The ferry &amp; the bus were late.</p>")

	g, _ = fed(t, feedOf(`<content:encoded><![CDATA[<p>Write &lt;/b&gt; behind it.</p>]]></content:encoded>`), source.Options{})
	require.Equal(t, "p", g.order, g.errs)
	assert.Contains(t, string(g.pages[0].Body), "<p>Write &lt;/b&gt; behind it.</p>", "what is about markup stays")
}

func TestFeedKeepsEveryCreator(t *testing.T) {
	g, _ := fed(t, feedOf(`<dc:creator>Ana Novak</dc:creator><dc:creator>Bo Lund</dc:creator><author>desk@example.org</author>`), source.Options{})
	require.Equal(t, "p", g.order, g.errs)
	assert.Contains(t, string(g.pages[0].Body), "content=\"Ana Novak\">\n<meta name=\"author\" content=\"Bo Lund\"")
}

func TestFeedInAnotherEncodingThanItSays(t *testing.T) {
	words := "Die Fähre nach Görlitz fährt für die Schüler später, sagte Jürgen Müller."
	latin, err := charmap.Windows1252.NewEncoder().String(words)
	require.NoError(t, err)
	feed := func(declares, words string) string {
		return strings.Replace(strings.Replace(feedOf("<title>Fahrplan</title>"), "UTF-8", declares, 1), "The ferry was late.", words, 1)
	}
	tests := map[string]struct {
		in, encoding, warns string
	}{
		"Latin-1 in UTF-8":  {feed("UTF-8", latin), "", "not UTF-8, as it says; read as windows-1252"},
		"UTF-8 in Latin-1":  {feed("iso-8859-1", words), "", "it says that it is in iso-8859-1; read as utf-8, as its bytes say"},
		"as declared":       {feed("iso-8859-1", latin), "", ""},
		"as the user knows": {feed("koi8-r", latin), "windows-1252", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			g, warned := fed(t, tt.in, source.Options{Encoding: tt.encoding})
			require.Equal(t, "p", g.order, g.errs)
			assert.Contains(t, string(g.pages[0].Body), words)
			assert.Equal(t, tt.warns != "", strings.Contains(strings.Join(warned, "\n"), "feed.xml: "+tt.warns), warned)
			assert.Len(t, warned, map[bool]int{true: 1, false: 2}[tt.warns == ""])
		})
	}
	g, _ := fed(t, feedOf(""), source.Options{Encoding: "latin-of-rome"})
	require.Len(t, g.errs, 1)
	assert.ErrorIs(t, g.errs[0], source.ErrOptions)
}

func TestFeedReadsAtom(t *testing.T) {
	g, warned := fed(t, atomFeed, source.Options{})
	require.Equal(t, "p", g.order, g.errs)
	assert.Empty(t, warned)
	p := g.pages[0]
	assert.Equal(t, "urn:mot:1", p.ID)
	assert.Equal(t, "https://example.org/news/pluie", p.URL)
	assert.Equal(t, "Pluie & vent", p.Title)
	assert.Equal(t, time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC), p.Date.Time.UTC())
	assert.Contains(t, string(p.Body), "Il a plu à Brest.")
	assert.Contains(t, string(p.Body), `content="Zoé Blanc"`)
}

func TestFeedReadsJSON(t *testing.T) {
	g, _ := fed(t, "\ufeff"+jsonFeed, source.Options{})
	require.Equal(t, "p", g.order, g.errs)
	p := g.pages[0]
	assert.Equal(t, "7", p.ID)
	assert.Equal(t, "2026-03-02T08:00:00+01:00", p.Date.String())
	assert.Contains(t, string(p.Body), "<p>The ferry was late.</p>\n<p>It was &lt;full&gt;.</p>")
}

func TestFeedRefuses(t *testing.T) {
	deep := strings.Repeat("<a>", 200)
	var spaces strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&spaces, ` xmlns:p%d="u"`, i)
	}
	laughs := `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>` +
		`<rss version="2.0"><channel><item><title>&c;</title><description>` + strings.Repeat("&c;", 1000) + `</description></item></channel></rss>`
	tests := map[string]struct {
		in   string
		want error
		says string
	}{
		"nothing":              {"", source.ErrFeed, "not a feed: neither RSS, Atom nor a JSON feed"},
		"words":                {"Ferry late", source.ErrFeed, "neither RSS"},
		"a web page":           {ferryHTML, source.ErrFeed, "failed to detect feed type"},
		"a JSON file":          {`[1,2]`, source.ErrFeed, "neither RSS"},
		"cut off":              {rssFeed[:len(rssFeed)-40], source.ErrFeed, ""},
		"over the limit":       {rssFeed + strings.Repeat(" ", 64<<10), source.ErrTooLong, "the feed has more than 65536 bytes"},
		"gzip over the limit":  {zipped(t, strings.Repeat("<a>", 1<<20)), source.ErrTooLong, "the feed has more than 65536 bytes"},
		"nested elements":      {`<rss><channel>` + deep, source.ErrFeed, "nested more than 100 deep"},
		"nested extensions":    {`<rss><channel><item><x:y xmlns:x="u">` + deep, source.ErrFeed, "nested more than 100 deep"},
		"many elements":        {`<rss><channel>` + strings.Repeat("<a/>", 8000), source.ErrTooLong, "more than 2048 elements"},
		"many name spaces":     {`<rss` + spaces.String() + `><channel>` + strings.Repeat("<a/>", 1000), source.ErrFeed, "too many name spaces"},
		"words in pieces":      {`<rss><channel><x:y>` + strings.Repeat("<![CDATA[x]]>", 4500), source.ErrFeed, "too many pieces"},
		"many objects":         {`{"items":[` + strings.Repeat("{},", 8000) + `{}]}`, source.ErrTooLong, "objects and lists"},
		"nested lists":         {`{"items":` + strings.Repeat("[", 60000), source.ErrTooLong, "objects and lists"},
		"an unknown encoding":  {`<?xml version="1.0" encoding="none"?><rss></rss>`, source.ErrFeed, ""},
		"a page of the limits": {strings.Replace(rssFeed, "The ferry to Aran", strings.Repeat("x", 5000), 1), source.ErrTooLong, "the limit is 4096"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			g, _ := fed(t, tt.in, source.Options{MaxFeed: 64 << 10, MaxPage: 4 << 10})
			require.NotEmpty(t, g.errs, g.order)
			require.ErrorIs(t, g.errs[0], tt.want)
			assert.ErrorContains(t, g.errs[0], tt.says)
			assert.Less(t, len(g.errs[0].Error()), 300)
		})
	}
	g, _ := fed(t, laughs, source.Options{})
	require.Equal(t, "p", g.order, "entities of the feed's own are words as they stand")
	assert.Less(t, len(g.pages[0].Body), 2*len(laughs))
}

func TestFeedTakesSoManyItems(t *testing.T) {
	in := strings.Replace(rssFeed, "</channel>", strings.Repeat("<item><guid>x</guid><description>It rained.</description></item>", 10)+"</channel>", 1)
	g, _ := fed(t, in, source.Options{MaxItems: 5})
	assert.Equal(t, "ppeppe", g.order)
	assert.EqualError(t, g.errs[1], "feed.xml:6: too long: the feed has 14 items, the limit is 5; the rest is not read")
}

func TestFilesReadFeeds(t *testing.T) {
	dir := folder(t, map[string]string{"a.xml": atomFeed, "b.rss.gz": zipped(t, rssFeed), "c.atom": atomFeed, "d.json": jsonFeed})
	g := collect(t, source.Files(t.Context(), []string{dir}, source.Options{}))
	assert.Equal(t, []string{"a.xml:1", "b.rss.gz:1", "b.rss.gz:2", "b.rss.gz:4", "c.atom:1", "d.json:1"}, sources(dir, g.pages))
	g = collect(t, source.Files(t.Context(), []string{dir + "/d.json", "-"}, source.Options{Stdin: strings.NewReader("")}))
	assert.Equal(t, []string{"d.json:1"}, sources(dir, g.pages))
	g = collect(t, source.Files(t.Context(), []string{"-"}, source.Options{As: source.Items, Stdin: strings.NewReader(jsonFeed)}))
	assert.Equal(t, "p", g.order)
}

func TestOptionsOutOfRange(t *testing.T) {
	for _, o := range []source.Options{{MaxFeed: -1}, {MaxItems: -1}, {As: "fax"}} {
		for _, in := range []string{rssFeed, ferryAt("a")} {
			g, _ := fed(t, in, o)
			require.Len(t, g.errs, 1)
			assert.ErrorIs(t, g.errs[0], source.ErrOptions)
		}
	}
}

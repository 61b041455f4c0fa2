package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// signIn gives the token and returns the cookie for it.
func (d *desk) signIn() *http.Cookie {
	d.t.Helper()
	res, _ := d.post("/login", url.Values{"token": {token}})
	require.Equal(d.t, http.StatusSeeOther, res.StatusCode)
	require.Len(d.t, res.Cookies(), 1)
	return res.Cookies()[0]
}

// has checks what a page holds, without printing all of it.
func has(t *testing.T, body string, want ...string) {
	t.Helper()
	for _, w := range want {
		assert.True(t, strings.Contains(body, w), "%q is missing", w)
	}
}

// hasNot checks what a page does not hold.
func hasNot(t *testing.T, body string, not ...string) {
	t.Helper()
	for _, w := range not {
		assert.False(t, strings.Contains(body, w), "%q is there", w)
	}
}

func TestEmptyFormsComeBackWithAMessage(t *testing.T) {
	d := open(t, nil)
	cookie := d.signIn()
	for name, c := range map[string]struct {
		address string
		form    url.Values
		status  int
		want    []string
	}{
		"analyse": {"/analyze", url.Values{"url": {"https://a.example/b"}}, http.StatusBadRequest,
			[]string{`<textarea id="page"`, "There is nothing to analyse", `value="https://a.example/b"`}},
		"no words": {"/analyze", url.Values{"page": {"<html><body><script>x()</script></body></html>"}}, http.StatusUnprocessableEntity,
			[]string{`<textarea id="page"`, "The page holds no words", "&lt;script&gt;"}},
		"alert":             {"/alerts", url.Values{}, http.StatusBadRequest, []string{`name="query"`, "An alert needs a search."}},
		"alert with a name": {"/alerts", url.Values{"id": {"ports"}}, http.StatusBadRequest, []string{`value="ports"`, "An alert needs a search."}},
		"alert that cannot be read": {"/alerts", url.Values{"id": {"ports"}, "query": {"(strike"}}, http.StatusBadRequest,
			[]string{`value="ports"`, `value="(strike"`, `role="alert"`}},
		"login":       {"/login", url.Values{}, http.StatusUnauthorized, []string{`name="token"`, "The token is missing."}},
		"wrong token": {"/login", url.Values{"token": {"guessed it"}}, http.StatusUnauthorized, []string{"That is not the token of this desk."}},
	} {
		t.Run(name, func(t *testing.T) {
			res, body := d.post(c.address, c.form, cookie)
			assert.Equal(t, c.status, res.StatusCode)
			has(t, body, c.want...)
		})
	}
}

func TestPastedPageCanBeEditedAndKept(t *testing.T) {
	d := open(t, nil)
	given := url.Values{"page": {"Ferry to Bergen late\n\nThe ferry to Bergen was late on Monday, said Ada Lund <of the port>."}, "form": {"page"}}
	_, body := d.post("/analyze", given)
	has(t, body, "Edit it", "Analyse another", `name="as" value="csv"`, `name="as" value="jsonld"`, "Ada Lund &lt;of the port&gt;")
	given.Set("as", "edit")
	res, body := d.post("/analyze", given)
	assert.Equal(t, http.StatusOK, res.StatusCode)
	has(t, body, `<textarea id="page"`, "Ada Lund &lt;of the port&gt;", `value="page" selected`)
	for as, want := range map[string]string{"csv": "Bergen", "jsonld": "NewsArticle", "ninjs": `"uri"`, "jsonl": `"schema"`, "json": `"schema"`} {
		given.Set("as", as)
		res, body := d.post("/analyze", given)
		assert.Equal(t, http.StatusOK, res.StatusCode, as)
		has(t, body, want)
	}
	given.Set("as", "exe")
	res, _ = d.post("/analyze", given)
	assert.Equal(t, http.StatusBadRequest, res.StatusCode)
}

func TestWhatStandsBesideAStory(t *testing.T) {
	doc := plainStory("epsilon", "Quay Times", "en", dateline.Day(2031, 1, 5))
	doc.Furniture = []dateline.Furniture{{Kind: dateline.FurnitureAuthorBox, Text: "Ada Lund covers harbours."}}
	doc.Links = []dateline.Link{
		{Kind: dateline.LinkMostRead, Title: "Bridge shut", URL: "https://quay.example/bridge", Rank: 1, Age: "2 days ago"},
		{Kind: dateline.LinkRelated, Title: "Odd one", URL: "javascript:alert(1)"},
	}
	doc.Warnings = []string{"the date is a guess"}
	body := open(t, nil, doc).ok("/article?id=epsilon")
	has(t, body, "Beside the story", "Author box", "Ada Lund covers harbours.", "Most read", `href="https://quay.example/bridge"`,
		"2 days ago", "Odd one", "the date is a guess")
	hasNot(t, body, "javascript:")
}

func TestStoryPage(t *testing.T) {
	d := open(t, nil)
	body := d.ok("/story?id=" + strike)
	has(t, body, "Felixstowe takes in ships", "<mark>", `aria-current="true"`, "names something new")
	has(t, d.ok("/article?id="+strike), "/story?id="+strike)
	has(t, d.ok("/story?id=mna-20260418-tbilisi-cylinders"), "No other article of the archive tells this story.")
	res, _ := d.get("/story?id=none")
	assert.Equal(t, http.StatusNotFound, res.StatusCode)
	first, _, ok := strings.Cut(body[strings.Index(body, `class="told"`)+1:], `class="told"`)
	require.True(t, ok)
	for _, name := range strings.Split(first, "<mark>")[1:] {
		name, _, _ = strings.Cut(name, "</mark>")
		assert.Equal(t, 1, strings.Count(body, "<mark>"+name+"</mark>"), "%s is new once", name)
	}
}

func TestPeriodOfTrends(t *testing.T) {
	d := open(t, nil)
	has(t, d.ok("/trends"), `href="/trends?days=30"`, `href="/trends?days=7" aria-current="true"`)
	has(t, d.ok("/trends?days=90"), `aria-current="true">90 days`)
	res, _ := d.get("/trends?days=8")
	assert.Equal(t, http.StatusBadRequest, res.StatusCode)
}

func TestInTheirWords(t *testing.T) {
	const text = "Ferry notes\n\n“The boat is old,” Ada Lund said. Ada Lund said the pier would last.\n\n“The boat is old”, said Ada Lund."
	doc := &dateline.Document{ID: "zeta", Headline: "Ferry notes", Text: text, Language: "en", Published: dateline.Day(2031, 1, 5)}
	doc.Blocks = []dateline.Block{{Kind: dateline.BlockParagraph, End: len(text)}}
	at := func(words string, from int) dateline.Span {
		i := from + strings.Index(text[from:], words)
		return dateline.Span{Start: i, End: i + len(words)}
	}
	said := func(direct bool, content dateline.Span, exact ...dateline.Span) dateline.Quote {
		return dateline.Quote{Content: []dateline.Span{content}, Exact: exact, Speaker: "Ada Lund", Entity: "person:ada-lund",
			Speakers: []dateline.Speaker{{Name: "Ada Lund", Entity: "person:ada-lund"}}, Direct: direct, Confidence: 1}
	}
	name := at("Ada Lund", 0)
	doc.Mentions = []dateline.Mention{{Start: name.Start, End: name.End, Label: dateline.Person, Entity: "person:ada-lund"}}
	doc.Entities = []dateline.Entity{{ID: "person:ada-lund", Name: "Ada Lund", Label: dateline.Person, Mentions: 1}}
	late := strings.LastIndex(text, "The boat")
	doc.Quotes = []dateline.Quote{
		said(true, at("“The boat is old,”", 0), at("The boat is old,", 0)), said(false, at("the pier would last", 0)),
		said(true, at("“The boat is old”", late-3), at("The boat is old", late)),
	}
	require.NoError(t, doc.Validate())
	d := open(t, nil, doc)
	page := d.ok("/entity?id=person:ada-lund")
	assert.Equal(t, 1, strings.Count(page, "The boat is old"), "the same words once")
	hasNot(t, page, "the pier would last")
	has(t, d.ok("/article?id=zeta"), "1 statement in other words")
}

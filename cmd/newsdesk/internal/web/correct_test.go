package web_test

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web"
	"github.com/dateline-go/dateline/search/archive"
)

// pierStory is an article about Plymouth in Massachusetts.
func pierStory(id string) *dateline.Document {
	const text = "Pier opens in Plymouth\n\nThe pier in Plymouth opened late."
	doc := &dateline.Document{ID: id, Headline: "Pier opens in Plymouth", Text: text, Language: "en",
		Published: dateline.Day(2031, 1, 5), Blocks: []dateline.Block{
			{Kind: dateline.BlockHeadline, End: 22}, {Kind: dateline.BlockParagraph, Start: 24, End: len(text)},
		}}
	for _, at := range []int{14, 36} {
		doc.Mentions = append(doc.Mentions, dateline.Mention{
			Start: at, End: at + len("Plymouth"), Label: dateline.GPE, Entity: "geonames:4947597", Confidence: 1,
		})
	}
	doc.Entities = []dateline.Entity{{
		ID: "geonames:4947597", Name: "Plymouth", Label: dateline.GPE, Country: "US", GeoNames: 4947597, Salience: .8, Mentions: 2,
	}}
	doc.Countries = []dateline.Country{{Code: "US", Name: "United States", Weight: 1, Mentions: 2, Focus: true}}
	return doc
}

// inDevon is the id in GeoNames of the Plymouth that the page of a correction offers in England.
func (d *desk) inDevon(cookie *http.Cookie) string {
	d.t.Helper()
	r, err := http.NewRequest(http.MethodGet, "/correct?id=pier-1&entity=geonames:4947597", nil)
	require.NoError(d.t, err)
	r.AddCookie(cookie)
	_, body := d.do(r)
	found := regexp.MustCompile(`value="(\d+)" required> <span>Plymouth, England, United Kingdom`).FindStringSubmatch(body)
	require.Len(d.t, found, 2, "the page offers it")
	return found[1]
}

func TestCorrectPlaceAndUndo(t *testing.T) {
	dir := t.TempDir()
	a, err := archive.Open(t.Context(), filepath.Join(dir, "arch"), archive.Options{})
	require.NoError(t, err)
	defer a.Close()
	one, two := pierStory("pier-1"), pierStory("pier-2")
	require.NoError(t, one.Validate())
	require.NoError(t, a.Add(t.Context(), one, two))
	options := func(o *web.Options) { o.Archive, o.CorrectionsFile = a, filepath.Join(dir, "arch.corrections.json") }
	d := open(t, options)
	page := d.ok("/correct?id=pier-1&entity=geonames:4947597")
	has(t, page, "/login?next=")
	hasNot(t, page, `name="place"`)
	cookie := d.signIn()
	devon := d.inDevon(cookie)
	form := url.Values{"id": {"pier-1"}, "entity": {"geonames:4947597"}, "kind": {"place"}, "text": {"Plymouth"},
		"named": {"Plymouth"}, "place": {devon}, "scope": {"article"}, "who": {"Vera Quist"}}
	res, _ := d.post("/correct", form)
	assert.Equal(t, http.StatusUnauthorized, res.StatusCode, "nobody corrects without the token")
	res, body := d.post("/correct", form, cookie)
	require.Equal(t, http.StatusSeeOther, res.StatusCode, body)
	assert.Contains(t, d.ok("/api/search?country=GB"), `"total":1`)
	assert.Contains(t, d.ok("/api/search?country=US"), `"total":1`, "the other article is as it was")
	has(t, d.ok("/entity?id=geonames:"+devon), "United Kingdom")
	listed := html.UnescapeString(d.ok("/corrections"))
	has(t, listed, "“Plymouth” is Plymouth in United Kingdom", "Vera Quist", "Pier opens in Plymouth")

	form.Set("scope", "all")
	res, _ = d.post("/correct", form, cookie)
	require.Equal(t, http.StatusSeeOther, res.StatusCode)
	assert.Eventually(t, func() bool { return strings.Contains(d.ok("/api/search?country=GB"), `"total":2`) },
		20*time.Second, 10*time.Millisecond, "all articles follow")

	again := open(t, options)
	var kept struct {
		Corrections []struct{ ID, Article string }
	}
	require.NoError(t, json.Unmarshal([]byte(again.ok("/api/corrections")), &kept))
	require.Len(t, kept.Corrections, 2, "they survive the desk")
	for _, c := range kept.Corrections {
		res, _ = again.bearer(http.MethodDelete, "/api/corrections?id="+c.ID, "")
		require.Equal(t, http.StatusNoContent, res.StatusCode)
	}
	assert.Eventually(t, func() bool { return strings.Contains(again.ok("/api/search?country=US"), `"total":2`) },
		20*time.Second, 10*time.Millisecond, "what is taken back is as it was")
	assert.Contains(t, again.ok("/api/search?country=GB"), `"total":0`)
	has(t, again.ok("/corrections"), "taken back")
}

func TestCorrectionsHoldForWhatComes(t *testing.T) {
	d := open(t, nil)
	res, body := d.bearer(http.MethodPost, "/api/corrections",
		`{"kind":"label","text":"kestrel lines","to":{"label":"PERSON"}}`)
	require.Equal(t, http.StatusCreated, res.StatusCode, body)
	story := `{"id":"new-1","title":"Kestrel Lines sues","text":"LONDON - Kestrel Lines Ltd sued the port on Monday. Kestrel Lines said it was ready."}`
	r, err := http.NewRequest(http.MethodPost, "/api/articles", strings.NewReader(story))
	require.NoError(t, err)
	r.Header.Set("Authorization", "Bearer "+token)
	r.Header.Set("Content-Type", "application/json")
	res, body = d.do(r)
	require.Equal(t, http.StatusCreated, res.StatusCode, body)
	assert.Contains(t, d.ok("/api/search?person=Kestrel+Lines"), `"total":1`)
	assert.Contains(t, d.ok("/api/search?org=Kestrel+Lines"), `"total":0`)
}

func TestCorrectQuote(t *testing.T) {
	d := open(t, nil)
	cookie := d.signIn()
	var doc dateline.Document
	require.NoError(t, json.Unmarshal([]byte(d.ok("/api/article?id="+strike)), &doc))
	require.NotEmpty(t, doc.Quotes)
	words := doc.QuoteText(&doc.Quotes[0])
	form := url.Values{"id": {strike}, "kind": {"speaker"}, "text": {words}, "name": {"A docker"}}
	res, _ := d.post("/correct", form, cookie)
	require.Equal(t, http.StatusSeeOther, res.StatusCode)
	var after dateline.Document
	require.NoError(t, json.Unmarshal([]byte(d.ok("/api/article?id="+strike)), &after))
	assert.Equal(t, "A docker", after.Quotes[0].Speaker)
	form = url.Values{"id": {strike}, "kind": {"suppress"}, "text": {words}}
	res, _ = d.post("/correct", form, cookie)
	require.Equal(t, http.StatusSeeOther, res.StatusCode)
	after = dateline.Document{}
	require.NoError(t, json.Unmarshal([]byte(d.ok("/api/article?id="+strike)), &after))
	assert.Len(t, after.Quotes, len(doc.Quotes)-1)
	form = url.Values{"id": {strike}, "kind": {"speaker"}, "text": {words}}
	res, body := d.post("/correct", form, cookie)
	assert.Contains(t, []int{http.StatusBadRequest, http.StatusNotFound}, res.StatusCode, "no name was given")
	assert.NotEmpty(t, body)
}

// TestMarksOfQuotes holds the pages that correct quotes against what stands between marks.
func TestMarksOfQuotes(t *testing.T) {
	d := open(t, nil)
	var doc dateline.Document
	require.NoError(t, json.Unmarshal([]byte(d.ok("/api/article?id="+strike)), &doc))
	kinds := map[bool]bool{}
	for i, q := range doc.Quotes {
		page := d.ok(fmt.Sprintf("/correct?id=%s&quote=%d", strike, i))
		assert.Equal(t, q.Direct, strings.Contains(page, `<p class="dek">“`), doc.QuoteText(&q))
		kinds[q.Direct] = true
	}
	assert.Len(t, kinds, 2)
}

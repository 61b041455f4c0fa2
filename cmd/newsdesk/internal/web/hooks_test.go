package web_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web"
)

// called is a webhook that keeps what it is told, and fails at first.
type called struct {
	*httptest.Server
	mu     sync.Mutex
	fails  int
	bodies []string
	signs  []string
}

func webhook(t *testing.T, fails int) *called {
	c := &called{fails: fails}
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.fails > 0 {
			c.fails--
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		c.bodies, c.signs = append(c.bodies, string(body)), append(c.signs, r.Header.Get("Newsdesk-Signature"))
	}))
	t.Cleanup(c.Close)
	return c
}

func (c *called) told() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.bodies
}

// makeAlert makes an alert over the API and returns its secret.
func (d *desk) makeAlert(id, query, hook string) string {
	d.t.Helper()
	b, err := json.Marshal(map[string]string{"id": id, "query": query, "webhook": hook})
	require.NoError(d.t, err)
	res, body := d.bearer(http.MethodPost, "/api/alerts", string(b))
	require.Equal(d.t, http.StatusCreated, res.StatusCode, body)
	var a struct{ Secret string }
	require.NoError(d.t, json.Unmarshal([]byte(body), &a))
	return a.Secret
}

const landing = `{"id":"z1","url":"https://bergen.example/z1","title":"Zeppelin lands","date":"2026-07-01",
	"text":"A zeppelin landed in Bergen on Tuesday."}`

func TestWebhook(t *testing.T) {
	d := open(t, func(o *web.Options) { o.PrivateWebhooks, o.WebhookWait = true, time.Millisecond })
	c := webhook(t, 2)
	secret := d.makeAlert("air", "zeppelin country:NO", c.URL)
	require.NotEmpty(t, secret)
	assert.Equal(t, secret, d.makeAlert("air", "zeppelin country:NO", c.URL), "who makes it again keeps the secret")
	d.makeAlert("sea", "submarine", c.URL)
	res, body := d.send("application/json", landing)
	require.Equal(t, http.StatusCreated, res.StatusCode, body)
	require.Eventually(t, func() bool { return len(c.told()) == 1 }, 10*time.Second, time.Millisecond, "after two failures")

	var e struct {
		Alert   string
		Article struct{ ID, URL, Headline, Published string }
		Matched []struct{ Clause string }
	}
	require.NoError(t, json.Unmarshal([]byte(c.told()[0]), &e))
	assert.Equal(t, "air", e.Alert)
	assert.Equal(t, "Zeppelin lands", e.Article.Headline)
	assert.Equal(t, "https://bergen.example/z1", e.Article.URL)
	assert.Equal(t, "2026-07-01", e.Article.Published)
	assert.Len(t, e.Matched, 2)
	at, sum, ok := strings.Cut(strings.TrimPrefix(c.signs[0], "t="), ",v1=")
	require.True(t, ok, c.signs[0])
	m := hmac.New(sha256.New, []byte(secret))
	io.WriteString(m, at+"."+c.told()[0])
	assert.Equal(t, hex.EncodeToString(m.Sum(nil)), sum)

	// The same article again matches as before, so nobody is told; one that is new is told of.
	d.send("application/json", landing)
	res, body = d.send("application/x-ndjson", strings.ReplaceAll(strings.ReplaceAll(landing, "\n\t", ""), "z1", "z2"))
	require.Equal(t, http.StatusAccepted, res.StatusCode, body)
	d.finished(body)
	require.Eventually(t, func() bool { return len(c.told()) == 2 }, 10*time.Second, time.Millisecond)
	assert.Contains(t, c.told()[1], "z2")
	assert.Contains(t, d.ok("/alerts"), "2 new")
	assert.NotContains(t, d.ok("/alerts"), secret, "who is not signed in sees no secret")
	assert.NotContains(t, d.ok("/api/alerts"), secret)
}

func TestWebhookThatFails(t *testing.T) {
	d := open(t, func(o *web.Options) { o.PrivateWebhooks, o.WebhookWait = true, time.Microsecond })
	c := webhook(t, 99)
	d.makeAlert("air", "zeppelin", c.URL)
	d.send("application/json", landing)
	require.EventuallyWithT(t, func(t *assert.CollectT) {
		assert.Contains(t, d.ok("/api/alerts"), `"trouble":"the webhook answered 502`)
	}, 10*time.Second, time.Millisecond)
	assert.Contains(t, d.ok("/alerts"), "Its webhook was not told")
	assert.Empty(t, c.told())
}

// TestPrivateWebhooks tries ways to make the desk call its own network: an address is refused
// when it is given, a name that turns out to be private when it is called.
func TestPrivateWebhooks(t *testing.T) {
	d := open(t, func(o *web.Options) { o.WebhookWait = time.Microsecond })
	c := webhook(t, 0)
	_, port, _ := strings.Cut(strings.TrimPrefix(c.URL, "http://"), ":")
	for _, address := range []string{
		c.URL, "http://[::1]/", "http://169.254.169.254/latest", "http://10.1.2.3/", "http://[::ffff:127.0.0.1]/",
		"ftp://hooks.example/", "https://ann:secret@hooks.example/", "https:///x", "hooks.example",
	} {
		b, _ := json.Marshal(map[string]string{"id": "x", "query": "zeppelin", "webhook": address})
		res, _ := d.bearer(http.MethodPost, "/api/alerts", string(b))
		assert.Equal(t, http.StatusBadRequest, res.StatusCode, address)
	}
	d.makeAlert("named", "zeppelin", "http://localhost:"+port)
	d.send("application/json", landing)
	require.EventuallyWithT(t, func(t *assert.CollectT) {
		assert.Contains(t, d.ok("/api/alerts"), "the address is private")
	}, 10*time.Second, time.Millisecond)
	assert.Empty(t, c.told())

	d = open(t, func(o *web.Options) { o.WebhookHosts = []string{"hooks.example"} })
	d.makeAlert("listed", "zeppelin", "https://hooks.example/x")
	res, body := d.bearer(http.MethodPost, "/api/alerts", `{"id":"x","query":"a","webhook":"https://other.example/"}`)
	assert.Equal(t, http.StatusBadRequest, res.StatusCode)
	assert.Contains(t, body, "calls no webhook of that host")
}

func TestAlertFeed(t *testing.T) {
	d := open(t, nil)
	d.makeAlert("ports & <docks>", "strike", "")
	page := d.ok("/alerts")
	assert.Contains(t, page, "/alerts/feed?id=ports")
	res, body := d.get("/alerts/feed?id=" + url.QueryEscape("ports & <docks>"))
	require.Equal(t, http.StatusOK, res.StatusCode)
	assert.Equal(t, "application/atom+xml; charset=utf-8", res.Header.Get("Content-Type"))
	var feed struct {
		Title   string `xml:"title"`
		Updated string `xml:"updated"`
		Entry   []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Link    []struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	require.NoError(t, xml.Unmarshal([]byte(body), &feed))
	assert.Equal(t, "ports & <docks>", feed.Title)
	require.Len(t, feed.Entry, 6)
	for _, e := range feed.Entry {
		assert.NotEmpty(t, e.ID)
		assert.NotEmpty(t, e.Title)
		assert.Contains(t, e.Link[0].Href, "http://example.com/article?id=")
		_, err := time.Parse(time.RFC3339, e.Updated)
		require.NoError(t, err)
	}
	res, _ = d.get("/alerts/feed?id=none")
	assert.Equal(t, http.StatusNotFound, res.StatusCode)
}

// TestAlertWithAllFilters makes the alert of a search page that was narrowed down.
func TestAlertWithAllFilters(t *testing.T) {
	d := open(t, nil)
	l := web.QueryOf(t, url.Values{
		"q": {"strike"}, "country": {"GH"}, "person": {"Ada Lund"}, "org": {"Port of Oslo"}, "section": {"World news"},
		"month": {"2026-03"}, "sort": {"oldest"},
	})
	for _, want := range []string{"strike", "GH", `"Ada Lund"`, `"Port of Oslo"`, `"World news"`, "2026-03"} {
		assert.Contains(t, l, want)
	}
	assert.NotContains(t, l, "oldest")
	page := d.ok("/?q=strike&country=GH")
	assert.Contains(t, page, "/alerts?q=strike%20country%3aGH")
	page = d.ok("/alerts?q=strike+country%3AGH")
	assert.Contains(t, page, "/login?next=%2falerts%3fq%3dstrike%2bcountry%253AGH", "kept through signing in")
}

// TestOneBadAlert must not take the others from the page.
func TestOneBadAlert(t *testing.T) {
	var archive failing
	archive.left.Store(100)
	d := open(t, func(o *web.Options) {
		archive.Engine = o.Archive
		o.Archive = &archive
	})
	d.makeAlert("first", "strike", "")
	d.makeAlert("second", "ferry", "")
	archive.left.Store(1)
	page := d.ok("/alerts")
	assert.Contains(t, page, "6 articles")
	assert.Contains(t, page, "This alert cannot be answered")
}

// TestFeedByWhenArticlesCame gives an alert articles without a date and with old ones, after more dated
// ones than a feed has.
func TestFeedByWhenArticlesCame(t *testing.T) {
	began := time.Now().UTC().Format(time.RFC3339)
	d := open(t, nil)
	_, body := d.bearer(http.MethodPost, "/api/alerts", `{"id":"kites","query":"kites"}`)
	require.Contains(t, body, "kites", body)
	var lines strings.Builder
	for i := range 60 {
		fmt.Fprintf(&lines, `{"id":"k%d","title":"Kites","date":"2026-07-01","text":"Kites rose over Tarifa on day %d."}`+"\n", i, i)
	}
	_, body = d.send("application/x-ndjson", lines.String())
	require.Equal(t, 60, d.finished(body).Stored)
	for _, one := range []string{
		`{"id":"undated","title":"Kites again","text":"Kites rose over Tarifa once more."}`,
		`{"id":"old","title":"Kites of old","date":"1999-01-02","text":"Kites rose over Tarifa long ago."}`,
		`{"id":"boats","title":"Boats","date":"2026-07-09","text":"Boats left Tarifa."}`,
	} {
		res, body := d.send("application/json", one)
		require.Equal(t, http.StatusCreated, res.StatusCode, body)
	}
	entries := func() (titles []string) {
		var feed struct {
			Entries []struct {
				Title     string `xml:"title"`
				Updated   string `xml:"updated"`
				Published string `xml:"published"`
			} `xml:"entry"`
		}
		require.NoError(t, xml.Unmarshal([]byte(d.ok("/alerts/feed?id=kites")), &feed))
		require.Len(t, feed.Entries, 50)
		for _, e := range feed.Entries[:3] {
			titles = append(titles, e.Title+" "+e.Published)
			assert.GreaterOrEqual(t, e.Updated, began, "when it came in")
		}
		return titles
	}
	assert.Equal(t, []string{"Kites of old 1999-01-02T00:00:00Z", "Kites again ", "Kites 2026-07-01T00:00:00Z"}, entries())
	_, body = d.bearer(http.MethodDelete, "/api/articles?id=old", "")
	require.Empty(t, body)
	assert.Equal(t, "Kites again ", entries()[0], "what is gone is not told of")
}

package web_test

import (
	"context"
	"encoding/json"
	"html"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web"
	"github.com/dateline-go/dateline/search/archive"
)

const (
	token  = "correct horse battery"
	strike = "mna-20260309-port-strike"
)

// analyzers and articles are made once for all tests and only read.
var (
	analyzers = sync.OnceValues(func() (*analyze.Analyzer, error) { return analyze.New(analyze.Options{}) })
	articles  = sync.OnceValues(func() (docs []*dateline.Document, err error) {
		a, err := analyzers()
		if err != nil {
			return nil, err
		}
		ctx := context.Background()
		for doc, err := range a.Stream(ctx, source.Files(ctx, []string{"../../../../testdata/articles"}, source.Options{})) {
			if err != nil {
				return nil, err
			}
			docs = append(docs, doc)
		}
		return docs, nil
	})
)

// desk is a site over the project's articles and some hostile ones.
type desk struct {
	t    *testing.T
	site *web.Site
}

// open opens a desk; change changes its options.
func open(t *testing.T, change func(*web.Options), more ...*dateline.Document) *desk {
	t.Helper()
	analyzer, err := analyzers()
	require.NoError(t, err)
	docs, err := articles()
	require.NoError(t, err)
	a, err := archive.Open(t.Context(), "", archive.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, a.Close()) })
	require.NoError(t, a.Add(t.Context(), append(slices.Clone(docs), more...)...))
	o := web.Options{Archive: a, Analyzer: analyzer, Token: token}
	if change != nil {
		change(&o)
	}
	site, err := web.New(o)
	require.NoError(t, err)
	t.Cleanup(site.Close)
	require.NoError(t, site.Ready(t.Context()))
	return &desk{t, site}
}

// do sends a request and returns the answer with its body.
func (d *desk) do(r *http.Request) (*http.Response, string) {
	d.t.Helper()
	w := httptest.NewRecorder()
	d.site.ServeHTTP(w, r)
	res := w.Result()
	body, err := io.ReadAll(res.Body)
	require.NoError(d.t, err)
	return res, string(body)
}

func (d *desk) get(address string) (*http.Response, string) {
	d.t.Helper()
	return d.do(httptest.NewRequest(http.MethodGet, address, nil))
}

// ok gets a page that must be there.
func (d *desk) ok(address string) string {
	d.t.Helper()
	res, body := d.get(address)
	require.Equal(d.t, http.StatusOK, res.StatusCode, "%s: %s", address, body)
	return body
}

// post sends a form.
func (d *desk) post(address string, form url.Values, cookies ...*http.Cookie) (*http.Response, string) {
	d.t.Helper()
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for _, c := range cookies {
		r.AddCookie(c)
	}
	return d.do(r)
}

// bearer sends a body with the token.
func (d *desk) bearer(method, address, body string) (*http.Response, string) {
	d.t.Helper()
	r := httptest.NewRequest(method, address, strings.NewReader(body))
	r.Header.Set("Authorization", "Bearer "+token)
	return d.do(r)
}

func TestPages(t *testing.T) {
	d := open(t, nil)
	for name, c := range map[string]struct {
		address string
		want    []string
		not     []string
	}{
		"front page": {"/", []string{"30 articles", "Articles by month", "Rising this week", "United Kingdom"}, []string{"Make an alert"}},
		"search":     {"/?q=port+strike", []string{"<mark>strike</mark>", "Container lines divert ships", "Belgium", "Best match"}, []string{"Castellan"}},
		"facet":      {"/?q=strike&country=GH", []string{"1 article", "<mark>strikes</mark> twice", "Without "}, []string{"Container lines"}},
		"month":      {"/?month=2026-06", []string{"June 2026"}, []string{"9 March 2026"}},
		"page 2":     {"/?page=2", []string{`start="16"`, "Previous"}, nil},
		"misspelt":   {"/?q=vacine", []string{"Did you mean", "vaccine"}, nil},
		"nothing":    {"/?q=xylophonist", []string{"Nothing found"}, nil},
		"article": {"/article?id=" + strike, []string{"Container lines divert ships", `class="e e-place"`, "place</span>", "Who said what", "In brief", "Related",
			"Same ", "The same story elsewhere", "Felixstowe takes in ships", "Timeline", "Keyphrases", "Export"}, []string{"not kept"}},
		"entity":  {"/entity?id=person:hendrik-baanders", []string{"<h1>Hendrik Baanders</h1>", "person", "Appears with", "Marit van Oosterzee", "In their words"}, nil},
		"country": {"/entity?id=country:GH", []string{"<h1>Ghana</h1>", "Articles by month"}, nil},
		"trends":  {"/trends", []string{"Ghana", "Countries and places"}, nil},
		"alerts":  {"/alerts", []string{"There are no alerts yet", "Sign in"}, []string{"Save alert"}},
		"paste":   {"/analyze", []string{"Paste an article", "multipart/form-data"}, nil},
		"about":   {"/about", []string{"How to search", "press freedom"}, nil},
		"login":   {"/login", []string{"Token"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			res, body := d.get(c.address)
			require.Equal(t, http.StatusOK, res.StatusCode)
			assert.Equal(t, "text/html; charset=utf-8", res.Header.Get("Content-Type"))
			for _, w := range c.want {
				assert.True(t, strings.Contains(body, w), "%q is missing", w)
			}
			for _, w := range c.not {
				assert.False(t, strings.Contains(body, w), "%q is there", w)
			}
		})
	}
}

func TestNameLeadsToEntity(t *testing.T) {
	d := open(t, nil)
	res, _ := d.get("/entity?kind=people&name=hendrik+baanders")
	assert.Equal(t, http.StatusSeeOther, res.StatusCode)
	assert.Equal(t, "/entity?id=person%3Ahendrik-baanders", res.Header.Get("Location"))
	res, _ = d.get("/entity?kind=people&name=Nobody+Known")
	assert.Equal(t, http.StatusSeeOther, res.StatusCode)
	assert.Contains(t, res.Header.Get("Location"), "/?q=person")
}

func TestPaste(t *testing.T) {
	d := open(t, nil)
	_, body := d.post("/analyze", url.Values{"page": {"Dockers in Rotterdam stopped work again\n\nHendrik Baanders of the Port of Rotterdam Authority said on Monday that nine ships were waiting off the coast of the Netherlands."}})
	for _, want := range []string{"is not kept", "Hendrik Baanders", "e-place"} {
		assert.Contains(t, body, want)
	}
	assert.Contains(t, d.ok("/"), "30 articles", "nothing was stored")

	res, body := d.post("/analyze", url.Values{"page": {"<html><body><h1>Ferry late</h1><p>The ferry to Oslo was late on Monday, said Ada Lund, who runs it.</p></body></html>"}, "as": {"json"}})
	require.Equal(t, http.StatusOK, res.StatusCode)
	assert.Equal(t, "application/json", res.Header.Get("Content-Type"))
	var doc dateline.Document
	require.NoError(t, json.Unmarshal([]byte(body), &doc))
	assert.NoError(t, doc.Validate())
	assert.Contains(t, doc.Text, "Ferry late")
}

func TestPartlyQuotedWordsKeepTheirOwnMarks(t *testing.T) {
	d := open(t, nil)
	body := html.UnescapeString(d.ok("/article?id=" + strike))
	assert.Contains(t, body, `<p>At Antwerp it was "close to nothing"</p>`)
	assert.Contains(t, body, "<p>“That is small,")
}

func TestUpload(t *testing.T) {
	d := open(t, nil)
	const boundary = "--limit"
	body := "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/passwd.html\"\r\nContent-Type: text/html\r\n\r\n" +
		"<html><body><h1>Bridge opens in Oslo</h1><p>The bridge in Oslo opened on Monday after three years of work.</p></body></html>\r\n--" + boundary + "--\r\n"
	r := httptest.NewRequest(http.MethodPost, "/analyze", strings.NewReader(body))
	r.Header.Set("Content-Type", "multipart/form-data; boundary="+boundary)
	res, page := d.do(r)
	require.Equal(t, http.StatusOK, res.StatusCode, page)
	assert.Contains(t, page, "Bridge opens in Oslo")
}

func TestAlerts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "archive.alerts.json")
	d := open(t, func(o *web.Options) { o.AlertsFile = file })

	res, _ := d.post("/alerts", url.Values{"id": {"ports"}, "query": {"strike"}})
	assert.Equal(t, http.StatusUnauthorized, res.StatusCode)
	res, _ = d.post("/login", url.Values{"token": {"wrong"}})
	assert.Equal(t, http.StatusUnauthorized, res.StatusCode)
	assert.Empty(t, res.Cookies())
	res, _ = d.post("/login", url.Values{"token": {token}})
	require.Equal(t, http.StatusSeeOther, res.StatusCode)
	require.Len(t, res.Cookies(), 1)
	cookie := res.Cookies()[0]
	assert.True(t, cookie.HttpOnly)
	assert.Equal(t, http.SameSiteStrictMode, cookie.SameSite)

	forged := *cookie
	forged.Value = forged.Value[:6] + "zzzz" + forged.Value[10:]
	res, _ = d.post("/alerts", url.Values{"id": {"ports"}, "query": {"strike"}}, &forged)
	assert.Equal(t, http.StatusUnauthorized, res.StatusCode)
	res, _ = d.post("/alerts", url.Values{"id": {"bad"}, "query": {"(strike"}}, cookie)
	assert.Equal(t, http.StatusBadRequest, res.StatusCode)
	res, _ = d.post("/alerts", url.Values{"id": {"ports"}, "query": {"strike"}}, cookie)
	require.Equal(t, http.StatusSeeOther, res.StatusCode)

	page := d.ok("/alerts")
	assert.Contains(t, page, "6 articles")
	assert.NotContains(t, page, "6 new", "what was there before the alert is not new")
	assert.Contains(t, page, "ports")
	assert.NotContains(t, page, "Remove", "who has no token cannot remove")
	res, _ = d.post("/alerts/seen", url.Values{"id": {"ports"}}, cookie)
	require.Equal(t, http.StatusSeeOther, res.StatusCode)
	assert.NotContains(t, d.ok("/alerts"), " new</strong>")

	again := open(t, func(o *web.Options) { o.AlertsFile = file })
	assert.Contains(t, again.ok("/alerts"), "ports", "kept in the file")
	res, _ = d.post("/alerts/delete", url.Values{"id": {"ports"}}, cookie)
	require.Equal(t, http.StatusSeeOther, res.StatusCode)
	assert.Contains(t, d.ok("/alerts"), "There are no alerts yet")
}

func TestReadOnly(t *testing.T) {
	d := open(t, func(o *web.Options) { o.Token = "" })
	assert.Contains(t, d.ok("/alerts"), "read only")
	for _, given := range []string{"", "x"} {
		r := httptest.NewRequest(http.MethodPost, "/api/alerts", strings.NewReader(`{"id":"a","query":"b"}`))
		r.Header.Set("Authorization", "Bearer "+given)
		res, body := d.do(r)
		assert.Equal(t, http.StatusForbidden, res.StatusCode)
		assert.Contains(t, body, "read only")
	}
	res, _ := d.post("/login", url.Values{"token": {""}})
	assert.Equal(t, http.StatusUnauthorized, res.StatusCode, "an empty token is none")
}

func TestExport(t *testing.T) {
	d := open(t, nil)
	var doc dateline.Document
	require.NoError(t, json.Unmarshal([]byte(d.ok("/export?format=json&id="+strike)), &doc))
	assert.Equal(t, strike, doc.ID)
	lines := strings.Split(strings.TrimSpace(d.ok("/export?format=jsonl&q=strike")), "\n")
	assert.Len(t, lines, 6)
	for format, want := range map[string]string{"jsonld": `"NewsArticle"`, "ninjs": `"uri"`, "csv": "Hendrik Baanders"} {
		assert.Contains(t, d.ok("/export?format="+format+"&id="+strike), want)
		assert.NotEmpty(t, d.ok("/export?format="+format+"&q=strike"))
	}
	res, _ := d.get("/export?format=exe&id=" + strike)
	assert.Equal(t, http.StatusBadRequest, res.StatusCode)
}

func TestAssets(t *testing.T) {
	d := open(t, nil)
	page := d.ok("/")
	for _, name := range []string{"desk.css", "desk.js", "theme.js", "icon.svg"} {
		i := strings.Index(page, "/static/"+name+"?v=")
		require.Positive(t, i, name)
		address := page[i : i+strings.IndexByte(page[i:], '"')]
		res, body := d.get(address)
		assert.Equal(t, http.StatusOK, res.StatusCode)
		assert.Contains(t, res.Header.Get("Cache-Control"), "immutable")
		assert.NotEmpty(t, body)
		r := httptest.NewRequest(http.MethodGet, address, nil)
		r.Header.Set("If-None-Match", res.Header.Get("ETag"))
		res, _ = d.do(r)
		assert.Equal(t, http.StatusNotModified, res.StatusCode)
	}
}

func TestMetrics(t *testing.T) {
	d := open(t, nil)
	d.ok("/?q=strike")
	d.get("/no/such/page/" + strings.Repeat("x", 100))
	d.do(httptest.NewRequest("BREW", "/", nil))
	m := d.ok("/metrics")
	for _, want := range []string{
		`newsdesk_http_requests_total{code="200",method="GET",path="/"} 1`,
		`newsdesk_http_requests_total{code="404",method="GET",path="other"} 1`,
		`newsdesk_http_requests_total{code="405",method="other",path="/"} 1`,
		"newsdesk_archive_documents 30", "newsdesk_http_request_seconds_bucket", "go_goroutines",
	} {
		assert.Contains(t, m, want)
	}
	assert.Contains(t, d.ok("/healthz"), `"status":"ok"`)
}

func TestOptions(t *testing.T) {
	_, err := web.New(web.Options{})
	require.ErrorIs(t, err, web.ErrOptions)
	analyzer, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	a, err := archive.Open(t.Context(), "", archive.Options{})
	require.NoError(t, err)
	defer a.Close()
	_, err = web.New(web.Options{Archive: a, Analyzer: analyzer, Token: "short"})
	require.ErrorIs(t, err, web.ErrOptions)
	_, err = web.New(web.Options{Archive: a, Analyzer: analyzer, MaxPage: -1})
	require.ErrorIs(t, err, web.ErrOptions)
}

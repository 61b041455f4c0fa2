package web_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web"
)

const attack = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{.}}`

// hostile is an article with an attack wherever words of a page come out.
func hostile() *dateline.Document {
	text := attack + "\n\n" + attack + " said " + attack
	n := len(attack)
	at := n + 2
	spanOf := func(from int) dateline.Span { return dateline.Span{Start: from, End: from + n} }
	return &dateline.Document{
		ID: `javascript:alert(3)//"><script>`, URL: "javascript:alert(4)", Site: attack, Section: attack, Headline: attack, Kicker: "", Language: "en",
		Byline: []dateline.Author{{Name: attack, Bio: attack}}, Published: dateline.Day(2026, 6, 17), Text: text, Warnings: []string{attack},
		Blocks:    []dateline.Block{{Kind: dateline.BlockHeadline, End: n}, {Kind: dateline.BlockParagraph, Start: at, End: len(text)}},
		Sentences: []dateline.Span{{Start: 0, End: n}, {Start: at, End: len(text)}},
		Mentions: []dateline.Mention{{Start: at, End: at + n, Label: dateline.Person, Entity: "person:" + attack, Confidence: 1},
			{Start: at + n + 6, End: len(text), Label: dateline.DateValue, Value: attack, Confidence: 1}},
		Entities: []dateline.Entity{{ID: "person:" + attack, Name: attack, Label: dateline.Person, Country: "GB", Aliases: []string{"x" + attack}, Roles: []dateline.Role{{Title: attack}},
			Salience: 1, About: true, Mentions: 1}},
		Countries:  []dateline.Country{{Code: "GB", Name: attack, Weight: 1, Mentions: 1, Focus: true}},
		Quotes:     []dateline.Quote{{Content: []dateline.Span{spanOf(at)}, Speaker: attack, Entity: "person:" + attack, Direct: true, Confidence: 1}},
		Keyphrases: []dateline.Keyphrase{{Text: attack, Score: 1, Spans: []dateline.Span{spanOf(0)}}},
		Summary:    []dateline.SummarySentence{{Start: at, End: len(text), Score: 1}},
	}
}

// inert checks that nothing in a page can run: no script but our files, no handler,
// no style, no address of another kind than ours and http.
func inert(t *testing.T, body string) {
	t.Helper()
	page, err := html.Parse(strings.NewReader(body))
	require.NoError(t, err)
	for n := range page.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		assert.NotContains(t, []string{"iframe", "object", "embed", "base", "style", "img"}, n.Data)
		if n.Data == "script" {
			assert.Nil(t, n.FirstChild, "a script with words")
		}
		for _, a := range n.Attr {
			assert.False(t, strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc", "%s has %s", n.Data, a.Key)
			if a.Key == "href" || a.Key == "src" || a.Key == "action" || a.Key == "formaction" {
				ours := strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "//") || strings.HasPrefix(a.Val, "#")
				assert.True(t, ours || strings.HasPrefix(a.Val, "https://") || strings.HasPrefix(a.Val, "http://"), "%s leads to %q", n.Data, a.Val)
				if n.Data == "script" {
					assert.True(t, strings.HasPrefix(a.Val, "/static/"), a.Val)
				}
			}
		}
	}
}

func TestHostileArticle(t *testing.T) {
	doc := hostile()
	require.NoError(t, doc.Validate())
	d := open(t, nil, doc)
	id := url.QueryEscape(doc.ID)
	r := httptest.NewRequest(http.MethodPost, "/api/alerts", strings.NewReader(`{"id":"<script>alert(5)</script>","query":"script"}`))
	r.Header.Set("Authorization", "Bearer "+token)
	res, body := d.do(r)
	require.Equal(t, http.StatusCreated, res.StatusCode, body)
	for _, address := range []string{"/", "/?q=script", "/?section=" + url.QueryEscape(attack), "/article?id=" + id, "/entity?id=" + url.QueryEscape("person:"+attack),
		"/trends", "/alerts", "/alerts?q=" + url.QueryEscape(attack)} {
		t.Run(address, func(t *testing.T) {
			body := d.ok(address)
			inert(t, body)
			assert.False(t, strings.Contains(body, "<script>alert"))
		})
	}
	assert.Contains(t, d.ok("/article?id="+id), "&lt;script&gt;alert(1)", "it is shown as words")
	assert.NotContains(t, d.ok("/article?id="+id), `href="javascript:`)
	assert.Contains(t, d.ok("/export?format=csv&id="+id), "alert")
}

func TestFormulaInExport(t *testing.T) {
	doc := hostile()
	doc.ID, doc.Headline, doc.Blocks[0].Kind = "=HYPERLINK(1)", "@SUM(A1)", dateline.BlockParagraph
	d := open(t, nil, doc)
	table := d.ok("/export?format=csv&id=" + url.QueryEscape(doc.ID))
	assert.Contains(t, table, "'=HYPERLINK(1)")
}

func TestHostileQueries(t *testing.T) {
	d := open(t, nil)
	long := strings.Repeat("(", 5000)
	for name, q := range map[string]string{
		"script": attack, "brackets": long, "long": strings.Repeat("a ", 10_000), "zero byte": "a\x00b", "no utf-8": "a\xff\xfe", "quotes": `"""""`,
		"fuzzy": strings.Repeat("word~2 ", 300), "stars": strings.Repeat("a* ", 300), "template": "{{printf 1}}", "direction": "\u202egnp.exe", "fields": "title:title:title:",
		"date": "date:9999999-99..0", "scheme": "javascript:alert(1)",
	} {
		t.Run(name, func(t *testing.T) {
			for _, address := range []string{"/?q=", "/api/search?q=", "/api/suggest?q=", "/alerts?q=", "/entity?id=", "/entity?kind=people&name=", "/article?id=",
				"/?month=", "/?section=", "/?person=", "/?country=", "/?sort=", "/?page=", "/export?format=csv&q=", "/export?id=a&format="} {
				res, body := d.get(address + url.QueryEscape(q))
				assert.Less(t, res.StatusCode, 500, "%s%.40q: %s", address, q, res.Status)
				if strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") && body != "" {
					inert(t, body)
				}
			}
		})
	}
}

func TestHeadersOfEveryAnswer(t *testing.T) {
	d := open(t, nil)
	for _, address := range []string{"/", "/article?id=none", "/nothing", "/api/search", "/api/nothing", "/static/desk.js", "/healthz", "/metrics", "/?page=x", "/export?id=" + strike + "&format=json"} {
		res, _ := d.get(address)
		h := res.Header
		csp := h.Get("Content-Security-Policy")
		assert.True(t, strings.HasPrefix(csp, "default-src 'none'; "), address)
		assert.NotContains(t, csp, "unsafe")
		assert.NotContains(t, csp, "*")
		assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"), address)
		assert.Equal(t, "no-referrer", h.Get("Referrer-Policy"), address)
		assert.NotEmpty(t, h.Get("Content-Type"), address)
	}
}

func TestNoPathLeadsOut(t *testing.T) {
	d := open(t, nil)
	for _, path := range []string{"/static/../web.go", "/static/..%2fweb.go", "/static/%2e%2e/%2e%2e/go.mod", "/static/", "/static", "/templates/layout.gohtml", "//etc/passwd",
		"/static/desk.css/../../openapi.json", "/..", "/static/\\..\\web.go", "/article/../../etc/passwd"} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		u, err := url.Parse("http://desk" + path)
		require.NoError(t, err)
		r.URL = u
		res, body := d.do(r)
		assert.Equal(t, http.StatusNotFound, res.StatusCode, path)
		assert.NotContains(t, body, "package web")
	}
}

func TestOtherHostsAndSites(t *testing.T) {
	d := open(t, func(o *web.Options) { o.Hosts = []string{"localhost", "127.0.0.1", "::1"} })
	for host, want := range map[string]int{"localhost:8080": 200, "127.0.0.1": 200, "[::1]:8080": 200, "LOCALHOST": 200, "evil.example": 421, "localhost.evil.example:8080": 421, "": 421} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		r.Host = host
		res, _ := d.do(r)
		assert.Equal(t, want, res.StatusCode, host)
	}
	r := httptest.NewRequest(http.MethodPost, "http://localhost/analyze", strings.NewReader("page=a"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	res, _ := d.do(r)
	assert.Equal(t, http.StatusForbidden, res.StatusCode)
}

func TestLargeRequests(t *testing.T) {
	d := open(t, func(o *web.Options) { o.MaxPage = 10_000 })
	huge := strings.Repeat("The ferry was late. ", 5_000)
	for name, c := range map[string]struct{ address, kind, body string }{
		"api":       {"/api/analyze", "text/plain", huge},
		"json":      {"/api/analyze", "application/json", `{"text":"` + huge + `"}`},
		"form":      {"/analyze", "application/x-www-form-urlencoded", "page=" + url.QueryEscape(huge)},
		"a bit":     {"/analyze", "application/x-www-form-urlencoded", "page=" + url.QueryEscape(huge[:10_001])},
		"multipart": {"/analyze", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"page\"\r\n\r\n" + huge + "\r\n--x--\r\n"},
	} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodPost, c.address, strings.NewReader(c.body))
			r.Header.Set("Content-Type", c.kind)
			res, _ := d.do(r)
			assert.Equal(t, http.StatusRequestEntityTooLarge, res.StatusCode)
		})
	}
	for _, body := range []string{"--x", "--x\r\n\r\n", "%zz=%"} {
		r := httptest.NewRequest(http.MethodPost, "/analyze", strings.NewReader(body))
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		res, _ := d.do(r)
		assert.Equal(t, http.StatusBadRequest, res.StatusCode)
	}
	res, _ := d.bearer(http.MethodPost, "/api/alerts", `{"id":"a","query":"`+strings.Repeat("a ", 40_000)+`"}`)
	assert.Equal(t, http.StatusRequestEntityTooLarge, res.StatusCode)
	d.ok("/")
}

func TestRandomRequests(t *testing.T) {
	d := open(t, nil)
	r := rand.New(rand.NewPCG(3, 5))
	words := []string{"q", "id", "month", "page", "sort", "k", "limit", "offset", "cursor", "filter", "n", "format", "country", "person", "section", "facets", "kind", "name",
		"strike", "2026-03", "-1", "0", "99999999999999999999", "true", "newest", "GB", "json", "csv", attack, "\x00", "😀", "people", strike, "\"", "(", "title:x", ""}
	pick := func() string { return words[r.IntN(len(words))] }
	for range 1500 {
		routes := d.site.Routes()
		method, path, _ := strings.Cut(routes[r.IntN(len(routes))], " ")
		v := url.Values{}
		for range r.IntN(5) {
			v.Add(pick(), pick())
		}
		q := httptest.NewRequest(method, path+"?"+v.Encode(), strings.NewReader(pick()+"="+pick()))
		q.Header.Set("Content-Type", []string{"application/json", "text/html", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x"}[r.IntN(6)])
		q.Header.Set("Authorization", "Bearer "+token)
		q.Header.Set("Cookie", pick()+"="+pick())
		w := httptest.NewRecorder()
		d.site.ServeHTTP(w, q)
		require.Less(t, w.Code, 500, "%s %s?%s: %s", method, path, v.Encode(), w.Body)
	}
}

// slow is a tagger that waits, as an article does that takes long.
type slow struct{ until chan struct{} }

func (s slow) Tag(string, []dateline.Token) error { <-s.until; return nil }

func TestSlowAnalyses(t *testing.T) {
	until := make(chan struct{})
	analyzer, err := analyze.New(analyze.Options{Tagger: slow{until}})
	require.NoError(t, err)
	d := open(t, func(o *web.Options) { o.Analyzer, o.Analyses, o.AnalysisTime = analyzer, 1, 20_000_000 })
	for range 3 { // the first holds the only slot for good, the others wait for it
		res, body := d.post("/analyze", url.Values{"page": {"The ferry to Oslo was late on Monday, said Ada Lund."}, "form": {"text"}})
		assert.Equal(t, http.StatusServiceUnavailable, res.StatusCode)
		assert.Contains(t, body, "<h1>Service Unavailable</h1>")
	}
	d.ok("/?q=strike") // nobody else waits
	close(until)
}

func TestServeOverTheNetwork(t *testing.T) {
	var log lockedBuffer
	d := open(t, func(o *web.Options) { o.Log = slog.New(slog.NewJSONHandler(&log, nil)) })
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- d.site.Serve(ctx, l) }()
	base := "http://" + l.Addr().String()

	send := func(request string) string { // raw bytes, as no client would send them
		c, err := net.Dial("tcp", l.Addr().String())
		require.NoError(t, err)
		defer c.Close()
		_, err = io.WriteString(c, request)
		require.NoError(t, err)
		line, err := bufio.NewReader(c).ReadString('\n')
		require.NoError(t, err)
		return strings.TrimSpace(line)
	}
	assert.Equal(t, "HTTP/1.1 400 Bad Request", send("nonsense\r\n\r\n"))
	assert.Contains(t, send("GET / HTTP/1.1\r\n\r\n"), "HTTP/1.1 400 ", "no host")
	assert.Equal(t, "HTTP/1.1 431 Request Header Fields Too Large", send("GET / HTTP/1.1\r\nHost: a\r\nX: "+strings.Repeat("x", 200_000)+"\r\n\r\n"))
	assert.Equal(t, "HTTP/1.1 404 Not Found", send("GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
	assert.Equal(t, "HTTP/1.1 413 Request Entity Too Large", send("POST /api/analyze HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 3000000\r\n\r\n"+strings.Repeat("x", 3_000_000)))

	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 10 {
				res, err := http.Get(base + fmt.Sprintf("/?q=strike&page=1&n=%d", i*10+j))
				if assert.NoError(t, err) {
					assert.Equal(t, http.StatusOK, res.StatusCode)
					res.Body.Close()
				}
			}
		})
	}
	wg.Wait()
	http.DefaultClient.CloseIdleConnections()
	stop()
	assert.NoError(t, <-served, "stops in good order")
	_, err = http.Get(base)
	assert.Error(t, err)
	assert.Contains(t, log.String(), `"msg":"request","method":"GET","path":"/","status":200`)
	assert.NotContains(t, log.String(), "strike", "what was asked is not logged")
}

// TestSlowClients has hundreds of clients that never finish a request. Others are
// answered all the same.
func TestSlowClients(t *testing.T) {
	d := open(t, nil)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- d.site.Serve(ctx, l) }()
	begin := func(request string) net.Conn {
		c, err := net.Dial("tcp", l.Addr().String())
		require.NoError(t, err)
		_, err = io.WriteString(c, request)
		require.NoError(t, err)
		return c
	}
	var open []net.Conn
	for range 300 {
		open = append(open, begin("GET / HTTP/1.1\r\nHost: a\r\nX-Slow: "))
	}
	const senders = 100
	refused := make(chan string, senders)
	for range senders {
		c := begin("POST /api/analyze HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 50000\r\n\r\nThe ferry")
		open = append(open, c)
		go func() {
			line, _ := bufio.NewReader(c).ReadString('\n')
			refused <- strings.TrimSpace(line)
		}()
	}
	for range senders - 32 { // those for which no slot is left
		assert.Equal(t, "HTTP/1.1 503 Service Unavailable", <-refused)
	}
	for range 50 {
		res, err := http.Get("http://" + l.Addr().String() + "/?q=strike")
		require.NoError(t, err)
		assert.Equal(t, http.StatusOK, res.StatusCode)
		res.Body.Close()
	}
	for _, c := range open {
		c.Close()
	}
	http.DefaultClient.CloseIdleConnections()
	stop()
	assert.NoError(t, <-served)
}

// late is a body that does not come in time, or not to its end.
type late struct{ err error }

func (l late) Read([]byte) (int, error) { return 0, l.err }

func TestLateBodies(t *testing.T) {
	var log lockedBuffer
	d := open(t, func(o *web.Options) { o.Log = slog.New(slog.NewJSONHandler(&log, nil)) })
	for err, status := range map[error]int{os.ErrDeadlineExceeded: http.StatusRequestTimeout, io.ErrUnexpectedEOF: http.StatusBadRequest} {
		q := httptest.NewRequest(http.MethodPost, "/api/analyze", late{err})
		q.Header.Set("Content-Type", "text/plain")
		w := httptest.NewRecorder()
		d.site.ServeHTTP(w, q)
		assert.Equal(t, status, w.Code, w.Body)
	}
	assert.NotContains(t, log.String(), `"level":"ERROR"`, "no fault of ours")
}

// lockedBuffer is a buffer for several goroutines.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

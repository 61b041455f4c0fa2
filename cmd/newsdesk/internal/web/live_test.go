package web_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web"
	"github.com/dateline-go/dateline/search"
)

// send posts articles with the token.
func (d *desk) send(kind, body string) (*http.Response, string) {
	d.t.Helper()
	r := httptest.NewRequest(http.MethodPost, "/api/articles", strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	r.Header.Set("Authorization", "Bearer "+token)
	return d.do(r)
}

// finished waits for a job and returns it.
func (d *desk) finished(answer string) (job struct {
	ID, State      string
	Stored, Failed int
	Errors         []string
}) {
	d.t.Helper()
	require.NoError(d.t, json.Unmarshal([]byte(answer), &job), answer)
	id := url.QueryEscape(job.ID)
	require.EventuallyWithT(d.t, func(t *assert.CollectT) {
		require.NoError(t, json.Unmarshal([]byte(d.ok("/api/jobs?id="+id)), &job))
		assert.NotContains(t, []string{"waiting", "running"}, job.State)
	}, 30*time.Second, 10*time.Millisecond)
	return job
}

// TestWhatIsFedInIsFound posts articles into a desk that has answered before: no page may
// remember how the archive was.
func TestWhatIsFedInIsFound(t *testing.T) {
	d := open(t, nil)
	assert.Contains(t, d.ok("/?q=zeppelin"), "Nothing found")
	res, body := d.send("application/json", `{"id":"z1","title":"Zeppelin lands","date":"2026-07-01",
		"text":"A zeppelin landed in Bergen on Tuesday."}`)
	require.Equal(t, http.StatusCreated, res.StatusCode, body)
	assert.Contains(t, d.ok("/?q=zeppelin"), "<mark>Zeppelin</mark> lands")

	res, body = d.send("application/json", `{"id":"z1","title":"Zeppelin leaves","date":"2026-07-02",
		"text":"The zeppelin left Bergen on Wednesday."}`)
	require.Equal(t, http.StatusOK, res.StatusCode, body)
	page := d.ok("/?q=zeppelin")
	assert.Contains(t, page, "<mark>Zeppelin</mark> leaves")
	assert.NotContains(t, page, "</mark> lands")

	res, body = d.bearer(http.MethodDelete, "/api/articles?id=z1", "")
	require.Equal(t, http.StatusNoContent, res.StatusCode, body)
	assert.Contains(t, d.ok("/?q=zeppelin"), "Nothing found")
}

func TestManyArticles(t *testing.T) {
	d := open(t, nil)
	var lines strings.Builder
	for i := range 50 {
		fmt.Fprintf(&lines, `{"id":"m%d","title":"Balloon %d over Tromsø","text":"Balloon number %d flew over Tromsø."}`+"\n", i, i, i)
	}
	lines.WriteString("{\"id\":\"broken\"\n{\"id\":\"empty\",\"text\":\" \"}\n")
	res, body := d.send("application/x-ndjson", lines.String())
	require.Equal(t, http.StatusAccepted, res.StatusCode, body)
	job := d.finished(body)
	assert.Equal(t, "done", job.State)
	assert.Equal(t, 50, job.Stored)
	assert.Equal(t, 2, job.Failed)
	assert.Len(t, job.Errors, 2)
	assert.Contains(t, d.ok("/api/search?q=balloon"), `"total":50`)

	res, body = d.send("application/x-ndjson", lines.String())
	require.Equal(t, http.StatusAccepted, res.StatusCode, body)
	assert.Equal(t, 50, d.finished(body).Stored, "to give the same again changes nothing")
	assert.Contains(t, d.ok("/api/search?q=balloon"), `"total":50`)
}

func TestSignOutEndsTheSession(t *testing.T) {
	d := open(t, nil)
	res, _ := d.post("/login", url.Values{"token": {token}})
	require.Len(t, res.Cookies(), 1)
	cookie := res.Cookies()[0]
	res, _ = d.post("/alerts", url.Values{"query": {"strike"}}, cookie)
	require.Equal(t, http.StatusSeeOther, res.StatusCode)
	res, _ = d.post("/logout", nil, cookie)
	require.Equal(t, http.StatusSeeOther, res.StatusCode)
	res, _ = d.post("/alerts", url.Values{"query": {"ferry"}}, cookie)
	assert.Equal(t, http.StatusUnauthorized, res.StatusCode, "a cookie that was copied before is worth nothing now")
}

func TestSignInLeadsBack(t *testing.T) {
	d := open(t, nil)
	for next, want := range map[string]string{
		"/alerts?q=strike": "/alerts?q=strike", "": "/alerts", "https://evil.example/": "/alerts",
		"//evil.example/": "/alerts", `/\evil.example`: "/alerts", "javascript:alert(1)": "/alerts",
	} {
		res, _ := d.post("/login", url.Values{"token": {token}, "next": {next}})
		require.Equal(t, http.StatusSeeOther, res.StatusCode)
		assert.Equal(t, want, res.Header.Get("Location"), next)
	}
}

// TestGuessing holds the wait after wrong tokens, on the page and in the API alike.
func TestGuessing(t *testing.T) {
	d := open(t, nil)
	var statuses []int
	for range 7 {
		res, _ := d.post("/login", url.Values{"token": {"wrong token"}})
		statuses = append(statuses, res.StatusCode)
	}
	assert.Equal(t, []int{401, 401, 401, 401, 401, 429, 429}, statuses)
	res, _ := d.post("/login", url.Values{"token": {token}})
	assert.Equal(t, http.StatusTooManyRequests, res.StatusCode, "what is given meanwhile is not looked at")
	assert.NotEmpty(t, res.Header.Get("Retry-After"))
	res, _ = d.bearer(http.MethodPost, "/api/alerts", `{"id":"a","query":"b"}`)
	assert.Equal(t, http.StatusTooManyRequests, res.StatusCode)

	r := httptest.NewRequest(http.MethodPost, "/api/alerts", strings.NewReader(`{"id":"a","query":"b"}`))
	r.Header.Set("Authorization", "Bearer "+token)
	r.RemoteAddr = "192.0.2.99:1234"
	res, _ = d.do(r)
	assert.Equal(t, http.StatusCreated, res.StatusCode, "others do not wait")
}

func TestGuesses(t *testing.T) {
	now := time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)
	g := web.NewGuesses()
	for range 20 {
		g.Note("203.0.113.5:99", false, now)
	}
	assert.Equal(t, 5*time.Minute, g.Wait("203.0.113.5:1", now), "the wait grows to its bound, whatever the port")
	assert.Zero(t, g.Wait("203.0.113.6:1", now))
	assert.Zero(t, g.Wait("203.0.113.5:1", now.Add(6*time.Minute)))
	for range 5 {
		g.Note("[2001:db8::1]:99", false, now)
	}
	assert.Equal(t, time.Second, g.Wait("[2001:db8::ffff]:1", now), "one network of version 6 is one guesser")
	g.Note("[2001:db8::2]:5", true, now)
	assert.Zero(t, g.Wait("[2001:db8::1]:1", now))
}

// failing is an archive whose searches break off after some, and whose articles do.
type failing struct {
	search.Engine
	left, articles atomic.Int32
}

func (f *failing) Document(ctx context.Context, id string) (*dateline.Document, error) {
	if f.articles.Add(-1) < 0 {
		return nil, search.ErrDamaged
	}
	return f.Engine.Document(ctx, id)
}

func (f *failing) Search(ctx context.Context, q search.Query) (search.Results, error) {
	if f.left.Add(-1) < 0 {
		return search.Results{}, search.ErrDamaged
	}
	return f.Engine.Search(ctx, q)
}

// TestExportThatBreaksOff must not look whole: the connection is cut.
func TestExportThatBreaksOff(t *testing.T) {
	var archive failing
	d := open(t, func(o *web.Options) {
		archive.Engine = o.Archive
		o.Archive = &archive
	})
	for name, c := range map[string]struct {
		searches, articles int32
		status             int
	}{
		"whole": {1, 99, http.StatusOK}, "no search": {0, 99, http.StatusInternalServerError},
		"no article": {1, 0, http.StatusInternalServerError},
	} {
		archive.left.Store(c.searches)
		archive.articles.Store(c.articles)
		res, _ := d.get("/export?format=json&q=")
		assert.Equal(t, c.status, res.StatusCode, name)
	}
	archive.left.Store(1)
	archive.articles.Store(2)
	assert.PanicsWithValue(t, http.ErrAbortHandler, func() { d.get("/export?format=json&q=") })
}

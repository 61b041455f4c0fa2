package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/internal/made"
	"github.com/dateline-go/dateline/search/archive"
)

const (
	loadRate     = 50 // requests a second
	loadRequests = "20000"
	loadMemory   = 250 // MB of the desk's process, without pages of its files, which the system may drop
	loadToken    = "token of the load test"
)

// TestLoad measures a desk in a process of its own over an archive of DATELINE_DESK made
// articles, such as 20000: 50 requests a second of all kinds, exports among them, while an
// article comes in each second. It fails where a request does and where the desk takes more
// memory than it may; it prints times and judges none, since they are the machine's.
// DATELINE_DESK_REQUESTS asks for fewer requests than 20,000; DATELINE_DESK_ARCHIVE names a
// folder where the archive is kept, to be copied by the next run.
func TestLoad(t *testing.T) {
	size, err := strconv.Atoi(os.Getenv("DATELINE_DESK"))
	if err != nil {
		t.Skip("DATELINE_DESK is not set: it is how many articles to serve under load, such as 20000")
	}
	requests, err := strconv.Atoi(cmp.Or(os.Getenv("DATELINE_DESK_REQUESTS"), loadRequests))
	require.NoError(t, err)
	from := loadArticles(t)
	dir := filepath.Join(t.TempDir(), "archive")
	if kept := os.Getenv("DATELINE_DESK_ARCHIVE"); kept != "" {
		if _, err := os.Stat(kept); err != nil {
			fillArchive(t, kept, from, size)
		}
		require.NoError(t, os.CopyFS(dir, os.DirFS(kept)))
	} else {
		fillArchive(t, dir, from, size)
	}
	d := startDesk(t, dir)
	l := &load{t: t, desk: d, size: size, queries: loadQueries(from, size), times: map[string][]time.Duration{}}
	ctx, stop := context.WithCancel(t.Context())
	var beside sync.WaitGroup
	beside.Go(func() { l.feed(ctx, made.Paragraphs(from)) })
	beside.Go(func() { l.watch(ctx) })
	began := time.Now()
	l.read(requests)
	took := time.Since(began)
	stop()
	beside.Wait()

	for _, kind := range slices.Sorted(maps.Keys(l.times)) {
		times := l.times[kind]
		slices.Sort(times)
		at := func(percent int) float64 { return float64(times[len(times)*percent/100].Microseconds()) / 1000 }
		t.Logf("%-13s %5d requests: median %6.1f ms, p95 %6.1f ms, p99 %6.1f ms", kind, len(times), at(50), at(95), at(99))
	}
	t.Logf("%d articles; %d requests in %v, %d failed; %d articles came in meanwhile",
		size, requests, took.Round(time.Second), l.failed, l.fed)
	t.Logf("the desk: %v of a processor; %d MB of memory at most, and %d MB of pages of its files",
		d.processor(t), l.memory, d.memory(t, "RssFile"))
	require.Zero(t, l.failed, "requests failed: %s", l.why)
	assert.LessOrEqual(t, l.memory, loadMemory, "MB of memory")
}

// loadArticles analyses the project's articles.
func loadArticles(t *testing.T) []*dateline.Document {
	t.Helper()
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	var docs []*dateline.Document
	files := source.Files(t.Context(), []string{"../../testdata/articles"}, source.Options{})
	for doc, err := range a.Stream(t.Context(), files) {
		require.NoError(t, err)
		docs = append(docs, doc)
	}
	return docs
}

// fillArchive makes an archive of made articles.
func fillArchive(t *testing.T, dir string, from []*dateline.Document, size int) {
	t.Helper()
	a, err := archive.Open(t.Context(), dir, archive.Options{})
	require.NoError(t, err)
	_, err = a.Load(t.Context(), func(yield func(*dateline.Document, error) bool) {
		for doc := range made.Articles(from, size) {
			if !yield(doc, nil) {
				return
			}
		}
	})
	require.NoError(t, err)
	require.NoError(t, a.Close())
}

// loadQueries are one to three words of headlines of the made articles.
func loadQueries(from []*dateline.Document, size int) []string {
	var queries []string
	for doc := range made.Articles(from, min(size, 1200)) {
		words := strings.FieldsFunc(doc.Headline, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') })
		if len(words) < 5 {
			continue
		}
		if q := strings.Join(words[1:2+len(queries)%3], " "); len(q) > 3 {
			queries = append(queries, q)
		}
	}
	return queries
}

// deskProcess is a desk that runs beside the test.
type deskProcess struct {
	base string
	pid  int
}

// TestServedDesk is the desk of [TestLoad]: that test runs this one in a process of its own.
func TestServedDesk(t *testing.T) {
	dir := os.Getenv("DATELINE_DESK_SERVE")
	if dir == "" {
		t.Skip("this is the other process of TestLoad")
	}
	ctx, stop := signal.NotifyContext(t.Context(), os.Interrupt)
	defer stop()
	args := []string{"serve", "--quiet", "--addr", "127.0.0.1:0", "--token", loadToken, "--index", dir}
	require.Zero(t, run(ctx, args, strings.NewReader(""), io.Discard, os.Stderr))
}

func startDesk(t *testing.T, dir string) *deskProcess {
	t.Helper()
	var stderr heard
	cmd := exec.Command(os.Args[0], "-test.run=^TestServedDesk$", "-test.timeout=0")
	cmd.Env = append(os.Environ(), "DATELINE_DESK_SERVE="+dir)
	cmd.Stderr = &stderr
	require.NoError(t, cmd.Start())
	t.Cleanup(func() {
		assert.NoError(t, cmd.Process.Signal(syscall.SIGINT))
		assert.NoError(t, cmd.Wait(), "the desk ends in good order: %s", stderr.String())
	})
	opened := regexp.MustCompile(`open (http://\S+)`)
	require.Eventually(t, func() bool { return opened.MatchString(stderr.String()) }, time.Minute, 10*time.Millisecond)
	return &deskProcess{opened.FindStringSubmatch(stderr.String())[1], cmd.Process.Pid}
}

// memory is a line of the status of the process, in MB; 0 where the system has none.
func (d *deskProcess) memory(t *testing.T, name string) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", d.pid))
	if err != nil {
		return 0
	}
	found := regexp.MustCompile(name + `:\s+(\d+) kB`).FindSubmatch(status)
	require.Len(t, found, 2)
	kb, err := strconv.Atoi(string(found[1]))
	require.NoError(t, err)
	return kb / 1000
}

// processor is how long the process has had a processor; 0 where the system does not say.
func (d *deskProcess) processor(t *testing.T) time.Duration {
	const each = 10 * time.Millisecond // a tick of the kernel's clock for programs
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", d.pid))
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(stat, []byte(") "))
	fields := strings.Fields(string(rest))
	user, err := strconv.Atoi(fields[11])
	require.NoError(t, err)
	system, err := strconv.Atoi(fields[12])
	require.NoError(t, err)
	return time.Duration(user+system) * each
}

// load is what asks the desk and what came of it.
type load struct {
	t       *testing.T
	desk    *deskProcess
	size    int
	queries []string
	memory  int // MB of the desk, the most that was seen
	fed     int // articles

	mu     sync.Mutex
	times  map[string][]time.Duration
	failed int
	why    string // the first one failed
}

// loadClient keeps connections open, as browsers do.
var loadClient = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}, Timeout: time.Minute}

// ask sends a request and notes how long its answer took.
func (l *load) ask(kind string, r *http.Request, want int) {
	began := time.Now()
	why := ""
	res, err := loadClient.Do(r)
	if err == nil {
		_, err = io.Copy(io.Discard, res.Body)
		res.Body.Close()
	}
	switch {
	case err != nil:
		why = err.Error()
	case res.StatusCode != want:
		why = fmt.Sprintf("%s: %s", r.URL, res.Status)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.times[kind] = append(l.times[kind], time.Since(began))
	if why != "" {
		l.failed++
		l.why = cmp.Or(l.why, why)
	}
}

// request is the i-th request of readers: mostly searches, of a hundred one is an export.
func (l *load) request(i int) (kind, path string) {
	query := l.queries[i%len(l.queries)]
	q, id := url.QueryEscape(query), fmt.Sprintf("made-%06d", i*37%l.size)
	switch i % 20 {
	case 0, 1, 2, 3, 4, 5:
		return "search page", "/?q=" + q
	case 6, 7, 8, 9, 10:
		return "API search", "/api/search?facets=true&q=" + q
	case 11, 12:
		return "suggest", "/api/suggest?q=" + url.QueryEscape(query[:3])
	case 13, 14:
		return "article page", "/article?id=" + id
	case 15:
		return "API article", "/api/article?id=" + id
	case 16:
		return "front page", "/"
	case 17:
		return "trends page", "/trends"
	case 18:
		return "map page", "/map?q=" + q
	}
	if i%100 == 99 {
		return "export", "/export?format=jsonl&q=" + q
	}
	return "API related", "/api/related?id=" + id
}

// read sends n requests at [loadRate], whether those before have been answered or not.
func (l *load) read(n int) {
	var asking sync.WaitGroup
	tick := time.NewTicker(time.Second / loadRate)
	defer tick.Stop()
	for i := range n {
		<-tick.C
		kind, path := l.request(i)
		asking.Go(func() {
			r, err := http.NewRequest(http.MethodGet, l.desk.base+path, nil)
			if assert.NoError(l.t, err) {
				l.ask(kind, r, http.StatusOK)
			}
		})
	}
	asking.Wait()
}

// feed gives the desk an article each second until ctx ends.
func (l *load) feed(ctx context.Context, paragraphs []string) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for p := range made.Pages(paragraphs, 1_000_000) {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
		body, err := json.Marshal(map[string]string{"id": "came-" + p.ID, "title": p.Title, "text": string(p.Body)})
		if !assert.NoError(l.t, err) {
			return
		}
		r, err := http.NewRequest(http.MethodPost, l.desk.base+"/api/articles", bytes.NewReader(body))
		if !assert.NoError(l.t, err) {
			return
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Authorization", "Bearer "+loadToken)
		l.ask("article in", r, http.StatusCreated)
		l.fed++
	}
}

// watch looks at the memory of the desk until ctx ends.
func (l *load) watch(ctx context.Context) {
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		l.memory = max(l.memory, l.desk.memory(l.t, "RssAnon"))
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}

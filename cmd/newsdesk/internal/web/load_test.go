package web_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/web"
	"github.com/dateline-go/dateline/internal/made"
	"github.com/dateline-go/dateline/search/archive"
)

// TestLoad measures the desk under load over loopback: DATELINE_DESK=20000 is the
// size of the archive. It fails where a request does, and prints times; it judges
// none, since they are the machine's.
func TestLoad(t *testing.T) {
	var size int
	if _, err := fmt.Sscan(os.Getenv("DATELINE_DESK"), &size); err != nil {
		t.Skip("DATELINE_DESK is not set: it is how many articles to serve under load, such as 20000")
	}
	site, queries := loaded(t, size)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- site.Serve(ctx, l) }()
	base := "http://" + l.Addr().String()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
	var failed atomic.Int64
	get := func(path string) time.Duration {
		began := time.Now()
		res, err := client.Get(base + path)
		if err != nil {
			failed.Add(1)
			return 0
		}
		io.Copy(io.Discard, res.Body)
		res.Body.Close()
		if res.StatusCode != http.StatusOK {
			failed.Add(1)
		}
		return time.Since(began)
	}
	t.Logf("%d articles; first page, first request: %v", size, get("/"))
	began := time.Now()
	require.NoError(t, site.Ready(t.Context()))
	t.Logf("stories and trends: ready after another %v", time.Since(began))

	for _, round := range []struct {
		name string
		path func(i int) string
		n    int
	}{
		{"first page", func(int) string { return "/" }, 200},
		{"search page", func(i int) string { return "/?q=" + url.QueryEscape(queries[i%len(queries)]) }, 1500},
		{"API search", func(i int) string { return "/api/search?q=" + url.QueryEscape(queries[i%len(queries)]) }, 1500},
		{"article page", func(i int) string { return fmt.Sprintf("/article?id=made-%06d", i*37%size) }, 100},
		{"suggest", func(i int) string { return "/api/suggest?q=" + url.QueryEscape(queries[i%len(queries)][:3]) }, 500},
	} {
		times := paced(round.n, 50, func(i int) time.Duration { return get(round.path(i)) })
		slices.Sort(times)
		t.Logf("%-12s at 50 a second: median %v, p95 %v, p99 %v", round.name, times[len(times)/2], times[len(times)*95/100], times[len(times)*99/100])
	}
	heap := func() float64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapInuse) / 1e6
	}
	before := heap()
	began = time.Now()
	var next atomic.Int64
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for i := next.Add(1); i <= 10_000; i = next.Add(1) {
				get("/?q=" + url.QueryEscape(queries[int(i)%len(queries)]))
			}
		})
	}
	wg.Wait()
	t.Logf("10,000 search pages as fast as they go: %.0f a second; heap in use %.0f MB before, %.0f MB after", 10_000/time.Since(began).Seconds(), before, heap())
	client.CloseIdleConnections()
	stop()
	require.NoError(t, <-served)
	require.Zero(t, failed.Load(), "requests failed")
}

// loaded makes a site over a made archive on disk, and queries of one to three words
// of its headlines.
func loaded(t *testing.T, size int) (*web.Site, []string) {
	t.Helper()
	from, err := articles()
	require.NoError(t, err)
	a, err := archive.Open(t.Context(), t.TempDir(), archive.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, a.Close()) })
	var queries []string
	_, err = a.Load(t.Context(), func(yield func(*dateline.Document, error) bool) {
		for doc := range made.Articles(from, size) {
			if words := strings.FieldsFunc(doc.Headline, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }); len(words) > 4 && len(queries) < 1000 {
				if q := strings.Join(words[1:2+len(queries)%3], " "); len(q) > 3 {
					queries = append(queries, q)
				}
			}
			if !yield(doc, nil) {
				return
			}
		}
	})
	require.NoError(t, err)
	analyzer, err := analyzers()
	require.NoError(t, err)
	site, err := web.New(web.Options{Archive: a, Analyzer: analyzer})
	require.NoError(t, err)
	t.Cleanup(site.Close)
	return site, queries
}

// paced begins n requests at so many a second, whether those before have ended or
// not, and returns how long each took.
func paced(n, rate int, f func(i int) time.Duration) []time.Duration {
	times := make([]time.Duration, n)
	var wg sync.WaitGroup
	tick := time.NewTicker(time.Second / time.Duration(rate))
	defer tick.Stop()
	for i := range n {
		<-tick.C
		wg.Go(func() { times[i] = f(i) })
	}
	wg.Wait()
	return times
}

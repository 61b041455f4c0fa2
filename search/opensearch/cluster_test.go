package opensearch_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/opensearch"
	"github.com/dateline-go/dateline/search/searchtest"
)

// fake answers as a cluster does that holds nothing. Before takes a request first
// and says whether it has answered it.
type fake struct {
	*httptest.Server
	mu       sync.Mutex
	template []byte
	asked    map[string]int // by method and path
	bulk     []string
}

func newFake(t testing.TB, before func(w http.ResponseWriter, r *http.Request, n int) bool) *fake {
	f := &fake{asked: map[string]int{}}
	f.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		f.mu.Lock()
		defer f.mu.Unlock()
		what := r.Method + " " + r.URL.Path
		f.asked[what]++
		w.Header().Set("Content-Type", "application/json")
		if before != nil && before(w, r, f.asked[what]) {
			return
		}
		switch {
		case r.URL.Path == "/":
			fmt.Fprint(w, `{"version":{"distribution":"opensearch","number":"2.19.1"}}`)
		case strings.HasPrefix(r.URL.Path, "/_index_template/") && r.Method == http.MethodPut:
			f.template = body
			fmt.Fprint(w, `{}`)
		case strings.HasPrefix(r.URL.Path, "/_index_template/"):
			if f.template == nil {
				w.WriteHeader(http.StatusNotFound)
				return
			}
			fmt.Fprintf(w, `{"index_templates":[{"index_template":%s}]}`, f.template)
		case r.URL.Path == "/_bulk":
			f.bulk = append(f.bulk, string(body))
			items := strings.Repeat(`{"index":{"status":201}},`, strings.Count(string(body), "\n")/2)
			fmt.Fprintf(w, `{"items":[%s]}`, strings.TrimSuffix(items, ","))
		default:
			fmt.Fprint(w, `{"hits":{"total":{"value":0},"hits":[]}}`)
		}
	}))
	t.Cleanup(f.Close)
	return f
}

func TestOpen(t *testing.T) {
	says := func(body string) func(http.ResponseWriter, *http.Request, int) bool {
		return func(w http.ResponseWriter, _ *http.Request, _ int) bool {
			fmt.Fprint(w, body)
			return true
		}
	}
	for _, c := range []struct {
		name   string
		before func(http.ResponseWriter, *http.Request, int) bool
		config opensearch.Config
		err    error
		text   string
	}{
		{"too old", says(`{"version":{"distribution":"opensearch","number":"2.9.0"}}`), opensearch.Config{}, opensearch.ErrVersion, `"2.9.0"`},
		{"another product", says(`{"version":{"number":"8.1.0"}}`), opensearch.Config{}, opensearch.ErrVersion, `"8.1.0"`},
		{"something else", says(`<html>`), opensearch.Config{}, opensearch.ErrRefused, "no JSON"},
		{"no access", func(w http.ResponseWriter, _ *http.Request, _ int) bool {
			w.WriteHeader(http.StatusUnauthorized)
			return true
		}, opensearch.Config{}, opensearch.ErrCredentials, "401"},
		{"no permission", func(w http.ResponseWriter, _ *http.Request, _ int) bool {
			w.WriteHeader(http.StatusForbidden)
			return true
		}, opensearch.Config{}, opensearch.ErrRefused, "403"},
		{"template of somebody else", func(w http.ResponseWriter, r *http.Request, _ int) bool {
			if r.URL.Path == "/" {
				return false
			}
			fmt.Fprint(w, `{"index_templates":[{"index_template":{"template":{"mappings":{}}}}]}`)
			return true
		}, opensearch.Config{}, opensearch.ErrNotArchive, `"news"`},
		{"name", nil, opensearch.Config{Index: "News*"}, dateline.ErrOptions, `"News*"`},
		{"period", nil, opensearch.Config{Period: "week"}, opensearch.ErrOptions, `"week"`},
		{"rollover", nil, opensearch.Config{Rollover: opensearch.Rollover{Bytes: -1}}, opensearch.ErrOptions, "-1 bytes"},
		{"averages", nil, opensearch.Config{Averages: opensearch.Averages{Body: 1}}, opensearch.ErrOptions, "headline"},
		{"workers", nil, opensearch.Config{Workers: -1}, opensearch.ErrOptions, "workers -1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.config.Addresses = []string{newFake(t, c.before).URL}
			_, err := opensearch.Open(t.Context(), c.config)
			require.ErrorContains(t, err, c.text)
			if c.err != nil {
				assert.ErrorIs(t, err, c.err)
			}
		})
	}
}

// TestBusy has a cluster turn requests away, whole ones and parts of them.
func TestBusy(t *testing.T) {
	f := newFake(t, func(w http.ResponseWriter, r *http.Request, n int) bool {
		switch {
		case n == 1 && r.URL.Path != "/_bulk":
			w.WriteHeader(http.StatusServiceUnavailable)
		case r.URL.Path == "/_bulk" && n <= 2:
			w.WriteHeader(http.StatusTooManyRequests)
		case r.URL.Path == "/_bulk" && n == 3:
			fmt.Fprint(w, `{"items":[{"index":{"status":201}},{"index":{"status":429,"error":{"type":"rejected","reason":"full"}}},
				{"index":{"status":400,"error":{"type":"mapper_parsing_exception","reason":"no"}}}]}`)
		default:
			return false
		}
		return true
	})
	a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{f.URL}})
	require.NoError(t, err)
	docs := searchtest.Documents()[:3]
	n, err := a.Load(t.Context(), func(yield func(*dateline.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	})
	assert.Equal(t, 2, n)
	require.ErrorIs(t, err, opensearch.ErrRefused)
	assert.ErrorContains(t, err, `document "mine-1"`)
	assert.ErrorContains(t, err, "mapper_parsing_exception")
	require.Len(t, f.bulk, 1, "what was turned away is sent once more")
	assert.Contains(t, f.bulk[0], "ferry-2")
	assert.NotContains(t, f.bulk[0], "mine-1")
	require.NoError(t, a.Close())
	require.ErrorIs(t, a.Close(), opensearch.ErrClosed)
	_, err = a.Count(t.Context())
	assert.ErrorIs(t, err, opensearch.ErrClosed)
}

// TestDown has a cluster that is not there, never answers in time or stays busy.
func TestDown(t *testing.T) {
	busy := func(w http.ResponseWriter, r *http.Request, _ int) bool {
		if strings.HasSuffix(r.URL.Path, "_search") {
			w.WriteHeader(http.StatusTooManyRequests)
			fmt.Fprint(w, `{"error":{"type":"circuit_breaking_exception","reason":"too much"}}`)
			return true
		}
		return false
	}
	slow := func(_ http.ResponseWriter, r *http.Request, _ int) bool {
		if strings.HasSuffix(r.URL.Path, "_search") {
			select {
			case <-r.Context().Done():
			case <-time.After(20 * time.Second):
			}
		}
		return false
	}
	for _, c := range []struct {
		name   string
		before func(http.ResponseWriter, *http.Request, int) bool
		config opensearch.Config
		text   string
	}{
		{"busy", busy, opensearch.Config{RetryFor: 200 * time.Millisecond}, "circuit_breaking_exception: too much"},
		{"slow", slow, opensearch.Config{RetryFor: time.Millisecond, Timeout: 2 * time.Second}, "POST /news/_search"},
		{"no second try", busy, opensearch.Config{RetryFor: -1}, "after 1 tries"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFake(t, c.before)
			c.config.Addresses = []string{f.URL}
			a, err := opensearch.Open(t.Context(), c.config)
			require.NoError(t, err)
			f.template = []byte(`{"template":{"mappings":{"_meta":{"kind":"dateline archive","form":4,"period":"year"}}}}`)
			_, err = a.Search(t.Context(), search.Query{Text: "ferry"})
			require.ErrorIs(t, err, opensearch.ErrUnavailable)
			assert.ErrorContains(t, err, c.text)
		})
	}
	t.Run("gone", func(t *testing.T) {
		f := newFake(t, nil)
		f.Close()
		ctx, cancel := context.WithTimeout(t.Context(), 150*time.Millisecond)
		defer cancel()
		_, err := opensearch.Open(ctx, opensearch.Config{Addresses: []string{f.URL}})
		require.ErrorIs(t, err, opensearch.ErrUnavailable)
		assert.ErrorIs(t, err, context.DeadlineExceeded)
	})
}

// TestLargeBulk has a cluster that takes no large requests.
func TestLargeBulk(t *testing.T) {
	f := newFake(t, func(w http.ResponseWriter, r *http.Request, _ int) bool {
		if r.URL.Path == "/_bulk" && r.ContentLength > 8_000 {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
			return true
		}
		return false
	})
	a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{f.URL}})
	require.NoError(t, err)
	require.NoError(t, a.Add(t.Context(), searchtest.Documents()...))
	assert.Greater(t, len(f.bulk), 1)
	long := dateline.Document{ID: "long", Text: strings.Repeat("many words ", 2_000)}
	assert.ErrorContains(t, a.Add(t.Context(), &long), `document "long": larger than the cluster takes`)
}

// TestAverages loads short documents first and long ones then: a new archive takes
// the averages of more than one batch.
func TestAverages(t *testing.T) {
	f := newFake(t, nil)
	a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{f.URL}, BatchSize: 100})
	require.NoError(t, err)
	n, err := a.Load(t.Context(), func(yield func(*dateline.Document, error) bool) {
		for i := range 600 {
			words := 2
			if i >= 300 {
				words = 6
			}
			if !yield(&dateline.Document{ID: fmt.Sprint(i), Text: strings.Repeat("tide ", words)}, nil) {
				return
			}
		}
	})
	require.NoError(t, err)
	assert.Equal(t, 600, n)
	assert.Contains(t, string(f.template), `"averages":{"body":4,`)
	assert.Len(t, f.bulk, 6)
	require.NoError(t, a.Close())
}

func TestErrors(t *testing.T) {
	searchtest.RunErrors(t, func(t testing.TB) search.Engine {
		f := newFake(t, nil)
		a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{f.URL}})
		require.NoError(t, err)
		return a
	})
}

package opensearch_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/opensearch"
	"github.com/dateline-go/dateline/search/searchtest"
)

// begunTemplate is what a cluster says of an archive that was begun.
const begunTemplate = `{"template":{"mappings":{"_meta":{"kind":"dateline archive","form":4,"period":"year"}}}}`

// oddAnswers are answers that no cluster gives, and that a proxy, another product or a fault may.
var oddAnswers = map[string]string{
	"nothing": "", "empty": "{}", "null": "null", "a list": "[]", "a string": `"x"`, "a number": "1", "a page": "<html>busy</html>",
	"half":                        `{"hits":{"total":{"value":1},"hits":[{"_id"`,
	"no hits":                     `{"hits":null}`,
	"a hit of nothing":            `{"hits":{"total":{"value":1},"hits":[null]}}`,
	"an empty hit":                `{"hits":{"total":{"value":1},"hits":[{}]}}`,
	"a hit of other types":        `{"hits":{"total":"many","hits":[{"_id":7,"_source":[1],"fields":"x","sort":{}}]}}`,
	"a hit without a story":       `{"hits":{"total":{"value":1},"hits":[{"_id":"a","_index":"news-2024","_source":{"stored":"AAAA"},"sort":[null]}]}}`,
	"fewer than none":             `{"hits":{"total":{"value":-5},"hits":[]},"count":-5}`,
	"more than there is":          `{"hits":{"total":{"value":99999999999999999999},"hits":[]}}`,
	"no items":                    `{"items":[]}`,
	"an item of nothing":          `{"items":[null]}`,
	"an empty item":               `{"items":[{}]}`,
	"an item of other types":      `{"items":[{"index":7}]}`,
	"an action of nothing":        `{"items":[{"index":null}]}`,
	"too many items":              `{"items":[{"index":{"status":201}},{"index":{"status":201}},{"index":{"status":201}}]}`,
	"templates of nothing":        `{"index_templates":[null]}`,
	"a template of nothing":       `{"index_templates":[{"index_template":null}]}`,
	"aggregations of nothing":     `{"hits":{"hits":[]},"aggregations":null}`,
	"aggregations of other types": `{"hits":{"hits":[]},"aggregations":{"countries":7}}`,
	"responses of nothing":        `{"responses":[null]}`,
	"no responses":                `{"responses":[]}`,
	"an error inside":             `{"responses":[{"error":{"type":null,"reason":7}}],"error":7}`,
	"deep":                        strings.Repeat(`{"hits":`, 20_000) + "1" + strings.Repeat("}", 20_000),
}

// Whatever a cluster answers, no call panics, hangs or takes a document for stored that was not.
func TestOddAnswers(t *testing.T) {
	doc := &dateline.Document{ID: "a", Headline: "Ferry late", Text: "The ferry to Bergen was late."}
	for name, text := range oddAnswers {
		for _, begun := range []bool{true, false} {
			t.Run(fmt.Sprint(name, " ", begun), func(t *testing.T) {
				t.Parallel()
				odd := false
				f := newFake(t, func(w http.ResponseWriter, r *http.Request, _ int) bool {
					if !odd || begun && strings.HasPrefix(r.URL.Path, "/_index_template/") {
						return false
					}
					fmt.Fprint(w, text)
					return true
				})
				f.template = []byte(begunTemplate)
				a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{f.URL}, RetryFor: -1})
				require.NoError(t, err)
				odd = true
				ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
				defer cancel()
				everyCall(ctx, t, a, doc)
				require.NoError(t, ctx.Err(), "it hangs")
				require.NoError(t, a.Close())
			})
		}
	}
}

// everyCall makes each call of an archive on a cluster that gives nothing of use.
func everyCall(ctx context.Context, t *testing.T, a search.Engine, doc *dateline.Document) {
	t.Helper()
	_, _ = a.Count(ctx) // the answers are of no use: that these come back is what is looked at
	_, _ = a.Document(ctx, "a")
	for _, err := range a.Documents(ctx) {
		if err != nil {
			break
		}
	}
	for _, q := range []search.Query{
		{}, {Text: "ferry", Facets: true, Explain: true, Corrections: true, Documents: true}, {Text: "ferry late", Feedback: true},
		{Clauses: []search.Clause{{Match: search.Prefix, Text: "fer"}, {Text: "fery", Fuzzy: 1}}, Sort: search.Newest},
	} {
		_, _ = a.Search(ctx, q)
	}
	_, _ = a.Suggest(ctx, "fer", 5)
	_, _ = a.Related(ctx, doc, search.RelatedOptions{})
	_, _ = a.DuplicatesOf(ctx, doc)
	_ = a.Delete(ctx, "a")
	n, err := a.Load(ctx, func(yield func(*dateline.Document, error) bool) { yield(doc, nil) })
	if err == nil {
		assert.Equal(t, 1, n)
	} else {
		assert.Zero(t, n, err)
	}
}

// A body that never ends, in small pieces or without a pause, ends with the time of a try.
func TestEndlessAnswers(t *testing.T) {
	for name, piece := range map[string]string{"drops": " ", "a flood": strings.Repeat(" ", 1<<16)} {
		t.Run(name, func(t *testing.T) {
			f := newFake(t, func(w http.ResponseWriter, r *http.Request, _ int) bool {
				if !strings.HasSuffix(r.URL.Path, "_search") {
					return false
				}
				control := http.NewResponseController(w)
				for r.Context().Err() == nil {
					if _, err := io.WriteString(w, piece); err != nil {
						break
					}
					_ = control.Flush()
					time.Sleep(time.Millisecond)
				}
				return true
			})
			f.template = []byte(begunTemplate)
			a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{f.URL}, RetryFor: -1,
				Timeout: 300 * time.Millisecond})
			require.NoError(t, err)
			_, err = a.Search(t.Context(), search.Query{Text: "ferry"})
			require.ErrorIs(t, err, opensearch.ErrUnavailable)
			require.ErrorIs(t, err, search.ErrUnavailable)
			require.NoError(t, a.Close())
		})
	}
}

// A connection that is cut in the middle of bulk requests: what was acknowledged before is
// counted, the rest is not; the same load then goes on.
func TestConnectionCutInABulk(t *testing.T) {
	docs := searchtest.Documents()
	all := func(yield func(*dateline.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
	for name, c := range map[string]struct {
		from, to int // of the bulk requests are cut
		retry    time.Duration
		stored   int
	}{
		"once":           {2, 2, time.Minute, len(docs)},
		"twice":          {2, 3, time.Minute, len(docs)},
		"from then on":   {3, 1 << 30, 300 * time.Millisecond, 4},
		"from the first": {1, 1 << 30, -1, 0},
	} {
		t.Run(name, func(t *testing.T) {
			cut := true
			f := newFake(t, func(w http.ResponseWriter, r *http.Request, n int) bool {
				if !cut || r.URL.Path != "/_bulk" || n < c.from || n > c.to {
					return false
				}
				conn, _, err := http.NewResponseController(w).Hijack()
				if err != nil {
					return false
				}
				fmt.Fprint(conn, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"items\":[{")
				if tcp, ok := conn.(*net.TCPConn); ok {
					_ = tcp.SetLinger(0) // a reset
				}
				_ = conn.Close()
				return true
			})
			a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{f.URL}, RetryFor: c.retry, BatchSize: 2,
				Workers: 1, Averages: opensearch.Averages{Body: 1, Headline: 1, Dek: 1, Headings: 1, Names: 1, Keyphrases: 1}})
			require.NoError(t, err)
			n, err := a.Load(t.Context(), all)
			assert.Equal(t, c.stored, n)
			if c.stored == len(docs) {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, opensearch.ErrUnavailable)
			f.mu.Lock()
			cut = false
			acknowledged := strings.Join(f.bulk, "")
			f.mu.Unlock()
			for i, d := range docs[:c.stored] {
				assert.Contains(t, acknowledged, fmt.Sprintf(`"_id":%q`, d.ID), i)
			}
			n, err = a.Load(t.Context(), all)
			require.NoError(t, err)
			assert.Equal(t, len(docs), n)
			require.NoError(t, a.Close())
		})
	}
}

// A cluster whose disk is full turns documents away; the error says why.
func TestClusterWithAFullDisk(t *testing.T) {
	f := newFake(t, func(w http.ResponseWriter, r *http.Request, _ int) bool {
		if r.URL.Path != "/_bulk" {
			return false
		}
		fmt.Fprint(w, `{"items":[{"index":{"status":429,"error":{"type":"cluster_block_exception",
			"reason":"index [news-2024] blocked by: disk usage exceeded flood-stage watermark"}}}]}`)
		return true
	})
	a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{f.URL}, RetryFor: 200 * time.Millisecond})
	require.NoError(t, err)
	err = a.Add(t.Context(), &dateline.Document{ID: "a", Text: "The ferry was late."})
	require.ErrorIs(t, err, opensearch.ErrUnavailable)
	require.ErrorContains(t, err, "disk usage exceeded flood-stage watermark")
}

package opensearch_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/opensearch"
	"github.com/dateline-go/dateline/search/searchtest"
)

// TestAlertsRefused has a cluster that does not take an alert, and one that keeps
// something else where alerts would be.
func TestAlertsRefused(t *testing.T) {
	alert := search.Alert{ID: "floods", Query: search.Query{Text: "flood"}}
	mapping := `{"news.alerts":{"mappings":{"_meta":{"kind":"dateline alerts","form":1}}}}`
	for _, c := range []struct {
		name, mapping, items string
		err                  error
		text                 string
	}{
		{"not an index of alerts", `{"news.alerts":{"mappings":{}}}`, "", opensearch.ErrNotArchive, `"news.alerts"`},
		{"of another version", strings.Replace(mapping, "1", "9", 1), "", opensearch.ErrNotArchive, "form 9"},
		{"refused", mapping, `{"items":[{"index":{"status":400,"error":{"type":"mapper_parsing_exception","reason":"no"}}}]}`, opensearch.ErrRefused, `alert "floods"`},
		{"taken", mapping, `{"items":[{"index":{"status":201}}]}`, nil, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFake(t, func(w http.ResponseWriter, r *http.Request, _ int) bool {
				switch r.URL.Path {
				case "/news.alerts/_mapping":
					fmt.Fprint(w, c.mapping)
				case "/_bulk":
					fmt.Fprint(w, c.items)
				default:
					return false
				}
				return true
			})
			a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{f.URL}})
			require.NoError(t, err)
			err = a.AddAlerts(t.Context(), alert)
			if c.err == nil {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, c.err)
			assert.ErrorContains(t, err, c.text)
		})
	}
}

// TestAlertsOfManyClauses has a cluster keep queries with as many leaves as one may have,
// and counts what Lucene would, which takes 1,024 clauses.
func TestAlertsOfManyClauses(t *testing.T) {
	many := func(n int, leaf func(i int) search.Clause) search.Query {
		var list []search.Clause
		for i := range n {
			list = append(list, leaf(i))
		}
		return search.Query{Clauses: []search.Clause{{Any: list}}}
	}
	word := func(i int) search.Clause { return search.Clause{Text: fmt.Sprintf("harbour%d", i)} }
	for _, c := range []struct {
		name  string
		query search.Query
		most  int
		says  string // of the last leaf
	}{
		{"57 words", many(57, word), 57, "harbour56"},
		{"words", many(search.MaxClauses, word), search.MaxClauses, "harbour255"},
		{"words, not there", many(search.MaxClauses, func(i int) search.Clause {
			return search.Clause{Text: fmt.Sprintf("harbour%d", i), Not: true}
		}), search.MaxClauses, "harbour255"},
		{"20 phrases", many(20, func(i int) search.Clause {
			return search.Clause{Match: search.Phrase, Text: fmt.Sprintf("harbour%d wall", i)}
		}), 512, "harbour19"},
		{"phrases", many(search.MaxClauses, func(i int) search.Clause {
			return search.Clause{Match: search.Phrase, Text: fmt.Sprintf("harbour%d wall", i), Not: i%2 == 1}
		}), 1024 - search.MaxClauses/2, "match_all"},
		{"long phrases", many(search.MaxClauses, func(i int) search.Clause {
			return search.Clause{Match: search.Phrase, Text: strings.Repeat("harbour wall ", 100)}
		}), 1024, "match_all"},
		{"names", many(search.MaxClauses, func(i int) search.Clause {
			return search.Clause{Field: search.Named, Match: search.Prefix, Text: fmt.Sprintf("Mia%d", i)}
		}), 1024, "match_all"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFake(t, func(w http.ResponseWriter, r *http.Request, _ int) bool {
				if r.URL.Path == "/news.alerts/_mapping" {
					fmt.Fprint(w, `{"news.alerts":{"mappings":{"_meta":{"kind":"dateline alerts","form":1}}}}`)
				}
				return r.URL.Path == "/news.alerts/_mapping"
			})
			a, err := opensearch.Open(t.Context(), opensearch.Config{Addresses: []string{f.URL}})
			require.NoError(t, err)
			require.NoError(t, a.AddAlerts(t.Context(), search.Alert{ID: "many", Query: c.query}))
			require.Len(t, f.bulk, 1)
			_, line, _ := strings.Cut(f.bulk[0], "\n")
			var saved struct {
				Query map[string]any `json:"query"`
			}
			require.NoError(t, json.Unmarshal([]byte(line), &saved))
			assert.LessOrEqual(t, luceneClauses(saved.Query), c.most)
			query, err := json.Marshal(saved.Query)
			require.NoError(t, err)
			assert.Contains(t, string(query), c.says)
		})
	}
}

// luceneClauses counts the clauses of a query: each leaf of it, and each word of a phrase.
func luceneClauses(v any) int {
	n := 0
	switch v := v.(type) {
	case []any:
		for _, inner := range v {
			n += luceneClauses(inner)
		}
	case map[string]any:
		for key, inner := range v {
			switch key {
			case "bool", "filter", "should", "must_not":
				n += luceneClauses(inner)
			case "match_phrase":
				for _, of := range inner.(map[string]any) {
					n += len(strings.Fields(of.(map[string]any)["query"].(string)))
				}
			case "minimum_should_match":
			default:
				n++
			}
		}
	}
	return n
}

// TestAlertsAreNoDocuments keeps alerts beside documents, more than are read at once.
func TestAlertsAreNoDocuments(t *testing.T) {
	a := open(t, opensearch.Config{})
	var alerts []search.Alert
	for i := range 1100 {
		alerts = append(alerts, search.Alert{ID: fmt.Sprintf("%04d", i), Query: search.Query{Text: "ferry"}})
	}
	require.NoError(t, a.AddAlerts(t.Context(), alerts...))
	count, err := a.Count(t.Context())
	require.NoError(t, err)
	assert.Zero(t, count)
	docs := searchtest.Documents()
	require.NoError(t, a.Add(t.Context(), docs...))
	matches, err := a.MatchAlerts(t.Context(), docs[0])
	require.NoError(t, err)
	assert.Len(t, matches, len(alerts))
	res, err := a.Search(t.Context(), search.Query{})
	require.NoError(t, err)
	assert.Equal(t, len(docs), res.Total)
	all, err := a.Alerts(t.Context())
	require.NoError(t, err)
	assert.Equal(t, alerts, all)
}

package opensearch_test

import (
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

package opensearch_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/opensearch"
)

// TestReadOnlyIndex has a real node block an index as it does when its disk is nearly full: reading goes on, writing
// says why it does not, and goes on once the block is taken off.
func TestReadOnlyIndex(t *testing.T) {
	url := cluster(t)
	const name = "dateline-test-blocked"
	a := open(t, opensearch.Config{Addresses: []string{url}, Index: name, RetryFor: 300 * time.Millisecond})
	ferry := &dateline.Document{ID: "ferry", Text: "The ferry to Bergen was late."}
	later := &dateline.Document{ID: "later", Text: "The next ferry was on time."}
	require.NoError(t, a.Add(t.Context(), ferry))
	block := func(set string) {
		got := request(t, http.MethodPut, url+"/"+name+"-*/_settings", `{"index.blocks.read_only_allow_delete":`+set+`}`)
		require.Contains(t, got, `"acknowledged":true`)
	}
	block("true")
	err := a.Add(t.Context(), later)
	require.ErrorIs(t, err, opensearch.ErrUnavailable)
	require.ErrorContains(t, err, "read-only-allow-delete")
	found, err := a.Search(t.Context(), search.Query{Text: "ferry"})
	require.NoError(t, err)
	assert.Equal(t, 1, found.Total)
	block("null")
	require.NoError(t, a.Add(t.Context(), later))
	n, err := a.Count(t.Context())
	require.NoError(t, err)
	assert.Equal(t, 2, n)
}

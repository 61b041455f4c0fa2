package opensearch_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/opensearch"
)

// sizes returns how many documents each index of an archive holds.
func sizes(t *testing.T, index string) map[string]string {
	t.Helper()
	var list []struct {
		Index string
		Count string `json:"docs.count"`
	}
	require.NoError(t, json.Unmarshal([]byte(request(t, http.MethodGet, cluster(t)+"/_cat/indices/"+index+"-*?format=json&h=index,docs.count", "")), &list))
	all := map[string]string{}
	for _, x := range list {
		all[x.Index[len(index)+1:]] = x.Count
	}
	return all
}

// TestRollover fills one index after another, writes all documents once more and
// then some new ones.
func TestRollover(t *testing.T) {
	const n = 330
	index := fmt.Sprintf("dateline-test-roll-%d", time.Now().UnixNano())
	config := opensearch.Config{Index: index, Period: opensearch.Undivided, BatchSize: 40, Rollover: opensearch.Rollover{Documents: 100}}
	a := open(t, config)
	stored, err := a.Load(t.Context(), many(n))
	require.NoError(t, err)
	require.Equal(t, n, stored)
	want := map[string]string{"all": "100", "all.2": "100", "all.3": "100", "all.4": "30"}
	assert.Equal(t, want, sizes(t, index))

	var last opensearch.Progress
	config.OnProgress = func(p opensearch.Progress) { last = p }
	again := open(t, config) // as another program
	_, err = again.Load(t.Context(), func(yield func(*dateline.Document, error) bool) {
		for doc := range many(n) {
			doc.Site = "The Corrected"
			if !yield(doc, nil) {
				return
			}
		}
	})
	require.NoError(t, err)
	assert.Equal(t, opensearch.Progress{Replaced: n}, last)
	assert.Equal(t, want, sizes(t, index), "each is replaced where it lies")
	var ids []string
	for doc, err := range again.Documents(t.Context()) {
		require.NoError(t, err)
		assert.Equal(t, "The Corrected", doc.Site)
		ids = append(ids, doc.ID)
	}
	slices.Sort(ids)
	assert.Len(t, slices.Compact(ids), n)

	var fresh []*dateline.Document
	for doc := range many(80) {
		doc.ID = "fresh-" + doc.ID
		fresh = append(fresh, doc)
	}
	require.NoError(t, again.Add(t.Context(), fresh...))
	assert.Equal(t, map[string]string{"all": "100", "all.2": "100", "all.3": "100", "all.4": "100", "all.5": "10"}, sizes(t, index))
	require.NoError(t, again.Delete(t.Context(), "fresh-many-00000", "many-00000"))
	count, err := again.Count(t.Context())
	require.NoError(t, err)
	assert.Equal(t, n+78, count)
}

// TestRolloverBounds has an index be full by each of the bounds, in a period, and
// moves a document from one period to another.
func TestRolloverBounds(t *testing.T) {
	for name, r := range map[string]opensearch.Rollover{"documents": {Documents: 1}, "bytes": {Bytes: 1}, "age": {Age: time.Millisecond}} {
		t.Run(name, func(t *testing.T) {
			index := fmt.Sprintf("dateline-test-roll-%d", time.Now().UnixNano())
			a := open(t, opensearch.Config{Index: index, Rollover: r})
			add := func(id string, year int) {
				t.Helper()
				require.NoError(t, a.Add(t.Context(), &dateline.Document{ID: id, Text: "Tides.", Published: dateline.Day(year, 5, 1)}))
			}
			add("a", 2023)
			time.Sleep(5 * time.Millisecond) // the age of an index
			add("b", 2023)
			assert.Equal(t, map[string]string{"2023": "1", "2023.2": "1"}, sizes(t, index))
			add("a", 2024)
			assert.Equal(t, map[string]string{"2023": "0", "2023.2": "1", "2024": "1"}, sizes(t, index))
			count, err := a.Count(t.Context())
			require.NoError(t, err)
			assert.Equal(t, 2, count)
		})
	}
}

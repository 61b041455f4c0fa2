package transform_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/beam/transform"
	"github.com/dateline-go/dateline/search/opensearch"
)

// cluster answers as much of OpenSearch as a load asks, refuses ids that begin with
// "no", and is busy for its first bulk requests.
type cluster struct {
	mu       sync.Mutex
	busy     int
	template []byte
	ids      map[string]int // how often each was written
}

func (c *cluster) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	w.Header().Set("Content-Type", "application/json")
	switch {
	case r.URL.Path == "/":
		fmt.Fprint(w, `{"version":{"distribution":"opensearch","number":"2.19.1"}}`)
	case strings.HasPrefix(r.URL.Path, "/_index_template/"):
		switch {
		case r.Method == http.MethodPut:
			c.template, _ = io.ReadAll(r.Body)
			fmt.Fprint(w, `{"acknowledged":true}`)
		case c.template == nil:
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprint(w, `{}`)
		default:
			fmt.Fprintf(w, `{"index_templates":[{"name":"news","index_template":%s}]}`, c.template)
		}
	case r.URL.Path == "/_bulk" && c.busy > 0:
		c.busy--
		w.WriteHeader(http.StatusTooManyRequests)
		fmt.Fprint(w, `{"error":{"reason":"busy"},"status":429}`)
	case r.URL.Path == "/_bulk":
		fmt.Fprintf(w, `{"items":[%s]}`, strings.Join(c.bulk(r.Body), ","))
	default:
		fmt.Fprint(w, `{"hits":{"total":{"value":0},"hits":[]},"acknowledged":true,"aliases":{}}`)
	}
}

// bulk takes the documents of a bulk request.
func (c *cluster) bulk(body io.Reader) []string {
	var items []string
	in := bufio.NewScanner(body)
	in.Buffer(nil, 64<<20)
	for n := 0; in.Scan(); n++ {
		if n%2 == 0 {
			continue
		}
		var doc struct{ ID string }
		_ = json.Unmarshal(in.Bytes(), &doc)
		if strings.HasPrefix(doc.ID, "no") {
			items = append(items, `{"index":{"status":400,"error":{"type":"mapper_parsing_exception","reason":"refused here"}}}`)
			continue
		}
		c.ids[doc.ID]++
		items = append(items, `{"index":{"status":201,"result":"created"}}`)
	}
	return items
}

func TestJobFillsACluster(t *testing.T) {
	fake := &cluster{busy: 2, ids: map[string]int{}}
	srv := httptest.NewServer(fake)
	defer srv.Close()
	var wire strings.Builder
	for i := range 30 {
		fmt.Fprintf(&wire, `{"id":"a%d","date":"2026-03-02","text":"The ferry to Oban was %d minutes late."}`+"\n", i%25, i)
	}
	wire.WriteString(`{"id":"no1","text":"The bridge was closed on Monday."}` + "\n{\n")
	name := filepath.Join(t.TempDir(), "wire.jsonl")
	require.NoError(t, os.WriteFile(name, []byte(wire.String()), 0o644))

	job := transform.Job{Cluster: &transform.Cluster{Addresses: []string{srv.URL}, Index: "news", Period: opensearch.Yearly}}
	dir, c := run(t, job, transform.Options{}, name)
	assert.EqualValues(t, 26, c.Documents)
	assert.EqualValues(t, 5, c.Duplicates)
	assert.EqualValues(t, 25, c.Stored)
	assert.EqualValues(t, 1, c.Refused)
	assert.EqualValues(t, 1, c.Bad)
	assert.Len(t, fake.ids, 25, "busy or not, each is there")

	rejects := strings.Split(strings.TrimSpace(joined(t, dir, "rejects-*")), "\n")
	require.Len(t, rejects, 2)
	assert.Contains(t, rejects[0], "refused here")
	var doc dateline.Document
	require.NoError(t, json.Unmarshal([]byte(rejects[0]), &doc), "the Document is not lost")
	assert.Equal(t, "no1", doc.ID)
}

func TestClusterThatIsAwayFailsTheJob(t *testing.T) {
	name := filepath.Join(t.TempDir(), "wire.jsonl")
	require.NoError(t, os.WriteFile(name, []byte(`{"id":"a","text":"The bridge was closed."}`+"\n"), 0o644))
	srv := httptest.NewServer(http.NotFoundHandler())
	srv.Close()
	plan, err := transform.NewPlan(t.Context(), []string{name}, transform.Options{})
	require.NoError(t, err)
	c := &transform.Cluster{Addresses: []string{srv.URL}, RetryFor: -1}
	_, err = transform.Job{Plan: plan, Cluster: c}.Run(t.Context(), runner)
	assert.ErrorContains(t, err, "opensearch")
}

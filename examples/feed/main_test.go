package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

func item(id, title, words string) string {
	return fmt.Sprintf("<item><guid>%s</guid><title>%s</title><link>/%s</link><description>%s</description></item>", id, title, id, words)
}

func rss(items ...string) string {
	return `<rss version="2.0"><channel><title>Galway Echo</title><link>https://echo.example/</link>` + strings.Join(items, "") + `</channel></rss>`
}

var (
	late   = item("late", "Ferry late", "The ferry to Aran was late on Monday, said Maeve Conneely of Aran Lines.")
	mended = item("late", "Ferry late no more", "The ferry to Aran was mended on Tuesday, said Maeve Conneely of Aran Lines.")
	school = item("school", "School to reopen", "The school in Clifden reopens in May, the county said.")
)

func TestWatch(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var visits atomic.Int32
	served := []string{rss(late), "", rss(late, school), rss(school, late), rss(mended, school)}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		n := int(visits.Add(1)) - 1
		if n >= len(served) {
			cancel()
			return
		}
		if served[n] == "" {
			http.Error(w, "down", http.StatusBadGateway)
			return
		}
		fmt.Fprint(w, served[n])
	}))
	defer server.Close()
	dir := filepath.Join(t.TempDir(), "archive")
	var out bytes.Buffer
	require.NoError(t, watch(ctx, server.URL, dir, time.Millisecond, &out))
	assert.Equal(t, "new: Ferry late\n"+server.URL+": 502 Bad Gateway\nnew: School to reopen\nnew: Ferry late no more\n", out.String())

	a, err := archive.Open(t.Context(), dir, archive.Options{})
	require.NoError(t, err)
	defer a.Close()
	n, err := a.Count(t.Context())
	require.NoError(t, err)
	assert.Equal(t, 2, n, "the new version of an article takes the place of the old one")
	res, err := a.Search(t.Context(), search.Query{Text: "mended"})
	require.NoError(t, err)
	require.Len(t, res.Hits, 1)
	assert.Equal(t, "late", res.Hits[0].ID)
}

func TestWatchReadsAFile(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	file := filepath.Join(t.TempDir(), "feed.xml")
	require.NoError(t, os.WriteFile(file, []byte(rss(school)), 0o644))
	out := &stopper{stop: cancel}
	require.NoError(t, watch(ctx, file, "", time.Hour, out), "ends with its context")
	assert.Equal(t, "new: School to reopen\n", out.String())
}

// stopper ends a watch after its first line.
type stopper struct {
	bytes.Buffer
	stop func()
}

func (s *stopper) Write(b []byte) (int, error) {
	defer s.stop()
	return s.Buffer.Write(b)
}

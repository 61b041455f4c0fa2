package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// record is a response of a server as web archives keep it.
func record(url, contentType, body string) string {
	http := "HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\n\r\n" + body
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-03-02T09:30:00Z\r\n"+
		"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", url, len(http), http)
}

func page(title string) string {
	return "<html lang=en><title>" + title + "</title><article><h1>" + title + "</h1><p>The ferry to Galway was four hours late on Monday, and nobody on the quay knew why.</p></article></html>"
}

func TestConvert(t *testing.T) {
	var packed bytes.Buffer
	for _, r := range []string{
		record("https://news.example/a", "text/html", page("Ferry late")), record("https://news.example/a.png", "image/png", "\x89PNG"),
		record("https://news.example/none", "text/html", "<html></html>"), record("https://news.example/b", "text/html", page("Ferry later still")),
	} {
		z := gzip.NewWriter(&packed)
		_, err := io.WriteString(z, r)
		require.NoError(t, err)
		require.NoError(t, z.Close())
	}
	var out, notes bytes.Buffer
	require.NoError(t, convert(t.Context(), &packed, "crawl.warc.gz", &out, &notes))
	var headlines []string
	for line := range strings.Lines(out.String()) {
		var doc dateline.Document
		require.NoError(t, json.Unmarshal([]byte(line), &doc))
		require.NoError(t, doc.Validate())
		headlines = append(headlines, doc.Headline)
	}
	assert.Equal(t, []string{"Ferry late", "Ferry later still"}, headlines)
	assert.True(t, strings.HasPrefix(notes.String(), "crawl.warc.gz:"), notes.String())
	assert.True(t, strings.HasSuffix(notes.String(), "2 articles, 1 bad, 1 other records\n"), notes.String())
}

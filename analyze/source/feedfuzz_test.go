package source_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

// small are limits that a fuzzer reaches.
var small = source.Options{MaxFeed: 8 << 10, MaxPage: 4 << 10, MaxItems: 20}

// checkPage requires what every page of this package has.
func checkPage(t *testing.T, p dateline.Page, err error) {
	t.Helper()
	if err != nil {
		var e *source.Error
		require.ErrorAs(t, err, &e)
		require.NotEmpty(t, e.Error())
		return
	}
	require.LessOrEqual(t, len(p.Body), small.MaxPage)
	require.True(t, utf8.ValidString(p.ID+p.URL+p.Title+p.ContentType))
	require.NotEmpty(t, p.Source)
}

// FuzzFeed reads any bytes as a feed.
func FuzzFeed(f *testing.F) {
	for _, seed := range []string{rssFeed, atomFeed, jsonFeed, "", "<rss>", "{}", `{"items":[{"id":{}}]}`, "<feed><entry/></feed>", "<rdf:RDF><item/></rdf:RDF>", "\x1f\x8b\x08"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		items := 0
		for p, err := range source.Feed(t.Context(), bytes.NewReader(data), "feed.xml", small) {
			checkPage(t, p, err)
			items++
		}
		require.LessOrEqual(t, items, small.MaxItems+1)
	})
}

// FuzzWARC reads any bytes as an archive: between two records that are as they should
// be, they may do any harm to the first one's end, but the last one is found.
func FuzzWARC(f *testing.F) {
	for _, seed := range []string{
		"", ferryAt("x"), "WARC/1.0\r\n\r\n", "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n", "\r\n\r\nWARC/1.",
		responseRecord("https://example.org/x", "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n"),
		responseRecord("https://example.org/x", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate", "x\x9c"),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for p, err := range source.WARC(t.Context(), bytes.NewReader(data), "a.warc", small) {
			checkPage(t, p, err)
		}
		last := ""
		for p, err := range source.WARC(t.Context(), strings.NewReader(ferryAt("a")+string(data)+"\r\n\r\n"+ferryAt("z")), "a.warc", small) {
			checkPage(t, p, err)
			last = p.URL
		}
		require.Equal(t, "https://example.org/z", last)
	})
}

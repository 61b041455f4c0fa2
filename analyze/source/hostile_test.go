package source_test

import (
	"compress/gzip"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

// bomb is gzip that unpacks to so many bytes.
func bomb(t *testing.T, size int64) string {
	t.Helper()
	var b strings.Builder
	z := gzip.NewWriter(&b)
	_, err := io.CopyN(z, zeros{}, size)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// TestHostileInput reads what is made to take memory, with the limits that hold where
// none are set.
func TestHostileInput(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks some hundreds of megabytes")
	}
	const html = "200 OK\r\nContent-Type: text/html\r\n"
	big := bomb(t, 80<<20)
	long := strings.Replace(ferryAt("x"), "Content-Length: ", "Content-Length: 1000000", 1)
	feed := func(inside string) string {
		return `<rss version="2.0"><channel><item>` + inside + `</item></channel></rss>`
	}
	tests := map[string]struct {
		in    string
		read  source.Kind
		order string
	}{
		"gzip bomb":            {responseRecord("https://example.org/x", html+"Content-Encoding: gzip", big) + ferryAt("a"), source.Records, "ep"},
		"gzip bomb in gzip":    {responseRecord("https://example.org/x", html+"Content-Encoding: gzip, gzip", zipped(t, big)) + ferryAt("a"), source.Records, "ep"},
		"chunked bomb":         {responseRecord("https://example.org/x", html+"Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(big, 1000)) + ferryAt("a"), source.Records, "ep"},
		"chunks of a byte":     {responseRecord("https://example.org/x", html+"Transfer-Encoding: chunked", chunked(strings.Repeat("x", 1<<18), 1)) + ferryAt("a"), source.Records, "pp"},
		"archive of a bomb":    {big, source.Records, "e"},
		"length of 1e9":        {long + ferryAt("a"), source.Records, "ep"},
		"endless header":       {"WARC/1.0\r\n" + strings.Repeat("X-Header: y\r\n", 1<<20), source.Records, "e"},
		"endless header line":  {"WARC/1.0\r\nX: " + strings.Repeat("y", 16<<20), source.Records, "e"},
		"empty members":        {zipped(t, ferryAt("a")) + strings.Repeat(zipped(t, ""), 1<<17) + zipped(t, ferryAt("b")), source.Records, "pp"},
		"signs of members":     {zipped(t, ferryAt("a"))[:100] + strings.Repeat("\x1f\x8b\x08\x00", 1<<20), source.Records, "e"},
		"records of nothing":   {strings.Repeat("WARC/1.0\r\nWARC-Type: request\r\nContent-Length: 0\r\n\r\n\r\n\r\n", 1<<16) + ferryAt("a"), source.Records, "p"},
		"nested XML":           {feed(strings.Repeat("<a>", 2<<20)), source.Items, "e"},
		"feed of elements":     {feed(strings.Repeat("<a/>", 2<<20)), source.Items, "e"},
		"feed in pieces":       {feed("<x:y>" + strings.Repeat("<![CDATA[x]]>", 500_000) + "</x:y>"), source.Items, "e"},
		"feed of ampersands":   {feed("<description>" + strings.Repeat("&amp;", 1_500_000) + "</description>"), source.Items, "p"},
		"feed of entities":     {"<!DOCTYPE x [" + strings.Repeat(`<!ENTITY a "&a;&a;">`, 100_000) + "]>" + feed("<description>&a;</description>"), source.Items, "e"},
		"feed of nested HTML":  {feed("<description><![CDATA[" + strings.Repeat("<div>", 1_500_000) + "]]></description>"), source.Items, "p"},
		"feed as gzip bomb":    {big, source.Items, "e"},
		"feed of many objects": {`{"items":[` + strings.Repeat("{},", 2<<20) + `{}]}`, source.Items, "e"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			read := source.WARC
			if tt.read == source.Items {
				read = source.Feed
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			order := ""
			for p, err := range read(t.Context(), strings.NewReader(tt.in), "x", source.Options{}) {
				if err != nil {
					order += "e"
					assert.Less(t, len(err.Error()), 400)
					continue
				}
				require.Equal(t, dateline.HTML, p.Form)
				order += "p"
			}
			runtime.ReadMemStats(&after)
			assert.Equal(t, tt.order, order)
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(200<<20), "bytes allocated, freed or not")
		})
	}
}

// TestWARCMemoryIsFlat reads a long archive, which must take no more than a short one.
func TestWARCMemoryIsFlat(t *testing.T) {
	const pages = 20_000
	r, w := io.Pipe()
	go func() {
		z := gzip.NewWriter(nil)
		page := strings.Repeat("<p>The ferry to Aran was late on Monday.</p>\n", 100)
		var err error
		for i := 0; i < pages && err == nil; i++ {
			z.Reset(w)
			if _, err = io.WriteString(z, responseRecord(fmt.Sprint("https://example.org/", i), "200 OK\r\nContent-Type: text/html", page)); err == nil {
				err = z.Close()
			}
		}
		w.CloseWithError(err)
	}()
	var first, most uint64
	n := 0
	for _, err := range source.WARC(t.Context(), r, "a.warc.gz", source.Options{}) {
		require.NoError(t, err)
		if n++; n%2000 == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			if first == 0 {
				first = m.HeapAlloc
			}
			most = max(most, m.HeapAlloc)
		}
	}
	require.Equal(t, pages, n)
	assert.Less(t, most, first+(1<<20), "bytes in use")
}

package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rss is a feed of an article and the summary of another.
const rss = `<rss version="2.0"><channel><title>Galway Echo</title><link>https://example.org/</link>
<item><guid>echo-1</guid><title>Ferry to Inishmore late</title><link>/ferry</link><pubDate>Mon, 2 Mar 2026 08:00:00 +0000</pubDate>
<description><![CDATA[<p>` + story + `</p>]]></description></item>
<item><guid>echo-2</guid><title>Empty</title></item></channel></rss>`

// webArchive is a WARC of a page, an image and a record that is broken, packed.
func webArchive(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	for _, r := range []struct{ length, kind, body string }{
		{"", "text/html", "<html><body><h1>Ferry to Inishmore late</h1><p>" + story + "</p></body></html>"}, {"", "image/png", "\x89PNG"}, {"-", "text/html", "x"},
	} {
		block := "HTTP/1.1 200 OK\r\nContent-Type: " + r.kind + "\r\n\r\n" + r.body
		z := gzip.NewWriter(&b)
		_, err := fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/ferry\r\nContent-Length: %s%d\r\n\r\n%s\r\n\r\n", r.length, len(block), block)
		require.NoError(t, err)
		require.NoError(t, z.Close())
	}
	return b.String()
}

func TestTagReadsFeeds(t *testing.T) {
	folder(t, map[string]string{"echo.xml": rss})
	r := newsdesk(t, "", "tag", "echo.xml")
	assert.Equal(t, 1, r.code)
	assert.Equal(t, "newsdesk: echo.xml:1: page \"echo-1\": the feed gives a summary only\n"+
		"newsdesk: echo.xml:2: page \"echo-2\": needs one of html, page and text: the item has neither content nor summary\n"+
		"newsdesk: 1 of 2 articles failed\n", r.err)
	docs := documents(t, r.out)
	require.Len(t, docs, 1)
	assert.Equal(t, "echo-1", docs[0].ID)
	assert.Equal(t, "https://example.org/ferry", docs[0].URL)
	assert.Equal(t, "Ferry to Inishmore late", docs[0].Headline)
	assert.Equal(t, "Galway Echo", docs[0].Site)
	assert.Equal(t, "2026-03-02T08:00:00Z", docs[0].Published.String())
	assert.Contains(t, docs[0].Text, story)
}

func TestTagReadsWebArchives(t *testing.T) {
	folder(t, map[string]string{"crawl.warc.gz": webArchive(t)})
	r := newsdesk(t, "", "tag", "crawl.warc.gz")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.err, "newsdesk: 1 record passed over: no pages\nnewsdesk: 1 of 2 articles failed\n")
	assert.Contains(t, r.err, "broken WARC record: Content-Length")
	docs := documents(t, r.out)
	require.Len(t, docs, 1)
	assert.Equal(t, "https://example.org/ferry", docs[0].ID)
	assert.Equal(t, docs, documents(t, newsdesk(t, webArchive(t), "tag", "--as", "warc", "-").out))
}

func TestIndexReadsFeedsAndWebArchives(t *testing.T) {
	folder(t, map[string]string{"in/echo.rss": rss, "in/crawl.warc.gz": webArchive(t)})
	r := newsdesk(t, "", "index", "--index", "arch", "--errors", "bad.jsonl", "in")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.err, "newsdesk: 2 articles added, 2 in the archive\n")
	kept := newsdesk(t, "", "tag", "bad.jsonl")
	assert.Contains(t, kept.err, "there is none", "a record that is broken cannot be kept, its place can")
}

func TestTagKnowsInputByItsLooks(t *testing.T) {
	page := "<html><body><h1>Ferry to Inishmore late</h1><p>" + story + "</p></body></html>"
	folder(t, map[string]string{
		"in/a.xhtml": page, "in/b.json": "{\n\"id\": \"b\",\n\"text\": \"" + story + "\"\n}", "in/c.csv": "id,text\nc,\"" + story + "\"\n", "in/d.docx": "no",
	})
	assert.Equal(t, "Ferry to Inishmore late", documents(t, newsdesk(t, page, "tag").out)[0].Headline)
	assert.Len(t, documents(t, newsdesk(t, rss, "tag").out), 1)

	r := newsdesk(t, "", "tag", "in")
	assert.Equal(t, 0, r.code)
	assert.Equal(t, "newsdesk: "+filepath.Join("in", "d.docx")+": passed over: unknown kind of file\n", r.err)
	assert.Len(t, documents(t, r.out), 3)

	r = newsdesk(t, "", "tag", "https://example.org/a.html")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, "https://example.org/a.html: nothing is fetched from the web: save the page and name its file, or pipe it in")

	r = newsdesk(t, "F\xe4hre nach G\xf6rlitz", "tag", "--as", "text", "--encoding", "latin1")
	assert.Equal(t, 0, r.code, r.err)
	assert.Equal(t, "Fähre nach Görlitz", documents(t, r.out)[0].Text)
	assert.Equal(t, 2, newsdesk(t, "", "tag", "--encoding", "latin-of-rome", "in").code)
}

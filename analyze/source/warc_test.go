package source_test

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

const ferryHTML = "<html><body><h1>Ferry late</h1><p>The ferry to Aran was late on Monday.</p></body></html>"

// warcRecord is a record with a header of these lines and a block; its length is right.
func warcRecord(kind, url, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2026-03-02T08:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, url, contentType, len(block), block)
}

// responseRecord is a record of an HTTP response with these lines in its head.
func responseRecord(url, head, body string) string {
	return warcRecord("response", url, "application/http; msgtype=response", "HTTP/1.1 "+head+"\r\n\r\n"+body)
}

// ferryAt is a record of a page that is as it should be.
func ferryAt(path string) string {
	return responseRecord("https://example.org/"+path, "200 OK\r\nContent-Type: text/html; charset=utf-8", ferryHTML)
}

// chunked packs a body into chunks of a size.
func chunked(body string, size int) string {
	var b strings.Builder
	for len(body) > 0 {
		n := min(size, len(body))
		fmt.Fprintf(&b, "%x;note=1\r\n%s\r\n", n, body[:n])
		body = body[n:]
	}
	return b.String() + "0\r\n\r\n"
}

func packed(t *testing.T, text string, w func(io.Writer) io.WriteCloser) string {
	t.Helper()
	var b bytes.Buffer
	z := w(&b)
	_, err := io.WriteString(z, text)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

func zlibWriter(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }

func flateWriter(w io.Writer) io.WriteCloser {
	f, _ := flate.NewWriter(w, flate.DefaultCompression)
	return f
}

// archived reads an archive from a string.
func archived(t *testing.T, text string, o source.Options) got {
	t.Helper()
	return collect(t, source.WARC(t.Context(), strings.NewReader(text), "a.warc", o))
}

func TestWARCReadsBodies(t *testing.T) {
	const html = "Content-Type: text/html; charset=iso-8859-1\r\n"
	tests := map[string]struct{ head, body, want string }{
		"plain":                   {"200 OK\r\n" + html, ferryHTML, ferryHTML},
		"HTTP/2 and no reason":    {"200\r\n" + html, ferryHTML, ferryHTML},
		"folded header":           {"200 OK\r\nX-Note: a\r\n b\r\n" + html, ferryHTML, ferryHTML},
		"no type but HTML":        {"200 OK\r\nServer: x", "\n" + ferryHTML, "\n" + ferryHTML},
		"chunked":                 {"200 OK\r\n" + html + "Transfer-Encoding: chunked", chunked(ferryHTML, 7), ferryHTML},
		"chunked in name only":    {"200 OK\r\n" + html + "Transfer-Encoding: chunked", ferryHTML, ferryHTML},
		"gzip":                    {"200 OK\r\n" + html + "Content-Encoding: gzip", zipped(t, ferryHTML), ferryHTML},
		"gzip in name only":       {"200 OK\r\n" + html + "Content-Encoding: gzip", ferryHTML, ferryHTML},
		"chunked gzip":            {"200 OK\r\n" + html + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked", chunked(zipped(t, ferryHTML), 20), ferryHTML},
		"deflate as zlib":         {"200 OK\r\n" + html + "Content-Encoding: deflate", packed(t, ferryHTML, zlibWriter), ferryHTML},
		"deflate as it is":        {"200 OK\r\n" + html + "Content-Encoding: deflate", packed(t, ferryHTML, flateWriter), ferryHTML},
		"packed twice":            {"200 OK\r\n" + html + "Content-Encoding: gzip, gzip", zipped(t, zipped(t, ferryHTML)), ferryHTML},
		"identity":                {"200 OK\r\n" + html + "Content-Encoding: identity", ferryHTML, ferryHTML},
		"transfer in gzip chunks": {"200 OK\r\n" + html + "Transfer-Encoding: gzip, chunked", chunked(zipped(t, ferryHTML), 9), ferryHTML},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			g := archived(t, responseRecord("https://example.org/a", strings.TrimSuffix(tt.head, "\r\n"), tt.body), source.Options{})
			require.Empty(t, g.errs)
			require.Len(t, g.pages, 1)
			p := g.pages[0]
			assert.Equal(t, tt.want, string(p.Body))
			assert.Equal(t, "https://example.org/a", p.URL)
			assert.Equal(t, dateline.HTML, p.Form)
			assert.Equal(t, time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC), p.Retrieved)
			if strings.Contains(tt.head, "Content-Type") {
				assert.Equal(t, "text/html; charset=iso-8859-1", p.ContentType)
			}
		})
	}
}

func TestWARCPassesOverWhatIsNoPage(t *testing.T) {
	in := warcRecord("warcinfo", "", "application/warc-fields", "software: test\r\n") +
		warcRecord("request", "https://example.org/a", "application/http; msgtype=request", "GET /a HTTP/1.1\r\n\r\n") +
		responseRecord("https://example.org/old", "301 Moved\r\nLocation: /a\r\nContent-Type: text/html", "gone") +
		responseRecord("https://example.org/p.png", "200 OK\r\nContent-Type: image/png", "\x89PNG") +
		responseRecord("https://example.org/robots.txt", "200 OK\r\nContent-Type: text/html", "User-agent: *") +
		warcRecord("response", "dns:example.org", "text/dns", "192.0.2.1") +
		warcRecord("revisit", "https://example.org/a", "application/http", "HTTP/1.1 200 OK\r\n\r\n") +
		warcRecord("resource", "https://example.org/s.css", "text/css", "a{}") +
		strings.Replace(ferryAt("part"), "WARC-Date", "WARC-Segment-Number: 1\r\nWARC-Date", 1) +
		ferryAt("a") + warcRecord("resource", "file:///b.html", "text/html", ferryHTML) +
		strings.Replace(warcRecord("conversion", "<https://example.org/c>", "text/plain", "Ferry late\n\nIt rained."), "WARC/1.0", "WARC/1.1", 1)
	var why []string
	g := archived(t, in, source.Options{Passed: func(w string) { why = append(why, w) }})
	require.Empty(t, g.errs)
	require.Len(t, g.pages, 3)
	assert.Equal(t, []string{"warcinfo", "request", "status 301", "image/png", "robots.txt", "text/dns", "revisit", "text/css", "one of several segments"}, why)
	assert.Equal(t, dateline.HTML, g.pages[1].Form)
	assert.Equal(t, dateline.PlainPage, g.pages[2].Form)
	assert.Equal(t, "https://example.org/c", g.pages[2].URL)
}

func TestWARCGoesOnAfterBrokenRecords(t *testing.T) {
	const html = "200 OK\r\nContent-Type: text/html\r\n"
	length := func(record, says string) string {
		i := strings.Index(record, "Content-Length: ")
		j := i + strings.Index(record[i:], "\r\n")
		return record[:i] + "Content-Length: " + says + record[j:]
	}
	tests := map[string]struct {
		record string
		want   error
		says   string
	}{
		"no WARC":             {"<html>not a record</html>\r\n", source.ErrWARC, "broken WARC record: it does not begin with WARC/"},
		"no length":           {"WARC/1.0\r\nWARC-Type: response\r\n\r\n", source.ErrWARC, "broken WARC record: no Content-Length"},
		"no type":             {"WARC/1.0\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n", source.ErrWARC, "broken WARC record: no WARC-Type"},
		"length of words":     {length(ferryAt("x"), "many"), source.ErrWARC, `page "https://example.org/x": broken WARC record: Content-Length "many"`},
		"negative length":     {length(ferryAt("x"), "-1"), source.ErrWARC, `page "https://example.org/x": broken WARC record: Content-Length "-1"`},
		"length of 1e9":       {length(ferryAt("x"), "1000000000"), source.ErrWARC, `the next one begins`},
		"length too short":    {length(ferryAt("x"), "90"), source.ErrWARC, "it goes on after its end"},
		"length too long":     {length(ferryAt("x"), "300"), source.ErrWARC, "the next one begins"},
		"no HTTP":             {warcRecord("response", "https://example.org/x", "application/http", "<p>x"), source.ErrWARC, "it is cut off"},
		"other than HTTP":     {warcRecord("response", "https://example.org/x", "application/http", "ICY 200 OK\r\n\r\nx"), source.ErrWARC, "the response does not begin with HTTP/ and a status"},
		"unknown encoding":    {responseRecord("https://example.org/x", html+"Content-Encoding: br", "x"), source.ErrEncoding, `body cannot be unpacked: encoding "br" is not known`},
		"packed often":        {responseRecord("https://example.org/x", html+"Content-Encoding: gzip,gzip,gzip,gzip", "x"), source.ErrEncoding, "packed 4 times"},
		"cut gzip":            {responseRecord("https://example.org/x", html+"Content-Encoding: gzip", zipped(t, ferryHTML)[:40]), source.ErrEncoding, "unexpected EOF"},
		"bad chunk":           {responseRecord("https://example.org/x", html+"Transfer-Encoding: chunked", "3\r\nabc\r\nzz\r\n"), source.ErrEncoding, `chunk of size "zz"`},
		"cut chunk":           {responseRecord("https://example.org/x", html+"Transfer-Encoding: chunked", "9\r\nabc"), source.ErrEncoding, "unexpected EOF"},
		"no last chunk":       {responseRecord("https://example.org/x", html+"Transfer-Encoding: chunked", "3\r\nabc\r\n"), source.ErrEncoding, "unexpected EOF"},
		"page over the limit": {responseRecord("https://example.org/x", strings.TrimSpace(html), strings.Repeat("x", 2000)), source.ErrTooLong, "the page has more than 1000 bytes"},
		"endless WARC header": {"WARC/1.0\r\nX: " + strings.Repeat("x", 1<<20) + "\r\n\r\n", source.ErrTooLong, "the header has more than 65536 bytes"},
		"endless HTTP header": {responseRecord("https://example.org/x", html+strings.Repeat("X: y\r\n", 1<<17), "x"), source.ErrTooLong, "HTTP response: too long: the header has more than 65536 bytes"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			before := ferryAt("before")
			for kind, in := range map[string]string{
				"plain":      before + tt.record + ferryAt("after"),
				"whole gzip": zipped(t, before+tt.record+ferryAt("after")),
				"members":    zipped(t, before) + zipped(t, tt.record) + zipped(t, ferryAt("after")),
			} {
				g := archived(t, in, source.Options{MaxPage: 1000})
				require.Equal(t, "pep", g.order, "%s: %v", kind, g.errs)
				assert.Equal(t, "https://example.org/after", g.pages[1].URL)
				require.ErrorIs(t, g.errs[0], tt.want)
				require.ErrorContains(t, g.errs[0], tt.says)
				var e *source.Error
				require.ErrorAs(t, g.errs[0], &e)
				assert.Equal(t, 2, e.Record)
				at := int64(len(before))
				if kind == "members" {
					at = int64(len(zipped(t, before)))
				}
				assert.Equal(t, at, e.Offset, kind)
				assert.True(t, strings.HasPrefix(e.Error(), fmt.Sprintf("a.warc:%d: ", at)), e.Error())
			}
		})
	}
}

// TestWARCReadsRecordsOfTheWrongLength counts the bytes of a record wrongly, or ends its lines in LF alone: where the next
// record begins is plain all the same, so the page is read whole and the slip is told.
func TestWARCReadsRecordsOfTheWrongLength(t *testing.T) {
	counted := func(record string, by int) string {
		return regexp.MustCompile(`Content-Length: \d+`).ReplaceAllStringFunc(record, func(s string) string {
			n, err := strconv.Atoi(strings.TrimPrefix(s, "Content-Length: "))
			require.NoError(t, err)
			return fmt.Sprintf("Content-Length: %d", n+by)
		})
	}
	lf := func(record string, by int) string {
		bare := strings.ReplaceAll(record, "\r\n", "\n")
		return counted(bare, by-strings.Count(record, "\r\n")+strings.Count(bare[:strings.Index(bare, "HTTP/")], "\n")+2)
	}
	one := ferryAt("one")
	uncounted := strings.ReplaceAll(one, "\r\n", "\n")
	tests := map[string]struct{ record, warns string }{
		"one byte short":            {counted(one, -1), "it is 1 bytes longer than it says"},
		"some bytes short":          {counted(one, -9), "it is 9 bytes longer than it says"},
		"one byte long":             {counted(one, 1), "it is 1 bytes shorter than it says"},
		"empty lines counted":       {counted(one, 4), ""},
		"lines in LF":               {lf(one, 0), ""},
		"lines in LF, one short":    {lf(one, -1), "it is 1 bytes longer than it says"},
		"lines made LF":             {uncounted, "it is 3 bytes shorter than it says"},
		"lines in LF, one too long": {lf(one, 1), "it is 1 bytes shorter than it says"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			after := ferryAt("after")
			if strings.HasPrefix(name, "lines") {
				after = lf(after, 0)
			}
			for kind, in := range map[string]string{
				"plain": tt.record + after, "gzip": zipped(t, tt.record+after), "members": zipped(t, tt.record) + zipped(t, after),
			} {
				var warned []string
				g := archived(t, in, source.Options{Warn: func(e *source.Error) { warned = append(warned, e.Error()) }})
				require.Equal(t, "pp", g.order, "%s: %v", kind, g.errs)
				assert.Equal(t, ferryHTML, strings.TrimRight(string(g.pages[0].Body), "\r\n"), kind)
				assert.Equal(t, ferryHTML, strings.TrimRight(string(g.pages[1].Body), "\r\n"), kind)
				if tt.warns == "" {
					assert.Empty(t, warned, kind)
					continue
				}
				require.Len(t, warned, 1, kind)
				assert.Contains(t, warned[0], "broken WARC record: "+tt.warns)
			}
			last := archived(t, tt.record, source.Options{})
			assert.Equal(t, "p", last.order, "the last record of a file")
		})
	}
}

func TestWARCEndsAnywhere(t *testing.T) {
	whole := ferryAt("a") + ferryAt("b")
	first := len(ferryAt("a"))
	for n := range len(whole) {
		g := archived(t, whole[:n], source.Options{})
		switch {
		case n == 0:
			assert.Empty(t, g.order)
		case n < first-4:
			assert.Equal(t, "e", g.order, n)
		case n <= first:
			assert.Equal(t, "p", g.order, n)
		case n < len(whole)-4:
			assert.Equal(t, "pe", g.order, n)
		default:
			assert.Equal(t, "pp", g.order, n)
		}
		for _, err := range g.errs {
			assert.ErrorIs(t, err, io.ErrUnexpectedEOF, n)
		}
	}
}

func TestWARCPassesOverBrokenMembers(t *testing.T) {
	a, b, c := zipped(t, ferryAt("a")), zipped(t, ferryAt("b")), zipped(t, ferryAt("c"))
	middle := []byte(b)
	middle[len(middle)/2] ^= 0xff
	tests := map[string]struct{ in, order string }{
		"bits turned":            {a + string(middle) + c, "pep"},
		"cut member":             {a + b[:len(b)/2] + c, "pep"},
		"bytes between":          {a + "no member here" + c, "pep"},
		"magic without a record": {a + "no" + zipped(t, "other") + c, "pep"},
		"cut at the end":         {a + b + c[:len(c)/2], "ppe"},
		"no checksum at the end": {a + b + c[:len(c)-9], "pppe"},
		"empty members":          {a + strings.Repeat(zipped(t, ""), 3) + b + c, "ppp"},
		"a record in pieces":     {packed(t, ferryAt("a")[:50], gzipWriter) + packed(t, ferryAt("a")[50:], gzipWriter) + c, "pp"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			g := archived(t, tt.in, source.Options{})
			require.Equal(t, tt.order, g.order, g.errs)
			for _, err := range g.errs {
				assert.ErrorIs(t, err, source.ErrWARC)
			}
		})
	}
}

func gzipWriter(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }

func TestWARCKeepsPagesThatWereCutShort(t *testing.T) {
	var warned []string
	in := strings.Replace(responseRecord("https://example.org/x", "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", "40\r\n<p>It rained."), "WARC-Date", "WARC-Truncated: length\r\nWARC-Date", 1)
	g := archived(t, in, source.Options{Warn: func(e *source.Error) { warned = append(warned, e.Error()) }})
	require.Equal(t, "p", g.order, g.errs)
	assert.Equal(t, "<p>It rained.", string(g.pages[0].Body))
	assert.Equal(t, []string{`a.warc:0: page "https://example.org/x": broken WARC record: the page was cut short when it was archived`}, warned)
}

func TestWARCHeedsTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for _, err := range source.WARC(ctx, strings.NewReader(strings.Repeat(ferryAt("a"), 1000)), "a.warc", source.Options{}) {
		if n++; n == 3 {
			cancel()
		}
		if n > 3 {
			assert.ErrorIs(t, err, context.Canceled)
		}
	}
	assert.Equal(t, 4, n)
}

func TestFilesReadArchives(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.warc": ferryAt("a"), "b.warc.gz": zipped(t, ferryAt("b")) + zipped(t, ferryAt("c")),
		"c.warc.wet.gz": zipped(t, warcRecord("conversion", "https://example.org/d", "text/plain", "Ferry late")),
	})
	g := collect(t, source.Files(t.Context(), []string{dir}, source.Options{}))
	require.Empty(t, g.errs)
	assert.Equal(t, []string{"a.warc:0", "b.warc.gz:0", fmt.Sprintf("b.warc.gz:%d", len(zipped(t, ferryAt("b")))), "c.warc.wet.gz:0"}, sources(dir, g.pages))
	g = collect(t, source.Files(t.Context(), []string{"-"}, source.Options{As: source.Records, Stdin: strings.NewReader(ferryAt("a"))}))
	assert.Equal(t, "p", g.order)
}

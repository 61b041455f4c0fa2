package transform_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/internal/made"
)

// root is that of the repository, where the program lies.
const root = "../.."

// envPages asks for more pages than [size] has by itself.
const envPages = "DATELINE_BEAM_PAGES"

// size is how many pages the tests make: enough for several shards of every kind,
// or what DATELINE_BEAM_PAGES says.
func size(t testing.TB) int {
	t.Helper()
	v := os.Getenv(envPages)
	if v == "" {
		return 300
	}
	n, err := strconv.Atoi(v)
	require.NoError(t, err)
	return n
}

// corpus writes n pages into a folder, in files of every kind, with bad ones among
// them and ids that come again, and returns the folder's path.
func corpus(t testing.TB, n int) string {
	t.Helper()
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	var from []*dateline.Document
	for doc, err := range a.Stream(t.Context(), source.Files(t.Context(), []string{root + "/testdata/articles"}, source.Options{})) {
		require.NoError(t, err)
		from = append(from, doc)
	}
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "pages"), 0o755))
	var wire, packed, crawl bytes.Buffer
	i := 0
	for p, err := range made.Pages(made.Paragraphs(from), n) {
		require.NoError(t, err)
		switch at := i % 20; {
		case at < 9:
			wire.Write(wireLine(t, p, i))
		case at < 14:
			packed.Write(wireLine(t, p, i))
		case at < 17:
			name := fmt.Sprintf("%05d.%s", i, map[dateline.Form]string{dateline.HTML: "html"}[p.Form])
			if p.Form != dateline.HTML {
				name += "txt"
			}
			if i%40 == 16 { // no words in it
				p.Body = []byte("<html><body> </body></html>")
			}
			require.NoError(t, os.WriteFile(filepath.Join(dir, "pages", name), p.Body, 0o644))
		default:
			crawl.Write(record(t, p, i))
		}
		i++
	}
	crawl.Write(zip(t, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/cut\r\nContent-Length: 900\r\n\r\nHTTP/1.1 200 OK\r\n"))
	for name, b := range map[string]*bytes.Buffer{"wire-1.jsonl": &wire, "crawl.warc.gz": &crawl} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o644))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "wire-2.jsonl.gz"), zip(t, packed.String()), 0o644))
	return dir
}

// wireLine makes a line of JSON of page i, which may be bad or have an id that was
// there before.
func wireLine(t testing.TB, p dateline.Page, i int) []byte {
	t.Helper()
	r := map[string]string{"id": p.ID, "title": p.Title, "date": fmt.Sprintf("2026-03-%02d", 1+i%28), string(p.Form): string(p.Body)}
	switch {
	case i%47 == 5:
		return []byte("{\"id\":\"broken\n")
	case i%53 == 7:
		return []byte("{\"id\":\"bytes\",\"text\":\"Rain \xff fell.\"}\n")
	case i%59 == 3:
		r = map[string]string{"id": p.ID, "text": " "}
	case i%61 == 21:
		r["date"] = "2026-03-01T08:30:00+05:30"
	case i%13 == 0: // one in another file, or before in this one
		r["id"] = fmt.Sprintf("made-%d", max(0, i-6))
	}
	b, err := json.Marshal(r)
	require.NoError(t, err)
	return append(b, '\n')
}

// record makes a record of a web archive of page i, or one that is no page.
func record(t testing.TB, p dateline.Page, i int) []byte {
	t.Helper()
	status, body := "200 OK", string(p.Body)
	if p.Form != dateline.HTML {
		body = "<html><head><title>" + p.Title + "</title></head><body><article><p>" + strings.ReplaceAll(body, "\n\n", "</p><p>") + "</p></article></body></html>"
	}
	if i%5 == 4 {
		status = "404 Not Found"
	}
	url := fmt.Sprintf("https://news.example/%d", i-i%3) // some come twice
	http := "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
	return zip(t, fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-03-02T10:00:00Z\r\nWARC-Target-URI: %s\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		url, len(http), http))
}

func zip(t testing.TB, s string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, err := z.Write([]byte(s))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.Bytes()
}

// program builds newsdesk once for all tests.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "dateline-beam-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "newsdesk")
	build := exec.Command("go", "build", "-o", path, "./cmd/newsdesk")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

// tagged is what newsdesk tag makes of names: its lines, and its file of errors.
func tagged(t *testing.T, names ...string) (lines, rejects string) {
	t.Helper()
	path, err := program()
	require.NoError(t, err)
	bad := filepath.Join(t.TempDir(), "bad.jsonl")
	run := exec.CommandContext(t.Context(), path, append([]string{"tag", "--format", "jsonl", "--errors", bad}, names...)...)
	var says bytes.Buffer
	run.Stderr = &says
	out, err := run.Output()
	if err != nil {
		require.Equal(t, 1, run.ProcessState.ExitCode(), says.String())
	}
	b, err := os.ReadFile(bad)
	require.NoError(t, err)
	return string(out), string(b)
}

// lastOfEach takes out every line whose id comes again.
func lastOfEach(t *testing.T, lines string) (kept string, dropped int) {
	t.Helper()
	last := map[string]int{}
	var ids []string
	for l := range strings.Lines(lines) {
		var doc struct{ ID string }
		require.NoError(t, json.Unmarshal([]byte(l), &doc))
		last[doc.ID] = len(ids)
		ids = append(ids, doc.ID)
	}
	var b strings.Builder
	i := 0
	for l := range strings.Lines(lines) {
		if last[ids[i]] == i {
			b.WriteString(l)
		} else {
			dropped++
		}
		i++
	}
	return b.String(), dropped
}

// joined is what the files of a folder hold whose names match, in their order.
func joined(t *testing.T, dir, pattern string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, pattern))
	require.NoError(t, err)
	var b strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		b.Write(text)
	}
	return b.String()
}

// same compares long texts without printing them.
func same(t *testing.T, want, got, what string) {
	t.Helper()
	if want == got {
		return
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			require.FailNow(t, what, "line %d of %d and %d differs:\n%.300s\n%.300s", i+1, len(w), len(g), w[i], g[i])
		}
	}
	require.FailNow(t, what, "%d lines, wanted %d", len(g), len(w))
}

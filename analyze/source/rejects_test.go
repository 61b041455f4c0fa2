package source_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

var errBroken = errors.New("it broke")

func TestRejectsKeepPages(t *testing.T) {
	retrieved := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	tests := map[string]dateline.Page{
		"story":              {ID: "a", URL: "https://example.org/a", Title: "T <b>", Date: dateline.Day(2026, 3, 2), Retrieved: retrieved, Form: dateline.Story, Body: []byte("x & y\n")},
		"page without words": {ID: "a", Form: dateline.PlainPage, Body: []byte{}},
		"HTML in UTF-8":      {ID: "a", Form: dateline.HTML, Body: []byte("<p>é"), ContentType: "text/html; charset=utf-8"},
		"HTML in Latin 1":    {ID: "a", Form: dateline.HTML, Body: []byte("<p>\xe9")},
		"story not UTF-8":    {ID: "a", Form: dateline.Story, Body: []byte("\xff")},
	}
	for name, p := range tests {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			r := source.NewRejects(&b)
			p.Source = "in.jsonl:7"
			require.NoError(t, r.Page(p, errBroken))
			assert.Equal(t, 1, r.Count())
			assert.Contains(t, b.String(), `"error":"it broke"`)
			assert.Contains(t, b.String(), `"source":"in.jsonl:7"`)
			p.Source = "wire.jsonl:1"
			g := lines(t, b.String(), source.Options{})
			require.Empty(t, g.errs)
			assert.Equal(t, []dateline.Page{p}, g.pages)
		})
	}
}

func TestRejectsKeepLines(t *testing.T) {
	tests := map[string]struct{ line, kept, fault, mended string }{
		"two contents":  {`{"id":"x","html":"<p>&","text":"z"}`, `{"error":"needs one of html, page and text: there are html and text","html":"<p>&","id":"x","source":"wire.jsonl:1","text":"z"}`, `"html":"<p>&",`, ``},
		"wrong type":    {`{"id":"x","title":1,"text":"z"}`, `{"error":"not an article in JSON: title: number, not a string","id":"x","source":"wire.jsonl:1","text":"z","title":1}`, `"title":1`, `"title":"one"`},
		"not JSON":      {`{"text":"z"`, `{"error":"not an article in JSON: unexpected end of JSON input at byte 11","line":"{\"text\":\"z\"","source":"wire.jsonl:1"}`, `\"z\"`, `\"z\"}`},
		"invalid UTF-8": {"{\"text\":\"\xff\"}", `{"error":"invalid UTF-8 at byte 10 of the line","form":"jsonl","raw":"eyJ0ZXh0Ijoi/yJ9","source":"wire.jsonl:1"}`, "eyJ0ZXh0Ijoi/yJ9", "eyJ0ZXh0IjoieCJ9"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			r := source.NewRejects(&b)
			g := lines(t, tt.line, source.Options{})
			require.Len(t, g.errs, 1)
			require.NoError(t, r.Add(g.errs[0]))
			assert.Equal(t, tt.kept+"\n", b.String())

			again := lines(t, b.String(), source.Options{})
			require.Len(t, again.errs, 1, "as it was it fails as it did")

			mended := lines(t, strings.Replace(b.String(), tt.fault, tt.mended, 1), source.Options{})
			require.Empty(t, mended.errs)
			assert.Len(t, mended.pages, 1)
		})
	}
}

func TestRejectsKeepTheReasonAlone(t *testing.T) {
	var b bytes.Buffer
	r := source.NewRejects(&b)
	require.NoError(t, r.Add(&source.Error{Name: "big.jsonl", Line: 3, ID: "x", Err: source.ErrTooLong}))
	assert.Equal(t, `{"error":"too long","id":"x","source":"big.jsonl:3"}`+"\n", b.String())
	assert.ErrorIs(t, r.Add(errBroken), errBroken, "not an error of this package")
	assert.Equal(t, 1, r.Count())
}

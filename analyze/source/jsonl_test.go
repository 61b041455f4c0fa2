package source_test

import (
	"context"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

func TestJSONLReadsEveryField(t *testing.T) {
	g := lines(t, `{"id":"a1","url":"https://example.org/a","title":"Ferry late","date":"2026-03-02","retrieved":"2026-03-04T05:06:07Z","text":"The ferry was late.\n"}`, source.Options{})
	require.Empty(t, g.errs)
	assert.Equal(t, []dateline.Page{{
		ID: "a1", Source: "wire.jsonl:1", URL: "https://example.org/a", Title: "Ferry late",
		Date: dateline.Day(2026, time.March, 2), Retrieved: time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC),
		Form: dateline.Story, Body: []byte("The ferry was late.\n"),
	}}, g.pages)
}

func TestJSONLForms(t *testing.T) {
	tests := map[string]struct {
		line string
		form dateline.Form
		body string
	}{
		"web page":                   {`{"html":"<p>x"}`, dateline.HTML, "<p>x"},
		"plain page":                 {`{"page":"x"}`, dateline.PlainPage, "x"},
		"story":                      {`{"text":"x"}`, dateline.Story, "x"},
		"empty columns of exports":   {`{"html":"","page":null,"text":"x"}`, dateline.Story, "x"},
		"an empty page is a page":    {`{"html":""}`, dateline.HTML, ""},
		"number as id":               {`{"id":17,"text":"x"}`, dateline.Story, "x"},
		"null as id and title":       {`{"id":null,"title":null,"text":"x"}`, dateline.Story, "x"},
		"fields of others":           {`{"text":"x","raw":{"a":1},"line":7,"schema":"news","blocks":[1]}`, dateline.Story, "x"},
		"line of an errors file":     {`{"line":"{\"text\":\"x\"}","error":"e"}`, dateline.Story, "x"},
		"raw line of an errors file": {`{"raw":"eyJ0ZXh0IjoieCJ9","form":"jsonl"}`, dateline.Story, "x"},
		"raw page of an errors file": {`{"raw":"/3g=","form":"html"}`, dateline.HTML, "\xffx"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			g := lines(t, tt.line, source.Options{})
			require.Empty(t, g.errs)
			require.Len(t, g.pages, 1)
			assert.Equal(t, tt.form, g.pages[0].Form)
			assert.Equal(t, tt.body, string(g.pages[0].Body))
		})
	}
}

func TestJSONLSaysThatHTMLIsDecoded(t *testing.T) {
	g := lines(t, `{"html":"<meta charset=latin1>\u00e9"}`+"\n"+`{"raw":"6Q==","form":"html"}`, source.Options{})
	require.Len(t, g.pages, 2)
	assert.Equal(t, "text/html; charset=utf-8", g.pages[0].ContentType)
	assert.Empty(t, g.pages[1].ContentType, "raw bytes are in an encoding that is not known")
}

func TestJSONLGoesOnAfterBadLines(t *testing.T) {
	tests := map[string]struct {
		line string
		want error
		says string
	}{
		"not JSON":         {`{"id":"x",`, source.ErrJSON, "wire.jsonl:2: not an article in JSON: unexpected end of JSON input at byte 10"},
		"an array":         {`["x"]`, source.ErrJSON, "wire.jsonl:2: not an article in JSON: array, not an object"},
		"null":             {`null`, source.ErrContent, "wire.jsonl:2: needs one of html, page and text: there is none"},
		"no content":       {`{"id":"x","body":"y"}`, source.ErrContent, `wire.jsonl:2: page "x": needs one of html, page and text: there is none`},
		"two contents":     {`{"id":"x","html":"y","text":"z"}`, source.ErrContent, `wire.jsonl:2: page "x": needs one of html, page and text: there are html and text`},
		"title a number":   {`{"id":"x","title":1,"text":"z"}`, source.ErrJSON, `wire.jsonl:2: page "x": not an article in JSON: title: number, not a string`},
		"text a list":      {`{"id":"x","text":["z"]}`, source.ErrJSON, `wire.jsonl:2: page "x": not an article in JSON: text: array, not a string`},
		"id a list":        {`{"id":["x"],"text":"z"}`, source.ErrJSON, `wire.jsonl:2: not an article in JSON: id is neither a string nor a number`},
		"invalid UTF-8":    {"{\"id\":\"x\",\"text\":\"a\xffb\"}", dateline.ErrUTF8, `wire.jsonl:2: page "x": invalid UTF-8 at byte 20 of the line`},
		"binary":           {"\x7fELF\x02\x01\x01\x00", source.ErrJSON, `wire.jsonl:2: not an article in JSON: invalid character '\x7f' looking for beginning of value at byte 1`},
		"a Document":       {`{"schema":1,"id":"x","text":"z","blocks":[]}`, source.ErrContent, `wire.jsonl:2: page "x": needs one of html, page and text: this is a Document, the output of an analysis`},
		"unknown raw form": {`{"id":"x","raw":"eA==","form":"pdf"}`, source.ErrContent, `wire.jsonl:2: page "x": needs one of html, page and text: raw has the unknown form "pdf"`},
		"layers of lines":  {`{"line":"{\"line\":\"{}\"}"}`, source.ErrContent, `wire.jsonl:2: needs one of html, page and text: there is none`},
		"bad kept line":    {`{"line":"{"}`, source.ErrJSON, `wire.jsonl:2: not an article in JSON: unexpected end of JSON input at byte 1`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			g := lines(t, `{"text":"one"}`+"\n"+tt.line+"\r\n\n"+`{"text":"three"}`, source.Options{})
			assert.Equal(t, "pep", g.order)
			require.Len(t, g.errs, 1)
			assert.ErrorIs(t, g.errs[0], tt.want)
			assert.EqualError(t, g.errs[0], tt.says)
			assert.Equal(t, "wire.jsonl:4", g.pages[1].Source, "empty lines count")
			var e *source.Error
			require.ErrorAs(t, g.errs[0], &e)
			assert.Equal(t, tt.line, string(e.Raw))
		})
	}
}

func TestJSONLDates(t *testing.T) {
	utc := time.Date(2021, 4, 15, 13, 5, 0, 0, time.UTC)
	tests := map[string]dateline.Date{
		"":                                {},
		"2021-04-15":                      dateline.Day(2021, 4, 15),
		"2021-04-15T13:05:00Z":            {Time: utc},
		"2021-04-15 13:05:00+00:00":       {Time: utc},
		"2021-04-15 13:05:00.000+00:00":   {Time: utc},
		"2021-04-15 13:05:00":             {Time: utc},
		"2021-04-15 13:05":                {Time: utc},
		"Thu, 15 Apr 2021 13:05:00 +0000": {Time: utc},
		"Thu, 15 Apr 2021 13:05:00 GMT":   {Time: utc},
	}
	for date, want := range tests {
		var warned []error
		g := lines(t, `{"date":"`+date+`","text":"x"}`, source.Options{Warn: func(e *source.Error) { warned = append(warned, e) }})
		require.Len(t, g.pages, 1, date)
		require.Empty(t, warned)
		assert.Equal(t, want.DayOnly, g.pages[0].Date.DayOnly, date)
		assert.True(t, want.Time.Equal(g.pages[0].Date.Time), date)
	}
}

func TestJSONLWarns(t *testing.T) {
	tests := map[string]string{
		`{"id":"x","text":"t","date":"01/04/63"}`:         `wire.jsonl:1: page "x": date is neither RFC 3339 nor YYYY-MM-DD: "01/04/63"`,
		`{"id":"x","text":"t","retrieved":"yesterday"}`:   `wire.jsonl:1: page "x": date is neither RFC 3339 nor YYYY-MM-DD: "yesterday", in retrieved`,
		`{"id":"x","text":"half \ud83d"}`:                 `wire.jsonl:1: page "x": half a character, \ud83d, was replaced`,
		`{"id":"x","text":"\ude00 before \ud83d\ude00"}`:  `wire.jsonl:1: page "x": half a character, \ude00, was replaced`,
		`{"id":"x","text":"\ud83d\u0041"}`:                `wire.jsonl:1: page "x": half a character, \ud83d, was replaced`,
		`{"id":"x","text":"\ud83d\ude00 \\ud83d \u00e9"}`: "",
	}
	for line, want := range tests {
		var warned []string
		g := lines(t, line, source.Options{Warn: func(e *source.Error) { warned = append(warned, e.Error()) }})
		assert.Equal(t, "p", g.order, "the article goes on")
		assert.Equal(t, want, strings.Join(warned, "\n"), line)
	}
}

func TestJSONLLongLines(t *testing.T) {
	o := source.Options{MaxLine: 100, MaxPage: 50}
	fits := `{"text":"` + strings.Repeat("x", 50) + `"}`
	page := `{"id":"big","text":"` + strings.Repeat("x", 51) + `"}`
	long := strings.Repeat("y", 101)
	exact := `{"text":"z"}` + strings.Repeat(" ", 88)
	g := lines(t, fits+"\n"+page+"\n"+long+"\n"+exact+"\r\n"+fits, o)
	assert.Equal(t, "peepp", g.order)
	assert.EqualError(t, g.errs[0], `wire.jsonl:2: page "big": too long: the page has 51 bytes, the limit is 50`)
	assert.EqualError(t, g.errs[1], `wire.jsonl:3: too long: the line has 101 bytes, the limit is 100`)
	assert.ErrorIs(t, g.errs[1], source.ErrTooLong)

	g = lines(t, fits+"\n"+strings.Repeat("y", 100_000)+"\n"+fits, o)
	assert.Equal(t, "pe", g.order)
	assert.ErrorContains(t, g.errs[0], "wire.jsonl:2: too long: the line does not end within")
}

func TestJSONLHoldsNoLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 200 MB")
	}
	const size = 200 << 20
	in := io.MultiReader(strings.NewReader(`{"id":"one","text":"x"}`+"\n"),
		io.LimitReader(repeat('y'), size), strings.NewReader("\n"+`{"id":"three","text":"x"}`+"\n"))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	g := collect(t, source.JSONL(t.Context(), in, "wire.jsonl", source.Options{MaxLine: 1 << 24}))
	runtime.ReadMemStats(&after)
	assert.Equal(t, "pep", g.order)
	assert.EqualError(t, g.errs[0], "wire.jsonl:2: too long: the line has 209715200 bytes, the limit is 16777216")
	assert.Equal(t, "three", g.pages[1].ID)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(6<<24), "allocates a few times the limit, not the line")
}

// repeat is a reader of one byte without end.
type repeat byte

func (r repeat) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(r)
	}
	return len(p), nil
}

func TestJSONLReadsGzipAndMarks(t *testing.T) {
	g := lines(t, zipped(t, "\ufeff"+`{"text":"one"}`+"\n")+zipped(t, `{"text":"two"}`), source.Options{})
	require.Empty(t, g.errs)
	require.Len(t, g.pages, 2, "gzip files one after the other are one")
	assert.Equal(t, "two", string(g.pages[1].Body))
}

func TestJSONLReportsFailures(t *testing.T) {
	packed := zipped(t, `{"text":"one"}`+"\n"+`{"text":"two"}`)
	g := lines(t, packed[:len(packed)-9], source.Options{})
	assert.Equal(t, "pe", g.order)
	assert.ErrorIs(t, g.errs[0], io.ErrUnexpectedEOF)
	assert.ErrorContains(t, g.errs[0], "wire.jsonl:2: ")

	boom := errors.New("boom")
	g = collect(t, source.JSONL(t.Context(), io.MultiReader(strings.NewReader(`{"text":"one"}`+"\n{"), iotest.ErrReader(boom)), "wire.jsonl", source.Options{}))
	assert.Equal(t, "pe", g.order)
	assert.EqualError(t, g.errs[0], "wire.jsonl:2: boom; the rest of the file is not read")

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	var last error
	for _, err := range source.JSONL(ctx, strings.NewReader(strings.Repeat(`{"text":"one"}`+"\n", 100)), "wire.jsonl", source.Options{}) {
		n, last = n+1, err
		cancel()
	}
	assert.Equal(t, 2, n)
	assert.ErrorIs(t, last, context.Canceled)

	g = lines(t, "", source.Options{MaxLine: -1})
	assert.ErrorIs(t, g.errs[0], source.ErrOptions)
	g = lines(t, "", source.Options{As: "pdf"})
	assert.ErrorIs(t, g.errs[0], source.ErrOptions)
}

func TestJSONLStopsWhenTheCallerDoes(t *testing.T) {
	n := 0
	for range source.JSONL(t.Context(), strings.NewReader(strings.Repeat(`{"text":"one"}`+"\n{\n", 100)), "wire.jsonl", source.Options{}) {
		if n++; n == 2 {
			break
		}
	}
	assert.Equal(t, 2, n)
}

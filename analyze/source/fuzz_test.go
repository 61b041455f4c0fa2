package source_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

// FuzzJSONL reads any bytes as JSON lines. Each line that is not empty gives one
// page or one error; what failed is kept and fails, or is read, again.
func FuzzJSONL(f *testing.F) {
	for _, seed := range []string{
		"", "\n\n", `{"id":"a","text":"x"}`, "{\"text\":\"x\"}\r\n{\"html\":\"<p>\"}\n", `{"html":"","page":"y"}`,
		`{"text":"\ud83d\ude00 \ud83d"}`, "{\"text\":\"\xff\"}", `{"line":"{\"text\":\"x\"}"}`, `{"raw":"/w==","form":"html"}`,
		`{"raw":"e30=","form":"jsonl"}`, "\x1f\x8b\x08", "\ufeff{}", `{"id":1e9,"date":"2021-04-15 10:00","text":"t"}`, `[[[[`, `{"schema":1,"blocks":[],"text":"x"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		o := source.Options{MaxLine: 4096, MaxPage: 2048, Warn: func(e *source.Error) { assert.NotEmpty(t, e.Error()) }}
		var kept bytes.Buffer
		rejects := source.NewRejects(&kept)
		items := 0
		for p, err := range source.JSONL(t.Context(), bytes.NewReader(data), "fuzz", o) {
			items++
			if err != nil {
				require.True(t, strings.HasPrefix(err.Error(), "fuzz"), err)
				require.NoError(t, rejects.Add(err))
				continue
			}
			require.Contains(t, []dateline.Form{dateline.HTML, dateline.PlainPage, dateline.Story}, p.Form)
			require.LessOrEqual(t, len(p.Body), o.MaxPage)
			require.True(t, utf8.ValidString(p.ID+p.URL+p.Title))
			if p.ContentType != "" || p.Form == dateline.Story {
				assert.True(t, utf8.Valid(p.Body) || bytes.Contains(data, []byte(`"raw"`)))
			}
		}
		if !bytes.HasPrefix(data, []byte("\x1f\x8b")) {
			require.LessOrEqual(t, items, bytes.Count(data, []byte("\n"))+1)
		}
		again := 0
		for range source.JSONL(t.Context(), &kept, "kept", source.Options{}) {
			again++
		}
		require.Equal(t, rejects.Count(), again)
	})
}

// FuzzLooks reads any bytes as a stream of unknown kind, as a file of JSON and as a table: pages or errors of this package,
// and never one without an end.
func FuzzLooks(f *testing.F) {
	for _, seed := range []string{
		"", "\ufeff", "<p>x", "<?xml?><rss>", "WARC/1.0\r\n", "[", `[{"text":"x"},`, "{\n\"text\": \"x\"\n}\n{", "[[1]]", "]", `[{"a":[}]`,
		"id,text\n1,x\n", "text;id\n\"x", "text\n\xff\n", "{}\n{}", `{"version":"https://jsonfeed.org/version/1","items":[{}]}`, "\xff\xfe<", "x,y\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, as := range []source.Kind{"", source.Object, source.Table} {
			o := source.Options{As: as, MaxLine: 4096, MaxPage: 4096, MaxFeed: 8192, Stdin: bytes.NewReader(data)}
			for p, err := range source.Files(t.Context(), []string{"-"}, o) {
				if err != nil {
					var e *source.Error
					require.ErrorAs(t, err, &e)
					require.Equal(t, "stdin", e.Name)
					continue
				}
				require.LessOrEqual(t, len(p.Body), o.MaxPage)
			}
		}
	})
}

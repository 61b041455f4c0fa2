package export_test

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/export"
)

// everywhere is a Document that says the same words wherever it says something.
func everywhere(words, address string) *dateline.Document {
	all := dateline.Span{End: len(words)}
	return &dateline.Document{
		ID: words, URL: address, Language: words, Site: words, Section: words, Headline: words, Kicker: words, Dek: words,
		Byline: []dateline.Author{{Name: words, Bio: words}}, Text: words, Blocks: []dateline.Block{{Kind: dateline.BlockParagraph, End: len(words)}},
		Sentences:  []dateline.Span{all},
		Images:     []dateline.Image{{URL: address, Caption: words}},
		Links:      []dateline.Link{{Kind: dateline.LinkRelated, Title: words, URL: address, Age: words}},
		Mentions:   []dateline.Mention{{End: len(words), Label: dateline.Person, Entity: words, Confidence: 1}},
		Entities:   []dateline.Entity{{ID: words, Name: words, Label: dateline.Person, Roles: []dateline.Role{{Title: words}}, Aliases: []string{words}, Mentions: 1}},
		Countries:  []dateline.Country{{Code: "IE", Name: words, Weight: 1}},
		Quotes:     []dateline.Quote{{Content: []dateline.Span{all}, Speaker: words, Direct: true, Confidence: 1}},
		Keyphrases: []dateline.Keyphrase{{Text: words, Score: 1, Spans: []dateline.Span{all}}},
		Summary:    []dateline.SummarySentence{{End: len(words), Score: 1}},
		Warnings:   []string{words},
	}
}

// FuzzWriter writes any words and any address in every format. Nothing of them is
// markup, a link to anything but the web, or the end of a row.
func FuzzWriter(f *testing.F) {
	for _, words := range []string{
		evil, `" onmouseover="x" y='`, `</title></style></main><!--`, `{{.Title}}`, "[x](javascript:x) `c` <b> **b** ~~s~~ | $x$", "=1+1", "@SUM(1)",
		"a\x1b[2Jb\x00c\u0085d", "user\u202egnp.exe\u2066x\u2069", "a\n# b\r\n- c\n\n    code\n\n===", "---", "1) one", "# one", `</script>",{"@type":"x"} \u003c`,
	} {
		for _, address := range []string{
			"https://example.org/ferry", "javascript:x", " JaVaScRiPt:x", "data:text/html,x", "//example.org/x", "https://example.org/\"><script>x</script>",
			"https://example.org/a b)(<x>\n", "http://[::1", "https://", "file:///etc/passwd",
		} {
			f.Add(words, address)
		}
	}
	f.Fuzz(func(t *testing.T, words, address string) {
		doc := everywhere(words, address)
		if doc.Validate() != nil {
			t.Skip("no valid Document")
		}
		for _, form := range []export.Format{export.JSONLD, export.Ninjs} {
			out := written(t, form, doc)
			require.True(t, json.Valid([]byte(out)))
			require.False(t, strings.ContainsAny(out, "<>&"), "may stand in a script element")
		}
		rows, err := csv.NewReader(strings.NewReader(written(t, export.CSV, doc))).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 2)

		root, err := html.Parse(strings.NewReader(written(t, export.HTML, doc)))
		require.NoError(t, err)
		for n := range root.Descendants() {
			require.False(t, n.Type == html.ElementNode && (n.Data == "script" || n.Data == "img" || n.Data == "b"), n.Data)
			for _, a := range n.Attr {
				require.False(t, strings.HasPrefix(a.Key, "on"), a.Key)
				require.False(t, a.Key == "href" && !strings.HasPrefix(a.Val, "http://") && !strings.HasPrefix(a.Val, "https://"), a.Val)
			}
		}
		heads := 0
		for l := range strings.Lines(written(t, export.Markdown, doc)) {
			if strings.HasPrefix(l, "#") {
				heads++
			}
			require.False(t, strings.HasPrefix(l, "---") || strings.HasPrefix(l, "===") || strings.HasPrefix(l, "    "), l)
		}
		require.LessOrEqual(t, heads, 3, "headline, Quotes, Links")
	})
}

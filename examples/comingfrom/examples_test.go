package comingfrom

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// must ends an example that cannot go on.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

func analyzer() *analyze.Analyzer {
	a, err := analyze.New(analyze.Options{})
	must(err)
	return a
}

func Example_spacy() {
	a, ctx := analyzer(), context.Background()
	doc, err := a.Page(ctx, dateline.Page{Form: dateline.Story, Body: []byte(
		"Ingrid Solheim, the mayor of Bergen, left for Oslo. Solheim will be back on Friday.")})
	must(err)
	for _, m := range doc.Mentions {
		fmt.Println(m.Label, doc.Words(m.Span()), m.Entity)
	}
	// Output:
	// PERSON Ingrid Solheim person:ingrid-solheim
	// GPE Bergen geonames:3161732
	// GPE Oslo geonames:3143244
	// PERSON Solheim person:ingrid-solheim
	// DATE Friday
}

func Example_prose() {
	a, ctx := analyzer(), context.Background()
	doc, err := a.Page(ctx, dateline.Page{Body: []byte("The ferry to Aran was late.")})
	must(err)
	for _, t := range doc.Tokens[:3] {
		fmt.Println(doc.Words(t.Span()), t.Tag)
	}
	// Output:
	// The DT
	// ferry NN
	// to IN
}

func Example_newspaper() {
	a, ctx := analyzer(), context.Background()
	page := `<html lang="en"><head><title>Quay to close - The Courier</title>
<meta property="article:published_time" content="2026-05-04"></head><body><article>
<h1>Quay to close</h1><p class="byline">By Marta Okkels</p>
<p>The old quay in Bergen will close in June, the harbour master said on Monday.</p>
<p>Repairs of the quay will take a year. The city pays for the repairs.</p></article></body></html>`
	doc, err := a.Page(ctx, dateline.Page{Body: []byte(page), URL: "https://example.org/quay"})
	must(err)
	fmt.Println(doc.Headline, doc.Byline[0].Name, doc.Published)
	fmt.Println(doc.Summary[0].Span().Len() > 0, len(doc.Keyphrases) > 0)
	// Output:
	// Quay to close Marta Okkels 2026-05-04
	// true true
}

func Example_bleve() {
	a, ctx := analyzer(), context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{}) // a folder, or "" for memory
	must(err)
	n, err := ix.Load(ctx, a.Stream(ctx, analyze.Pages(
		dateline.Page{ID: "a", Body: []byte("Dockers in Rotterdam walked out on Monday over their pay.")},
		dateline.Page{ID: "b", Body: []byte("Ghana beat Senegal on penalties in Accra.")})))
	must(err)
	q, err := search.Parse(`dockers country:NL`)
	must(err)
	res, err := ix.Search(ctx, q)
	must(err)
	fmt.Println(n, res.Total, res.Hits[0].ID, res.Hits[0].Fragments[0].HTML("<b>", "</b>"))
	// Output:
	// 2 1 a <b>Dockers</b> in Rotterdam walked out on Monday over their pay.
}

// TestPage holds docs/coming-from.md to these examples: every block of Go that uses Dateline is in
// one of them, and so is what stands below it as printed.
func TestPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/coming-from.md")
	require.NoError(t, err)
	own, err := os.ReadFile("examples_test.go")
	require.NoError(t, err)
	have := bare(strings.ReplaceAll(string(own), "must(err)\n", ""))

	blocks := regexp.MustCompile("(?s)```go\n(.*?)```\n\n((?:    [^\n]*\n)*)").FindAllStringSubmatch(string(page), -1)
	held := 0
	for _, b := range blocks {
		if code := bare(b[1]); strings.Contains(code, "dateline.") || strings.Contains(code, "analyze.") {
			assert.Contains(t, have, code)
			held++
		}
		if b[2] != "" {
			assert.Contains(t, strings.ReplaceAll(have, "// ", ""), bare(b[2]))
		}
	}
	assert.Equal(t, 5, held, "blocks of Go with Dateline")
}

// bare is text without the white space around its lines.
func bare(s string) string {
	var out []string
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n")
}

package main

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
)

func Example() {
	main()
	// Output:
	// PERSON      Kari Lunde
	// GPE     NO  Oslo
	// GPE     GE  Tbilisi
	// GPE     GE  Georgia
	// Kari Lunde said: "We will share our power with our neighbours,"
}

// TestReadme holds README.md to this program, and what it says that the program prints to what it prints.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	program, err := os.ReadFile("main.go")
	require.NoError(t, err)
	_, code, _ := strings.Cut(string(program), "\npackage main")
	block := "```go\npackage main" + code + "```\n"
	require.Contains(t, string(readme), block, "README.md has examples/hello/main.go")

	own, err := os.ReadFile("main_test.go")
	require.NoError(t, err)
	_, want, _ := strings.Cut(string(own), "// Output:\n")
	want, _, _ = strings.Cut(want, "}\n")
	_, after, _ := strings.Cut(string(readme), block)
	var printed []string
	for l := range strings.Lines(strings.ReplaceAll(want, "\t// ", "")) {
		printed = append(printed, "    "+strings.TrimRight(l, "\n"))
	}
	assert.Contains(t, after, "\n\n"+strings.Join(printed, "\n")+"\n", "README.md has what the program prints")
}

// TestBeforeAndAfter analyses the page that README.md begins with and holds it to what it says comes out.
func TestBeforeAndAfter(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	_, rest, _ := strings.Cut(string(readme), "scraped or pasted:\n\n")
	before, rest, _ := strings.Cut(rest, "\nIt comes out in its parts:\n\n")
	after, _, _ := strings.Cut(rest, "\n\n")

	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	doc, err := a.Page(t.Context(), dateline.Page{Body: []byte(strings.ReplaceAll("\n"+before, "\n    ", "\n"))})
	require.NoError(t, err)
	assert.Equal(t, after, parts(doc))
}

// parts writes a Document as README.md does.
func parts(doc *dateline.Document) string {
	names := map[dateline.Label][]string{}
	for e := range doc.Names() {
		text := strings.Join(append([]string{e.Name}, e.Aliases...), " = ")
		switch {
		case e.Label == dateline.GPE && e.GeoNames != 0:
			text = fmt.Sprintf("%s (%s, GeoNames %d)", e.Name, e.Country, e.GeoNames)
		case e.Label == dateline.GPE:
			text = fmt.Sprintf("%s (%s)", e.Name, e.Country)
		}
		names[e.Label] = append(names[e.Label], text)
	}
	var where string
	for _, b := range doc.Blocks {
		if b.Kind == dateline.BlockDateline {
			where = doc.Words(b.Span())
		}
	}
	lines := []string{
		"headline   " + doc.Headline, "byline     " + doc.Byline[0].Name, "dateline   " + where,
		"places     " + strings.Join(names[dateline.GPE], ", "), "bodies     " + strings.Join(names[dateline.Org], ", "),
		"people     " + strings.Join(names[dateline.Person], ", "),
	}
	head := "quotes     "
	for _, q := range doc.Quotes {
		lines = append(lines, head+q.Speaker+": "+doc.QuoteText(&q))
		head = "           "
	}
	for _, l := range doc.Links {
		lines = append(lines, fmt.Sprintf("links      %s (%s, %s, %s)", l.Title, l.Kind, l.Section, l.Age))
	}
	return "    " + strings.Join(lines, "\n    ")
}

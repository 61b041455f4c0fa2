package search_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/search"
)

// templates are the kinds of report that a program writes, each with three reports of
// testdata/templates: the headline and the paragraphs, and what stands in their places.
var templates = []string{"shares", "results", "quakes", "matches", "obituaries", "weather"}

// filled returns the reports of a kind, a week apart, the headline in the first line.
func filled(t testing.TB, kind string) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "templates", kind+".txt"))
	require.NoError(t, err)
	table, err := os.ReadFile(filepath.Join("testdata", "templates", kind+".tsv"))
	require.NoError(t, err)
	rows := strings.Split(strings.TrimSpace(string(table)), "\n")
	names := strings.Split(rows[0], "\t")
	var reports []string
	for _, row := range rows[1:] {
		values := strings.Split(row, "\t")
		require.Len(t, values, len(names), row)
		var pairs []string
		for i, name := range names {
			pairs = append(pairs, "{"+name+"}", values[i])
		}
		reports = append(reports, strings.NewReplacer(pairs...).Replace(string(text)))
	}
	return reports
}

// analysed reads a report whose first line is its headline.
func analysed(t testing.TB, a *analyze.Analyzer, id, report string, day int) *dateline.Document {
	t.Helper()
	headline, text, _ := strings.Cut(report, "\n\n")
	doc, err := a.Page(t.Context(), dateline.Page{ID: id, Title: headline, Body: []byte(strings.TrimSpace(text)),
		Date: dateline.Day(2024, 5, day)})
	require.NoError(t, err)
	return doc
}

// edited is a report as another paper prints it.
func edited(report string) string {
	headline, text, _ := strings.Cut(report, "\n\n")
	paragraphs := strings.Split(strings.TrimSpace(text), "\n\n")
	paragraphs = paragraphs[:len(paragraphs)-1]
	text = strings.NewReplacer(" per cent", " percent", "is to ", "will ", "kilometres", "kilometers", " said", " told reporters").
		Replace(strings.Join(paragraphs, "\n\n"))
	return headline + "\n\n(Ferrow News) - " + text
}

// Reports of one template are neither copies of each other nor one story, but a report
// that another paper took over is.
func TestReportsOfATemplate(t *testing.T) {
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	for _, kind := range templates {
		var x search.DuplicateIndex
		stories := search.NewStories(search.StoryOptions{})
		for i, report := range filled(t, kind) {
			id := fmt.Sprintf("%s-%d", kind, i)
			p := profile(t, analysed(t, a, id, report, 1+7*i))
			assert.Empty(t, x.Add(p), id)
			assert.Equal(t, id, stories.Add(p))
			p = profile(t, analysed(t, a, id+"-again", edited(report), 2+7*i))
			found := x.Add(p)
			if assert.Len(t, found, 1, "%s: a copy", id) {
				assert.Equal(t, id, found[0].Of)
			}
			assert.Equal(t, id, stories.Add(p), "a copy is of its story")
		}
	}
}

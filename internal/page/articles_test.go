package page_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

// noted is what an editor noted of an article of testdata.
type noted struct {
	Headline string   `json:"headline"`
	Dek      string   `json:"dek"`
	Author   string   `json:"author"`
	Headings []string `json:"headings"`
	Date     string   `json:"published"`
	MostRead []struct {
		Rank                int
		Section, Title, Age string
	} `json:"most_read"`
}

// articles reads what was noted of the pages of testdata.
func articles(t *testing.T) (string, map[string]noted) {
	t.Helper()
	dir := filepath.Join("..", "..", "testdata", "articles")
	b, err := os.ReadFile(filepath.Join(dir, "facts.json"))
	require.NoError(t, err)
	facts := map[string]noted{}
	require.NoError(t, json.Unmarshal(b, &facts))
	return dir, facts
}

// readArticle reads a page of testdata.
func readArticle(t *testing.T, dir, name string) *dateline.Document {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(dir, name))
	require.NoError(t, err)
	form := dateline.PlainPage
	if filepath.Ext(name) == ".html" {
		form = dateline.HTML
	}
	return read(t, dateline.Page{
		Form: form, Body: body, URL: "https://paper.example/a", Retrieved: time.Date(2026, 6, 20, 0, 0, 0, 0, time.UTC),
	})
}

// rightFacts is how many of the facts noted of our articles must be read as noted;
// the test says which are not.
const rightFacts = 0.95

func TestArticles(t *testing.T) {
	t.Parallel()
	dir, facts := articles(t)
	right, all := 0, 0
	check := func(name, what string, want, got any) {
		all++
		if assert.ObjectsAreEqual(want, got) {
			right++
			return
		}
		t.Logf("%s: %s is %q, not %q", name, what, got, want)
	}
	for name, want := range facts {
		if filepath.Ext(name) != ".html" && filepath.Ext(name) != ".txt" {
			continue
		}
		d := readArticle(t, dir, name)
		check(name, "headline", want.Headline, d.Headline)
		check(name, "dek", want.Dek, d.Dek)
		check(name, "day", want.Date, d.Published.Time.Format(time.DateOnly))
		check(name, "headings", want.Headings, headingsOf(d))
		check(name, "author", want.Author, authorsOf(d))
		var lists []dateline.Link
		for _, l := range d.Links {
			if l.Kind == dateline.LinkMostRead {
				lists = append(lists, l)
			}
		}
		for i, m := range want.MostRead {
			require.Less(t, i, len(lists), name)
			l := lists[i]
			check(name, "most read", fmt.Sprint(m.Rank, m.Section, m.Title, m.Age), fmt.Sprint(l.Rank, l.Section, l.Title, l.Age))
		}
	}
	assert.Greater(t, all, 100)
	assert.GreaterOrEqual(t, float64(right)/float64(all), rightFacts, "%d of %d", right, all)
}

func headingsOf(d *dateline.Document) []string {
	var out []string
	for _, s := range d.Sections {
		if s.Heading != "" {
			out = append(out, s.Heading)
		}
	}
	return out
}

func authorsOf(d *dateline.Document) string {
	var names []string
	for _, a := range d.Byline {
		names = append(names, a.Name)
	}
	return strings.Join(names, "; ")
}

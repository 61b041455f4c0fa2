// Package pages holds what scores the reading of pages: the gold pages, the measures
// of extract/score.py in Go, and which blocks of a page the gold says are its story.
package pages

import (
	"encoding/json"
	"net/url"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/eval/sets"
)

// Gold is a row of the sets in extract/.
type Gold struct {
	ID       string    `json:"id"`
	URL      string    `json:"url"`
	HTML     string    `json:"html"`
	Text     string    `json:"text"`
	Labels   string    `json:"labels"`
	Body     string    `json:"body"`
	With     []string  `json:"with"`
	Without  []string  `json:"without"`
	Title    string    `json:"title"`
	Author   names     `json:"author"`
	Date     string    `json:"date"`
	Summary  summaries `json:"summary"`
	Sections []Section `json:"sections"`
}

// Section is a part of a story.
type Section struct {
	Heading string `json:"heading"`
}

// names is an author field: a string, or a list of them.
type names string

// UnmarshalJSON joins a list.
func (n *names) UnmarshalJSON(b []byte) error {
	var list []string
	if json.Unmarshal(b, &list) == nil {
		*n = names(strings.Join(list, "; "))
		return nil
	}
	return json.Unmarshal(b, (*string)(n))
}

// summaries is a dek: a list of paragraphs, or a string.
type summaries string

// UnmarshalJSON joins a list.
func (s *summaries) UnmarshalJSON(b []byte) error {
	var list []string
	if json.Unmarshal(b, &list) == nil {
		*s = summaries(strings.Join(list, " "))
		return nil
	}
	return json.Unmarshal(b, (*string)(s))
}

// Load reads one of the sets below the folder of the data sets.
func Load(dir, set string) ([]Gold, error) {
	return sets.Read[Gold](dir, "extract", set, "pages.jsonl.gz")
}

// Page returns the page as the library takes it.
func (g *Gold) Page() dateline.Page {
	if g.Text != "" {
		return dateline.Page{URL: g.URL, Form: dateline.PlainPage, Body: []byte(g.Text)}
	}
	return dateline.Page{URL: g.URL, Form: dateline.HTML, Body: []byte(g.HTML)}
}

// Site returns the domain that the page was found at, its ID where that is unknown.
func (g *Gold) Site() string {
	u, err := url.Parse(g.URL)
	if err != nil || u.Host == "" {
		return g.ID
	}
	labels := strings.Split(u.Hostname(), ".")
	keep := 2
	if n := len(labels); n > 2 && len(labels[n-2]) <= 3 && len(labels[n-1]) == 2 {
		keep = 3 // co.uk, com.au
	}
	return strings.Join(labels[max(0, len(labels)-keep):], ".")
}

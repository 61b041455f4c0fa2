package search

import (
	"html"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
)

// Results are what a [Query] found.
type Results struct {
	// Total is how many articles match, whatever the limit.
	Total int `json:"total"`
	// Took is how long the search took.
	Took time.Duration `json:"took"`
	// Hits are in the order that was asked for.
	Hits []Hit `json:"hits"`
	// Next is the [Query.Cursor] of the page after this one, "" where there is
	// none. It is opaque.
	Next string `json:"next,omitempty"`
	// DidYouMean is a whole query with the words and names that the archive does
	// not know put right, in the language of [Parse]: where it was asked for, the
	// query found next to nothing, and the other finds more. Else it is "".
	DidYouMean string `json:"did_you_mean,omitempty"`
	// Facets has, where they were asked for, the most frequent values among all
	// matches by the name of the facet, see [Facets]: the highest count first, then
	// by value.
	Facets map[string][]FacetCount `json:"facets,omitempty"`
}

// The names of the facets, the keys of [Results.Facets].
const (
	FacetCountries     = "countries" // ISO 3166-1 alpha-2 codes
	FacetPeople        = "people"
	FacetOrganisations = "organisations"
	FacetPlaces        = "places"
	FacetSection       = "section"
	FacetSite          = "site"
	FacetAuthor        = "author"
	FacetLanguage      = "language" // BCP 47 tags
	FacetMonth         = "month"    // of publication, such as 2026-05
	FacetIDs           = "ids"      // of entities in other systems, see dateline.Entity.IDs; ByID looks for them
)

// Facets returns the names of the facets, in the order to show them in.
func Facets() []string {
	return []string{
		FacetCountries, FacetPeople, FacetOrganisations, FacetPlaces, FacetSection, FacetSite, FacetAuthor, FacetLanguage,
		FacetMonth, FacetIDs,
	}
}

// FacetCount says how many of the matching articles have a value.
type FacetCount struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Hit is one article that a query found.
type Hit struct {
	ID string `json:"id"`
	// Score is how well it answers the words of the query; higher is better, and
	// only scores of one query compare. It is 0 where the query has no words.
	Score    float64 `json:"score"`
	Headline string  `json:"headline,omitempty"`
	// HeadlineSpans are the words of Headline that matched, as bytes, in order.
	HeadlineSpans []dateline.Span `json:"headline_spans,omitempty"`
	Published     dateline.Date   `json:"published,omitzero"`
	URL           string          `json:"url,omitempty"`
	// Fragments are the sentences that show why, in reading order.
	Fragments []Fragment `json:"fragments,omitempty"`
	// Explanation has the parts of Score where the query asked for them.
	Explanation *Explanation `json:"explanation,omitempty"`
	// Document is the whole article where the query asked for it.
	Document *dateline.Document `json:"document,omitempty"`
}

// Fragment is a piece of the story with the words that matched: a whole
// sentence, or the part of a very long one around them.
type Fragment struct {
	// Text is plain text, equal to a piece of the Document's. It is not HTML: see
	// [Fragment.HTML].
	Text string `json:"text"`
	// Spans are the words that matched, as bytes of Text, in order.
	Spans []dateline.Span `json:"spans"`
}

// HTML returns the fragment as HTML: its text escaped, and each span between open
// and end, which are written as they are, such as "<mark>" and "</mark>".
func (f Fragment) HTML(open, end string) string {
	var b strings.Builder
	at := 0
	for _, s := range f.Spans {
		if s.Start < at || s.End < s.Start || s.End > len(f.Text) {
			continue // made by hand
		}
		b.WriteString(html.EscapeString(f.Text[at:s.Start]) + open + html.EscapeString(f.Text[s.Start:s.End]) + end)
		at = s.End
	}
	return b.String() + html.EscapeString(f.Text[at:])
}

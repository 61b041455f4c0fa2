package mcp

import (
	"context"
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// How many articles a search gives.
const (
	usualHits = 10
	maxHits   = 50
)

// searchQuestion asks for articles.
type searchQuestion struct {
	Query  string `json:"query,omitempty" jsonschema:"what to look for; empty finds all"`
	Sort   string `json:"sort,omitempty" jsonschema:"relevance (the default), newest, oldest or blend"`
	Limit  int    `json:"limit,omitempty" jsonschema:"how many articles, 10 where it is absent, 50 at most"`
	Cursor string `json:"cursor,omitempty" jsonschema:"next of the answer before, for the page after it"`
}

// searchAnswer is what a search found.
type searchAnswer struct {
	Total      int     `json:"total" jsonschema:"how many articles match"`
	Articles   []found `json:"articles"`
	Next       string  `json:"next,omitempty" jsonschema:"the cursor of the page after this one"`
	DidYouMean string  `json:"did_you_mean,omitempty"`
}

// found is an article that was found.
type found struct {
	source
	Passages []words `json:"passages" jsonschema:"the sentences that match, with their places in the text"`
}

// sorts are the orders by the names that a client has for them.
var sorts = map[string]search.Sort{
	"": search.Relevance, "relevance": search.Relevance,
	"newest": search.Newest, "oldest": search.Oldest, "blend": search.Blend,
}

// query reads a query as a person types it: what is no filter is words.
func query(typed, sort string) (search.Query, error) {
	q, err := search.ParseTyped(typed)
	if err != nil {
		return q, err
	}
	by, ok := sorts[sort]
	if !ok {
		return q, refuse("sort %q is none of relevance, newest, oldest, blend", sort)
	}
	if sort != "" {
		q.Sort = by
	}
	if q.Sort == search.Relevance && q.Text == "" {
		q.Sort = search.Newest
	}
	return q, nil
}

// searchArticles answers a search.
func (d *desk) searchArticles(ctx context.Context, asked searchQuestion) (searchAnswer, error) {
	limit, err := bounded(asked.Limit, usualHits, maxHits)
	if err != nil {
		return searchAnswer{}, err
	}
	q, err := query(asked.Query, asked.Sort)
	if err != nil {
		return searchAnswer{}, err
	}
	q.Limit, q.Cursor, q.Documents, q.Corrections = limit, asked.Cursor, true, true
	res, err := d.Archive.Search(ctx, q)
	if err != nil {
		return searchAnswer{}, err
	}
	a := searchAnswer{Total: res.Total, Articles: []found{}, Next: res.Next, DidYouMean: res.DidYouMean}
	for _, h := range res.Hits {
		f := found{source: sourceOf(h.Document), Passages: []words{}}
		for _, fragment := range h.Fragments {
			if at := strings.Index(h.Document.Text, fragment.Text); at >= 0 {
				f.Passages = append(f.Passages, wordsAt(h.Document, dateline.Span{Start: at, End: at + len(fragment.Text)}))
			}
		}
		a.Articles = append(a.Articles, f)
	}
	return a, nil
}

// countriesQuestion asks what countries articles are about.
type countriesQuestion struct {
	Query string `json:"query,omitempty" jsonschema:"which articles, as in search_articles; empty means all"`
}

// countriesAnswer is how many articles are about each country.
type countriesAnswer struct {
	Total     int            `json:"total" jsonschema:"how many articles match"`
	Countries []countryCount `json:"countries" jsonschema:"the most frequent ones"`
}

// countryCount says how many articles are about a country, and names some.
type countryCount struct {
	Code     string    `json:"code" jsonschema:"ISO 3166-1 alpha-2"`
	Articles int       `json:"articles"`
	Newest   []namedIn `json:"newest,omitempty" jsonschema:"some of these articles, the newest first"`
}

// The bounds of what is told of countries: of how many articles the newest are named, and
// how many for each.
const (
	countryArticles = 200
	countrySources  = 2
)

// countries counts the countries of what a search finds.
func (d *desk) countries(ctx context.Context, asked countriesQuestion) (countriesAnswer, error) {
	q, err := query(asked.Query, "newest")
	if err != nil {
		return countriesAnswer{}, err
	}
	q.Limit, q.Facets, q.Documents, q.Fragments = countryArticles, true, true, -1
	res, err := d.Archive.Search(ctx, q)
	if err != nil {
		return countriesAnswer{}, err
	}
	a := countriesAnswer{Total: res.Total, Countries: []countryCount{}}
	for _, c := range res.Facets["countries"] {
		count := countryCount{Code: c.Value, Articles: c.Count}
		for _, h := range res.Hits {
			if isAbout(h.Document, c.Value) && len(count.Newest) < countrySources {
				count.Newest = append(count.Newest, namedIn{sourceOf(h.Document), mentionsIn(h.Document, c.Value)})
			}
		}
		a.Countries = append(a.Countries, count)
	}
	return a, nil
}

// isAbout reports whether a country is one of those that an article is about.
func isAbout(doc *dateline.Document, code string) bool {
	return slices.ContainsFunc(doc.Countries, func(c dateline.Country) bool { return c.Code == code && c.Focus })
}

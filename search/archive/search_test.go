package archive_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

func TestSearch(t *testing.T) {
	ix := open(t, newsroom(t)...)
	for _, c := range []struct {
		name, query string
		want        []string // in any order
	}{
		{"a word", "copper", []string{"mine-1", "mine-2"}},
		{"another form of it", "mining strikes", []string{"mine-1", "mine-2"}},
		{"without accents", "bodo", []string{"ferry-1"}},
		{"any of the words", "harbour judges", []string{"undated", "press"}},
		{"phrase", `"press freedom"`, []string{"press"}},
		{"phrase over a stop word", `"freedom of the press"`, []string{"press"}},
		{"words but no phrase", `"freedom ruling"`, []string{}},
		{"no phrase across blocks", `"aground ferry"`, []string{}},
		{"must", "strike +price", []string{"mine-1"}},
		{"must not", "strike -price", []string{"mine-2"}},
		{"not the phrase", `copper -"third week"`, []string{"mine-2"}},
		{"beginning", "pass*", []string{"ferry-1"}},
		{"beginning longer than the stem", "passengers*", []string{"ferry-1"}},
		{"title", "title:ferry", []string{"ferry-1", "ferry-2"}},
		{"title, not the story", "title:inquiry", []string{}},
		{"title phrase", `title:"ferry grounding"`, []string{"ferry-2"}},
		{"title beginning", `title:ground*`, []string{"ferry-2"}},
		{"country", "country:ZM", []string{"mine-1", "mine-2", "press"}},
		{"two countries", "country:ZM country:NO", []string{"press"}},
		{"not a country", "country:ZM -country:NO", []string{"mine-1", "mine-2"}},
		{"person", `person:"ingrid HAUGEN"`, []string{"ferry-1", "ferry-2"}},
		{"person by alias", "person:Okafor", []string{"mine-1", "mine-2"}},
		{"person by id", `person:person\:samuel-okafor`, []string{"mine-1", "mine-2"}},
		{"organisation", `org:"Nordlys Lines"`, []string{"ferry-1", "ferry-2"}},
		{"place", "place:Bodø", []string{"ferry-1"}},
		{"person is not a place", "place:Okafor", []string{}},
		{"section", "section:business", []string{"mine-1", "mine-2"}},
		{"one of two sections", "section:business section:world site:\"daily post\"", []string{"mine-2", "press"}},
		{"author", `author:"mia lund"`, []string{"ferry-1"}},
		{"language and its region", "lang:en", []string{"ferry-1", "ferry-2", "mine-1", "mine-2"}},
		{"region alone", "lang:en-gb", []string{"ferry-1", "ferry-2"}},
		{"after", "after:2024-03-05", []string{"ferry-2", "mine-2"}},
		{"before", "before:2024-03-05", []string{"ferry-1", "mine-1", "press"}},
		{"range", "after:2024-03-01 before:2024-03-05", []string{"ferry-1", "mine-1"}},
		{"everything", "", []string{"ferry-1", "ferry-2", "mine-1", "mine-2", "press", "undated"}},
		{"only stop words", "the of and", []string{}},
		{"nothing", "zeppelin", []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, err := search.Parse(c.query)
			require.NoError(t, err)
			res, err := ix.Search(context.Background(), q)
			require.NoError(t, err)
			assert.ElementsMatch(t, c.want, ids(res))
			assert.Equal(t, len(c.want), res.Total)
		})
	}
}

func TestTextIsNeverLanguage(t *testing.T) {
	ix := open(t, newsroom(t)...)
	for _, text := range []string{`copper -strike country:NO`, `"copper`, `title:copper *`, `copper \`} {
		res, err := ix.Search(context.Background(), search.Query{Text: text})
		require.NoError(t, err, text)
		assert.Subset(t, ids(res), []string{"mine-1", "mine-2"}, text)
	}
}

func TestHeadlineFindsItsArticle(t *testing.T) {
	docs := newsroom(t)
	ix := open(t, docs...)
	for _, d := range docs {
		res, err := ix.Search(context.Background(), search.Query{Text: d.Headline})
		require.NoError(t, err)
		require.NotEmpty(t, res.Hits)
		assert.Equal(t, d.ID, res.Hits[0].ID)
	}
}

func TestOrderAndPages(t *testing.T) {
	ix := open(t, newsroom(t)...)
	for _, c := range []struct {
		name string
		q    search.Query
		want []string
	}{
		{"newest by default where there are no words", search.Query{}, []string{"mine-2", "ferry-2", "mine-1", "ferry-1", "press", "undated"}},
		{"newest", search.Query{Sort: search.Newest}, []string{"mine-2", "ferry-2", "mine-1", "ferry-1", "press", "undated"}},
		{"oldest", search.Query{Sort: search.Oldest}, []string{"press", "ferry-1", "mine-1", "ferry-2", "mine-2", "undated"}},
		{"a page", search.Query{Sort: search.Newest, Offset: 2, Limit: 2}, []string{"mine-1", "ferry-1"}},
		{"beyond the end", search.Query{Offset: 6}, []string{}},
		{"none", search.Query{Limit: -1}, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := ix.Search(context.Background(), c.q)
			require.NoError(t, err)
			assert.Equal(t, c.want, ids(res))
			assert.Equal(t, 6, res.Total)
		})
	}
}

func TestFacets(t *testing.T) {
	ix := open(t, newsroom(t)...)
	res, err := ix.Search(context.Background(), search.Query{Facets: true, Limit: -1})
	require.NoError(t, err)
	assert.Equal(t, map[string][]search.FacetCount{
		"countries":     {{Value: "NO", Count: 3}, {Value: "ZM", Count: 3}},
		"people":        {{Value: "Ingrid Haugen", Count: 2}, {Value: "Samuel Okafor", Count: 2}},
		"organisations": {{Value: "Nordlys Lines", Count: 2}},
		"places":        {{Value: "Kitwe", Count: 2}, {Value: "Bodø", Count: 1}},
		"section":       {{Value: "World", Count: 3}, {Value: "Business", Count: 2}},
		"site":          {{Value: "The Ledger", Count: 3}, {Value: "Daily Post", Count: 2}},
		"author":        {{Value: "Mia Lund", Count: 1}},
		"language":      {{Value: "en", Count: 2}, {Value: "en-GB", Count: 2}, {Value: "fr", Count: 1}},
		"month":         {{Value: "2024-03", Count: 4}, {Value: "2023-11", Count: 1}},
	}, res.Facets)
}

func TestHit(t *testing.T) {
	docs := newsroom(t)
	ix := open(t, docs...)
	res, err := ix.Search(context.Background(), search.Query{Text: "steering inquiry", Documents: true, Limit: 1})
	require.NoError(t, err)
	require.Len(t, res.Hits, 1)
	h := res.Hits[0]
	assert.Equal(t, "ferry-2", h.ID)
	assert.Equal(t, docs[1].Headline, h.Headline)
	assert.Equal(t, docs[1].Published, h.Published)
	assert.Equal(t, docs[1].URL, h.URL)
	assert.Equal(t, docs[1], h.Document)
	assert.Positive(t, h.Score)
	require.Len(t, h.Fragments, 2)
	for _, f := range h.Fragments {
		assert.Contains(t, docs[1].Text, f.Text)
		require.NotEmpty(t, f.Spans)
		for _, s := range f.Spans {
			assert.Contains(t, []string{"steering", "inquiry"}, strings.ToLower(f.Text[s.Start:s.End]))
		}
	}
}

func TestQueryErrors(t *testing.T) {
	ix := open(t, newsroom(t)...)
	for _, c := range []struct {
		name string
		q    search.Query
		want string
	}{
		{"a stop word", search.Query{Clauses: []search.Clause{{Match: search.Phrase, Text: "the"}}}, "holds no word"},
		{"unknown field", search.Query{Clauses: []search.Clause{{Field: "x", Text: "y"}}}, "unknown field"},
		{"prefix of signs", search.Query{Clauses: []search.Clause{{Match: search.Prefix, Text: "''"}}}, "holds no word"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ix.Search(context.Background(), c.q)
			require.ErrorIs(t, err, search.ErrQuery)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func TestTooManyExpansions(t *testing.T) {
	var words strings.Builder
	for i := range search.MaxExpansions + 1 {
		fmt.Fprintf(&words, "zz%d ", i)
	}
	ix := open(t, &dateline.Document{ID: "a", Headline: "Quiet", Text: words.String()})
	for _, query := range []string{"zz*", "body:zz1*", "-zz*", "title:quiet OR (copper zz*)"} {
		q, err := search.Parse(query)
		require.NoError(t, err)
		_, err = ix.Search(context.Background(), q)
		require.ErrorIs(t, err, search.ErrQuery, query)
		assert.ErrorContains(t, err, "write more letters")
	}
	q, err := search.Parse("zz404* OR zz505~1")
	require.NoError(t, err)
	res, err := ix.Search(context.Background(), q)
	require.NoError(t, err)
	assert.Equal(t, 1, res.Total)
}

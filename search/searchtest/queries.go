package searchtest

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// queries checks what only the struct can say.
func queries(t *testing.T, e Engine) {
	t.Run("text is never language", func(t *testing.T) {
		for _, text := range []string{`copper -strike country:NO`, `"copper`, `title:copper *`, `copper \`, `(copper`,
			"copper~9"} {
			res, err := e.Search(t.Context(), search.Query{Text: text})
			require.NoError(t, err, text)
			assert.Subset(t, ids(res), []string{"mine-1", "mine-2"}, text)
		}
	})
	t.Run("any word of a field", func(t *testing.T) {
		any := search.Clause{Field: search.Title, Match: search.AnyWord, Text: "the steering of copper"}
		res, err := e.Search(t.Context(), search.Query{Clauses: []search.Clause{any}})
		require.NoError(t, err)
		assert.ElementsMatch(t, []string{"ferry-2", "mine-1", "mine-2"}, ids(res))
	})
	t.Run("documents", func(t *testing.T) {
		res, err := e.Search(t.Context(), search.Query{Text: "judges", Documents: true, Fragments: -1})
		require.NoError(t, err)
		require.Len(t, res.Hits, 1)
		i := slices.IndexFunc(Documents(), func(d *dateline.Document) bool { return d.ID == "press" })
		assert.Equal(t, Documents()[i], res.Hits[0].Document)
		assert.Equal(t, "Court upholds press freedom law", res.Hits[0].Headline)
		assert.Equal(t, dateline.Day(2023, 11, 2), res.Hits[0].Published)
		assert.Empty(t, res.Hits[0].Fragments)
	})
}

// orders checks orders and windows.
func orders(t *testing.T, e Engine) {
	newest := []string{"mine-2", "ferry-2", "mine-1", "ferry-1", "press", "undated", "untitled"}
	for _, c := range []struct {
		name string
		q    search.Query
		want []string
	}{
		{"newest where there are no words", search.Query{}, newest},
		{"newest", search.Query{Sort: search.Newest}, newest},
		{"oldest", search.Query{Sort: search.Oldest},
			[]string{"press", "ferry-1", "mine-1", "ferry-2", "mine-2", "undated", "untitled"}},
		{"a window", search.Query{Offset: 2, Limit: 2}, newest[2:4]},
		{"beyond the end", search.Query{Offset: 7}, []string{}},
		{"none", search.Query{Limit: -1}, []string{}},
		{"the better first", search.Query{Text: "press freedom judges ferry"}, []string{"press", "ferry-2", "ferry-1"}},
		{"the newer first where age counts",
			search.Query{Text: "press freedom judges ferry", Sort: search.Blend, HalfLife: 24 * time.Hour},
			[]string{"ferry-2", "ferry-1", "press"}},
		{"the better first where it counts little",
			search.Query{Text: "press freedom judges ferry", Sort: search.Blend, HalfLife: 1e5 * time.Hour},
			[]string{"press", "ferry-2", "ferry-1"}},
		{"without words age alone", search.Query{Sort: search.Blend}, newest},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := e.Search(t.Context(), c.q)
			require.NoError(t, err)
			assert.Equal(t, c.want, ids(res))
		})
	}
}

// cursors checks that pages behind each other are the whole, in every order.
func cursors(t *testing.T, e Engine) {
	for _, order := range []search.Sort{search.Relevance, search.Newest, search.Oldest, search.Blend} {
		for _, text := range []string{"", "copper harbour press ferry strike"} {
			t.Run(string(order)+" "+text, func(t *testing.T) {
				whole, err := e.Search(t.Context(), search.Query{Text: text, Sort: order, Limit: 100})
				require.NoError(t, err)
				assert.Empty(t, whole.Next)
				q := search.Query{Text: text, Sort: order, Limit: 2}
				got := []string{}
				for range whole.Total {
					res, err := e.Search(t.Context(), q)
					require.NoError(t, err)
					assert.Equal(t, whole.Total, res.Total)
					got = append(got, ids(res)...)
					if q.Cursor = res.Next; q.Cursor == "" {
						break
					}
				}
				assert.Equal(t, ids(whole), got)
			})
		}
	}
	t.Run("of another query", func(t *testing.T) {
		res, err := e.Search(t.Context(), search.Query{Limit: 1})
		require.NoError(t, err)
		_, err = e.Search(t.Context(), search.Query{Text: "ferry", Cursor: res.Next})
		assert.ErrorIs(t, err, search.ErrQuery)
	})
}

// explanations checks that the parts of each score sum up to it.
func explanations(t *testing.T, e Engine) {
	for _, query := range []string{"copper strike strike", `ferry +steering "sister ships"`, "strik* OR pasengers~1",
		"country:NO", "title:ferry aground"} {
		t.Run(query, func(t *testing.T) {
			q, err := search.Parse(query)
			require.NoError(t, err)
			q.Explain = true
			res, err := e.Search(t.Context(), q)
			require.NoError(t, err)
			require.NotEmpty(t, res.Hits)
			for _, h := range res.Hits {
				require.NotNil(t, h.Explanation)
				sum := 0.0
				for _, term := range h.Explanation.Terms {
					tf := 0.0
					for _, f := range term.Fields {
						assert.InDelta(t, f.Weight*float64(f.Frequency)/(1-f.B+f.B*float64(f.Length)/f.Average), f.TF, 1e-9)
						tf += f.TF
					}
					assert.InDelta(t, tf, term.TF, 1e-9)
					assert.InDelta(t, term.Weight*term.IDF*(term.K1+1)*tf/(term.K1+tf), term.Score, 1e-9)
					sum += term.Score
				}
				assert.InDelta(t, h.Score, sum, 1e-9)
				assert.InDelta(t, h.Score, h.Explanation.Score, 1e-9)
			}
		})
	}
}

// facets checks the counts over all that was found.
func facets(t *testing.T, e Engine) {
	res, err := e.Search(t.Context(), search.Query{Text: "ferry copper", Facets: true, Limit: -1})
	require.NoError(t, err)
	assert.Equal(t, 4, res.Total)
	assert.Equal(t, map[string][]search.FacetCount{
		"countries":     {{Value: "NO", Count: 2}, {Value: "ZM", Count: 2}},
		"people":        {{Value: "Ingrid Haugen", Count: 2}, {Value: "Samuel Okafor", Count: 2}},
		"organisations": {{Value: "Nordlys Lines", Count: 2}, {Value: "Apple", Count: 1}},
		"places":        {{Value: "Kitwe", Count: 2}, {Value: "Bodø", Count: 1}},
		"section":       {{Value: "Business", Count: 2}, {Value: "World", Count: 2}},
		"site":          {{Value: "The Ledger", Count: 3}, {Value: "Daily Post", Count: 1}},
		"author":        {{Value: "Joe Banda", Count: 1}, {Value: "Mia Lund", Count: 1}},
		"language":      {{Value: "en", Count: 2}, {Value: "en-GB", Count: 2}},
		"month":         {{Value: "2024-03", Count: 4}},
		"ids":           {{Value: "Q90000001", Count: 1}},
	}, res.Facets)
}

// fragments checks that they are pieces of the story with spans inside.
func fragments(t *testing.T, e Engine) {
	res, err := e.Search(t.Context(), search.Query{Text: "steering", Documents: true})
	require.NoError(t, err)
	require.Len(t, res.Hits, 2)
	for _, h := range res.Hits {
		require.NotEmpty(t, h.Fragments)
		for _, f := range h.Fragments {
			assert.Contains(t, h.Document.Text, f.Text)
			for _, s := range f.Spans {
				assert.Equal(t, "steering", f.Text[s.Start:s.End])
			}
		}
	}
}

// refused checks that a query out of bounds is an error of the query.
func refused(t *testing.T, e Engine) {
	for _, q := range []search.Query{
		{Text: strings.Repeat("x", search.MaxLength+1)},
		{Limit: search.MaxWindow + 1},
		{Clauses: slices.Repeat([]search.Clause{{Text: "oil"}}, search.MaxClauses+1)},
		{Clauses: []search.Clause{{Match: search.Prefix, Text: "''"}}},
		{Clauses: []search.Clause{{Text: "the"}}},
		{Cursor: "no cursor"},
	} {
		_, err := e.Search(t.Context(), q)
		assert.ErrorIs(t, err, search.ErrQuery)
	}
}

// full is a query with every part that there is.
func full() search.Query {
	return search.Query{
		Text:      "copper strike",
		Countries: []string{"ZM"}, People: []string{"Okafor"}, Places: []string{"Kitwe"}, Organisations: []string{"Apple"},
		Sections: []string{"business"}, Sites: []string{"daily post"}, Languages: []string{"en"},
		After: time.Unix(0, 0), Before: time.Unix(math.MaxInt32, 0),
		Sort: search.Blend, Facets: true, Documents: true, Explain: true, Feedback: true, Corrections: true,
		Clauses: []search.Clause{
			{Match: search.Phrase, Text: "end the strike"},
			{Match: search.Prefix, Text: "cop"},
			{Text: "coper", Fuzzy: 1},
			{Text: "ferry", Not: true},
			{Any: []search.Clause{
				{Field: search.Title, Text: "vote"}, {Field: search.Named, Match: search.Exact, Text: "Nobody"}}},
		},
	}
}

// cancelled checks that an ended context ends a search.
func cancelled(t *testing.T, e Engine) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := e.Search(ctx, full())
	assert.ErrorIs(t, err, context.Canceled)
}

// empty checks an engine that holds nothing.
func empty(t *testing.T, e Engine) {
	for _, q := range []search.Query{{}, full(), {Text: "copper", Feedback: true, Corrections: true}} {
		res, err := e.Search(t.Context(), q)
		require.NoError(t, err)
		assert.Zero(t, res.Total)
		assert.Empty(t, res.Hits)
		assert.Empty(t, res.Facets)
		assert.Empty(t, res.Next)
	}
}

// single checks an engine that holds one document, and one that has nothing in it.
func single(t *testing.T, e Engine) {
	docs := Documents()
	require.NoError(t, e.Add(t.Context(), docs[3]))
	res, err := e.Search(t.Context(), full())
	require.NoError(t, err)
	assert.Equal(t, []string{"mine-2"}, ids(res))
	require.NoError(t, e.Add(t.Context(), docs[6]))
	assert.ElementsMatch(t, []string{"mine-2", "untitled"}, ids(ask(t, e, "")))
	assert.Equal(t, []string{"mine-2"}, ids(ask(t, e, "copper")))
}

// changes checks that what is written later counts.
func changes(t *testing.T, e Engine) {
	docs := Documents()
	require.NoError(t, e.Add(t.Context(), docs...))
	assert.ElementsMatch(t, []string{"ferry-1", "ferry-2"}, ids(ask(t, e, "ferry")))
	require.NoError(t, e.Delete(t.Context(), "ferry-1", "nobody"))
	assert.ElementsMatch(t, []string{"ferry-2"}, ids(ask(t, e, "ferry")))
	assert.ElementsMatch(t, []string{"mine-1"}, ids(ask(t, e, "pits")))
	assert.Empty(t, ids(ask(t, e, "date:2024-03-01")))
	assert.ElementsMatch(t, []string{"ferry-2", "mine-1", "mine-2", "undated", "untitled"}, ids(ask(t, e, "-date:2023")))
	changed := *docs[1]
	changed.ID, changed.Published = "mine-2", dateline.Day(2025, 1, 1)
	require.NoError(t, e.Add(t.Context(), &changed))
	assert.Equal(t, []string{"mine-2", "ferry-2"}, ids(ask(t, e, "ferry sort:newest")))
	assert.ElementsMatch(t, []string{"mine-1"}, ids(ask(t, e, "copper")))
	assert.ElementsMatch(t, []string{"mine-2"}, ids(ask(t, e, "after:2025")))
	res, err := e.Search(t.Context(), search.Query{Facets: true})
	require.NoError(t, err)
	assert.Equal(t, []search.FacetCount{{Value: "Kitwe", Count: 1}}, res.Facets["places"])
}

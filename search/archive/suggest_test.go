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
	"github.com/dateline-go/dateline/search/archive"
	"github.com/dateline-go/dateline/search/searchtest"
)

func TestSuggest(t *testing.T) {
	ix := open(t, searchtest.Documents()...)
	var _ search.Suggester = ix
	for _, c := range []struct {
		name, typed string
		n           int
		want        []search.Suggestion
	}{
		{"a name", "ingrid h", 5, []search.Suggestion{{Text: "Ingrid Haugen", Kind: search.SuggestPerson, Count: 2}}},
		{"a name by its alias", "hau", 5, []search.Suggestion{{Text: "Ingrid Haugen", Kind: search.SuggestPerson, Count: 2}}},
		{"in capitals, without accents", "BOD", 5, []search.Suggestion{{Text: "Bodø", Kind: search.SuggestPlace, Count: 1},
			{Text: "bodo", Kind: search.SuggestWord, Count: 1}}},
		{"words of headlines and keyphrases", "cop", 5, []search.Suggestion{{Text: "copper", Kind: search.SuggestWord, Count: 2},
			{Text: "Copper mine", Kind: search.SuggestKeyphrase, Count: 1}}},
		{"a keyphrase longer than its stems", "steering g", 5, []search.Suggestion{{Text: "steering gear", Kind: search.SuggestKeyphrase, Count: 1},
			{Text: "steering grounding", Kind: search.SuggestWord, Count: 1}}},
		{"the last word", "strike at fer", 1, []search.Suggestion{{Text: "strike at ferry", Kind: search.SuggestWord, Count: 2}}},
		{"the most frequent alone", "f", 1, []search.Suggestion{{Text: "ferry", Kind: search.SuggestWord, Count: 2}}},
		{"names that differ in case", "apple", 5, []search.Suggestion{{Text: "Apple", Kind: search.SuggestOrganisation, Count: 1},
			{Text: "apple", Kind: search.SuggestName, Count: 1}}},
		{"nothing known", "zep", 5, nil},
		{"nothing typed", " ", 5, nil},
		{"none wanted", "f", 0, nil},
		{"too much", strings.Repeat("f", 1000), 5, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := ix.Suggest(t.Context(), c.typed, c.n)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
	t.Run("ids are no names", func(t *testing.T) {
		got, err := ix.Suggest(t.Context(), "person:", 5)
		require.NoError(t, err)
		assert.Empty(t, got)
	})
	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		_, err := ix.Suggest(ctx, "f", 5)
		assert.ErrorIs(t, err, context.Canceled)
	})
	t.Run("deleted", func(t *testing.T) {
		require.NoError(t, ix.Delete(t.Context(), "ferry-1", "ferry-2"))
		for _, typed := range []string{"ingrid", "ferr"} {
			got, err := ix.Suggest(t.Context(), typed, 5)
			require.NoError(t, err)
			assert.Empty(t, got)
		}
	})
}

func TestDidYouMean(t *testing.T) {
	ix := open(t, searchtest.Documents()...)
	for _, c := range []struct{ name, query, want string }{
		{"a word", "coper", "copper"},
		{"two letters in a long word", "pasenjers", "passengers"},
		{"in its place", "coper +strike country:ZM", "copper +strike country:ZM"},
		{"in a phrase", `"thrid week"`, `"third week"`},
		{"in brackets", "(coper OR zinc) -ferry", "(copper OR zinc) -ferry"},
		{"in a headline", "title:grouding", "title:grounding"},
		{"a name", `person:"Ingrid Haugan"`, `person:"Ingrid Haugen"`},
		{"a place", `place:Kitve`, `place:Kitwe`},
		{"only what is unknown", "coper zinc", "copper zinc"},
		{"found enough", "ferry strike coper", ""},
		{"known words that find nothing", "+copper +ferry", ""},
		{"short words", "cap", ""},
		{"nothing near", "zeppelin", ""},
		{"what must not be there", "aground -coper", ""},
		{"a right word that is rare", "cable", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, err := search.Parse(c.query)
			require.NoError(t, err)
			q.Corrections = true
			res, err := ix.Search(t.Context(), q)
			require.NoError(t, err)
			assert.Equal(t, c.want, res.DidYouMean)
			if c.want != "" {
				better, err := search.Parse(res.DidYouMean)
				require.NoError(t, err)
				more, err := ix.Search(t.Context(), better)
				require.NoError(t, err)
				assert.Greater(t, more.Total, res.Total)
			}
		})
	}
	t.Run("not asked for", func(t *testing.T) {
		res, err := ix.Search(t.Context(), search.Query{Text: "coper"})
		require.NoError(t, err)
		assert.Empty(t, res.DidYouMean)
	})
}

func TestFeedback(t *testing.T) {
	ix := open(t, searchtest.Documents()...)
	plain, err := ix.Search(t.Context(), search.Query{Text: "kitwe"})
	require.NoError(t, err)
	assert.ElementsMatch(t, []string{"mine-1", "mine-2"}, ids(plain))
	fed, err := ix.Search(t.Context(), search.Query{Text: "aground", Feedback: true, Explain: true})
	require.NoError(t, err)
	assert.Equal(t, "ferry-1", fed.Hits[0].ID)
	assert.Contains(t, ids(fed), "ferry-2") // has ferry and Haugen in common with it
	assert.Greater(t, len(fed.Hits[0].Explanation.Terms), 1)
	narrow, err := ix.Search(t.Context(), search.Query{Text: "aground", Countries: []string{"NO"}, Feedback: true})
	require.NoError(t, err)
	assert.NotContains(t, ids(narrow), "mine-1")
}

func ExampleArchive_Suggest() {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	if err := ix.Add(ctx, searchtest.Documents()...); err != nil {
		fmt.Println(err)
		return
	}
	list, err := ix.Suggest(ctx, "cop", 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range list {
		fmt.Println(s.Text, s.Kind, s.Count)
	}
	// Output:
	// copper word 2
	// Copper mine keyphrase 1
}

// TestSuggestAfterAChange asks again after the article that a spelling was taken from has another one,
// and after it is gone.
func TestSuggestAfterAChange(t *testing.T) {
	doc := func(id, name string) *dateline.Document {
		return &dateline.Document{ID: id, Headline: "Ferry", Text: name + " sailed.",
			Entities: []dateline.Entity{{ID: "person:mara-lindqvist", Name: name, Label: dateline.Person}}}
	}
	ix := open(t, doc("a", "Mara Lindqvist"))
	suggested := func() string {
		list, err := ix.Suggest(context.Background(), "mara", 5)
		require.NoError(t, err)
		require.Len(t, list, 1)
		return list[0].Text
	}
	for range 2 {
		assert.Equal(t, "Mara Lindqvist", suggested())
	}
	require.NoError(t, ix.Add(context.Background(), doc("a", "Mara LINDQVIST")))
	for range 2 {
		assert.Equal(t, "Mara LINDQVIST", suggested())
	}
	require.NoError(t, ix.Add(context.Background(), doc("b", "MARA Lindqvist")))
	require.NoError(t, ix.Delete(context.Background(), "a"))
	for range 2 {
		assert.Equal(t, "MARA Lindqvist", suggested())
	}
}

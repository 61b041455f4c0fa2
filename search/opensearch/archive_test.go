package opensearch_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
	"github.com/dateline-go/dateline/search/opensearch"
	"github.com/dateline-go/dateline/search/searchtest"
)

// both returns an archive on a cluster and one in memory with the suite's
// documents and a copy of one.
func both(t *testing.T) (*opensearch.Archive, *archive.Archive) {
	t.Helper()
	docs := searchtest.Documents()
	again := searchtest.Documents()[2]
	again.ID, again.Published = "mine-1-again", dateline.Day(2024, 3, 6)
	docs = append(docs, again)
	there := open(t, opensearch.Config{Averages: opensearch.Averages{
		Body: 186. / 8, Headline: 30. / 8, Dek: 14. / 8, Headings: 4. / 8, Names: 20. / 8, Keyphrases: 11. / 8}}) // as they are
	here, err := archive.Open(t.Context(), "", archive.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, here.Close()) })
	require.NoError(t, there.Add(t.Context(), docs...))
	require.NoError(t, here.Add(t.Context(), docs...))
	return there, here
}

// TestLikeBleve checks that what the conformance suite leaves to each engine is
// answered as package archive does.
func TestLikeBleve(t *testing.T) {
	there, here := both(t)
	t.Run("suggest", func(t *testing.T) {
		for _, typed := range []string{"s", "ste", "ingrid h", "Bod", "copper m", "kit", "", "zep", "no", "union l"} {
			got, err := there.Suggest(t.Context(), typed, 10)
			require.NoError(t, err)
			want, err := here.Suggest(t.Context(), typed, 10)
			require.NoError(t, err)
			assert.Equal(t, want, got, typed)
		}
	})
	t.Run("corrections", func(t *testing.T) {
		for _, text := range []string{"cooper", "steerling", `person:"ingrid haugan"`, "zeppelin", "copper"} {
			q, err := search.Parse(text)
			require.NoError(t, err)
			q.Corrections = true
			got, err := there.Search(t.Context(), q)
			require.NoError(t, err)
			want, err := here.Search(t.Context(), q)
			require.NoError(t, err)
			assert.Equal(t, want.DidYouMean, got.DidYouMean, text)
		}
	})
	t.Run("fragments", func(t *testing.T) {
		for _, text := range []string{"copper strike", `"press freedom"`, "steering inquiry harbour", "pass*", ""} {
			q, err := search.Parse(text)
			require.NoError(t, err)
			q.Sort = search.Newest
			got, err := there.Search(t.Context(), q)
			require.NoError(t, err)
			want, err := here.Search(t.Context(), q)
			require.NoError(t, err)
			require.Len(t, got.Hits, len(want.Hits))
			for i := range want.Hits {
				assert.Equal(t, want.Hits[i].Fragments, got.Hits[i].Fragments, text)
				assert.InDelta(t, want.Hits[i].Score, got.Hits[i].Score, 0.005, text)
			}
		}
	})
	t.Run("related", func(t *testing.T) {
		for _, doc := range searchtest.Documents() {
			o := search.RelatedOptions{MinScore: -1, Filter: search.Query{Languages: []string{"en"}}}
			got, err := there.Related(t.Context(), doc, o)
			require.NoError(t, err)
			want, err := here.Related(t.Context(), doc, o)
			require.NoError(t, err)
			assert.Equal(t, want, got, doc.ID)
		}
	})
	t.Run("duplicates", func(t *testing.T) {
		got, err := there.Duplicates(t.Context())
		require.NoError(t, err)
		want, err := here.Duplicates(t.Context())
		require.NoError(t, err)
		require.Len(t, want, 1)
		assert.Equal(t, want, got)
		got, err = there.DuplicatesOf(t.Context(), searchtest.Documents()[2])
		require.NoError(t, err)
		want, err = here.DuplicatesOf(t.Context(), searchtest.Documents()[2])
		require.NoError(t, err)
		assert.Equal(t, want, got)
	})
}

// TestMoves corrects the date of a document, which then belongs to another index.
func TestMoves(t *testing.T) {
	var last opensearch.Progress
	a := open(t, opensearch.Config{Period: opensearch.Monthly, OnProgress: func(p opensearch.Progress) { last = p }})
	doc := searchtest.Documents()[0]
	later := searchtest.Documents()[0]
	later.Published = dateline.Day(2025, 7, 1)
	bad := errors.New("cut short")
	n, err := a.Load(t.Context(), func(yield func(*dateline.Document, error) bool) {
		_ = yield(doc, nil) && yield(nil, bad) && yield(nil, nil) && yield(&dateline.Document{}, nil) && yield(later, nil) && yield(later, nil)
	})
	assert.ErrorIs(t, err, bad)
	assert.ErrorContains(t, err, "no document")
	assert.ErrorContains(t, err, "has no id")
	assert.Equal(t, 3, n)
	assert.Equal(t, opensearch.Progress{Added: 1, Replaced: 1, Unchanged: 1, Failed: 3}, last)
	count, err := a.Count(t.Context())
	require.NoError(t, err)
	assert.Equal(t, 1, count)
	got, err := a.Document(t.Context(), doc.ID)
	require.NoError(t, err)
	assert.Equal(t, later, got)
	_, err = a.Document(t.Context(), "nobody")
	require.ErrorIs(t, err, opensearch.ErrNotFound)
	require.NoError(t, a.Delete(t.Context(), doc.ID))
	count, err = a.Count(t.Context())
	require.NoError(t, err)
	assert.Zero(t, count)
}

func TestDocuments(t *testing.T) {
	a := open(t, opensearch.Config{BatchSize: 100, Shards: 2})
	n, err := a.Load(t.Context(), many(450))
	require.NoError(t, err)
	require.Equal(t, 450, n)
	var ids []string
	for doc, err := range a.Documents(t.Context()) {
		require.NoError(t, err)
		ids = append(ids, doc.ID)
	}
	assert.Len(t, ids, 450)
	slices.Sort(ids)
	assert.Len(t, slices.Compact(ids), 450)
	for doc, err := range a.Documents(t.Context()) { // and one that is left in the middle
		require.NoError(t, err)
		require.NotNil(t, doc)
		break
	}
}

// TestFeedback checks that words of the best hits find more.
func TestFeedback(t *testing.T) {
	there, here := both(t)
	q := search.Query{Text: "miners", Feedback: true, Explain: true}
	got, err := there.Search(t.Context(), q)
	require.NoError(t, err)
	want, err := here.Search(t.Context(), q)
	require.NoError(t, err)
	assert.Greater(t, got.Total, 3)
	assert.Equal(t, want.Total, got.Total)
}

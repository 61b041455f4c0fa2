package archive_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

func relatedIDs(list []search.Related) []string {
	got := []string{}
	for _, r := range list {
		got = append(got, r.ID)
	}
	return got
}

func TestRelated(t *testing.T) {
	docs := newsroom(t)
	ix := open(t, docs...)
	for i, want := range []string{"ferry-2", "ferry-1", "mine-2", "mine-1"} {
		list, err := ix.Related(context.Background(), docs[i], search.RelatedOptions{K: 3})
		require.NoError(t, err)
		require.NotEmpty(t, list, docs[i].ID)
		assert.Equal(t, want, list[0].ID)
		assert.NotContains(t, relatedIDs(list), docs[i].ID)
		assert.True(t, slices.IsSortedFunc(list, func(a, b search.Related) int {
			return strings.Compare(b.ID, a.ID) * map[bool]int{true: 1}[a.Score == b.Score]
		}))
	}
}

func TestRelatedReasons(t *testing.T) {
	docs := newsroom(t)
	ix := open(t, docs...)
	list, err := ix.Related(context.Background(), docs[0], search.RelatedOptions{})
	require.NoError(t, err)
	require.NotEmpty(t, list)
	assert.Equal(t, 4, list[0].Days)
	assert.Equal(t, docs[1].Headline, list[0].Headline)
	sum := 0.0
	byText := map[string]string{}
	for _, r := range list[0].Reasons {
		assert.Positive(t, r.Weight)
		sum += r.Weight
		byText[r.Text] = r.Kind
	}
	assert.LessOrEqual(t, sum, list[0].Score+1e-9)
	assert.Equal(t, "person", byText["Ingrid Haugen"])
	assert.Equal(t, "organisation", byText["Nordlys Lines"])
	assert.Equal(t, "keyphrase", byText["ferry"])
}

func TestRelatedToDocumentOutside(t *testing.T) {
	docs := newsroom(t)
	ix := open(t, docs[1:]...)
	list, err := ix.Related(context.Background(), docs[0], search.RelatedOptions{K: 1})
	require.NoError(t, err)
	assert.Equal(t, []string{"ferry-2"}, relatedIDs(list))
}

// copied is a wire copy of a document: another id and headline, a credit in front.
func copied(t *testing.T, d *dateline.Document, id, headline string) *dateline.Document {
	t.Helper()
	c := &dateline.Document{ID: id, Headline: headline, Published: d.Published,
		Text: "NEWSWIRE - " + d.Text[d.Blocks[0].End+2:]}
	require.NoError(t, c.Validate())
	return c
}

func TestRelatedHasNoCopies(t *testing.T) {
	docs := newsroom(t)
	own := copied(t, docs[0], "own-copy", "Ninety saved from stranded ferry")
	other := copied(t, docs[1], "other-copy", "Worn cable to blame, say inspectors")
	ix := open(t, append(docs, own, other)...)
	list, err := ix.Related(context.Background(), docs[0], search.RelatedOptions{K: 10, MinScore: -1})
	require.NoError(t, err)
	got := relatedIDs(list)
	assert.NotContains(t, got, "own-copy")
	assert.Contains(t, got, "ferry-2")
	assert.NotContains(t, got, "other-copy")
}

func TestRelatedHalfLife(t *testing.T) {
	docs := newsroom(t)
	ix := open(t, docs...)
	plain, err := ix.Related(context.Background(), docs[2], search.RelatedOptions{K: 1})
	require.NoError(t, err)
	aged, err := ix.Related(context.Background(), docs[2], search.RelatedOptions{K: 1, HalfLife: 16 * 24 * time.Hour})
	require.NoError(t, err)
	require.Len(t, plain, 1)
	require.Len(t, aged, 1)
	assert.Equal(t, 16, aged[0].Days)
	assert.InDelta(t, plain[0].Score/2, aged[0].Score, 1e-9)
}

func TestRelatedErrors(t *testing.T) {
	ix := open(t)
	_, err := ix.Related(context.Background(), nil, search.RelatedOptions{})
	assert.ErrorContains(t, err, "no document")
	_, err = ix.Related(context.Background(), newsroom(t)[0], search.RelatedOptions{K: -1})
	assert.ErrorContains(t, err, "k -1")
	list, err := ix.Related(context.Background(), newsroom(t)[0], search.RelatedOptions{})
	require.NoError(t, err)
	assert.Empty(t, list)
}

func TestDuplicates(t *testing.T) {
	docs := newsroom(t)
	c := copied(t, docs[0], "wire", "Ninety saved from stranded ferry")
	c.Published = dateline.Day(2024, time.March, 2)
	ix := open(t, append(docs, c)...)
	list, err := ix.Duplicates(context.Background())
	require.NoError(t, err)
	require.Len(t, list, 1)
	assert.Equal(t, "wire", list[0].ID)
	assert.Equal(t, "ferry-1", list[0].Of)
	assert.Equal(t, search.Copy, list[0].Kind)
	assert.Greater(t, list[0].Score, 0.8)
}

func TestDuplicatesOf(t *testing.T) {
	docs := newsroom(t)
	ix := open(t, docs...)
	c := copied(t, docs[0], "wire", "Ninety saved from stranded ferry")
	list, err := ix.DuplicatesOf(context.Background(), c)
	require.NoError(t, err)
	require.Len(t, list, 1)
	assert.Equal(t, "wire", list[0].ID)
	assert.Equal(t, "ferry-1", list[0].Of)
	require.NoError(t, ix.Add(context.Background(), c))
	again, err := ix.DuplicatesOf(context.Background(), c)
	require.NoError(t, err)
	assert.Equal(t, list, again, "itself is none")
	list, err = ix.DuplicatesOf(context.Background(), docs[0])
	require.NoError(t, err)
	require.Len(t, list, 1)
	assert.Equal(t, "wire", list[0].Of)
	_, err = ix.DuplicatesOf(context.Background(), nil)
	assert.ErrorContains(t, err, "no document")
}

func TestRelatedFilter(t *testing.T) {
	docs := newsroom(t)
	ix := open(t, docs...)
	find := func(q search.Query) []string {
		list, err := ix.Related(context.Background(), docs[0], search.RelatedOptions{MinScore: -1, Filter: q})
		require.NoError(t, err)
		return relatedIDs(list)
	}
	assert.Equal(t, []string{"ferry-2"}, find(search.Query{Countries: []string{"NO"}, Sections: []string{"World"}, Sites: []string{"The Ledger"}}))
	assert.NotContains(t, find(search.Query{Sections: []string{"Business"}}), "ferry-2")
	assert.Empty(t, find(search.Query{Before: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)}))
	_, err := ix.Related(context.Background(), docs[0], search.RelatedOptions{Filter: search.Query{Countries: []string{"Norway"}}})
	assert.ErrorIs(t, err, search.ErrQuery)
}

func TestProfilesAreInOrder(t *testing.T) {
	ix := open(t, newsroom(t)...)
	var got []string
	for p, err := range ix.Profiles(context.Background()) {
		require.NoError(t, err)
		got = append(got, p.ID)
	}
	assert.Equal(t, []string{"press", "ferry-1", "mine-1", "ferry-2", "mine-2", "undated"}, got)
}

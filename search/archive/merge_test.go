package archive_test

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// bulletin makes one of many small articles, with values in every facet.
func bulletin(t testing.TB, r *rand.Rand, n int) *dateline.Document {
	t.Helper()
	name := func(kind string, of int) string { return fmt.Sprintf("%s %c", kind, 'A'+r.IntN(of)) }
	a := article{id: fmt.Sprint("bulletin-", n), section: name("Section", 4), site: name("Site", 2), author: name("Author", 9),
		language: []string{"en", "de", ""}[r.IntN(3)], countries: []string{"NO", "ZM", "PE", "RU"}[r.IntN(3):][:1+r.IntN(2)],
		headline: fmt.Sprintf("Ferry %d leaves the harbour", r.IntN(100)), keyphrases: []string{"harbour"}}
	if r.IntN(5) > 0 {
		a.published = dateline.Day(2019+r.IntN(5), 1, 1+r.IntN(360))
	}
	for range r.IntN(4) {
		p, o := person(name("Person", 12)), organisation(name("Council", 7))
		a.entities = append(a.entities, p, o)
		a.paragraphs = append(a.paragraphs, p.Name+" spoke to "+o.Name+" about ferries.")
	}
	seen := map[string]bool{}
	a.entities = slices.DeleteFunc(a.entities, func(e dateline.Entity) bool {
		again := seen[e.ID]
		seen[e.ID] = true
		return again
	})
	return a.document(t)
}

// sameAnswers compares an archive with one that was made of the same articles in
// one step: facets, dates, orders, scores and what is stored.
func sameAnswers(t *testing.T, ix *archive.Archive, want map[string]*dateline.Document) {
	t.Helper()
	ctx := context.Background()
	docs := slices.SortedFunc(maps.Values(want), func(a, b *dateline.Document) int { return a.Published.Time.Compare(b.Published.Time) })
	fresh := open(t, docs...)
	for _, q := range []search.Query{
		{},
		{Sort: search.Newest},
		{Sort: search.Oldest, Countries: []string{"NO"}},
		{Text: "council ferry"},
		{Text: "ferry", Sort: search.Blend, After: dateline.Day(2020, 6, 1).Time, Before: dateline.Day(2022, 6, 1).Time},
		{Clauses: []search.Clause{{Text: "Person C", Field: search.Person}}},
	} {
		q.Facets, q.Limit = true, 50
		expected, err := fresh.Search(ctx, q)
		require.NoError(t, err)
		require.NotZero(t, expected.Total)
		got, err := ix.Search(ctx, q)
		require.NoError(t, err)
		got.Took = expected.Took
		require.Equal(t, expected, got)
	}
	n := 0
	for d, err := range ix.Documents(ctx) {
		require.NoError(t, err)
		require.Equal(t, want[d.ID], d)
		n++
	}
	require.Equal(t, len(want), n)
}

// TestMerges writes in many small batches, so that segments are merged again and
// again, some of which hold tombstones alone or nothing that is still there.
func TestMerges(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	ix := openWith(t, dir, archive.Options{})
	r := rand.New(rand.NewPCG(11, 7))
	want := map[string]*dateline.Document{}
	remove := func(n int) {
		var gone []string
		for range n {
			gone = append(gone, fmt.Sprint("bulletin-", r.IntN(150)))
		}
		require.NoError(t, ix.Delete(ctx, gone...))
		for _, id := range gone {
			delete(want, id)
		}
	}
	for batch := range times(t, "DATELINE_BATCHES", 90) {
		if batch%4 == 3 {
			remove(2) // a segment of tombstones
			continue
		}
		var docs []*dateline.Document
		for range 1 + r.IntN(6) {
			d := bulletin(t, r, r.IntN(150)) // new, other than before, or back again
			docs = append(docs, d)
			want[d.ID] = d
		}
		require.NoError(t, ix.Add(ctx, docs...))
		if batch%30 == 20 {
			sameAnswers(t, ix, want)
		}
	}
	require.Greater(t, archive.Segments(t, ix), 1)
	archive.Merge(t, ix)
	require.Equal(t, 1, archive.Segments(t, ix))
	sameAnswers(t, ix, want)

	remove(20)
	remove(20)
	archive.Merge(t, ix)
	sameAnswers(t, ix, want)
	deleted := 0
	for rev, err := range ix.Deleted(ctx) {
		require.NoError(t, err)
		require.True(t, rev.Deleted)
		require.Nil(t, want[rev.ID])
		deleted++
	}
	require.NotZero(t, deleted)

	require.NoError(t, ix.Close())
	rep, err := archive.Check(ctx, dir)
	require.NoError(t, err)
	require.Empty(t, rep.Damage)
	require.Equal(t, len(want), rep.Documents)
	require.Equal(t, deleted, rep.Deleted)

	ix = openWith(t, dir, archive.Options{Verify: true})
	sameAnswers(t, ix, want)
	require.NoError(t, ix.Purge(ctx))
	sameAnswers(t, ix, want)
}

// TestNothingIsLeft deletes every article, merges and purges what is left of them,
// and begins again.
func TestNothingIsLeft(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	ix := openWith(t, dir, archive.Options{})
	docs := newsroom(t)
	for _, d := range docs {
		require.NoError(t, ix.Add(ctx, d))
	}
	for _, d := range docs {
		require.NoError(t, ix.Delete(ctx, d.ID))
	}
	empty := func() {
		t.Helper()
		res, err := ix.Search(ctx, search.Query{Facets: true, Sort: search.Newest})
		require.NoError(t, err)
		require.Zero(t, res.Total)
		require.Empty(t, res.Facets)
	}
	empty()
	archive.Merge(t, ix)
	empty()
	require.NoError(t, ix.Purge(ctx))
	empty()
	require.NoError(t, ix.Close())
	rep, err := archive.Check(ctx, dir)
	require.NoError(t, err)
	require.Empty(t, rep.Damage)
	ix = openWith(t, dir, archive.Options{Verify: true})
	empty()
	want := map[string]*dateline.Document{}
	r := rand.New(rand.NewPCG(1, 1))
	for i := range 60 {
		d := bulletin(t, r, i)
		want[d.ID] = d
	}
	_, err = ix.Load(ctx, all(slices.Collect(maps.Values(want))))
	require.NoError(t, err)
	archive.Merge(t, ix)
	sameAnswers(t, ix, want)
}

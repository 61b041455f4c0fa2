package archive_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// clock gives times a minute apart.
func clock() func() time.Time {
	now := time.Date(2024, 5, 2, 12, 0, 0, 0, time.UTC)
	return func() time.Time { now = now.Add(time.Minute); return now }
}

func at(minute int) time.Time { return time.Date(2024, 5, 2, 12, minute, 0, 0, time.UTC) }

// openWith opens an archive with options, in memory where dir is "".
func openWith(t testing.TB, dir string, o archive.Options) *archive.Archive {
	t.Helper()
	ix, err := archive.Open(context.Background(), dir, o)
	require.NoError(t, err)
	t.Cleanup(func() { ix.Close() })
	return ix
}

func count(t testing.TB, ix *archive.Archive) int {
	t.Helper()
	n, err := ix.Count(t.Context())
	require.NoError(t, err)
	return n
}

func TestRevisions(t *testing.T) {
	ctx := context.Background()
	ix := openWith(t, t.TempDir(), archive.Options{Now: clock()})
	first := &dateline.Document{ID: "a", Text: "The tide turned at noon."}
	second := &dateline.Document{ID: "a", Text: "The tide turned at one, not at noon."}
	is := func(number, minute int, deleted bool) {
		t.Helper()
		rev, err := ix.Revision(ctx, "a")
		require.NoError(t, err)
		assert.Equal(t, archive.Revision{ID: "a", Number: number, Stored: at(minute), Deleted: deleted}, rev)
	}
	_, err := ix.Revision(ctx, "a")
	require.ErrorIs(t, err, archive.ErrNotFound)
	require.NoError(t, ix.Add(ctx, first))
	is(1, 1, false)
	require.NoError(t, ix.Add(ctx, first)) // the clock is read, nothing is written
	is(1, 1, false)
	require.NoError(t, ix.Add(ctx, second))
	is(2, 3, false)
	require.NoError(t, ix.Add(ctx, first, second), "two corrections at once")
	is(4, 5, false)
	require.NoError(t, ix.Delete(ctx, "a", "a", "never there"))
	is(5, 6, true)
	require.NoError(t, ix.Delete(ctx, "a"))
	is(5, 6, true)
	_, err = ix.Revision(ctx, "never there")
	require.ErrorIs(t, err, archive.ErrNotFound)
	require.NoError(t, ix.Add(ctx, second))
	is(6, 7, false)
}

// TestTombstones loads a feed, deletes from it, and loads it again.
func TestTombstones(t *testing.T) {
	ctx := context.Background()
	for _, c := range []struct {
		name     string
		undelete bool
		want     archive.Progress
	}{
		{"stays deleted", false, archive.Progress{Unchanged: 5, Deleted: 1}},
		{"comes back when asked", true, archive.Progress{Unchanged: 5, Added: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			docs := newsroom(t)
			dir := t.TempDir()
			ix := openWith(t, dir, archive.Options{})
			_, err := ix.Load(ctx, all(docs))
			require.NoError(t, err)
			require.NoError(t, ix.Delete(ctx, "press"))
			require.NoError(t, ix.Close())

			var got archive.Progress
			ix = openWith(t, dir, archive.Options{Undelete: c.undelete, OnProgress: func(p archive.Progress) { got = p }})
			n, err := ix.Load(ctx, all(docs))
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.want.Stored(), n)
			assert.Equal(t, c.want.Stored(), count(t, ix))
			var deleted []string
			for rev, err := range ix.Deleted(ctx) {
				require.NoError(t, err)
				deleted = append(deleted, rev.ID)
			}
			assert.Len(t, deleted, c.want.Deleted)
		})
	}
}

// TestTombstonesAreNotSeen asks every way of finding documents.
func TestTombstonesAreNotSeen(t *testing.T) {
	ctx := context.Background()
	docs := newsroom(t)
	with, without := open(t, docs...), open(t, docs[1:]...)
	require.NoError(t, with.Delete(ctx, docs[0].ID))
	for _, q := range []search.Query{
		{Facets: true}, {Text: "ferry inquiry", Facets: true}, {Before: at(0), Facets: true}, {Sort: search.Newest},
		{Clauses: []search.Clause{{Text: "ferry", Not: true}}},
	} {
		want, err := without.Search(ctx, q)
		require.NoError(t, err)
		got, err := with.Search(ctx, q)
		require.NoError(t, err)
		got.Took = want.Took
		assert.Equal(t, want, got, "%+v", q)
	}
	seen := 0
	for d, err := range with.Documents(ctx) {
		require.NoError(t, err)
		assert.NotEqual(t, docs[0].ID, d.ID)
		seen++
	}
	assert.Equal(t, len(docs)-1, seen)
	assert.Equal(t, seen, count(t, with))
	_, err := with.Document(ctx, docs[0].ID)
	assert.ErrorIs(t, err, archive.ErrNotFound)
}

func TestReservedID(t *testing.T) {
	err := open(t).Add(context.Background(), &dateline.Document{ID: "\x00", Text: "x"})
	assert.ErrorContains(t, err, "kept for the archive itself")
}

func ExampleArchive_Revision() {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{Now: clock()})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	for _, text := range []string{"Ten boats were lost.", "Two boats were lost."} {
		if err := ix.Add(ctx, &dateline.Document{ID: "boats", Text: text}); err != nil {
			fmt.Println(err)
			return
		}
	}
	rev, err := ix.Revision(ctx, "boats")
	fmt.Println(rev.Number, rev.Stored.Format(time.TimeOnly), rev.Deleted, err)
	err = ix.Delete(ctx, "boats")
	fmt.Println(err)
	rev, err = ix.Revision(ctx, "boats")
	fmt.Println(rev.Number, rev.Stored.Format(time.TimeOnly), rev.Deleted, err)
	// Output:
	// 2 12:02:00 false <nil>
	// <nil>
	// 3 12:03:00 true <nil>
}

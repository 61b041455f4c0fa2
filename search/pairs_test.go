package search_test

import (
	"errors"
	"fmt"
	"iter"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// profiles gives profiles as a stream.
func profiles(list ...*search.Profile) iter.Seq2[*search.Profile, error] {
	return func(yield func(*search.Profile, error) bool) {
		for _, p := range list {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// towns makes articles, of which every four tell of one town.
func towns(t testing.TB, n int) []*search.Profile {
	t.Helper()
	var list []*search.Profile
	for i := range n {
		town := fmt.Sprintf("town%d", i/4)
		list = append(list, profile(t, &dateline.Document{ID: fmt.Sprintf("%05d", i),
			Text: fmt.Sprintf("The mayor of %s, number%d, opened a library in %s on Monday.", town, i, town)}))
	}
	return list
}

func TestPairs(t *testing.T) {
	list := towns(t, 12)
	got := map[[2]string]float64{}
	last := search.Pair{}
	for p, err := range search.Pairs(profiles(list...), 11) {
		require.NoError(t, err)
		assert.True(t, p.A < p.B && (last.A < p.A || last.A == p.A && last.B < p.B), "%v after %v", p, last)
		last = p
		got[[2]string{p.A, p.B}] = p.Score
	}
	require.Len(t, got, 12*11/2)
	for i, a := range list {
		for _, b := range list[i+1:] {
			assert.InDelta(t, search.Similarity(a, b), got[[2]string{a.ID, b.ID}], 1e-12)
		}
	}
	broken := errors.New("page 7")
	for _, err := range search.Pairs(func(yield func(*search.Profile, error) bool) { yield(nil, broken) }, 3) {
		assert.ErrorIs(t, err, broken)
	}
}

// TestPairsOfMany has more articles than are compared with each other.
func TestPairsOfMany(t *testing.T) {
	list := towns(t, 2000)
	n := 0
	for p, err := range search.Pairs(profiles(list...), 3) {
		require.NoError(t, err)
		a, err := strconv.Atoi(p.A)
		require.NoError(t, err)
		b, err := strconv.Atoi(p.B)
		require.NoError(t, err)
		require.Equal(t, a/4, b/4, "%v", p)
		n++
	}
	assert.Equal(t, 2000*3/2, n)
}

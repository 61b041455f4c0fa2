package search_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// april makes an article a day about a mayor, and in the last days some about a
// volcano too, with a copy of each of these.
func april(t testing.TB) []*search.Profile {
	var list []*search.Profile
	add := func(id string, day int, text, country string, e dateline.Entity, phrase string) {
		list = append(list, profile(t, &dateline.Document{ID: id, Text: text, Published: dateline.Day(2024, 4, day),
			Entities: []dateline.Entity{e}, Countries: []dateline.Country{{Code: country, Focus: true}},
			Keyphrases: []dateline.Keyphrase{{Text: phrase, Score: 1}, {Text: e.Name, Score: 0.5}}}))
	}
	mayor := dateline.Entity{ID: "person:tessa-brand", Name: "Tessa Brand", Label: dateline.Person, Salience: 1}
	volcano := dateline.Entity{ID: "geonames:1", Name: "Mount Kalawit", Label: dateline.Loc, Salience: 1}
	for day := 1; day <= 30; day++ {
		add(fmt.Sprintf("mayor-%d", day), day, unlike("library", day), "NO", mayor, "library")
		if day >= 27 {
			text := unlike("ash", day)
			add(fmt.Sprintf("ash-%d", day), day, text, "PH", volcano, "ash clouds")
			add(fmt.Sprintf("copy-%d", day), day, "(Wire) "+text, "PH", volcano, "ash cloud")
		}
	}
	return list
}

// unlike is a text that shares no word with that of another day.
func unlike(word string, day int) string {
	var b strings.Builder
	for i := range 12 {
		fmt.Fprintf(&b, "%s%dx%d ", word, day, i)
	}
	return b.String()
}

func TestTrends(t *testing.T) {
	r, err := search.Trends(profiles(april(t)...), search.TrendOptions{})
	require.NoError(t, err)
	assert.Equal(t, dateline.Day(2024, 4, 24), r.From)
	assert.Equal(t, dateline.Day(2024, 4, 30), r.Until)
	assert.Equal(t, 11, r.Articles, "seven of the mayor, four of the volcano, no copy")
	assert.Equal(t, 23, r.Before)
	require.Len(t, r.Trends, 3)
	for i, want := range []search.Trend{
		{Kind: search.KindCountry, ID: "country:PH", Text: "PH"},
		{Kind: search.KindKeyphrase, Text: "ash clouds"},
		{Kind: search.KindPlace, ID: "geonames:1", Text: "Mount Kalawit"},
	} {
		got := r.Trends[i]
		assert.Equal(t, []int{0, 0, 0, 1, 1, 1, 1}, got.Days)
		// 2 (4 ln 34/11 + 7 ln 238/330 + 23 ln 34/30), by hand
		assert.InDelta(t, 10.2097, got.Score, 0.001)
		want.Articles, want.Score, want.Days = 4, got.Score, got.Days
		assert.Equal(t, want, got)
	}
}

func TestTrendsOfOtherDays(t *testing.T) {
	list := april(t)
	r, err := search.Trends(profiles(list...), search.TrendOptions{Days: 2, Until: dateline.Day(2024, 4, 28), Limit: 1})
	require.NoError(t, err)
	assert.Equal(t, 4, r.Articles)
	assert.Equal(t, 26, r.Before)
	require.NotEmpty(t, r.Trends)
	assert.Equal(t, []int{1, 1}, r.Trends[0].Days)
	r, err = search.Trends(profiles(list...), search.TrendOptions{Days: 30})
	require.NoError(t, err)
	assert.Empty(t, r.Trends, "nothing before")
	r, err = search.Trends(profiles(), search.TrendOptions{})
	require.NoError(t, err)
	assert.Zero(t, r.Articles)
	_, err = search.Trends(profiles(list...), search.TrendOptions{Days: -1})
	assert.ErrorIs(t, err, search.ErrOptions)
	broken := errors.New("page 7")
	_, err = search.Trends(func(yield func(*search.Profile, error) bool) { yield(nil, broken) }, search.TrendOptions{})
	assert.ErrorIs(t, err, broken)
}

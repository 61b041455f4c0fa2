package search_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// report is an article of a day in May 2024.
func report(t testing.TB, id string, day int, headline, text string) *search.Profile {
	t.Helper()
	return profile(t, &dateline.Document{ID: id, Headline: headline, Text: text, Published: dateline.Day(2024, 5, day)})
}

// strikeAndCup are articles of two events, as they came in.
func strikeAndCup(t testing.TB) []*search.Profile {
	return []*search.Profile{
		report(t, "strike-1", 1, "Dockers stop work in Port Arlen", "Dockers in Port Arlen stopped work on Wednesday over pensions. Cranes stood still at the terminal."),
		report(t, "cup-1", 1, "Rovers reach the cup final", "Rovers beat Athletic in extra time and reach the cup final. The goalkeeper saved two penalties."),
		report(t, "strike-2", 2, "Ships wait off Port Arlen", "A dozen ships wait off Port Arlen as dockers keep the cranes of the terminal still. Pensions divide the two sides."),
		report(t, "strike-3", 4, "Port Arlen dockers vote on pensions offer", "Dockers in Port Arlen vote on a pensions offer. If they take it, cranes at the terminal move on Monday."),
		report(t, "cup-2", 5, "Rovers win the cup", "Rovers won the cup final on penalties after their goalkeeper had kept Athletic's champions out in extra time."),
	}
}

func tell(o search.StoryOptions, list ...*search.Profile) *search.Stories {
	x := search.NewStories(o)
	for _, p := range list {
		x.Add(p)
	}
	return x
}

func TestStories(t *testing.T) {
	list := tell(search.StoryOptions{}, strikeAndCup(t)...).List()
	require.Len(t, list, 2)
	cup, strike := list[0], list[1]
	assert.Equal(t, "cup-1", cup.ID, "the newest first")
	assert.Equal(t, []string{"cup-1", "cup-2"}, cup.Articles())
	assert.Equal(t, "strike-1", strike.ID)
	assert.Equal(t, "strike-1", strike.First)
	assert.Equal(t, "strike-3", strike.Newest)
	assert.Contains(t, strike.Label, "Port Arlen")
	require.Len(t, strike.Timeline, 3)
	assert.Equal(t, dateline.Day(2024, 5, 2), strike.Timeline[1].Day)
	assert.Equal(t, []search.StoryArticle{{ID: "strike-2", Headline: "Ships wait off Port Arlen"}}, strike.Timeline[1].Articles)
}

func TestStoriesKeepTheirID(t *testing.T) {
	x := search.NewStories(search.StoryOptions{})
	for _, p := range strikeAndCup(t) {
		want := strings.Split(p.ID, "-")[0] + "-1"
		assert.Equal(t, want, x.Add(p))
		assert.Equal(t, want, x.Of(p.ID))
	}
	assert.Empty(t, x.Of("gone"))
	assert.Equal(t, tell(search.StoryOptions{}, strikeAndCup(t)...).List(), x.List(), "the same each time")
}

// TestStoriesAgeOut has the same event again, years later.
func TestStoriesAgeOut(t *testing.T) {
	early := strikeAndCup(t)[0]
	late := strikeAndCup(t)[2]
	late.Published = dateline.Day(2026, 5, 2)
	assert.Len(t, tell(search.StoryOptions{}, early, late).List(), 2)
	assert.Len(t, tell(search.StoryOptions{HalfLife: -1}, early, late).List(), 1)
	assert.Len(t, tell(search.StoryOptions{HalfLife: 10 * 365 * 24 * time.Hour}, early, late).List(), 1)
}

// TestStoriesBecomeOne begins with two articles that little ties, and has then one
// that tells of both.
func TestStoriesBecomeOne(t *testing.T) {
	a := report(t, "a", 1, "Volcano wakes", "Ash fell on the villages below Mount Kalawit.")
	b := report(t, "b", 1, "Airport closed", "Flights from Santa Rita were cancelled until Friday.")
	c := report(t, "c", 2, "Ash closes airport", "Ash of Mount Kalawit closed the airport. Flights from Santa Rita were cancelled, and ash fell on villages below the volcano.")
	x := tell(search.StoryOptions{}, a, b)
	require.Len(t, x.List(), 2)
	assert.Equal(t, "a", x.Add(c))
	got := x.List()
	require.Len(t, got, 1)
	assert.Equal(t, "a", got[0].ID, "the older story stays")
	assert.Equal(t, []string{"a", "b", "c"}, got[0].Articles())
}

// TestStoriesOfManyCopies has one article again and again.
func TestStoriesOfManyCopies(t *testing.T) {
	p := strikeAndCup(t)[0]
	x := search.NewStories(search.StoryOptions{})
	var d search.DuplicateIndex
	for i := range 10_000 {
		q := *p
		q.ID = fmt.Sprintf("%05d", i)
		x.Add(&q)
		assert.LessOrEqual(t, len(d.Add(&q)), 64)
	}
	list := x.List()
	require.Len(t, list, 1)
	assert.Equal(t, "00000", list[0].ID)
	assert.Len(t, list[0].Articles(), 10_000)
	all := d.All()
	require.Len(t, all, 9_999)
	assert.Equal(t, "00000", all[9_998].Of)
}

func TestStoriesOfNothing(t *testing.T) {
	empty := func(id string) *search.Profile { return profile(t, &dateline.Document{ID: id}) }
	word := func(id string) *search.Profile { return profile(t, &dateline.Document{ID: id, Text: "Ferry"}) }
	list := tell(search.StoryOptions{}, empty("a"), word("b"), empty("c"), word("d")).List()
	assert.Len(t, list, 3, "nothing ties what is empty, one word may")
	assert.Empty(t, tell(search.StoryOptions{}).List())
	var d search.DuplicateIndex
	for _, p := range []*search.Profile{empty("a"), word("b"), empty("c"), word("d")} {
		assert.Empty(t, d.Add(p))
	}
}

// What a paper prints under every article is not what relates two of them.
func TestFeet(t *testing.T) {
	const imprint = "The Arlen Courier is a member of the Guild of Presses and keeps to its rules. Write to our readers' " +
		"editor on weekdays before noon. No part of this newspaper may be copied, sold or read aloud for money without our leave."
	paged := func(id string, day int, paragraphs ...string) *search.Profile {
		doc := &dateline.Document{ID: id, Published: dateline.Day(2024, 5, day)}
		for i, p := range append(paragraphs, imprint) {
			if i > 0 {
				doc.Text += "\n\n"
			}
			start := len(doc.Text)
			doc.Text += p
			doc.Blocks = append(doc.Blocks, dateline.Block{Kind: dateline.BlockParagraph, Start: start, End: len(doc.Text)})
		}
		require.NoError(t, doc.Validate())
		return profile(t, doc)
	}
	pool := paged("pool", 1, "Swimmers left the hall in silence after the vote to shut the old baths on the hill.",
		"A new roof would cost more than was set aside in spring.", "The council will drain the basins in June.")
	bees := paged("bees", 2, "Beekeepers count fewer hives than ever in the valleys, where a mite came with imported queens.",
		"Orchards may go without pollen.", "A laboratory breeds bees that comb each other clean.")
	baths := paged("baths", 3, "The old baths on the hill shut on Sunday, and swimmers came for a last morning.",
		"The council had set aside nothing for a roof.", "Its basins will be drained in June.")
	assert.Less(t, search.Similarity(pool, bees), 0.1)
	assert.Greater(t, search.Similarity(pool, baths), search.Similarity(pool, bees)+0.1)

	for _, order := range [][]*search.Profile{{pool, bees, baths}, {bees, baths, pool}} {
		x := tell(search.StoryOptions{}, order...)
		assert.Equal(t, x.Of("pool"), x.Of("baths"))
		assert.NotEqual(t, x.Of("pool"), x.Of("bees"))
	}
	copied, err := search.DecodeProfile(pool.Encode())
	require.NoError(t, err)
	assert.Equal(t, pool, copied)
}

func TestStoriesOf(t *testing.T) {
	all := strikeAndCup(t)
	list, err := search.StoriesOf(func(yield func(*search.Profile, error) bool) {
		for _, p := range all {
			if !yield(p, nil) {
				return
			}
		}
	}, search.StoryOptions{})
	require.NoError(t, err)
	assert.Equal(t, tell(search.StoryOptions{}, all...).List(), list)

	broken := errors.New("page 7")
	_, err = search.StoriesOf(func(yield func(*search.Profile, error) bool) {
		if yield(all[0], nil) {
			yield(nil, broken)
		}
	}, search.StoryOptions{})
	assert.ErrorIs(t, err, broken)
}

func TestStoryByArticle(t *testing.T) {
	day := func(ids ...string) search.Story {
		s := search.Story{ID: ids[0], Timeline: []search.StoryDay{{}}}
		for _, id := range ids {
			s.Timeline[0].Articles = append(s.Timeline[0].Articles, search.StoryArticle{ID: id})
		}
		return s
	}
	stories := []search.Story{day("a", "b"), day("c")}
	of := search.StoryByArticle(stories, 2)
	assert.Len(t, of, 2)
	assert.Same(t, of["a"], of["b"])
	assert.Equal(t, "c", search.StoryByArticle(stories, 1)["c"].ID)
}

package search_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// Things that articles of several languages name.
var (
	brand   = dateline.Entity{ID: "person:tessa-brand", Name: "Tessa Brand", Label: dateline.Person, Salience: 0.7}
	lindqv  = dateline.Entity{ID: "person:ole-lindqvist", Name: "Ole Lindqvist", Label: dateline.Person, Salience: 0.7}
	visby   = dateline.Entity{ID: "geonames:2662689", Name: "Visby", Label: dateline.GPE, Salience: 0.8}
	sweden  = dateline.Entity{ID: "country:SE", Name: "Sweden", Label: dateline.GPE, Salience: 0.8}
	norway  = dateline.Entity{ID: "country:NO", Name: "Norway", Label: dateline.GPE, Salience: 0.8}
	shipper = dateline.Entity{ID: "org:gotland-ferries", Name: "Gotland Ferries", Label: dateline.Org, Salience: 0.8}
)

// in is an article of a language and a day in May 2024 that names some things by their names.
func in(t testing.TB, language, id string, day int, text string, named ...dateline.Entity) *dateline.Document {
	t.Helper()
	d := story(t, id, "Notes "+id, text)
	d.Language, d.Published, d.Entities = language, dateline.Day(2024, 5, day), named
	for _, e := range named {
		if strings.Contains(d.Text, e.Name) {
			d.Mentions = append(d.Mentions, mention(d, e.Name, e.ID))
		}
	}
	return d
}

func TestSimilarityAcrossLanguages(t *testing.T) {
	const english, german = "Tessa Brand moves to Visby with 350 goats.", "Tessa Brand zieht mit 350 Ziegen nach Visby."
	here := profile(t, in(t, "en-GB", "here", 2, english, brand, visby, sweden))
	score := func(day int, text string, named ...dateline.Entity) float64 {
		there := profile(t, in(t, "de", "there", day, text, named...))
		got := search.Similarity(here, there)
		assert.Equal(t, got, search.Similarity(there, here))
		kept, err := search.DecodeProfile(there.Encode())
		require.NoError(t, err)
		assert.Equal(t, there, kept)
		return got
	}
	same := score(2, german, brand, visby, sweden)
	assert.Greater(t, same, 0.6, "a person and a town")
	assert.Greater(t, same, score(2, "Tessa Brand zieht mit Ziegen um.", brand, visby, sweden), "the number")
	assert.InDelta(t, same/2, score(32, german, brand, visby, sweden), 0.01, "a month later half")
	assert.Less(t, score(2, german, lindqv, visby, sweden), 0.22, "a town is too little")
	country := score(2, german, lindqv, shipper, sweden)
	assert.Greater(t, country, 0.0)
	assert.Less(t, country, 0.05, "a country next to nothing")
	assert.Zero(t, score(2, german, lindqv, norway))
}

// TestKindsOfUnknownNames has a firm that is taken for a person in one of the languages.
func TestKindsOfUnknownNames(t *testing.T) {
	person := shipper
	person.ID, person.Label = "person:gotland-ferries", dateline.Person
	a := profile(t, in(t, "en", "a", 2, "Gotland Ferries sells a ship.", shipper, visby))
	b := profile(t, in(t, "es", "b", 2, "Gotland Ferries vende un barco.", person, visby))
	assert.Greater(t, search.Similarity(a, b), 0.4)
}

// TestEnglishProfilesStay has the form of a profile, which old archives hold.
func TestEnglishProfilesStay(t *testing.T) {
	for _, language := range []string{"", "en", "en-US"} {
		assert.Equal(t, byte(4), profile(t, in(t, language, "a", 2, "Tessa Brand moves.", brand)).Encode()[0])
	}
	assert.Equal(t, byte(5), profile(t, in(t, "fr", "a", 2, "Tessa Brand déménage.", brand)).Encode()[0])
}

func TestRelateAcrossLanguages(t *testing.T) {
	about := in(t, "en", "about", 2, "Tessa Brand moves to Visby in 2024 with 1,350 goats and two dogs.", brand, visby, sweden)
	src := shelf{docs: []*dateline.Document{
		about,
		in(t, "de", "town", 2, "Ole Lindqvist baut in Visby.", lindqv, visby, sweden),
		in(t, "de", "move", 3, "Tessa Brand zieht 2024 mit 1.350 Ziegen nach Visby.", brand, visby, sweden),
		in(t, "en", "english", 2, "Tessa Brand in Visby: the goats are 1,350 and like it.", brand, visby, sweden),
	}}
	got, err := search.Relate(context.Background(), about, src, search.RelatedOptions{})
	require.NoError(t, err)
	languages, of := map[string]string{}, map[string]search.Related{}
	for _, r := range got {
		languages[r.ID], of[r.ID] = r.Language, r
	}
	require.Equal(t, map[string]string{"move": "de", "english": ""}, languages)
	move := of["move"]
	var reasons []string
	sum := 0.0
	for _, r := range move.Reasons {
		reasons = append(reasons, r.Kind+" "+r.Text)
		sum += r.Weight
		for _, s := range r.There {
			assert.NotEmpty(t, src.docs[2].Text[s.Start:s.End])
		}
	}
	assert.Equal(t, []string{"person Tessa Brand", "place Visby", "number 1,350"}, reasons, "no year, and not the country")
	assert.LessOrEqual(t, sum, move.Score+1e-9)
	assert.Greater(t, sum, 0.9*move.Score)
	assert.Greater(t, move.Reasons[0].Weight, move.Reasons[1].Weight)
}

// TestCandidatesOfOtherLanguages asks a source that gives as many articles as are wanted, those of the same language
// first.
func TestCandidatesOfOtherLanguages(t *testing.T) {
	about := in(t, "de", "about", 2, "Tessa Brand zieht nach Visby.", brand, visby)
	src := &asked{shelf: shelf{docs: []*dateline.Document{
		in(t, "fr", "move", 3, "Tessa Brand déménage à Visby.", brand, visby),
	}}}
	got, err := search.Relate(context.Background(), about, src, search.RelatedOptions{})
	require.NoError(t, err)
	require.Len(t, got, 1)
	assert.Equal(t, []string{"", "-lang:de"}, src.filters)
}

// asked gives nothing to the first question.
type asked struct {
	shelf
	filters []string
}

func (a *asked) Candidates(ctx context.Context, f []search.Feature, filter search.Query, n int) ([]*search.Profile, error) {
	a.filters = append(a.filters, filter.String())
	if len(a.filters) == 1 {
		return nil, nil
	}
	return a.shelf.Candidates(ctx, f, filter, n)
}

// TestStoriesAcrossLanguages has a move that is told in three languages, and a building in the same town, which the
// words of one language take for the same story.
func TestStoriesAcrossLanguages(t *testing.T) {
	docs := []*dateline.Document{
		in(t, "de", "bau-de", 1, "Ole Lindqvist baut am Hafen von Visby ein Haus aus Holz. Nachbarn klagen über den hohen Zaun.", lindqv, visby, sweden),
		in(t, "de", "zug-de", 2, "Tessa Brand zieht mit Ziegen nach Visby. Der Käse soll schon im Herbst auf dem Markt liegen.", brand, visby, sweden),
		in(t, "", "move-en", 2, "Tessa Brand moves to Visby with goats.", brand, visby, sweden),
		in(t, "fr", "move-fr", 3, "Tessa Brand s'installe à Visby avec ses chèvres.", brand, visby, sweden),
		in(t, "fr", "far-fr", 3, "Gotland Ferries vend un bateau en Norvège.", shipper, norway),
	}
	var profiles []*search.Profile
	for _, d := range docs {
		profiles = append(profiles, profile(t, d))
	}
	german := tell(search.StoryOptions{}, profiles[:2]...).List()
	require.Len(t, german, 1, "in German alone the two are one story")
	x := tell(search.StoryOptions{}, profiles...)
	stories := search.StoryByArticle(x.List(), 1)
	move := stories["move-en"]
	assert.Equal(t, []string{"move-en", "zug-de", "move-fr"}, move.Articles())
	assert.Equal(t, []search.StoryArticle{{ID: "move-fr", Headline: "Notes move-fr", Language: "fr"}}, move.Timeline[1].Articles)
	assert.Equal(t, "move-fr", move.Newest)
	assert.Equal(t, []string{"bau-de"}, stories["bau-de"].Articles())
	assert.Equal(t, []string{"far-fr"}, stories["far-fr"].Articles())
	assert.Empty(t, stories["far-fr"].Timeline[0].Articles[0].Language)
	ids := map[string]bool{}
	for id, s := range stories {
		assert.Equal(t, s.ID, x.Of(id), id)
		ids[s.ID] = true
	}
	assert.Len(t, ids, 3, "each story has an id of its own")
}

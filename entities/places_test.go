package entities_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
)

func TestPlaces(t *testing.T) {
	for _, tc := range []struct{ name, text, words, country string }{
		{"largest by itself", "The mayor of Paris resigned.", "Paris", "FR"},
		{"state after", "A fire in Paris, Texas, killed two.", "Paris", "US"},
		{"country after", "A fire in Valencia, Venezuela, killed two.", "Valencia", "VE"},
		{"too small for the list", "People of San Roque, Philippines, fled. San Roque is empty.", "San Roque", "PH"},
		{"list", "He has lived in Paris, Germany and Peru.", "Paris", "FR"},
		{"state", "Voters in Georgia and in Alabama and the city of Atlanta chose.", "Georgia", "US"},
		{"country", "Voters in Georgia marched in Tbilisi and in Batumi.", "Georgia", "GE"},
		{"abbreviation", "A storm hit Portland, Ore., at dawn.", "Portland", "US"},
		{"one Georgia", "SAVANNAH, Georgia — A ferry sank on Monday.", "SAVANNAH", "US"},
		{"the other Georgia", "KUTAISI, Georgia — A ferry sank on Monday.", "KUTAISI", "GE"},
		{"dotted", "The U.S. agreed.", "U.S.", "US"},
		{"former name", "Traders in Rangoon, in Burma, waited.", "Burma", "MM"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			doc := recognize(t, tc.text)
			for _, m := range doc.Mentions {
				if doc.Words(m.Span()) == tc.words {
					assert.Equal(t, tc.country, doc.Entity(m.Entity).Country)
					return
				}
			}
			t.Fatalf("%q is no mention of %q: %v", tc.words, tc.text, names(doc))
		})
	}
}

func TestCountries(t *testing.T) {
	doc := recognize(t, "Kenyan farmers sued a firm in Nairobi. Kenya's courts heard them. Kenyan law helps. "+
		"The firm sells in Kenya. A lawyer had once worked in Norway.")
	require.Len(t, doc.Countries, 2)
	ke, no := doc.Countries[0], doc.Countries[1]
	assert.Equal(t, dateline.Country{Code: "KE", Name: "Kenya", Weight: ke.Weight, Mentions: 5, Focus: true}, ke)
	assert.Equal(t, dateline.Country{Code: "NO", Name: "Norway", Weight: no.Weight, Mentions: 1}, no)
	assert.InDelta(t, 1, ke.Weight+no.Weight, 1e-9)
}

func TestSalience(t *testing.T) {
	doc := recognize(t, "Carla Jensen won the race. Jensen led from the start, and Jensen never looked back. Far behind came Ole Strand.")
	names := slices.Collect(doc.Names())
	require.GreaterOrEqual(t, len(names), 2)
	assert.Equal(t, "Carla Jensen", names[0].Name)
	assert.True(t, names[0].About)
	last := names[len(names)-1]
	assert.Equal(t, "Ole Strand", last.Name)
	assert.False(t, last.About)
	assert.Less(t, last.Salience, names[0].Salience)
}

func TestSalienceKnowsTitle(t *testing.T) {
	doc := recognize(t, "Carla Jensen met Ole Strand in the village.")
	before := doc.Entity("person:ole-strand").Salience
	doc.Headline = "Strand: “I was there”"
	r, err := entities.New(entities.Options{})
	require.NoError(t, err)
	require.NoError(t, r.Annotate(context.Background(), doc))
	assert.Greater(t, doc.Entity("person:ole-strand").Salience, before)
}

func TestRegionsHaveIDs(t *testing.T) {
	doc := recognize(t, "Farmers in Bavaria and in Bihar waited for rain.")
	for _, id := range []string{"geonames:2951839", "geonames:1275715"} {
		assert.NotNil(t, doc.Entity(id), "%s: %v", id, doc.Entities)
	}
}

func TestFirmsOfTheWholeWorld(t *testing.T) {
	doc := recognize(t, "Kenyan farmers sued Google in Nairobi. Google did not answer.")
	google := doc.Entity("org:google")
	require.NotNil(t, google)
	assert.Equal(t, "US", google.Country, "the firm has its country")
	require.Len(t, doc.Countries, 1, "which the story is not about")
	assert.Equal(t, "KE", doc.Countries[0].Code)
}

// What a story ends on is background, however often it is named there.
func TestFocusIsAtTheFront(t *testing.T) {
	doc := recognize(t, "A landslide closed the railway to Valparaiso on Friday, Chile's transport ministry said. Nobody was hurt. "+
		strings.Repeat("Crews with shovels worked through the night and the trains stood still. ", 8)+
		"Slides are common in winter: Peru lost a road in June. A bridge fell in Peru in May, another in Bolivia and in Peru.")
	var focus []string
	for _, c := range doc.Countries {
		if c.Focus {
			focus = append(focus, c.Code)
		}
	}
	assert.Equal(t, []string{"CL"}, focus)
}

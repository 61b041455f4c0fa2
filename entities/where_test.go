package entities_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/entities"
)

func TestHomeMustBeACode(t *testing.T) {
	_, err := entities.New(entities.Options{Home: "Maine"})
	assert.ErrorIs(t, err, dateline.ErrOptions)
	_, err = entities.New(entities.Options{Home: "US-ME"})
	assert.NoError(t, err)
}

// TestPlacesOfTheWholeStory holds the id of a small town against what the story says
// of it, which is all that tells it from its namesakes.
func TestPlacesOfTheWholeStory(t *testing.T) {
	doc, err := entities.Recognize("The Lebanon council met on Monday. Traffic from Nashville to Lebanon has doubled, the mayor said, " +
		"and Murfreesboro plans a new road through Tennessee.")
	require.NoError(t, err)
	for _, e := range doc.Entities {
		if e.Name == "Lebanon" {
			assert.Equal(t, "US", e.Country)
			assert.Equal(t, "geonames:4636045", e.ID)
			return
		}
	}
	t.Error("Lebanon is not found")
}

// TestIDsOfOtherSystems gives countries and regions their ISO codes and all places their
// ids in Wikidata, where these are known.
func TestIDsOfOtherSystems(t *testing.T) {
	doc, err := entities.Recognize("Ministers of Portugal flew to Helsinki. A week later they met in Montana, USA. The Soviet Union is no more.")
	require.NoError(t, err)
	got := map[string]dateline.IDs{}
	for _, e := range doc.Entities {
		got[e.Name] = e.IDs
	}
	assert.Equal(t, dateline.IDs{dateline.Wikidata: "Q45", dateline.ISO: "PT",
		dateline.IOC: "POR", dateline.FIFA: "POR"}, got["Portugal"])
	assert.Equal(t, dateline.IDs{dateline.Wikidata: "Q1757"}, got["Helsinki"])
	assert.Equal(t, dateline.IDs{dateline.Wikidata: "Q1212", dateline.ISO: "US-MT"}, got["Montana"])
	assert.Nil(t, got["Soviet Union"])
}

// TestMeridian keeps the longitude 0 of a place on the prime meridian.
func TestMeridian(t *testing.T) {
	doc := &dateline.Document{Entities: []dateline.Entity{{ID: "gpe:a", Name: "A", Label: dateline.GPE, Lat: 51.5}}}
	b, err := doc.MarshalJSON()
	require.NoError(t, err)
	assert.Contains(t, string(b), `"lat":51.5,"lon":0,`)
}

// TestOrganisationsAreKnown gives a company the id of its name, but not where the story says that it is elsewhere.
func TestOrganisationsAreKnown(t *testing.T) {
	doc, err := entities.Recognize("JCDecaux sold its posters. The sale by JCDecaux, the Ohio Department of Health said, was overdue.")
	require.NoError(t, err)
	for _, e := range doc.Entities {
		if e.Name == "JCDecaux" {
			assert.Equal(t, "FR", e.Country)
			assert.Equal(t, dateline.IDs{dateline.Wikidata: "Q74877"}, e.IDs)
			return
		}
	}
	t.Error("the company is not found")
}

// TestOwnOutlets reads one story on three sites: what a user says of a site goes before what the library knows of it,
// and the option Home goes before both.
func TestOwnOutlets(t *testing.T) {
	outlets, err := entities.ReadOutlets(strings.NewReader(
		"site\thome\ttown\nconcordmonitor.com\tUS-MA\tConcord\nquay.example\tUS-ME\n"))
	require.NoError(t, err)
	require.Equal(t, 2, outlets.Len())
	var none *entities.Outlets
	require.Zero(t, none.Len())
	regionOf := func(o entities.Options, url string) string {
		a, err := analyze.New(analyze.Options{Entities: o})
		require.NoError(t, err)
		doc, err := a.Page(t.Context(), dateline.Page{ID: "a", URL: url, Form: dateline.Story,
			Body: []byte("The library in Portland opens on Monday. Readers in Portland asked for longer hours.")})
		require.NoError(t, err)
		for _, e := range doc.Entities {
			if e.Name == "Portland" {
				return strconv.Itoa(e.GeoNames)
			}
		}
		return ""
	}
	const maine, oregon = "4975802", "5746545"
	assert.Equal(t, maine, regionOf(entities.Options{Outlets: outlets}, "https://news.quay.example/library"))
	assert.NotEqual(t, maine, regionOf(entities.Options{}, "https://news.quay.example/library"))
	assert.Equal(t, oregon, regionOf(entities.Options{Outlets: outlets, Home: "US-OR"}, "https://quay.example/library"))

	_, err = entities.ReadOutlets(strings.NewReader("quay.example,Maine"))
	require.ErrorIs(t, err, entities.ErrOutlets)
}

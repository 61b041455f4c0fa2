package corrections_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/corrections"
	"github.com/dateline-go/dateline/entities"
)

// TestWriteNames reads what is written as a names file, and holds an article against it.
func TestWriteNames(t *testing.T) {
	when := time.Date(2031, 1, 5, 9, 0, 0, 0, time.UTC)
	list := []corrections.Correction{
		{Kind: corrections.Label, Text: "Kestrel Lines", To: corrections.Thing{Label: dateline.Person}, When: when},
		{Kind: corrections.Label, Text: "Kestrel Lines", To: corrections.Thing{Label: dateline.Product}, Who: "Vera Quist", When: when},
		{Kind: corrections.Place, Text: "Plymouth", To: corrections.Thing{
			ID: "geonames:2640194", Name: "Plymouth", Label: dateline.GPE, Country: "GB", GeoNames: 2640194}, When: when},
		{Kind: corrections.Same, Text: "Low Tide", To: corrections.Thing{Name: "Low Tide Consulting", Label: dateline.Org}, When: when},
		{Kind: corrections.NoName, Text: "Read More", When: when},
		{Kind: corrections.ID, Text: "Ebba Quist", To: corrections.Thing{ID: "Q90000001"}, When: when},
		{Kind: corrections.ID, Text: "Visby", Article: "a7", To: corrections.Thing{ID: "desk-9"}, When: when},
		{Kind: corrections.Speaker, Text: "We wait", To: corrections.Thing{Name: "Ebba Quist"}, When: when},
		{Kind: corrections.NoName, Text: "Taken Back", When: when, Revoked: when},
	}
	var b strings.Builder
	left, err := corrections.WriteNames(&b, list)
	require.NoError(t, err)
	assert.Equal(t, 2, left, "a quote, and what was said otherwise later")
	assert.Contains(t, b.String(), "# Vera Quist, 2031-01-05\ncorrect\tKestrel Lines\tPRODUCT\n")
	assert.NotContains(t, b.String(), "Taken Back")
	names, err := entities.ReadNames(strings.NewReader(b.String()))
	require.NoError(t, err, b.String())
	assert.Equal(t, 6, names.Len())

	a, err := analyze.New(analyze.Options{Entities: entities.Options{Names: names}})
	require.NoError(t, err)
	doc, err := a.Page(t.Context(), dateline.Page{ID: "a7", Form: dateline.Story, Title: "Pier opens", Body: []byte(
		"VISBY, Sweden - A pier opened in Plymouth on Monday, said Ebba Quist of Low Tide Consulting in Visby.")})
	require.NoError(t, err)
	require.NotNil(t, doc.Entity("geonames:2640194"))
	require.NotNil(t, doc.Entity("desk-9"))
	found := ""
	for _, e := range doc.Entities {
		if e.Name == "Ebba Quist" {
			found = e.IDs[dateline.Wikidata]
		}
	}
	assert.Equal(t, "Q90000001", found)
}

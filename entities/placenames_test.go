package entities_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/entities"
)

func TestPlacesNamed(t *testing.T) {
	list, err := entities.PlacesNamed("plymouth")
	require.NoError(t, err)
	countries := map[string]string{}
	for _, n := range list {
		if countries[n.Entity.Country] == "" {
			countries[n.Entity.Country] = n.Region
		}
		assert.Equal(t, "Plymouth", n.Entity.Name)
	}
	assert.Contains(t, countries, "GB")
	assert.Contains(t, countries, "US")
	assert.Equal(t, "GB", list[0].Entity.Country, "the one with the most people comes first")
	assert.Equal(t, entities.PlaceTown, list[0].Kind, "a town before the district around it")
	assert.Equal(t, entities.PlaceDistrict, list[1].Kind)
	assert.Equal(t, list[0].Region, list[1].Region)
	again, ok := entities.PlaceNumbered("Plymouth", list[0].Entity.GeoNames)
	assert.True(t, ok)
	assert.Equal(t, list[0], again)
	_, ok = entities.PlaceNumbered("Plymouth", 1)
	assert.False(t, ok)
	none, err := entities.PlacesNamed("No Such Place At All")
	require.NoError(t, err)
	assert.Empty(t, none)
}

func TestATownComesBeforeTheDistrictAroundIt(t *testing.T) {
	for _, test := range []struct{ name, country, region string }{
		{"Valencia", "ES", "Valencia"}, // Valencia in Venezuela has more people than the town, fewer than the district
		{"León", "ES", "Castille and León"},
		{"Waterford", "IE", "Munster"},
		{"León", "MX", "Guanajuato"}, // neighbours
	} {
		t.Run(test.name+" "+test.country, func(t *testing.T) {
			list, err := entities.PlacesNamed(test.name)
			require.NoError(t, err)
			at := slices.IndexFunc(list, func(n entities.Namesake) bool {
				return n.Entity.Country == test.country && n.Region == test.region
			})
			require.GreaterOrEqual(t, at, 0)
			require.Less(t, at+1, len(list))
			assert.Equal(t, entities.PlaceTown, list[at].Kind)
			assert.Equal(t, entities.PlaceDistrict, list[at+1].Kind)
			assert.Equal(t, test.country, list[at+1].Entity.Country)
		})
	}
}

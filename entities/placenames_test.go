package entities_test

import (
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

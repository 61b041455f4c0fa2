package entities_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
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

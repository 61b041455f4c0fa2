package dateline_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

func TestHeaviestFeatures(t *testing.T) {
	list := []dateline.Feature{
		{Name: "population", Value: 2, Weight: .5},
		{Name: "dateline", Value: 0, Weight: 9},
		{Name: "nearness", Value: -3, Weight: 1},
		{Name: "kind", Value: 1, Weight: .25},
	}
	got := dateline.HeaviestFeatures(list, 2)
	assert.Equal(t, []dateline.Feature{
		{Name: "nearness", Value: -3, Weight: 1},
		{Name: "population", Value: 2, Weight: .5},
	}, got)
	assert.Empty(t, dateline.HeaviestFeatures(nil, 3))
}

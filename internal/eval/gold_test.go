package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOwnGold scores the articles of testdata/gold, which need no other data, so that a change that
// makes the program worse at who, where and what was said shows in its tests.
func TestOwnGold(t *testing.T) {
	if testing.Short() {
		t.Skip("reads whole articles")
	}
	raw, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(ownGold)))
	require.NoError(t, err)
	ms, err := goldOf(t.Context(), "own", raw)
	require.NoError(t, err)
	floors := map[string]float64{
		"facts": 93, "people": 96, "orgs": 83, "places": 93, "place country": 87, "roles": 87,
		"direct quotes found": 99, "direct speaker right": 92, "indirect speaker right": 91,
		"dates": 95, "money": 92, "same": 88, "apart": 98,
	}
	for _, m := range ms {
		t.Logf("%-30s %6.1f of %d", m.name, m.value, m.n)
		if floor, ok := floors[m.name]; ok {
			assert.GreaterOrEqual(t, m.value, floor, m.name)
			delete(floors, m.name)
		}
	}
	assert.Empty(t, floors, "facets that were not measured")
}

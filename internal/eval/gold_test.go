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
		"facts": 90, "people": 95, "orgs": 75, "places": 91, "place country": 85, "roles": 79,
		"direct quotes found": 98, "direct speaker right": 84, "indirect speaker right": 86,
		"dates": 93, "money": 87, "same": 87, "apart": 97,
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

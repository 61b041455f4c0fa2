package people_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/gen/people"
)

func TestRatios(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ratios.py")
	require.NoError(t, os.WriteFile(path, []byte("ratios = {\n    \"Okkels\": 0.01,\n    \"Marta\": 0.9}\n"), 0o600))
	err := people.Ratios(path, func(string, float64) {})
	assert.ErrorContains(t, err, "cannot read", "the last line closes the list")

	require.NoError(t, os.WriteFile(path, []byte("ratios = {\n    \"Okkels\": 0.01,\n    \"Marta\": 0.9,\n}\n"), 0o600))
	got := map[string]float64{}
	require.NoError(t, people.Ratios(path, func(name string, first float64) { got[name] = first }))
	assert.Equal(t, map[string]float64{"Okkels": 0.01, "Marta": 0.9}, got)

	assert.ErrorIs(t, people.Ratios(path+"x", nil), os.ErrNotExist)
}

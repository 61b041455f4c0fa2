package names_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/names"
)

// TestReviewIsKept writes and reads the coefficients of a reviewer.
func TestReviewIsKept(t *testing.T) {
	m := &names.Model{Bits: 8, Rows: make([]int8, (names.Tags-1)<<8), Scale: 1, Review: make([]float32, names.Features)}
	m.Review[1] = 0.5
	b, err := m.Encode()
	require.NoError(t, err)
	read, err := names.ReadModel(b)
	require.NoError(t, err)
	assert.Equal(t, m.Review, []float32(read.Review))
	m.Review, m.Small = m.Review[:74], 2 // of a time when there were fewer features
	b, err = m.Encode()
	require.NoError(t, err)
	read, err = names.ReadModel(b)
	require.NoError(t, err)
	assert.Equal(t, m.Review, []float32(read.Review))
	assert.Equal(t, m.Small, read.Small)
	m.Review = make([]float32, names.Features+1)
	_, err = m.Encode()
	assert.ErrorContains(t, err, "coefficients")
}

// TestFeaturesHaveNames has a name of its own for each feature of the reviewer.
func TestFeaturesHaveNames(t *testing.T) {
	seen := map[string]bool{}
	for f := range names.Features {
		name := names.Feature(f).String()
		assert.NotEmpty(t, name)
		assert.False(t, seen[name], name)
		seen[name] = true
	}
}

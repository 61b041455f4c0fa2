package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWeightsArePackedAlikeFromModelAndFile(t *testing.T) {
	m, err := ReadModel(modelFile)
	require.NoError(t, err)
	head, w, err := readWeights(modelFile)
	require.NoError(t, err)
	assert.Equal(t, pack(m), w)
	m.Rows = nil
	assert.Equal(t, m, head)
	_, _, err = readWeights(modelFile[:len(modelFile)-1])
	require.ErrorIs(t, err, ErrModel)
}

func BenchmarkReadWeights(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _, err := readWeights(modelFile)
		require.NoError(b, err)
	}
}

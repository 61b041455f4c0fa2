package names

import (
	"github.com/dateline-go/dateline/lang/en"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWeightsArePackedAlikeFromModelAndFile(t *testing.T) {
	m, err := ReadModel(en.Pack().Names.Bytes())
	require.NoError(t, err)
	head, w, err := readWeights(en.Pack().Names.Bytes())
	require.NoError(t, err)
	assert.Equal(t, pack(m), w)
	m.Rows = nil
	assert.Equal(t, m, head)
	_, _, err = readWeights(en.Pack().Names.Bytes()[:len(en.Pack().Names.Bytes())-1])
	require.ErrorIs(t, err, ErrModel)
}

func BenchmarkReadWeights(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _, err := readWeights(en.Pack().Names.Bytes())
		require.NoError(b, err)
	}
}

package all_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/all"
)

func TestPacks(t *testing.T) {
	packs, err := lang.NewPacks(all.Packs()...)
	require.NoError(t, err)
	assert.Equal(t, "en", packs.For("").Code)
	assert.Nil(t, packs.For("en").Lacks())
}

// Every model says on which words it was fitted, so that none is read with others.
func TestModelsHaveFingerprints(t *testing.T) {
	for _, p := range all.Packs() {
		names, err := lang.ReadFile(p.Names.Bytes(), "names", 3)
		require.NoError(t, err, p.Code)
		assert.NotEmpty(t, names.Fingerprint, p.Code)
	}
}

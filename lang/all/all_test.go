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

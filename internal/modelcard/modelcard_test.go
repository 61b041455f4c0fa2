package modelcard

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const card = `# Card

## Tagger
- **Tags**: those of a treebank.

## Phrases and tags
- **Phrases**: old.
- **Tags**: old too.

## Last
- **Weights**: none`

func TestWrite(t *testing.T) {
	file := filepath.Join(t.TempDir(), "card.md")
	require.NoError(t, os.WriteFile(file, []byte(card), 0o600))
	require.NoError(t, Write(file, "Phrases", "Tags", []string{"bias", "first"}, []float64{-1, 0.25}))
	require.NoError(t, Write(file, "Last", "Weights", []string{"bias"}, []float64{2}))
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, `# Card

## Tagger
- **Tags**: those of a treebank.

## Phrases and tags
- **Phrases**: old.
- **Tags**: bias -1.0000, first 0.2500.

## Last
- **Weights**: bias 2.0000.`, string(got))
}

func TestWriteFindsNothing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "card.md")
	require.NoError(t, os.WriteFile(file, []byte(card), 0o600))
	require.ErrorContains(t, Write(file, "Names", "Tags", nil, nil), `no section begins with "Names"`)
	require.ErrorContains(t, Write(file, "Tagger", "Phrases", nil, nil), `section "Tagger": no line begins with "- **Phrases**: "`)
	require.ErrorIs(t, Write(file+".none", "Tagger", "Tags", nil, nil), os.ErrNotExist)
	got, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, card, string(got))
}

package all_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
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
		if p.Names == nil {
			continue
		}
		names, err := lang.ReadFile(p.Names.Bytes(), "names", 3)
		require.NoError(t, err, p.Code)
		assert.NotEmpty(t, names.Fingerprint, p.Code)
	}
}

// The model card has the size and the checksum of every file that it speaks of.
func TestModelCardHasTheFiles(t *testing.T) {
	card, err := os.ReadFile(filepath.Join("..", "..", "docs", "model-card.md"))
	require.NoError(t, err)
	for _, p := range all.Packs()[1:] {
		if p.Names == nil {
			continue
		}
		for name, m := range map[string]*lang.Model{"names.bin": p.Names, "clusters.bin": p.Clusters} {
			b := m.Bytes()
			row := fmt.Sprintf("| lang/%s/%s | %d | %x |", p.Code, name, len(b), sha256.Sum256(b))
			assert.Contains(t, string(card), row+"\n")
		}
	}
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReplacePart(t *testing.T) {
	part := cardHeading + "new\n"
	for _, c := range []struct{ name, card, want string }{
		{"no card", "", part},
		{"added", "# Card\n\n## Tags\nx\n", "# Card\n\n## Tags\nx\n\n" + part},
		{"at the end", "# Card\n\n" + cardHeading + "old\n### Figures\nold\n", "# Card\n\n" + part},
		{"in the middle", "# Card\n\n" + cardHeading + "old\n\n## Tags\nx\n", "# Card\n\n" + part + "\n## Tags\nx\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := replacePart(c.card, part)
			assert.Equal(t, c.want, got)
			assert.Equal(t, got, replacePart(got, part), "again")
		})
	}
}

func TestCardDescribesTheModel(t *testing.T) {
	var path string
	model := train(t, func(dir string, r *recipe, c *command) {
		path = filepath.Join(dir, "card.md")
		c.card, c.date = path, "2026-11-23"
		r.Gold[0].About = "lessons, CC0"
		r.Dev[0].Bar = 80
		require.NoError(t, os.WriteFile(path, []byte("# Card\n"), 0o644))
	})
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	sum := sha256.Sum256(model)
	for _, want := range []string{"# Card\n\n" + cardHeading, hex.EncodeToString(sum[:]), "2026-11-23", "lessons, CC0", "| lessons | 100.0 | 80 |"} {
		assert.Contains(t, string(b), want)
	}
}

package wholefile_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/cmd/newsdesk/internal/wholefile"
)

func TestWrite(t *testing.T) {
	name := filepath.Join(t.TempDir(), "kept.json")
	for _, text := range []string{"first", "the second, which is longer", ""} {
		require.NoError(t, wholefile.Write(name, []byte(text)))
		got, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.Equal(t, text, string(got))
	}
	left, err := os.ReadDir(filepath.Dir(name))
	require.NoError(t, err)
	assert.Len(t, left, 1, "nothing else stays")
}

func TestWriteFails(t *testing.T) {
	dir := t.TempDir()
	assert.Error(t, wholefile.Write(filepath.Join(dir, "gone", "kept.json"), nil), "no such folder")
	require.NoError(t, os.Mkdir(filepath.Join(dir, "taken"), 0o755))
	assert.Error(t, wholefile.Write(filepath.Join(dir, "taken"), nil), "a folder stands in its place")
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, left, 1, "nothing is left of it")
}

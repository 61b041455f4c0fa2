package checks_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// maxSearchOnly is how many bytes a program may have that only searches: no model
// of names and no tagger may come along.
const maxSearchOnly = 6_000_000

func TestSearchAloneIsSmall(t *testing.T) {
	if testing.Short() {
		t.Skip("builds a program")
	}
	program := filepath.Join(t.TempDir(), "onlysearch")
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program,
		"./internal/checks/testdata/onlysearch")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	info, err := os.Stat(program)
	require.NoError(t, err)
	assert.Less(t, info.Size(), int64(maxSearchOnly))
}

package checks_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSBOMIsUpToDate holds docs/sbom.cdx.json to the modules that newsdesk links,
// and asks that each has a licence.
func TestSBOMIsUpToDate(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(root, "docs", "sbom.cdx.json"))
	require.NoError(t, err)
	var bom struct {
		Components []struct {
			Name, Version string
			Evidence      struct{ Licenses []any }
		}
	}
	require.NoError(t, json.Unmarshal(raw, &bom))
	var listed []string
	for _, c := range bom.Components {
		listed = append(listed, c.Name+" "+c.Version)
		assert.NotEmpty(t, c.Evidence.Licenses, c.Name)
	}
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Version}}{{end}}", "./cmd/newsdesk")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0")
	out, err := cmd.Output()
	require.NoError(t, err)
	linked := strings.Split(strings.TrimSpace(string(out)), "\n")
	linked = slices.DeleteFunc(linked, func(m string) bool { return m == "" || strings.HasPrefix(m+" ", "github.com/dateline-go/dateline ") })
	slices.Sort(linked)
	assert.ElementsMatch(t, slices.Compact(linked), listed, "run .ci/sbom")
}

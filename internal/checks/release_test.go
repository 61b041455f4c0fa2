package checks_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/assert/yaml"
	"github.com/stretchr/testify/require"
)

// TestReleases holds what goreleaser is told to the repository: its files are there, and it
// makes the program for the systems that the checks build for.
func TestReleases(t *testing.T) {
	var config struct {
		Version int `yaml:"version"`
		Builds  []struct {
			Main    string   `yaml:"main"`
			Binary  string   `yaml:"binary"`
			Env     []string `yaml:"env"`
			Targets []string `yaml:"targets"`
		} `yaml:"builds"`
		Archives []struct {
			Files []string `yaml:"files"`
		} `yaml:"archives"`
		Before struct {
			Hooks []string `yaml:"hooks"`
		} `yaml:"before"`
	}
	require.NoError(t, yaml.Unmarshal([]byte(readFile(t, ".goreleaser.yaml")), &config))
	require.Len(t, config.Builds, 1)
	require.Len(t, config.Archives, 1)
	assert.Equal(t, 2, config.Version)

	b := config.Builds[0]
	assert.FileExists(t, filepath.Join(root, b.Main, "main.go"))
	assert.Contains(t, b.Env, "CGO_ENABLED=0")
	loop := regexp.MustCompile(`for target in (.*); do`).FindStringSubmatch(readFile(t, ".ci/run"))
	require.NotNil(t, loop)
	want := strings.Fields(strings.ReplaceAll(loop[1], "/", "_"))
	assert.ElementsMatch(t, append(want, "linux_amd64"), b.Targets, "those that the checks build, and their own")

	for _, f := range config.Archives[0].Files {
		if made, ok := strings.CutSuffix(f, "/*"); ok {
			assert.Contains(t, strings.Join(config.Before.Hooks, "\n"), "mkdir -p "+made, "a hook makes %s", f)
			continue
		}
		assert.FileExists(t, filepath.Join(root, f))
	}
}

// TestContainer holds the container to the program: what it runs are commands and flags that
// there are, and it has neither root nor a shell.
func TestContainer(t *testing.T) {
	file := readFile(t, "Dockerfile")
	_, final, ok := strings.Cut(file, "\nFROM scratch\n")
	require.True(t, ok, "the program alone")
	assert.Regexp(t, `(?m)^USER [1-9]\d*:[1-9]\d*$`, final)
	assert.Contains(t, final, `HEALTHCHECK --interval=30s --timeout=6s --start-period=60s CMD ["/newsdesk", "health"]`)

	goMod := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(readFile(t, "go.mod"))
	require.NotNil(t, goMod)
	assert.Contains(t, file, "FROM golang:"+goMod[1]+"-", "the Go of go.mod")

	run := readFile(t, "cmd/newsdesk/run.go")
	for _, name := range []string{"serve", "health"} {
		assert.Regexp(t, `(?i)\n\s+`+name+`\s+`+name+`Command\s`, run)
	}
	serve := readFile(t, "cmd/newsdesk/serve.go")
	for _, flag := range regexp.MustCompile(`"--([a-z]+)"`).FindAllStringSubmatch(final, -1) {
		assert.Regexp(t, `(?i)\n\s+`+flag[1]+`\s`, serve)
	}
	assert.NotContains(t, readFile(t, ".dockerignore"), "\ncmd", "what the program is made of goes in")
}

// readFile returns a file of the repository.
func readFile(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root, name))
	require.NoError(t, err)
	return string(b)
}

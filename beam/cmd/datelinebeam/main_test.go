package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const envMain = "DATELINE_BEAM_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(envMain) != "" {
		main()
	}
	os.Exit(m.Run())
}

// program runs the program and returns its exit code and what it said.
func program(t *testing.T, args ...string) (int, string) {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0], args...)
	c.Env = append(os.Environ(), envMain+"=1")
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Run(); err != nil {
		var exit *exec.ExitError
		require.ErrorAs(t, err, &exit)
	}
	return c.ProcessState.ExitCode(), out.String()
}

func TestProgram(t *testing.T) {
	dir := t.TempDir()
	wire, out := filepath.Join(dir, "wire.jsonl"), filepath.Join(dir, "out")
	require.NoError(t, os.WriteFile(wire, []byte(`{"id":"a","text":"The ferry to Oban was late on Monday."}`+"\n"), 0o644))

	code, says := program(t, "-output", out, wire)
	require.Equal(t, exitFine, code, says)
	assert.Contains(t, says, "datelinebeam: 1 pages, 1 Documents, 0 duplicates, 0 failed; ")
	b, err := os.ReadFile(filepath.Join(out, "part-000000-000000.jsonl"))
	require.NoError(t, err)
	assert.Contains(t, string(b), `"id":"a"`)

	require.NoError(t, os.WriteFile(wire, []byte("{\n"), 0o644))
	code, says = program(t, "-output", out, wire)
	require.Equal(t, exitFailed, code)
	assert.Contains(t, says, "the folder holds another job")
	code, says = program(t, "-output", out, "-replace", wire)
	require.Equal(t, exitSome, code, says)
	assert.Contains(t, says, "1 failed")
}

func TestProgramRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		args []string
		says string
	}{
		"no input":       {[]string{"-output", "x"}, "no input"},
		"no output":      {[]string{"main.go", "-as", "page"}, "main.go: unknown kind of file"},
		"nowhere":        {[]string{"-as", "page", "main.go"}, "neither a folder nor a cluster"},
		"no names":       {[]string{"-names", "none.tsv", "main.go"}, "-names: open none.tsv"},
		"unknown flag":   {[]string{"-colour"}, "-colour"},
		"unknown runner": {[]string{"-runner", "walker", "-as", "page", "-output", filepath.Join(t.TempDir(), "x"), "main.go"}, "-runner walker: known are prism"},
	} {
		t.Run(name, func(t *testing.T) {
			code, says := program(t, tt.args...)
			assert.Equal(t, exitFailed, code, says)
			assert.Contains(t, says, tt.says)
		})
	}
}

func TestHelp(t *testing.T) {
	code, says := program(t, "-help")
	assert.Equal(t, exitFine, code)
	for _, want := range []string{"Examples:", "datelinebeam -output out articles/", "-shard-size", "-runner", "prism"} {
		assert.Contains(t, says, want)
	}
	assert.NotContains(t, says, "staging_location string")
	code, says = program(t, "-help-beam")
	assert.Equal(t, exitFine, code)
	assert.Contains(t, says, "-staging_location")
	assert.NotContains(t, says, "-shard-size")
}

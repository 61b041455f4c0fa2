package main

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCompletion(t *testing.T) {
	for shell, want := range map[string]string{
		"bash": `"tag --format")`, "zsh": "bashcompinit", "fish": "'__fish_seen_subcommand_from tag' -l format -x -a",
	} {
		r := newsdesk(t, "", "completion", shell)
		require.Equal(t, 0, r.code, r.err)
		assert.Contains(t, r.out, want)
	}
	assert.Equal(t, 2, newsdesk(t, "", "completion", "csh").code)
}

// TestCompletionInBash asks a real bash what it makes of the beginning of a line.
func TestCompletionInBash(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash here")
	}
	script := newsdesk(t, "", "completion", "bash").out
	for line, want := range map[string]string{
		"newsdesk dup": "duplicates", "newsdesk tag --form": "--format", "newsdesk tag --format jsonl": "jsonl",
	} {
		words := strings.Fields(line)
		ask := script + "COMP_WORDS=(" + line + "); COMP_CWORD=" + string(rune('0'+len(words)-1)) + "; _newsdesk; echo \"${COMPREPLY[@]}\""
		out, err := exec.Command(bash, "-c", ask).CombinedOutput()
		require.NoError(t, err, string(out))
		assert.Contains(t, strings.Fields(string(out)), want, line)
	}
}

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// completions says what a shell must offer for the beginning of a line, and what it must not.
var completions = map[string]struct{ want, not string }{
	"newsdesk dup":                {"duplicates", "tag"},
	"newsdesk tag --form":         {"--format", "--index"},
	"newsdesk tag --format jsonl": {"jsonl", "csv"},
	"newsdesk search --sort ol":   {"oldest", "newest"},
	"newsdesk names ch":           {"check", "checks"},
	"newsdesk names check --h":    {"--help", "--index"},
	"newsdesk completion f":       {"fish", "bash"},
	"newsdesk help sea":           {"search", "serve"},
}

func TestCompletion(t *testing.T) {
	for shell, want := range map[string]string{"bash": `"tag --format")`, "zsh": "#compdef newsdesk", "fish": "__newsdesk_in tag"} {
		r := newsdesk(t, "", "completion", shell)
		require.Equal(t, 0, r.code, r.err)
		assert.Contains(t, r.out, want)
	}
	assert.Equal(t, 2, newsdesk(t, "", "completion", "csh").code)
}

// escapes are what a terminal is told with.
var escapes = regexp.MustCompile(`\x1b\[[0-9;?]*[a-zA-Z]`)

// asShell completes every line in a real shell: ask makes the program that prints what the
// shell offers for a line, given the path of the script and what must be among it.
func asShell(t *testing.T, shell string, ask func(script, line, want string) string) {
	t.Helper()
	bin, err := exec.LookPath(shell)
	if err != nil {
		t.Skip("no " + shell + " here")
	}
	script := filepath.Join(t.TempDir(), "_newsdesk")
	require.NoError(t, os.WriteFile(script, []byte(newsdesk(t, "", "completion", shell).out), 0o644))
	for line, c := range completions {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // zsh waits for what does not come
		out, err := exec.CommandContext(ctx, bin, "-c", ask(script, line, c.want)).CombinedOutput()
		cancel()
		require.NoError(t, err, "%s: %s", line, out)
		offers := strings.Fields(escapes.ReplaceAllString(string(out), " "))
		assert.Contains(t, offers, c.want, line)
		assert.NotContains(t, offers, c.not, line)
	}
}

func TestCompletionInBash(t *testing.T) {
	asShell(t, "bash", func(script, line, _ string) string {
		return fmt.Sprintf("source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _newsdesk; echo \"${COMPREPLY[@]}\"",
			script, line, len(strings.Fields(line))-1)
	})
}

// TestCompletionBehindEquals cuts --format=js as bash does.
func TestCompletionBehindEquals(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash here")
	}
	for _, words := range []string{"newsdesk tag --format =", "newsdesk tag --format = csv"} {
		ask := newsdesk(t, "", "completion", "bash").out +
			fmt.Sprintf("COMP_WORDS=(%s); COMP_CWORD=%d; _newsdesk; echo \"${COMPREPLY[@]}\"", words, len(strings.Fields(words))-1)
		out, err := exec.Command(bash, "-c", ask).CombinedOutput()
		require.NoError(t, err, string(out))
		assert.Contains(t, strings.Fields(string(out)), "csv", words)
	}
}

func TestCompletionInFish(t *testing.T) {
	asShell(t, "fish", func(script, line, _ string) string {
		return fmt.Sprintf("source %s; complete -C %q", script, line)
	})
}

// TestCompletionInZsh types each line into a zsh that has no settings, asks it for the list of
// what it can be and prints what comes.
func TestCompletionInZsh(t *testing.T) {
	if testing.Short() {
		t.Skip("starts eight shells")
	}
	asShell(t, "zsh", func(script, line, want string) string {
		return fmt.Sprintf(`zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PROMPT=; autoload -Uz compinit; compinit -u -D; source %s; bindkey "^I" list-choices; echo re""ady'
zpty -r -m shell x '*ready*'
zpty -w -n shell $'%s\t'
zpty -r -m shell x '*%s*'
print -r -- "$x"
zpty -d shell`, script, line, want)
	})
}

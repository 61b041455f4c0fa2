package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDemo(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("COLUMNS", "100")
	r := newsdesk(t, "", "demo") // finds the articles above the package
	require.Equal(t, 0, r.code, r.err)
	assert.Empty(t, r.err, "a newcomer is not told of files that are no articles")
	files, err := filepath.Glob("../../testdata/articles/*/*.[ht]*")
	require.NoError(t, err)
	lines, err := os.ReadFile("../../testdata/articles/wire.jsonl")
	require.NoError(t, err)
	articles := len(files) + strings.Count(string(lines), "\n")
	assert.GreaterOrEqual(t, articles, 24)
	for _, label := range []string{"\n  People ", "\n  Places ", "\n  Keyphrases ", "\n  Summary ", "\n  Related "} {
		assert.Equal(t, demoFull, strings.Count(r.out, label), label)
	}
	assert.Contains(t, r.out, fmt.Sprintf("── %d more articles ─", articles-demoFull))
	assert.Regexp(t, `\n 6 Apr  Three dead and thousands flee .* · a copy · Philippines\n`, r.out)
	assert.Equal(t, 3, strings.Count(r.out, "\nnewsdesk search "))
	assert.NotContains(t, r.out, "\n0 of 0 articles", "each search finds something")
	assert.Less(t, strings.Count(r.out, "\n"), 350, "a newcomer reads it to the end")
	for line := range strings.Lines(r.out) {
		if !strings.HasPrefix(line, "   http") {
			assert.LessOrEqual(t, len([]rune(line)), 101, line)
		}
	}
	left, err := os.ReadDir(temp)
	require.NoError(t, err)
	assert.Empty(t, left, "the archive was for the time being")
}

// TestDemoAll holds the long form to showing everything.
func TestDemoAll(t *testing.T) {
	t.Setenv("COLUMNS", "100")
	r := newsdesk(t, "", "demo", "--all")
	require.Equal(t, 0, r.code, r.err)
	for _, label := range []string{"\n  People ", "\n  Places ", "\n  Organisations ", "\n  Keyphrases ", "\n  Summary ", "\n  Related "} {
		assert.Greater(t, strings.Count(r.out, label), 20, label)
	}
	assert.Regexp(t, `\n  (Copy|Update|Excerpt) of  +Mount Kalawit erupts`, r.out)
	assert.Contains(t, r.out, "── stories ")
	assert.Contains(t, r.out, "── trends ")
}

// TestDemoNext runs the commands that the demo names at its end.
func TestDemoNext(t *testing.T) {
	t.Chdir("../..")
	archive := filepath.Join(t.TempDir(), "news.idx")
	r := newsdesk(t, "", "demo")
	_, after, found := strings.Cut(r.out, "── try next ")
	require.True(t, found)
	commands := regexp.MustCompile(`(?m)^[^#\n]+? ((?:demo|tag|index|search|serve) .*)$`).FindAllStringSubmatch(after, -1)
	require.Len(t, commands, 6)
	for _, command := range commands {
		line := strings.ReplaceAll(command[1], "news.idx", archive)
		if strings.HasPrefix(line, "serve ") {
			continue // which does not end by itself
		}
		var args []string
		for i, part := range strings.Split(line, "'") {
			if i%2 == 1 {
				args = append(args, part)
			} else {
				args = append(args, strings.Fields(part)...)
			}
		}
		r := newsdesk(t, "", args...)
		assert.Equal(t, 0, r.code, "%s: %s", line, r.err)
	}
}

func TestProgramName(t *testing.T) {
	assert.Equal(t, "go run ./cmd/newsdesk", programName("/tmp/go-build123/b001/exe/newsdesk"))
	assert.Equal(t, "newsdesk", programName("/usr/local/bin/newsdesk"))
}

func TestDemoOnOtherArticles(t *testing.T) {
	folder(t, map[string]string{"in/wire.jsonl": wire + "{\n"})
	r := newsdesk(t, "", "demo", "in", "--query", "ferry;school country:ZM")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.out, "Ferry to Inishmore late\n2 March 2026 · ")
	assert.Contains(t, r.out, "newsdesk search ferry\n")
	assert.Contains(t, r.err, "wire.jsonl:4: not an article in JSON")
	assert.Contains(t, r.err, "1 of 4 articles failed")
}

func TestDemoRefuses(t *testing.T) {
	folder(t, nil)
	for says, args := range map[string][]string{
		"newsdesk: no folder testdata/articles here or above: name a folder of articles\n": {"demo"},
		"newsdesk: gone: no such file or directory\n":                                      {"demo", "gone"},
		"newsdesk: --limit: 0 is not at least 1\n":                                         {"demo", "-k", "0"},
	} {
		assert.Equal(t, result{2, "", says}, newsdesk(t, "", args...))
	}
}

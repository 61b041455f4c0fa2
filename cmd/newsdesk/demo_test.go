package main

import (
	"os"
	"path/filepath"
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
	files, err := filepath.Glob("../../testdata/articles/*/*.[ht]*")
	require.NoError(t, err)
	lines, err := os.ReadFile("../../testdata/articles/wire.jsonl")
	require.NoError(t, err)
	articles := len(files) + strings.Count(string(lines), "\n")
	assert.GreaterOrEqual(t, articles, 24)
	for _, label := range []string{"\n  People ", "\n  Places ", "\n  Organisations ", "\n  Keyphrases ", "\n  Summary ", "\n  Related "} {
		assert.Greater(t, strings.Count(r.out, label), articles*2/3, label)
	}
	assert.Regexp(t, `\n  (Copy|Update|Excerpt) of  +Mount Kalawit erupts`, r.out)
	assert.Contains(t, r.out, "── stories ")
	assert.Contains(t, r.out, "── trends ")
	assert.Equal(t, 3, strings.Count(r.out, "\nnewsdesk search "))
	assert.NotContains(t, r.out, "\n0 of 0 articles", "each search finds something")
	for line := range strings.Lines(r.out) {
		if !strings.HasPrefix(line, "   http") {
			assert.LessOrEqual(t, len([]rune(line)), 101, line)
		}
	}
	left, err := os.ReadDir(temp)
	require.NoError(t, err)
	assert.Empty(t, left, "the archive was for the time being")
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

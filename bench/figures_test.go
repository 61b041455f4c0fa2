package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFiguresNameWhatIsLeftOut(t *testing.T) {
	run := outcome{cpu: 3, peak: 50}
	run.report.Ready = 1
	s := section{name: "pages", title: "Pages", note: "A note.", unit: "pages", digits: 2, sets: []set{{name: "a", timed: true}}}
	p := figures{date: "2026-11-24", command: "go run .", commit: "abc", rounds: 3, sections: []section{s}, results: map[string]*result{
		"pages": {left: []string{"other (exit status 1: no module)"}, rows: []row{
			{subject: oursName, quality: []figure{{"a F1", 0.9}}, runs: map[string][]timing{"a": {{run, 100}}}},
			{subject: "peer", version: "2.1", quality: []figure{{"a F1", 0.95}}, runs: map[string][]timing{"a": {{run, 10}}}},
		}}}}
	var b strings.Builder
	require.NoError(t, p.write(&b))
	assert.Contains(t, b.String(), `## Pages

A note.

| | a F1 | pages a CPU second | ready, CPU s | MiB |
|---|--:|--:|--:|--:|
| Dateline | 0.90 | **50** | **1.00** | **50** |
| peer 2.1 | **0.95** | 5 | **1.00** | **50** |

`+"`go run . -only pages`"+`

Left out: other (exit status 1: no module).
`)
}

func TestSections(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range sections(flags{stream: 100}) {
		assert.False(t, seen[s.name], s.name)
		seen[s.name] = true
		assert.NotEmpty(t, s.title+s.note)
		assert.NotEmpty(t, s.sets, s.name)
		assert.NotEmpty(t, s.subjects, s.name)
	}
	_, err := choose(sections(flags{}), "pages,nothing")
	assert.ErrorContains(t, err, "nothing")
	chosen, err := choose(sections(flags{}), "names,pages")
	require.NoError(t, err)
	assert.Equal(t, "names", chosen[0].name)
	assert.Len(t, chosen, 2)
}

func TestCommand(t *testing.T) {
	assert.Equal(t, "cd bench && go run . -o ../docs/figures.md", command(flags{rounds: 3}))
	assert.Equal(t, "cd bench && go run . -o ../docs/figures.md -quick -only pages", command(flags{rounds: 1, quick: true, only: "pages"}))
}

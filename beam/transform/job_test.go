package transform_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/beam/transform"
)

// run runs a job over names and returns its folder.
func run(t *testing.T, j transform.Job, o transform.Options, names ...string) (string, transform.Counts) {
	t.Helper()
	plan, err := transform.NewPlan(t.Context(), names, o)
	require.NoError(t, err)
	j.Plan = plan
	if j.Dir == "" {
		j.Dir = filepath.Join(t.TempDir(), "out")
	}
	c, err := j.Run(t.Context(), runner)
	require.NoError(t, err)
	return j.Dir, c
}

func TestJobGivesTheBytesOfNewsdesk(t *testing.T) {
	n := size(t)
	in := corpus(t, n)
	lines, rejects := tagged(t, in)
	unique, dropped := lastOfEach(t, lines)
	require.Positive(t, dropped)
	require.Positive(t, strings.Count(rejects, "\n"))

	dir, c := run(t, transform.Job{}, transform.Options{ShardSize: 37}, in)
	same(t, unique, joined(t, dir, "part-*.jsonl"), "Documents")
	same(t, rejects, joined(t, dir, "rejects-*.jsonl"), "rejects")
	assert.EqualValues(t, strings.Count(unique, "\n"), c.Documents)
	assert.EqualValues(t, strings.Count(rejects, "\n"), c.Bad)
	assert.EqualValues(t, dropped, c.Duplicates)
	assert.Equal(t, c.Pages, c.Documents+c.Duplicates+c.Bad)
	assert.EqualValues(t, n+1, c.Pages+c.Passed, "nothing is lost")
	assert.Positive(t, c.Passed)
	assert.Positive(t, c.Bytes)
	assert.Zero(t, c.Stored+c.Refused)

	m, err := transform.ReadManifest(t.Context(), dir)
	require.NoError(t, err)
	assert.Equal(t, c.Documents, m.Documents)
	assert.Equal(t, c.Bad, m.Rejects)
	names, err := filepath.Glob(filepath.Join(dir, "*-*.jsonl"))
	require.NoError(t, err)
	require.Len(t, m.Files, len(names))
	for i, f := range m.Files {
		info, err := os.Stat(names[i])
		require.NoError(t, err)
		assert.Equal(t, filepath.Base(names[i]), f.Name)
		assert.Equal(t, info.Size(), f.Bytes)
	}
}

func TestJobKeepsDuplicatesWhereAsked(t *testing.T) {
	in := corpus(t, 120)
	lines, _ := tagged(t, in)
	dir, c := run(t, transform.Job{KeepDuplicates: true}, transform.Options{}, in)
	same(t, lines, joined(t, dir, "part-*.jsonl"), "Documents")
	assert.Zero(t, c.Duplicates)
	assert.Equal(t, c.Pages, c.Documents+c.Bad)
}

func TestJobIsTheSameForAnySharesOfTheWork(t *testing.T) {
	in := corpus(t, 120)
	first, c := run(t, transform.Job{}, transform.Options{ShardSize: 1000}, in)
	for name, o := range map[string]transform.Options{
		"small shards":   {ShardSize: 3},
		"a file a group": {GroupBytes: 1},
		"one worker":     {ShardSize: 11, Workers: 1},
	} {
		t.Run(name, func(t *testing.T) {
			dir, other := run(t, transform.Job{}, o, in)
			same(t, joined(t, first, "part-*.jsonl"), joined(t, dir, "part-*.jsonl"), "Documents")
			same(t, joined(t, first, "rejects-*.jsonl"), joined(t, dir, "rejects-*.jsonl"), "rejects")
			assert.Equal(t, c, other)
		})
	}
}

func TestJobTakesOptionsOfTheAnalysis(t *testing.T) {
	wire := filepath.Join(t.TempDir(), "wire.jsonl")
	require.NoError(t, os.WriteFile(wire, []byte(`{"id":"a","text":"The Harbour Watch met on Monday."}`+"\n"), 0o644))
	dir, _ := run(t, transform.Job{}, transform.Options{Tokens: true, Names: []byte("add\tHarbour Watch\tORG\n")}, wire)
	line := joined(t, dir, "part-*.jsonl")
	assert.Contains(t, line, `"tokens":[[`)
	assert.Contains(t, line, `"Harbour Watch"`)
}

func TestJobOfNothingGood(t *testing.T) {
	wire := filepath.Join(t.TempDir(), "wire.jsonl")
	require.NoError(t, os.WriteFile(wire, []byte("{\n"), 0o644))
	dir, c := run(t, transform.Job{}, transform.Options{}, wire)
	assert.Equal(t, transform.Counts{Pages: 1, Bad: 1, Bytes: 2}, c)
	m, err := transform.ReadManifest(t.Context(), dir)
	require.NoError(t, err)
	assert.EqualValues(t, 1, m.Rejects)
	assert.Empty(t, joined(t, dir, "part-*"))

	require.NoError(t, os.WriteFile(wire, nil, 0o644))
	dir, c = run(t, transform.Job{}, transform.Options{}, wire)
	assert.Zero(t, c)
	m, err = transform.ReadManifest(t.Context(), dir)
	require.NoError(t, err)
	assert.Empty(t, m.Files)
}

func TestRejectsAreReadAgain(t *testing.T) {
	in := corpus(t, 120)
	dir, c := run(t, transform.Job{}, transform.Options{}, in)
	again, _ := run(t, transform.Job{}, transform.Options{}, filepath.Join(dir, "rejects-*.jsonl"))
	m, err := transform.ReadManifest(t.Context(), again)
	require.NoError(t, err)
	assert.Equal(t, c.Bad, m.Rejects, "what was not mended fails again, each once")
	for l := range strings.Lines(joined(t, again, "rejects-*.jsonl")) {
		assert.Contains(t, l, `"error":`)
		assert.Contains(t, l, `"source":`)
	}
}

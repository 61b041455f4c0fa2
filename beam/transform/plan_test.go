package transform_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/beam/transform"
)

func TestNewPlanRefuses(t *testing.T) {
	dir := t.TempDir()
	wire := filepath.Join(dir, "wire.jsonl")
	require.NoError(t, os.WriteFile(wire, nil, 0o644))
	for name, tt := range map[string]struct {
		names []string
		o     transform.Options
		want  error
	}{
		"no names":          {nil, transform.Options{}, transform.ErrInput},
		"a missing file":    {[]string{wire, filepath.Join(dir, "none.jsonl")}, transform.Options{}, fs.ErrNotExist},
		"an empty glob":     {[]string{filepath.Join(dir, "*.warc")}, transform.Options{}, source.ErrNoArticles},
		"standard input":    {[]string{"-"}, transform.Options{}, source.ErrStdin},
		"a far empty glob":  {[]string{"memfs://none/*"}, transform.Options{}, source.ErrNoArticles},
		"an unknown system": {[]string{"tape://desk/*"}, transform.Options{}, transform.ErrInput},
		"a large shard":     {[]string{wire}, transform.Options{ShardSize: 1 << 30}, transform.ErrOptions},
		"a negative shard":  {[]string{wire}, transform.Options{ShardSize: -1}, transform.ErrOptions},
		"a negative group":  {[]string{wire}, transform.Options{GroupBytes: -1}, transform.ErrOptions},
		"a negative line":   {[]string{wire}, transform.Options{MaxLine: -1}, source.ErrOptions},
		"bad names":         {[]string{wire}, transform.Options{Names: []byte("sing\tOban\n")}, nil},
		"a bad summary":     {[]string{wire}, transform.Options{Summarize: transform.Summary{Sentences: -1}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := transform.NewPlan(t.Context(), tt.names, tt.o)
			require.Error(t, err)
			if tt.want != nil {
				assert.ErrorIs(t, err, tt.want)
			}
		})
	}
}

func TestPlanCounts(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.html"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("Rain."), 0o644))
	}
	plan, err := transform.NewPlan(t.Context(), []string{dir, filepath.Join(dir, "a.txt")}, transform.Options{})
	require.NoError(t, err)
	assert.Equal(t, 4, plan.Files())
	assert.EqualValues(t, 20, plan.Bytes())
}

func TestFoldersOfOtherJobsStay(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	wire, other := filepath.Join(in, "wire.jsonl"), filepath.Join(in, "other.jsonl")
	require.NoError(t, os.WriteFile(wire, []byte(`{"id":"a","text":"Rain fell on Riga."}`+"\n"), 0o644))
	require.NoError(t, os.WriteFile(other, []byte("{\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(out, "notes.txt"), []byte("mine"), 0o644))
	job := func(name string, o transform.Options, replace bool) error {
		plan, err := transform.NewPlan(t.Context(), []string{name}, o)
		require.NoError(t, err)
		_, err = transform.Job{Plan: plan, Dir: out, Replace: replace}.Run(t.Context(), runner)
		return err
	}
	require.NoError(t, job(wire, transform.Options{}, false))
	first := joined(t, out, "part-*")
	require.NotEmpty(t, first)
	require.NoError(t, job(wire, transform.Options{Workers: 1}, false), "the same job again")
	require.Equal(t, first, joined(t, out, "part-*"))

	require.ErrorIs(t, job(other, transform.Options{}, false), transform.ErrFolder)
	require.ErrorIs(t, job(wire, transform.Options{Tokens: true}, false), transform.ErrFolder)
	require.Equal(t, first, joined(t, out, "part-*"), "nothing was touched")
	require.NoError(t, job(other, transform.Options{}, true))
	assert.Equal(t, []string{"job.json", "manifest.json", "notes.txt", "rejects-000000-000000.jsonl"}, listing(t, out))

	require.NoError(t, os.Remove(filepath.Join(out, "job.json")))
	require.ErrorIs(t, job(other, transform.Options{}, false), transform.ErrFolder, "whose files these are is not known")
}

func TestBuildRefuses(t *testing.T) {
	wire := filepath.Join(t.TempDir(), "wire.jsonl")
	require.NoError(t, os.WriteFile(wire, nil, 0o644))
	plan, err := transform.NewPlan(t.Context(), []string{wire}, transform.Options{})
	require.NoError(t, err)
	for name, j := range map[string]transform.Job{
		"no plan":               {Dir: "x"},
		"nowhere to write":      {Plan: plan},
		"duplicates in cluster": {Plan: plan, Cluster: &transform.Cluster{}, KeepDuplicates: true},
	} {
		_, err := j.Run(t.Context(), runner)
		assert.ErrorIs(t, err, transform.ErrOptions, name)
	}
}

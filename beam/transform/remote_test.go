package transform_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/beam/transform"
)

func TestFarFilesAreReadAndWritten(t *testing.T) {
	in := corpus(t, 60)
	for _, name := range []string{"crawl.warc.gz", "wire-1.jsonl", "wire-2.jsonl.gz"} {
		b, err := os.ReadFile(filepath.Join(in, name))
		require.NoError(t, err)
		memfs.Write("memfs://in/"+name, b)
	}
	near, c := run(t, transform.Job{}, transform.Options{ShardSize: 8}, filepath.Join(in, "*.gz"), filepath.Join(in, "wire-1.jsonl"))
	dir, far := run(t, transform.Job{Dir: "memfs://out/job"}, transform.Options{ShardSize: 8}, "memfs://in/*.gz", "memfs://in/wire-1.jsonl")
	assert.Equal(t, c, far)
	want, err := transform.ReadManifest(t.Context(), near)
	require.NoError(t, err)
	got, err := transform.ReadManifest(t.Context(), dir)
	require.NoError(t, err)
	assert.Equal(t, want.Documents, got.Documents)
	for i, f := range want.Files {
		if strings.HasPrefix(f.Name, "part-") {
			assert.Equal(t, f, got.Files[i])
		} else { // the names of files stand in rejects
			assert.Equal(t, f.Name, got.Files[i].Name)
			assert.Equal(t, f.Lines, got.Files[i].Lines)
		}
	}

	// Another job does not mix with it, and replaces it where it may.
	plan, err := transform.NewPlan(t.Context(), []string{"memfs://in/wire-1.jsonl"}, transform.Options{})
	require.NoError(t, err)
	_, err = transform.Job{Plan: plan, Dir: dir}.Run(t.Context(), runner)
	require.ErrorIs(t, err, transform.ErrFolder)
	_, err = transform.Job{Plan: plan, Dir: dir, Replace: true}.Run(t.Context(), runner)
	require.NoError(t, err)
	m, err := transform.ReadManifest(t.Context(), dir)
	require.NoError(t, err)
	assert.Len(t, m.Files, 2)
}

// broken is a file system whose files break off.
type broken struct{ filesystem.Interface }

var errBroken = errors.New("connection lost")

func init() { filesystem.Register("broken", newBroken) }

func newBroken(ctx context.Context) filesystem.Interface { return broken{memfs.New(ctx)} }

func (broken) List(context.Context, string) ([]string, error) {
	return []string{"broken://wire.jsonl"}, nil
}
func (broken) Size(context.Context, string) (int64, error) { return 100, nil }
func (broken) OpenRead(context.Context, string) (io.ReadCloser, error) {
	return io.NopCloser(io.MultiReader(strings.NewReader(`{"id":"a","text":"Rain."}`+"\n"), failing{})), nil
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errBroken }

func TestFarFileThatBreaksOffFailsTheJob(t *testing.T) {
	plan, err := transform.NewPlan(t.Context(), []string{"broken://wire.jsonl"}, transform.Options{})
	require.NoError(t, err)
	out := t.TempDir()
	_, err = transform.Job{Plan: plan, Dir: out}.Run(t.Context(), runner)
	require.ErrorContains(t, err, errBroken.Error())
	_, err = transform.ReadManifest(t.Context(), out)
	assert.ErrorIs(t, err, os.ErrNotExist)
}

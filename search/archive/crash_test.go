package archive_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// times returns the number in an environment variable, which a long proof sets
// higher, or a small one.
func times(t *testing.T, env string, small int) int {
	t.Helper()
	v := os.Getenv(env)
	if v == "" {
		return small
	}
	n, err := strconv.Atoi(v)
	require.NoError(t, err, env)
	return n
}

// TestKilled kills a process that adds documents, without warning, and looks
// whether every document whose Add had returned is there, and loading goes on.
func TestKilled(t *testing.T) {
	ctx := context.Background()
	if dir := os.Getenv("DATELINE_TEST_KILLED"); dir != "" {
		addForEver(ctx, dir)
		return
	}
	dir := filepath.Join(t.TempDir(), "news")
	acknowledged := 0
	for round := range times(t, "DATELINE_KILLS", 2) {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		cmd.Env = append(os.Environ(), "DATELINE_TEST_KILLED="+dir)
		out, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		lines := bufio.NewScanner(out)
		for n := 0; n < 2+round%5 && lines.Scan(); n++ {
			id, ok := strings.CutPrefix(lines.Text(), "added ")
			require.True(t, ok, lines.Text())
			acknowledged, err = strconv.Atoi(id)
			require.NoError(t, err)
		}
		require.NoError(t, cmd.Process.Kill())
		_ = cmd.Wait() // says that it was killed

		ix, err := archive.Open(ctx, dir, archive.Options{})
		require.NoError(t, err)
		for i := range acknowledged + 1 {
			_, err := ix.Document(ctx, fmt.Sprint(i))
			require.NoError(t, err)
		}
		n, err := ix.Count()
		require.NoError(t, err)
		res, err := ix.Search(ctx, search.Query{Text: "harbour", Limit: -1})
		require.NoError(t, err)
		assert.Equal(t, n, res.Total)
		require.NoError(t, ix.Close())
	}
}

// addForEver adds documents in batches of three and prints the last number of each.
func addForEver(ctx context.Context, dir string) {
	ix, err := archive.Open(ctx, dir, archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	n, err := ix.Count()
	for ; err == nil; n += 3 {
		var docs []*dateline.Document
		for i := range 3 {
			docs = append(docs, &dateline.Document{ID: fmt.Sprint(n + i), Text: fmt.Sprint("Ships in the harbour: ", n+i)})
		}
		if err = ix.Add(ctx, docs...); err == nil {
			fmt.Println("added", n+2)
		}
	}
	fmt.Println(err)
}

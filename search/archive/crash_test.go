package archive_test

import (
	"bufio"
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

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

		rep, err := archive.Check(ctx, dir)
		require.NoError(t, err)
		require.Empty(t, rep.Damage)
		ix, err := archive.Open(ctx, dir, archive.Options{})
		require.NoError(t, err)
		for i := range acknowledged + 1 {
			_, err := ix.Document(ctx, fmt.Sprint(i))
			require.NoError(t, err)
		}
		n, err := ix.Count(t.Context())
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
	n, err := ix.Count(ctx)
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

// harbour gives n documents, the same each time.
func harbour(n int) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for i := range n {
			if !yield(&dateline.Document{ID: fmt.Sprint(i), Text: fmt.Sprint("Ships in the harbour: ", i)}, nil) {
				return
			}
		}
	}
}

// TestKilledLoad kills a process that loads a feed, which grows each time. What
// was acknowledged must be there, the archive be fine, and the next process go on;
// the last one ends with every document, each written once.
func TestKilledLoad(t *testing.T) {
	const more, batch = 120, 20
	ctx := context.Background()
	if dir := os.Getenv("DATELINE_TEST_LOAD"); dir != "" {
		n, err := strconv.Atoi(os.Getenv("DATELINE_TEST_LOAD_N"))
		require.NoError(t, err)
		ix, err := archive.Open(ctx, dir, archive.Options{BatchSize: batch, OnProgress: func(p archive.Progress) {
			fmt.Println("stored", p.Stored())
		}})
		require.NoError(t, err)
		_, err = ix.Load(ctx, harbour(n))
		require.NoError(t, err)
		return // without closing: it may be killed here too
	}
	dir := filepath.Join(t.TempDir(), "news")
	r := rand.New(rand.NewPCG(5, 8))
	kills, acknowledged := times(t, "DATELINE_KILLS", 3), 0
	for round := range kills {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledLoad$")
		cmd.Env = append(os.Environ(), "DATELINE_TEST_LOAD="+dir, fmt.Sprint("DATELINE_TEST_LOAD_N=", more*(round+1)))
		out, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		lines := bufio.NewScanner(out)
		for wait := r.IntN(more*(round+1)) + 1; acknowledged < wait && lines.Scan(); {
			if n, ok := strings.CutPrefix(lines.Text(), "stored "); ok {
				stored, err := strconv.Atoi(n)
				require.NoError(t, err)
				acknowledged = max(acknowledged, stored)
			}
		}
		time.Sleep(time.Duration(r.IntN(20)) * time.Millisecond) // so that it hits another step each time
		require.NoError(t, cmd.Process.Kill())
		_ = cmd.Wait() // says that it was killed

		if _, err := os.Stat(filepath.Join(dir, "index_meta.json")); err == nil {
			rep, err := archive.Check(ctx, dir)
			require.NoError(t, err)
			require.Empty(t, rep.Damage)
			require.GreaterOrEqual(t, rep.Documents, acknowledged)
		}
	}
	ix := openWith(t, dir, archive.Options{Verify: true})
	for i := range acknowledged {
		_, err := ix.Document(ctx, fmt.Sprint(i))
		require.NoError(t, err)
	}
	n, err := ix.Load(ctx, harbour(more*kills))
	require.NoError(t, err)
	assert.Equal(t, more*kills, n)
	assert.Equal(t, more*kills, count(t, ix))
	for i := range more * kills {
		rev, err := ix.Revision(ctx, fmt.Sprint(i))
		require.NoError(t, err)
		require.Equal(t, 1, rev.Number)
	}
}

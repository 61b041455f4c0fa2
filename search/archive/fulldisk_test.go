//go:build unix

package archive_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/archive"
)

// TestFullDisk adds documents in a process that may write no file beyond a size,
// which fails as a full disk does: in the middle of a write. The error must say
// what, at once, and what was acknowledged must be there afterwards.
func TestFullDisk(t *testing.T) {
	ctx := context.Background()
	if dir := os.Getenv("DATELINE_TEST_FULL"); dir != "" {
		fill(ctx, t, dir)
		return
	}
	for _, c := range []struct {
		name  string
		limit int // bytes
		grow  int // words that each document has more than the one before
	}{{"root", 20_000, 0}, {"root that grows", 70_000, 0}, {"segment", 100_000, 50}} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "news")
			ctx, cancel := context.WithTimeout(ctx, time.Minute)
			defer cancel()
			cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestFullDisk$")
			cmd.Env = append(os.Environ(), "DATELINE_TEST_FULL="+dir, fmt.Sprint("DATELINE_TEST_LIMIT=", c.limit), fmt.Sprint("DATELINE_TEST_GROW=", c.grow))
			out, err := cmd.CombinedOutput()
			require.NoError(t, err, string(out))
			acknowledged, opened, failed := 0, false, ""
			for line := range strings.Lines(string(out)) {
				if n, ok := strings.CutPrefix(line, "added "); ok {
					acknowledged, err = strconv.Atoi(strings.TrimSpace(n))
					require.NoError(t, err)
				}
				opened = opened || line == "opened\n"
				if e, ok := strings.CutPrefix(line, "failed "); ok {
					failed = e
				}
			}
			require.Contains(t, failed, syscall.EFBIG.Error())
			assert.Contains(t, failed, dir)
			require.Equal(t, c.name != "root", opened)
			if opened {
				require.NotZero(t, acknowledged)
				rep, err := archive.Check(t.Context(), dir)
				require.NoError(t, err)
				require.Empty(t, rep.Damage)
			}
			ix := openWith(t, dir, archive.Options{}) // there is room again
			for i := range acknowledged {
				_, err := ix.Document(t.Context(), fmt.Sprint(i))
				require.NoError(t, err)
			}
			require.NoError(t, ix.Add(t.Context(), wordy(acknowledged, 2000)))
		})
	}
}

// fill adds documents until that fails.
func fill(ctx context.Context, t *testing.T, dir string) {
	limit, err := strconv.Atoi(os.Getenv("DATELINE_TEST_LIMIT"))
	require.NoError(t, err)
	grow, err := strconv.Atoi(os.Getenv("DATELINE_TEST_GROW"))
	require.NoError(t, err)
	signal.Ignore(syscall.SIGXFSZ)
	var r syscall.Rlimit
	require.NoError(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &r))
	before := r
	r.Cur = uint64(limit)
	require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &r))
	// Under -cover the process still has its coverage to write when the test ends.
	defer func() { require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before)) }()
	ix, err := archive.Open(ctx, dir, archive.Options{})
	if err != nil {
		fmt.Println("failed", err)
		return
	}
	fmt.Println("opened")
	for n := 0; ; {
		docs := []*dateline.Document{wordy(n, 100+grow*n), wordy(n+1, 100), wordy(n+2, 100)}
		if err := ix.Add(ctx, docs...); err != nil {
			fmt.Println("failed", err)
			break
		}
		n += len(docs)
		fmt.Println("added", n)
	}
	require.ErrorContains(t, ix.Add(ctx, wordy(0, 1)), "an earlier write failed")
	_ = ix.Close() // may fail too: what it had to write is lost
}

package transform_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	sdk "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/beam/transform"
)

func init() { // workers find functions by what is registered before main
	register.Function2x0(killAtDocument)
	register.Function1x0(killAtFile)
}

// fatal is the element after which a child kills itself, seen how many there were.
var fatal, seen atomic.Int64

func killAtDocument(string, transform.Document) { killAt() }
func killAtFile(transform.File)                 { killAt() }

func killAt() {
	if seen.Add(1) == fatal.Load() {
		if p, err := os.FindProcess(os.Getpid()); err == nil {
			_ = p.Kill() // SIGKILL: nothing is tidied up
		}
		select {}
	}
}

// child runs a job as [transform.Job] does, and kills itself where it is told.
func child(ctx context.Context, in, dir, kill string) error {
	while, after, _ := strings.Cut(kill, " ")
	n, err := strconv.ParseInt(after, 10, 64)
	if err != nil {
		return err
	}
	fatal.Store(n)
	plan, err := transform.NewPlan(ctx, []string{in}, options)
	if err != nil {
		return err
	}
	if err := plan.Claim(ctx, dir, false); err != nil {
		return err
	}
	p := sdk.NewPipeline()
	s := p.Root()
	read := plan.Read(s)
	analysed := plan.Analyze(s, read.Pages)
	if while == "analysing" {
		sdk.ParDo0(s, killAtDocument, analysed.Documents)
	}
	files := transform.Write(s, transform.Unique(s, analysed.Documents), dir, read.Rejects, analysed.Rejects)
	if while == "writing" {
		sdk.ParDo0(s, killAtFile, files)
	}
	_, err = sdk.Run(ctx, runner, p)
	return err
}

// start makes the command of a child.
func start(t *testing.T, in, dir, kill string) *exec.Cmd {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0])
	c.Env = append(os.Environ(), envInput+"="+in, envOutput+"="+dir, envKill+"="+kill)
	c.Stderr = os.Stderr
	return c
}

func TestKilledJobBegunAgainGivesTheSame(t *testing.T) {
	n := 100
	if os.Getenv(envPages) != "" {
		n = size(t)
	}
	in := corpus(t, n)
	lines, rejects := tagged(t, in)
	unique, _ := lastOfEach(t, lines)
	whole, _ := run(t, transform.Job{}, options, in)
	m, err := transform.ReadManifest(t.Context(), whole)
	require.NoError(t, err)

	dir := filepath.Join(t.TempDir(), "out")
	for _, kill := range []string{fmt.Sprintf("analysing %d", n/3), "writing 3", fmt.Sprintf("writing %d", n/25)} {
		err := start(t, in, dir, kill).Run()
		var exit *exec.ExitError
		require.ErrorAs(t, err, &exit)
		require.Equal(t, "signal: killed", exit.Error(), kill)
		_, err = transform.ReadManifest(t.Context(), dir)
		require.ErrorIs(t, err, os.ErrNotExist, "nothing says that the job is done")
		names, err := filepath.Glob(filepath.Join(dir, "*-*.jsonl"))
		require.NoError(t, err)
		if strings.HasPrefix(kill, "writing") {
			require.GreaterOrEqual(t, len(names), 3)
			require.Less(t, len(names), len(m.Files), "it was cut short")
		}
		for _, name := range names { // none is half
			same(t, joined(t, whole, filepath.Base(name)), joined(t, dir, filepath.Base(name)), name)
		}
	}
	// What a run that was killed in the middle of a file leaves.
	require.NoError(t, os.WriteFile(filepath.Join(dir, "."+m.Files[0].Name+".123.part"), []byte("{"), 0o600))
	again, _ := run(t, transform.Job{Dir: dir}, options, in)
	same(t, unique, joined(t, again, "part-*.jsonl"), "Documents")
	same(t, rejects, joined(t, again, "rejects-*.jsonl"), "rejects")
	assert.Equal(t, listing(t, whole), listing(t, again))
	for _, name := range listing(t, whole) {
		same(t, joined(t, whole, name), joined(t, again, name), name)
	}
}

// listing returns the names of a folder's files.
func listing(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

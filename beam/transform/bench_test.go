//go:build unix

package transform_test

import (
	"bufio"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/beam/transform"
)

// BenchmarkPages compares a job on prism with analyze.Stream over the same files,
// DATELINE_BEAM_PAGES of pages. Processor time counts where the machine has other
// work.
func BenchmarkPages(b *testing.B) {
	n := size(b)
	in := corpus(b, n)
	b.Run("way=stream", func(b *testing.B) {
		measured(b, n, func(dir string) int64 { return streamed(b, in, dir) })
	})
	b.Run("way=prism", func(b *testing.B) {
		measured(b, n, func(dir string) int64 {
			plan, err := transform.NewPlan(b.Context(), []string{in}, transform.Options{})
			require.NoError(b, err)
			c, err := transform.Job{Plan: plan, Dir: dir, KeepDuplicates: true}.Run(b.Context(), runner)
			require.NoError(b, err)
			return c.Documents
		})
	})
}

// streamed does what newsdesk tag does and returns the number of Documents.
func streamed(b *testing.B, in, dir string) (n int64) {
	a, err := analyze.New(analyze.Options{})
	require.NoError(b, err)
	f, err := os.Create(filepath.Join(dir, "tagged.jsonl"))
	require.NoError(b, err)
	w := bufio.NewWriter(f)
	for doc, err := range a.Stream(b.Context(), source.Files(b.Context(), []string{in}, source.Options{})) {
		if err != nil {
			continue // the corpus has bad pages
		}
		doc.Tokens = nil
		line, err := doc.MarshalJSON()
		require.NoError(b, err)
		_, err = w.Write(append(line, '\n'))
		require.NoError(b, err)
		n++
	}
	require.NoError(b, w.Flush())
	require.NoError(b, f.Close())
	return n
}

// measured runs work and reports its rate, its processor time and its memory.
func measured(b *testing.B, n int, work func(dir string) int64) {
	var cpu, wall time.Duration
	var peak uint64
	for b.Loop() {
		runtime.GC()
		done, stopped := make(chan struct{}), make(chan struct{})
		go func() {
			defer close(stopped)
			for {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				peak = max(peak, m.HeapAlloc)
				select {
				case <-done:
					return
				case <-time.After(50 * time.Millisecond):
				}
			}
		}()
		before, start := processor(b), time.Now()
		docs := work(b.TempDir())
		cpu, wall = cpu+processor(b)-before, wall+time.Since(start)
		close(done)
		<-stopped
		require.Greater(b, docs, int64(n)*8/10, "the same pages")
	}
	b.ReportMetric(float64(n*b.N)/wall.Seconds(), "pages/s")
	b.ReportMetric(float64(n*b.N)/cpu.Seconds(), "pages/cpu-s")
	b.ReportMetric(float64(peak)/1e6, "heap-MB")
}

// processor is the time that this process has had.
func processor(b *testing.B) time.Duration {
	var u syscall.Rusage
	require.NoError(b, syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

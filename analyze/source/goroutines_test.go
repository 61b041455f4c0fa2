package source_test

import (
	"context"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/internal/settle"
)

// TestReadersLeaveNothingOpen stops each reader early, pulls from it and stops, and
// ends its context: no goroutine stays, and no file stays open.
func TestReadersLeaveNothingOpen(t *testing.T) {
	dir := t.TempDir()
	const line = `{"id":"a","text":"The ferry sails at noon."}` + "\n"
	for name, body := range map[string]string{
		"wire.jsonl": strings.Repeat(line, 100), "feed.xml": rssFeed, "pages.warc": ferryAt("a") + ferryAt("b") + ferryAt("c"),
		"wire.jsonl.gz": zipped(t, strings.Repeat(line, 100)), "story.txt": "The ferry sails at noon.",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600))
	}
	readers := map[string]func(ctx context.Context) iter.Seq2[dateline.Page, error]{
		"jsonl": func(ctx context.Context) iter.Seq2[dateline.Page, error] {
			return source.JSONL(ctx, strings.NewReader(strings.Repeat(line, 100)), "wire", source.Options{})
		},
		"feed": func(ctx context.Context) iter.Seq2[dateline.Page, error] {
			return source.Feed(ctx, strings.NewReader(rssFeed), "feed", source.Options{})
		},
		"warc": func(ctx context.Context) iter.Seq2[dateline.Page, error] {
			return source.WARC(ctx, strings.NewReader(ferryAt("a")+ferryAt("b")), "warc", source.Options{})
		},
		"files": func(ctx context.Context) iter.Seq2[dateline.Page, error] {
			return source.Files(ctx, []string{dir}, source.Options{})
		},
	}
	for name, read := range readers {
		t.Run(name, func(t *testing.T) {
			defer settle.Goroutines(t)()
			open := descriptors(t)
			for range read(t.Context()) {
				break
			}
			next, stop := iter.Pull2(read(t.Context()))
			_, err, ok := next()
			require.True(t, ok)
			require.NoError(t, err)
			stop()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			var last error
			for _, err := range read(ctx) {
				last = err
				cancel()
			}
			require.ErrorIs(t, last, context.Canceled)
			require.Equal(t, open, descriptors(t), "open files")
		})
	}
}

// descriptors counts the open files, where the system tells.
func descriptors(t *testing.T) int {
	t.Helper()
	list, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(list)
}

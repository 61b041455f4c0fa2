package source_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze/source"
)

// got is what a stream yielded: pages and the words of its errors, in order.
type got struct {
	pages []dateline.Page
	errs  []error
	order string // p for a page, e for an error
}

func collect(t *testing.T, in iter.Seq2[dateline.Page, error]) got {
	t.Helper()
	var g got
	for p, err := range in {
		if err != nil {
			g.errs = append(g.errs, err)
			g.order += "e"
			continue
		}
		g.pages = append(g.pages, p)
		g.order += "p"
	}
	return g
}

// lines reads JSON lines from a string.
func lines(t *testing.T, text string, o source.Options) got {
	t.Helper()
	return collect(t, source.JSONL(t.Context(), strings.NewReader(text), "wire.jsonl", o))
}

// folder writes files into a new folder and returns its path.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	return dir
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.String()
}

package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shared returns the path of a file beside the evaluation data, which is no part of
// the project.
func shared(t *testing.T, pattern string) string {
	t.Helper()
	eval := os.Getenv("DATELINE_EVAL")
	if eval == "" {
		eval = filepath.Join("..", "..", "..", "shared", "eval")
	}
	files, err := filepath.Glob(filepath.Join(eval, filepath.FromSlash(pattern)))
	require.NoError(t, err)
	if len(files) == 0 {
		t.Skipf("no %s: set DATELINE_EVAL to the folder of the evaluation data", pattern)
	}
	path, err := filepath.Abs(files[0])
	require.NoError(t, err)
	return path
}

// TestRealPagesAreFoundByTheirHeadlines takes real pages through the whole path:
// none fails, each Document is valid, and each is among the first three that a
// search for its headline finds.
func TestRealPagesAreFoundByTheirHeadlines(t *testing.T) {
	if testing.Short() {
		t.Skip("analyses many pages twice")
	}
	for _, pattern := range []string{"../seed/0*.txt", "extract/fundus/pages.jsonl.gz"} {
		t.Run(pattern, func(t *testing.T) {
			pages := shared(t, pattern)
			folder(t, nil)
			tagged := newsdesk(t, "", "tag", "--format", "jsonl", pages)
			require.Equal(t, 0, tagged.code, tagged.err)
			require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", pages).code)
			docs := documents(t, tagged.out)
			require.NotEmpty(t, docs)

			var queries strings.Builder
			for _, doc := range docs {
				require.NotEmpty(t, doc.Headline, doc.ID)
				line, err := json.Marshal(map[string]string{"id": doc.ID, "text": doc.Headline})
				require.NoError(t, err)
				queries.Write(append(line, '\n'))
			}
			r := newsdesk(t, queries.String(), "search", "--index", "arch", "--queries", "-", "--run", "-", "-k", "3")
			require.Equal(t, 0, r.code, r.err)
			found := map[string]bool{}
			for row := range strings.Lines(r.out) {
				cells := strings.Fields(row)
				found[cells[0]] = found[cells[0]] || cells[0] == cells[2]
			}
			for _, doc := range docs {
				assert.True(t, found[column(doc.ID)], "%s: %s", doc.ID, doc.Headline)
			}
		})
	}
}

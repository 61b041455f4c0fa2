package main

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestServeTakesWhatComes watches a folder that is empty at first, with an archive that is
// not there at first.
func TestServeTakesWhatComes(t *testing.T) {
	dir := folder(t, map[string]string{"own.tsv": "add\tsecond ferry\tPRODUCT\n"})
	require.NoError(t, os.Mkdir("incoming", 0o755))
	code, log := serving(t, func(base string) {
		status, body := page(t, base+"/api/search?q=ferry")
		require.Equal(t, http.StatusOK, status)
		require.Contains(t, body, `"total":0`)
		found := func(want string) func(*assert.CollectT) {
			return func(c *assert.CollectT) {
				_, body := page(t, base+"/api/search?q=ferry")
				assert.Contains(c, body, want)
			}
		}
		file := filepath.Join(dir, "incoming", "wire.jsonl")
		require.NoError(t, os.WriteFile(file, []byte(article("w1", story)), 0o644))
		require.EventuallyWithT(t, found(`"total":1`), 20*time.Second, 50*time.Millisecond)
		more := article("w1", story) + article("w2", "A second ferry is late. Nobody in Galway knows why.") + "{broken\n"
		require.NoError(t, os.WriteFile(file, []byte(more), 0o644))
		require.EventuallyWithT(t, found(`"total":2`), 20*time.Second, 50*time.Millisecond)
		_, body = page(t, base+"/api/article?id=w2")
		assert.Contains(t, body, `"product:second-ferry"`, "by the names of our own")
	}, "--index", "arch", "--watch", "incoming", "--names", "own.tsv", "--quiet")
	assert.Equal(t, exitFine, code, log)
	assert.Contains(t, log, "1 article taken from 1 file")
	assert.Contains(t, log, "1 failed")
	r := newsdesk(t, "", "search", "--index", "arch", "--format", "jsonl", "ferry")
	assert.Contains(t, r.out, "w2", "what came is in the archive when the desk has closed")
}

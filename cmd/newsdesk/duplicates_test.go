package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDuplicates(t *testing.T) {
	indexed(t, nil)
	again := strings.Replace(strings.SplitAfter(wire, "\n")[0], `"ferry","url":"https://example.org/ferry"`, `"copy"`, 1)
	again = strings.Replace(again, "2026-03-02", "2026-03-03", 1)
	require.Equal(t, 0, newsdesk(t, again, "index", "--index", "arch").code)

	r := newsdesk(t, "", "duplicates", "--index", "arch")
	require.Equal(t, 0, r.code, r.err)
	var got duplicate
	require.NoError(t, json.Unmarshal([]byte(r.out), &got), "one line")
	assert.Equal(t, duplicate{ID: "copy", Of: "ferry", Score: 1, Kind: "copy"}, got)

	r = newsdesk(t, "", "duplicates", "--index", "arch", "--format", "table")
	assert.Equal(t, "Ferry to Inishmore late\n3 March 2026 · 28 words · copy\n"+
		"  Copy of       Ferry to Inishmore late · 100 % the same · ferry\n\n1 duplicate\n", r.out)

	var l links
	require.NoError(t, json.Unmarshal([]byte(newsdesk(t, "", "related", "--index", "arch", "--id", "ferry").out), &l))
	for _, one := range l.Related {
		assert.NotEqual(t, "copy", one.ID, "a copy is no related article")
	}
	assert.Equal(t, 2, newsdesk(t, "", "duplicates", "--index", "gone").code)
}

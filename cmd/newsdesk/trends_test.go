package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search"
)

func TestTrends(t *testing.T) {
	var b strings.Builder
	for i, what := range []string{"The mayor of Lusaka opened a library", "A school in Lusaka had a new roof", "Farmers in Lusaka sold maize",
		"Rain stopped play in Lusaka", "The museum of Lusaka shows old maps", "A choir from Lusaka sang on Sunday",
		"Volcano Kalawit shook Manila at night", "Ash from Kalawit closed schools of Manila", "Manila airport shut by ash of Kalawit"} {
		fmt.Fprintf(&b, `{"id":"n%d","title":"%s","date":"2026-03-%02d","text":"%s. Nobody had expected number %d."}`+"\n", i, what, 1+3*i, what, i)
	}
	folder(t, map[string]string{"in.jsonl": b.String()})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "in.jsonl").code)

	r := newsdesk(t, "", "trends", "--index", "arch", "--days", "8", "--format", "jsonl")
	require.Equal(t, 0, r.code, r.err)
	got := map[string]search.Trend{}
	for line := range strings.Lines(r.out) {
		var one search.Trend
		require.NoError(t, json.Unmarshal([]byte(line), &one))
		got[one.Kind+" "+one.Text] = one
	}
	require.Contains(t, got, "place Manila")
	assert.Equal(t, []int{0, 1, 0, 0, 1, 0, 0, 1}, got["place Manila"].Days)
	assert.NotContains(t, got, "place Lusaka")

	r = newsdesk(t, "", "trends", "--index", "arch", "--days", "8", "--format", "table")
	assert.True(t, strings.HasPrefix(r.out, "18 March to 25 March 2026\n3 articles, 6 before\n"), r.out)
	assert.Contains(t, r.out, "Manila · 3 articles, 0 before · ▁█▁▁█▁▁█\n")
	r = newsdesk(t, "", "trends", "--index", "arch", "--until", "2026-03-10", "--format", "table")
	assert.Contains(t, r.out, "nothing is more frequent than before")
	for _, args := range [][]string{{"--days", "0"}, {"--until", "soon"}, {"--limit", "0"}} {
		assert.Equal(t, 2, newsdesk(t, "", append([]string{"trends", "--index", "arch"}, args...)...).code)
	}
}

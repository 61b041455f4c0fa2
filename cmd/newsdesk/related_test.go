package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

func TestRelatedWritesLines(t *testing.T) {
	indexed(t, nil)
	r := newsdesk(t, "", "related", "--index", "arch", "--id", "ferry", "-k", "10", "--format", "jsonl")
	require.Equal(t, 0, r.code, r.err)
	var got links
	require.NoError(t, json.Unmarshal([]byte(r.out), &got))
	assert.Equal(t, "ferry", got.ID)
	require.NotEmpty(t, got.Related)
	first := got.Related[0]
	assert.Equal(t, "again", first.ID)
	assert.Equal(t, 3, *first.Days)
	assert.NotEmpty(t, first.Reasons)
	for _, why := range first.Reasons {
		assert.NotEmpty(t, why.Kind)
		assert.NotEmpty(t, why.Text)
		assert.InDelta(t, 0.5, why.Weight, 0.5)
	}
	for _, l := range got.Related {
		assert.NotEqual(t, "ferry", l.ID)
	}
}

func TestRelatedForAll(t *testing.T) {
	indexed(t, nil)
	r := newsdesk(t, "", "related", "--index", "arch", "--all")
	require.Equal(t, 0, r.code, r.err)
	var ids []string
	for line := range strings.Lines(r.out) {
		var l links
		require.NoError(t, json.Unmarshal([]byte(line), &l))
		assert.NotNil(t, l.Related, "a list, if an empty one")
		ids = append(ids, l.ID)
	}
	assert.Equal(t, []string{"again", "ferry", "school"}, ids)
	var all []links
	require.NoError(t, json.Unmarshal([]byte(newsdesk(t, "", "related", "--index", "arch", "--all", "--format", "json").out), &all))
	assert.Len(t, all, 3)
}

func TestRelatedPairs(t *testing.T) {
	indexed(t, nil)
	r := newsdesk(t, "", "related", "--index", "arch", "--all", "--pairs")
	require.Equal(t, 0, r.code, r.err)
	scores := map[string]float64{}
	for line := range strings.Lines(r.out) {
		var a, b string
		var score float64
		_, err := fmt.Sscan(line, &a, &b, &score)
		require.NoError(t, err, line)
		assert.Less(t, a, b)
		scores[a+" "+b] = score
	}
	assert.Greater(t, scores["again ferry"], 0.3)
	assert.Less(t, scores["ferry school"], scores["again ferry"])
	assert.Equal(t, r, newsdesk(t, "", "related", "--index", "arch", "--all", "--pairs"), "the same each time")
}

func TestRelatedFilters(t *testing.T) {
	indexed(t, nil)
	found := func(filter string) int {
		var l links
		require.NoError(t, json.Unmarshal([]byte(newsdesk(t, "", "related", "--index", "arch", "--id", "ferry", "--filter", filter).out), &l))
		return len(l.Related)
	}
	assert.Equal(t, 1, found("after:2026-03-01"))
	assert.Equal(t, 0, found("country:ZM"))
}

func TestRelatedWritesATable(t *testing.T) {
	indexed(t, nil)
	r := newsdesk(t, "", "related", "--index", "arch", "--format", "table", "--id", "ferry", "--id", "school")
	require.Equal(t, 0, r.code, r.err)
	assert.True(t, strings.HasPrefix(r.out, "Ferry to Inishmore late\n  Related       Inishmore ferry fails again · 3 days apart\n"), r.out)
	assert.Contains(t, r.out, "School reopens in Lusaka\n")
}

func TestRelatedLinksAreRounded(t *testing.T) {
	got := linksOf("a", []search.Related{{ID: "b", Score: 1.0 / 3, Days: -1, Reasons: []search.Reason{{Kind: "place", Text: "Galway", Weight: 2.0 / 3,
		Here: []dateline.Span{{Start: 3, End: 9}}, There: []dateline.Span{{Start: 0, End: 6}}}}}})
	b, err := encode(got)
	require.NoError(t, err)
	assert.Equal(t, `{"id":"a","related":[{"id":"b","score":0.3333,"reasons":[{"kind":"place","text":"Galway","weight":0.6667,"here":[[3,9]],"there":[[0,6]]}],"days":null}]}`+"\n", string(b))
}

func TestRelatedRefuses(t *testing.T) {
	tests := map[string]struct {
		args []string
		says string
	}{
		"no article":   {[]string{"--index", "arch"}, "newsdesk: say which article: --id ID, or --all\n"},
		"one and all":  {[]string{"--index", "arch", "--id", "ferry", "--all"}, "newsdesk: say which article: --id ID, or --all\n"},
		"unknown id":   {[]string{"--index", "arch", "--id", "gone"}, `newsdesk: document "gone": no such document` + "\n"},
		"none to show": {[]string{"--index", "arch", "--all", "--limit=-1"}, "newsdesk: --limit: -1 is not at least 1\n"},
		"too many":     {[]string{"--index", "arch", "--all", "-k", "1000"}, "newsdesk: "},
		"pairs of one": {[]string{"--index", "arch", "--id", "ferry", "--pairs"}, "newsdesk: --pairs: goes with --all and --limit only\n"},
		"bad filter":   {[]string{"--index", "arch", "--all", "--filter", "writer:x"}, "newsdesk: query: "},
		"no archive":   {[]string{"--index", "gone", "--all"}, "newsdesk: gone: no archive here"},
	}
	indexed(t, nil)
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := newsdesk(t, "", append([]string{"related"}, tt.args...)...)
			assert.Equal(t, 2, r.code)
			assert.Empty(t, r.out)
			assert.True(t, strings.HasPrefix(r.err, tt.says), r.err)
		})
	}
}

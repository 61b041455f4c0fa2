package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestStories(t *testing.T) {
	indexed(t, nil)
	r := newsdesk(t, "", "stories", "--index", "arch", "--format", "jsonl")
	require.Equal(t, 0, r.code, r.err)
	got := map[string]string{}
	for line := range strings.Lines(r.out) {
		var one inStory
		require.NoError(t, json.Unmarshal([]byte(line), &one))
		got[one.ID] = one.Story
	}
	assert.Equal(t, map[string]string{"ferry": "ferry", "again": "ferry", "school": "school"}, got)

	r = newsdesk(t, "", "stories", "--index", "arch", "--format", "table")
	assert.Equal(t, 0, r.code, r.err)
	assert.Contains(t, r.out, "2 articles · 2 March 2026 to 5 March 2026\n")
	assert.Contains(t, r.out, "Ferry to Inishmore late")
	assert.NotContains(t, r.out, "Lusaka")
	assert.True(t, strings.HasSuffix(r.out, "\n1 story\n"))
	assert.Contains(t, newsdesk(t, "", "stories", "--index", "arch", "--format", "table", "--least", "1").out, "\n2 stories\n")
	assert.Equal(t, 2, newsdesk(t, "", "stories", "--index", "arch", "--least", "0").code)
	assert.Equal(t, 2, newsdesk(t, "", "stories", "--index", "gone").code)
}

package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/search"
)

const desks = `{"id":"ferries","query":"title:ferry -zebra"}

{"id":"engines","query":"\"broke down\" OR engin*"}
{"id":"zebras","query":"zebra"}
`

func TestAlerts(t *testing.T) {
	folder(t, map[string]string{"desk.jsonl": desks})
	r := newsdesk(t, wire, "alerts", "--queries", "desk.jsonl", "-")
	require.Equal(t, 0, r.code, r.err)
	got := map[string][]string{}
	dec := json.NewDecoder(strings.NewReader(r.out))
	for dec.More() {
		var a alerted
		require.NoError(t, dec.Decode(&a))
		got[a.Alert] = append(got[a.Alert], a.ID)
		assert.NotEmpty(t, a.Headline)
		require.NotEmpty(t, a.Matched)
		assert.NotEmpty(t, a.Matched[0].Clause)
		assert.NotNil(t, a.Matched[0].Spans)
	}
	assert.Equal(t, map[string][]string{"ferries": {"ferry", "again"}, "engines": {"ferry", "again"}}, got)

	tagged := newsdesk(t, wire, "tag", "-")
	again := newsdesk(t, tagged.out, "alerts", "--queries", "desk.jsonl", "--documents", "-")
	assert.Equal(t, r.out, again.out)
	assert.Contains(t, newsdesk(t, wire, "alerts", "--queries", "desk.jsonl", "--format", "table", "-").out, "ferries · ferry\n")
	assert.Equal(t, "[]\n", newsdesk(t, "", "alerts", "--queries", "desk.jsonl", "--format", "json", "-").out)
}

func TestAlertsRefuse(t *testing.T) {
	folder(t, map[string]string{"bad.jsonl": `{"id":"a","query":"oil ("}` + "\n{\n" + `{"query":"oil"}`})
	r := newsdesk(t, wire, "alerts", "--queries", "bad.jsonl", "-")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, `bad.jsonl:1: query: byte 4: "(": the bracket is not closed`)
	assert.Contains(t, r.err, "bad.jsonl:2: ")
	assert.Contains(t, r.err, "bad.jsonl:3: bad option: alert without id")
	assert.Contains(t, newsdesk(t, wire, "alerts", "--queries", "gone", "-").err, "--queries: open gone")
	_, err := readAlerts("bad.jsonl")
	assert.ErrorIs(t, err, search.ErrQuery)
}

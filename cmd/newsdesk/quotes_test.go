package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// saidWire has two articles with quotes, the newer one first.
var saidWire = strings.Join([]string{
	`{"id":"bridge","url":"https://example.org/bridge","title":"Bridge stays open","date":"2026-03-05","text":"“The bridge stays open,” Mayor Inés Lindqvist said on Monday.\n\nPolice warned that the northern lane was closed. “It is safe,” Lindqvist added."}`,
	`{"id":"port","title":"Port strike ends","date":"2026-03-02","text":"Mayor Inés Lindqvist said that the port would open on Tuesday.\n\n“We never had a choice,” said Peter Hallam, a spokesman for the union."}`,
	`{"id":"school","title":"School reopens","date":"2026-04-01","text":"Inés Lindqvist opened the school. “It is warm,” said Peter Hallam."}`,
}, "\n") + "\n"

func TestQuotesOfASpeaker(t *testing.T) {
	folder(t, nil)
	r := newsdesk(t, saidWire, "index", "--index", "arch", "-")
	require.Equal(t, 0, r.code, r.err)
	list := func(args ...string) (out []string) {
		t.Helper()
		r := newsdesk(t, "", append([]string{"quotes", "--index", "arch", "--format", "jsonl"}, args...)...)
		require.Equal(t, 0, r.code, r.err)
		for line := range strings.Lines(r.out) {
			var s said
			require.NoError(t, json.Unmarshal([]byte(line), &s))
			require.NotEmpty(t, s.Speaker)
			require.NotEmpty(t, s.Content)
			require.False(t, s.Published.IsZero())
			out = append(out, s.ID+": "+s.Text)
		}
		return out
	}
	open, safe, port := "bridge: “The bridge stays open,”", "bridge: “It is safe,”", "port: that the port would open on Tuesday"
	for name, c := range map[string]struct{ args, want []string }{
		"newest first":       {[]string{"--speaker", "Inés Lindqvist"}, []string{open, safe, port}},
		"case and accents":   {[]string{"--speaker", "ines  LINDQVIST"}, []string{open, safe, port}},
		"an alias":           {[]string{"--speaker", "Lindqvist"}, []string{open, safe}},
		"an id":              {[]string{"--speaker", "person:ines-lindqvist"}, []string{open, safe, port}},
		"direct ones":        {[]string{"--speaker", "Inés Lindqvist", "--direct"}, []string{open, safe}},
		"so many":            {[]string{"--speaker", "Inés Lindqvist", "-k", "1"}, []string{open}},
		"in some articles":   {[]string{"--speaker", "Inés Lindqvist", "--filter", "before:2026-03-04"}, []string{port}},
		"one who is no name": {[]string{"--speaker", "police"}, []string{"bridge: that the northern lane was closed"}},
		"nobody":             {[]string{"--speaker", "Nobody Known"}, nil},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, list(c.args...)) })
	}
	r = newsdesk(t, "", "quotes", "--index", "arch", "--speaker", "peter hallam", "--format", "table")
	require.Equal(t, 0, r.code, r.err)
	assert.Equal(t, "School reopens\n1 April 2026 · school\n   Peter Hallam: “It is warm,”\n\nPort strike ends\n2 March 2026 · port\n   Peter Hallam: “We never had a choice,”\n\n", r.out)
}

func TestQuotesRefuses(t *testing.T) {
	indexed(t, nil)
	for says, args := range map[string][]string{
		"newsdesk: --speaker: needs a name\n":                                            {"--speaker", " "},
		"newsdesk: --limit: -1 is not at least 1\n":                                      {"--speaker", "x", "--limit=-1"},
		"newsdesk: arch2: no archive here: make one with newsdesk index --index arch2\n": {"--speaker", "x", "--index", "arch2"},
	} {
		assert.Equal(t, result{2, "", says}, newsdesk(t, "", append([]string{"quotes", "--index", "arch"}, args...)...))
	}
}

func TestTagShowsQuotes(t *testing.T) {
	folder(t, map[string]string{"port.txt": "Port strike ends\n\nMayor Anna Lindqvist said that the port would open on Tuesday.\n\n“We never had a choice,” said Peter Hallam, a spokesman for the union.\n"})
	r := newsdesk(t, "", "tag", "--format", "table", "port.txt")
	require.Equal(t, 0, r.code, r.err)
	assert.Contains(t, r.out, "  Quotes        Peter Hallam: “We never had a choice,”\n                also by Anna Lindqvist\n")
}

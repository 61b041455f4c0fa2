package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestShowAndList(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": article("a1", story) + article("a2", "The bridge to Galway is shut.")})
	t.Setenv("NEWSDESK_INDEX", "arch")
	require.Equal(t, exitFine, newsdesk(t, "", "index", "wire.jsonl").code)

	r := newsdesk(t, "", "show", "a1", "--format", "table")
	require.Equal(t, exitFine, r.code, r.err)
	assert.Contains(t, r.out, "Maeve Conneely")
	r = newsdesk(t, "", "show", "a2", "none", "a1")
	assert.Equal(t, exitSome, r.code)
	assert.Contains(t, r.err, "none: no such article")
	docs := documents(t, r.out)
	require.Len(t, docs, 2)
	assert.Equal(t, "a2", docs[0].ID)

	r = newsdesk(t, "", "list", "--format", "table")
	require.Equal(t, exitFine, r.code, r.err)
	assert.Contains(t, r.out, "2 March 2026 · a1 Ferry late")
	assert.Contains(t, r.out, "a2")
	r = newsdesk(t, "", "list", "--filter", "bridge")
	assert.Equal(t, `{"id":"a2","url":"","headline":"Ferry late","published":"2026-03-02"}`+"\n", r.out)
	assert.NotContains(t, newsdesk(t, "", "list", "-k", "1").out, "}\n{")
	assert.Equal(t, exitUsage, newsdesk(t, "", "list", "--filter", "(").code)

	for _, format := range []string{"table", "jsonl", "json"} {
		r = newsdesk(t, "", "quotes", "--speaker", "Nobody Atall", "--format", format)
		assert.Equal(t, exitFine, r.code)
		assert.Contains(t, r.err, "none: there are no quotes of Nobody Atall")
	}
}

func TestVersionAndHelp(t *testing.T) {
	r := newsdesk(t, "", "--version")
	assert.Equal(t, exitFine, r.code)
	assert.Contains(t, r.out, "newsdesk ")
	r = newsdesk(t, "", "help", "tag")
	assert.Equal(t, exitFine, r.code)
	assert.Equal(t, newsdesk(t, "", "tag", "--help").out, r.out)
	assert.Equal(t, newsdesk(t, "", "--help").out, newsdesk(t, "", "help").out)
	assert.Equal(t, exitUsage, newsdesk(t, "", "help", "nothing").code)
}

package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// wire is three articles, two of them of one story.
var wire = strings.Join([]string{
	`{"id":"ferry","url":"https://example.org/ferry","title":"Ferry to Inishmore late","date":"2026-03-02","text":"The ferry to Inishmore was four hours late on Monday after its engine failed in Galway Bay. Maeve Conneely, the harbour master of Galway, apologised to the islanders."}`,
	`{"id":"again","url":"https://example.org/again","title":"Inishmore ferry fails again","date":"2026-03-05","text":"The ferry to Inishmore broke down again on Thursday. Maeve Conneely, the harbour master of Galway, said that its engine would be replaced."}`,
	`{"id":"school","title":"School reopens in Lusaka","date":"2026-04-01","text":"A school in Lusaka, Zambia, reopened on Wednesday after the flood. Bread & butter was served."}`,
}, "\n") + "\n"

func TestIndexMakesAndAdds(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire})
	r := newsdesk(t, "", "index", "--index", "arch", "wire.jsonl")
	assert.Equal(t, result{0, "", "newsdesk: 3 articles added, 3 in the archive\n"}, r)
	r = newsdesk(t, article("more", story), "index", "--index", "arch", "-")
	assert.Equal(t, result{0, "", "newsdesk: 1 article added, 4 in the archive\n"}, r)
	r = newsdesk(t, article("more", story), "index", "--index", "arch")
	assert.Equal(t, "newsdesk: 0 articles added, 1 there already, 4 in the archive\n", r.err)
}

func TestIndexGoesOnAfterBadArticles(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": "{\n" + wire + `{"id":"blank","text":" "}`})
	r := newsdesk(t, "", "index", "--index", "arch", "--errors", "bad.jsonl", "wire.jsonl")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.err, "newsdesk: wire.jsonl:1: not an article in JSON")
	assert.Contains(t, r.err, `newsdesk: wire.jsonl:5: page "blank": `)
	assert.Contains(t, r.err, "newsdesk: 3 articles added, 3 in the archive\nnewsdesk: 2 of 5 articles failed, kept in bad.jsonl\n")
	kept, err := os.ReadFile("bad.jsonl")
	require.NoError(t, err)
	assert.Equal(t, 2, strings.Count(string(kept), "\n"))
}

func TestIndexRefuses(t *testing.T) {
	tests := map[string]struct {
		args []string
		says string
	}{
		"no folder named":   {[]string{"index", "wire.jsonl"}, "newsdesk: missing flags: --index=DIR, or --desk=URL\n"},
		"empty name":        {[]string{"index", "--index=", "wire.jsonl"}, "newsdesk: missing flags: --index=DIR, or --desk=URL\n"},
		"folder of others":  {[]string{"index", "--index", "other", "wire.jsonl"}, "newsdesk: open \"other\": not an archive: the folder holds note.md\n"},
		"a file":            {[]string{"index", "--index", "wire.jsonl", "wire.jsonl"}, "newsdesk: open \"wire.jsonl\": not an archive: a file\n"},
		"missing article":   {[]string{"index", "--index", "arch", "gone.jsonl"}, "newsdesk: gone.jsonl: no such file or directory\n"},
		"folder of nothing": {[]string{"index", "--index", "arch", "other"}, "newsdesk: other: no articles: "},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			folder(t, map[string]string{"wire.jsonl": wire, "other/note.md": "not ours"})
			r := newsdesk(t, "", tt.args...)
			assert.Equal(t, 2, r.code)
			assert.Empty(t, r.out)
			assert.True(t, strings.HasPrefix(r.err, tt.says), r.err)
			assert.NoDirExists(t, "arch", "nothing is made in vain")
		})
	}
}

func TestIndexLosesNoErrorsOfTheRunBefore(t *testing.T) {
	const before = `{"id":"x","text":"Kept.","error":"e"}` + "\n"
	folder(t, map[string]string{"bad.jsonl": before, "other/note.md": "not ours"})
	r := newsdesk(t, "", "index", "--index", "other", "--errors", "bad.jsonl", "bad.jsonl")
	assert.Equal(t, 2, r.code)
	kept, err := os.ReadFile("bad.jsonl")
	require.NoError(t, err)
	assert.Equal(t, before, string(kept), "nothing was read")
	assert.NoFileExists(t, "bad.jsonl.part")
}

func TestIndexTakesDocuments(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire})
	tagged := newsdesk(t, "", "tag", "wire.jsonl").out
	r := newsdesk(t, tagged+"{}\n", "index", "--index", "tagged", "--documents", "-")
	assert.Equal(t, 1, r.code)
	assert.Equal(t, "newsdesk: stdin:4: invalid document: no id\nnewsdesk: 3 articles added, 3 in the archive\nnewsdesk: 1 of 4 articles failed\n", r.err)
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "pages", "wire.jsonl").code)
	for _, args := range [][]string{{"search", "ferry engine"}, {"related", "--all"}} {
		pages := newsdesk(t, "", append(args, "--index", "pages")...)
		require.NotEmpty(t, pages.out)
		assert.Equal(t, pages, newsdesk(t, "", append(args, "--index", "tagged")...))
	}
	r = newsdesk(t, tagged, "index", "--index", "tagged", "-")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.err, "this is a Document, the output of an analysis")
}

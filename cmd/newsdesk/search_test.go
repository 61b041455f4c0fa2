package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// indexed makes a folder with an archive in it, "arch".
func indexed(t *testing.T, files map[string]string) {
	t.Helper()
	folder(t, files)
	r := newsdesk(t, wire, "index", "--index", "arch", "-")
	require.Equal(t, 0, r.code, r.err)
}

func TestSearchWritesJSON(t *testing.T) {
	indexed(t, nil)
	r := newsdesk(t, "", "search", "--index", "arch", "--json", "ferry", "engine")
	require.Equal(t, 0, r.code, r.err)
	var got map[string]any
	require.NoError(t, json.Unmarshal([]byte(r.out), &got))
	assert.EqualValues(t, 2, got["total"])
	assert.Contains(t, got, "took_ms")
	assert.Contains(t, got["facets"], "month")
	hits := got["hits"].([]any)
	require.Len(t, hits, 2)
	first := hits[0].(map[string]any)
	for _, name := range []string{"id", "score", "headline", "published", "url", "fragments"} {
		assert.Contains(t, first, name)
	}
	fragment := first["fragments"].([]any)[0].(map[string]any)
	span := fragment["spans"].([]any)[0].([]any)
	word := fragment["text"].(string)[int(span[0].(float64)):int(span[1].(float64))]
	assert.Contains(t, []string{"ferry", "engine"}, strings.ToLower(word))

	assert.Equal(t, 2, strings.Count(newsdesk(t, "", "search", "--index", "arch", "ferry").out, "\n"), "a hit a line where there is no terminal")
	assert.Contains(t, newsdesk(t, "", "search", "--index", "arch", "butter").out, "Bread & butter")
	assert.Equal(t, `{"total":0,`, newsdesk(t, "", "search", "--index", "arch", "--json", "zebra").out[:11])
}

func TestSearchNarrowsAndSorts(t *testing.T) {
	indexed(t, nil)
	ids := func(args ...string) string {
		r := newsdesk(t, "", append([]string{"search", "--index", "arch"}, args...)...)
		require.Equal(t, 0, r.code, r.err)
		var ids []string
		for line := range strings.Lines(r.out) {
			var h hit
			require.NoError(t, json.Unmarshal([]byte(line), &h))
			ids = append(ids, h.ID)
		}
		return strings.Join(ids, " ")
	}
	assert.Equal(t, "school", ids("reopened"))
	assert.Equal(t, "again ferry", ids("--sort", "newest", "ferry"))
	assert.Equal(t, "ferry again", ids("--sort", "oldest", "ferry"))
	assert.Equal(t, "again", ids("-k", "1", "--sort", "newest", "ferry"))
	assert.Equal(t, "ferry", ids("-k", "1", "--offset", "1", "--sort", "newest", "ferry"))
	assert.Equal(t, "again", ids(`"broke down"`))
	assert.Equal(t, "again", ids("ferry after:2026-03-03"))
	assert.Equal(t, "", ids("zebra"))
}

func TestSearchGoesOnExplainsAndCorrects(t *testing.T) {
	indexed(t, nil)
	page := func(args ...string) (a answer) {
		t.Helper()
		r := newsdesk(t, "", append([]string{"search", "--index", "arch", "--json"}, args...)...)
		require.Equal(t, 0, r.code, r.err)
		require.NoError(t, json.Unmarshal([]byte(r.out), &a))
		return a
	}
	first := page("-k", "1", "ferry")
	require.NotEmpty(t, first.Next)
	second := page("-k", "1", "--cursor", first.Next, "ferry")
	require.Len(t, second.Hits, 1)
	assert.NotEqual(t, first.Hits[0].ID, second.Hits[0].ID)
	assert.Empty(t, second.Next)

	explained := page("--explain", "ferry").Hits[0]
	require.NotNil(t, explained.Explanation)
	assert.InDelta(t, explained.Score, explained.Explanation.Score, 1e-3)
	assert.Contains(t, newsdesk(t, "", "search", "--index", "arch", "--explain", "--format", "table", "ferry").out, " ferri: weight 1.00, idf ")

	assert.Equal(t, "school +reopened", page("school +reopned").DidYouMean)
	assert.Contains(t, newsdesk(t, "", "search", "--index", "arch", "schoool").err, "did you mean: school")
	assert.Contains(t, newsdesk(t, "", "search", "--index", "arch", "--format", "table", "schoool").out, "Did you mean: school\n")
	assert.Equal(t, "again", page("--sort", "blend", "--half-life", "1h", "ferry").Hits[0].ID)
	assert.GreaterOrEqual(t, page("--feedback", "ferry").Total, 2)
}

func TestSearchWritesATable(t *testing.T) {
	indexed(t, nil)
	r := newsdesk(t, "", "search", "--index", "arch", "--format", "table", "ferry")
	require.Equal(t, 0, r.code)
	assert.Contains(t, r.out, "1. ")
	assert.Contains(t, r.out, "Inishmore ferry fails again\n")
	assert.Contains(t, r.out, "   5 March 2026 · again\n   https://example.org/again\n")
	assert.Contains(t, r.out, "2 of 2 articles, ")
	for line := range strings.Lines(r.out) {
		assert.LessOrEqual(t, len([]rune(line)), 81)
	}
}

func TestSearchAnswersAFileOfQueries(t *testing.T) {
	indexed(t, map[string]string{"q.jsonl": `{"id":"q 1","text":"country:ZM ferry -\"engine"}` + "\n" + `{"id":"q2","text":"zebra"}` + "\n{\n" + `{"text":"no id"}` + "\n" + `{"id":"q5","text":"school"}`})
	r := newsdesk(t, "", "search", "--index", "arch", "--queries", "q.jsonl", "--run", "run.tsv", "-k", "100")
	assert.Equal(t, 1, r.code)
	assert.Contains(t, r.err, "newsdesk: q.jsonl:3: not an article in JSON")
	assert.Contains(t, r.err, "newsdesk: q.jsonl:4: query without id\n")
	run, err := os.ReadFile("run.tsv")
	require.NoError(t, err)
	rows := strings.Split(strings.TrimSpace(string(run)), "\n")
	require.Len(t, rows, 3, "query language is not read")
	for i, want := range []string{"q_1\tQ0\t", "q_1\tQ0\t", "q5\tQ0\tschool\t1\t"} {
		assert.True(t, strings.HasPrefix(rows[i], want), rows[i])
		assert.Len(t, strings.Fields(rows[i]), 6)
		assert.True(t, strings.HasSuffix(rows[i], "\tdateline"))
	}

	r = newsdesk(t, `{"id":1,"text":"school"}`, "search", "--index", "arch", "--queries", "-", "--run", "-")
	assert.Equal(t, 0, r.code)
	assert.True(t, strings.HasPrefix(r.out, "1\tQ0\tschool\t1\t"), r.out)
}

func TestSearchRefuses(t *testing.T) {
	tests := map[string]struct {
		args []string
		says string
	}{
		"no archive":         {[]string{"--index", "gone", "x"}, "newsdesk: gone: no archive here: make one with newsdesk index --index gone\n"},
		"empty folder":       {[]string{"--index", "empty", "x"}, "newsdesk: empty: no archive here: make one with newsdesk index --index empty\n"},
		"not an archive":     {[]string{"--index", ".", "x"}, "newsdesk: open \".\": not an archive: "},
		"no query":           {[]string{"--index", "arch"}, "newsdesk: no query: say what to look for\n"},
		"bad query":          {[]string{"--index", "arch", "country:Ruritania"}, "newsdesk: query: byte 0: \"country:Ruritania\": country:RURITANIA: "},
		"none to show":       {[]string{"--index", "arch", "-k", "0", "x"}, "newsdesk: --limit: 0 is not at least 1\n"},
		"too many":           {[]string{"--index", "arch", "-k", "100000", "x"}, "newsdesk: query: "},
		"queries alone":      {[]string{"--index", "arch", "--queries", "q.jsonl"}, "newsdesk: --queries: needs --run, and no query beside it\n"},
		"run alone":          {[]string{"--index", "arch", "--run", "r", "x"}, "newsdesk: --run: needs --queries\n"},
		"missing queries":    {[]string{"--index", "arch", "--queries", "q", "--run", "r"}, "newsdesk: --queries: open q: no such file or directory\n"},
		"two formats":        {[]string{"--index", "arch", "--json", "--format", "table", "x"}, "newsdesk: --json: is not --format table\n"},
		"run in a bad place": {[]string{"--index", "arch", "--queries", "-", "--run", "gone/r"}, "newsdesk: --run: open gone/r: no such file or directory\n"},
	}
	indexed(t, map[string]string{"empty/x": ""})
	require.NoError(t, os.Remove("empty/x"))
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := newsdesk(t, "", append([]string{"search"}, tt.args...)...)
			assert.Equal(t, 2, r.code)
			assert.Empty(t, r.out)
			assert.True(t, strings.HasPrefix(r.err, tt.says), r.err)
		})
	}
}

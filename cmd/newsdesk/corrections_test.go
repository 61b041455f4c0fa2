package main

import (
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/entities/train"
)

// TestCorrectionsOutliveTheArchive corrects an article at the desk, makes the archive anew, and
// exports what was corrected.
func TestCorrectionsOutliveTheArchive(t *testing.T) {
	folder(t, map[string]string{"wire.jsonl": wire})
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	code, log := serving(t, func(base string) {
		body := `{"kind":"label","text":"inishmore","to":{"label":"ORG"},"who":"Vera Quist"}`
		req, err := http.NewRequest(http.MethodPost, base+"/api/corrections", strings.NewReader(body))
		require.NoError(t, err)
		req.Header.Set("Authorization", "Bearer token of the desk")
		res, err := http.DefaultClient.Do(req)
		require.NoError(t, err)
		res.Body.Close()
		require.Equal(t, http.StatusCreated, res.StatusCode)
	}, "--index", "arch", "--token", "token of the desk", "--quiet")
	require.Equal(t, 0, code, log)
	require.FileExists(t, "arch.corrections.json")
	require.NoError(t, os.RemoveAll("arch"))
	require.Equal(t, 0, newsdesk(t, "", "index", "--index", "arch", "wire.jsonl").code)
	r := newsdesk(t, "", "search", "--index", "arch", "--format", "jsonl", "org:Inishmore")
	assert.NotEmpty(t, r.out, "the new archive has what was put right")
	r = newsdesk(t, "", "corrections", "export", "--index", "arch", "--format", "conll")
	require.Equal(t, 0, r.code, r.err)
	assert.Contains(t, r.out, "Inishmore\tB-ORG\n")
	columns, err := train.ReadCoNLL(strings.NewReader(r.out))
	require.NoError(t, err)
	require.NotEmpty(t, columns)
	r = newsdesk(t, "", "corrections", "export", "--index", "arch")
	lines, err := train.ReadJSONL(strings.NewReader(r.out))
	require.NoError(t, err)
	require.Len(t, lines, 2, "the articles that name it")
	for _, a := range lines {
		assert.True(t, slices.ContainsFunc(a.Spans, func(n train.Name) bool {
			return a.Text[n.Start:n.End] == "Inishmore" && n.Label == "ORG"
		}), a.ID)
	}
	model, err := train.Names(t.Context(), lines, train.Options{})
	require.NoError(t, err, "the trainer takes them")
	assert.NotEmpty(t, model)
	r = newsdesk(t, "", "corrections", "export", "--index", "arch", "--format", "names")
	require.Equal(t, 0, r.code, r.err)
	assert.Contains(t, r.out, "# Vera Quist, ")
	require.NoError(t, os.WriteFile("desk.tsv", []byte(r.out), 0o644))
	r = newsdesk(t, "", "index", "--index", "third", "--corrections", "arch.corrections.json", "--names", "desk.tsv", "wire.jsonl")
	require.Equal(t, 0, r.code, r.err)
	r = newsdesk(t, "", "names", "check", "desk.tsv")
	assert.Equal(t, 0, r.code, r.err)
	r = newsdesk(t, "", "index", "--index", "other", "--corrections", "none.json", "wire.jsonl")
	assert.Equal(t, 2, r.code)
	assert.Contains(t, r.err, "--corrections")
}

func TestBeside(t *testing.T) {
	dir := folder(t, map[string]string{"arch/x": ""})
	for _, index := range []string{"arch", "arch/", "./arch", "arch/../arch"} {
		name, err := beside(index, alertsSuffix)
		require.NoError(t, err)
		assert.Equal(t, filepath.Join(dir, "arch.alerts.json"), name)
	}
	t.Chdir(filepath.Join(dir, "arch"))
	name, err := beside(".", alertsSuffix)
	require.NoError(t, err)
	assert.Equal(t, filepath.Join(dir, "arch.alerts.json"), name, "never inside")
	_, err = beside("/", alertsSuffix)
	require.Error(t, err)
	name, err = beside("https://search:9200/news", alertsSuffix)
	require.NoError(t, err)
	assert.Equal(t, "newsdesk.alerts.json", name)
}

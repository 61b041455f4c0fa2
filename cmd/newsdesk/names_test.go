package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNamesCheck(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.csv")
	require.NoError(t, os.WriteFile(file, []byte("name,label,ids\nNordlys Lines,ORG,\nArk,ORG,Q5\nFrance,ORG,\n"), 0o600))
	r := newsdesk(t, "", "names", "check", file)
	assert.Equal(t, exitSome, r.code)
	assert.Contains(t, r.err, "line 3")
	assert.Contains(t, r.out, `clash: line 4: "France" is known as GPE too`)
	assert.Contains(t, r.out, "2 rows, 1 mistakes, 1 clashes\n")

	require.NoError(t, os.WriteFile(file, []byte("name,label\nNordlys Lines,ORG\n"), 0o600))
	r = newsdesk(t, "", "names", "check", file)
	assert.Equal(t, exitFine, r.code)
	assert.Equal(t, "1 rows, 0 mistakes, 0 clashes\n", r.out)
	assert.Equal(t, exitUsage, newsdesk(t, "", "names", "check", file+"x").code)
}

func TestOutlets(t *testing.T) {
	file := filepath.Join(t.TempDir(), "outlets.csv")
	page := `{"id":"a","url":"https://quay.example/a","text":"The library in Portland opens on Monday."}`
	require.NoError(t, os.WriteFile(file, []byte("site,home\nquay.example,US-ME\n"), 0o600))
	r := newsdesk(t, page, "tag", "--outlets", file)
	assert.Equal(t, exitFine, r.code, r.err)
	assert.Contains(t, r.out, `"geonames":4975802`)
	assert.NotContains(t, newsdesk(t, page, "tag").out, `"geonames":4975802`)

	require.NoError(t, os.WriteFile(file, []byte("quay.example,Maine\n"), 0o600))
	for _, command := range []string{"tag", "index", "serve"} {
		r = newsdesk(t, page, command, "--outlets", file)
		assert.Equal(t, exitUsage, r.code, command)
	}
	r = newsdesk(t, page, "tag", "--outlets", file)
	assert.Contains(t, r.err, `outlets.csv: outlets file line 1: home "Maine" is no ISO 3166 code`)
	assert.Equal(t, exitUsage, newsdesk(t, page, "tag", "--outlets", file+"x").code)
}

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

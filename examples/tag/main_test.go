package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	dir := t.TempDir()
	page := `<html lang="en"><head><title>Lunde in Tbilisi - The Courier</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Lunde flies to Tbilisi</h1><p>Prime Minister Kari Lunde flew to Tbilisi, Georgia, on Monday. Lunde will sign a treaty there on Tuesday.</p>
<p>The treaty on ferries was two years in the making, officials in Tbilisi said.</p></article></body></html>`
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.html"), []byte(page), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b.html"), nil, 0o644))
	var out bytes.Buffer
	require.NoError(t, run(t.Context(), []string{dir}, &out))
	assert.Contains(t, out.String(), "Lunde flies to Tbilisi (")
	assert.Regexp(t, `(?m)^. PERSON +\d× Kari Lunde / Lunde$`, out.String())
	assert.Regexp(t, `(?m)^. GPE +GE +\d× Tbilisi$`, out.String())
	assert.Regexp(t, `(?m)^about Georgia: \d+ % of the story$`, out.String())
	assert.Contains(t, out.String(), "b.html: ", "what fails is named")

	assert.ErrorContains(t, run(t.Context(), nil, &out), "no page")
}

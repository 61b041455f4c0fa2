package main

import (
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMan(t *testing.T) {
	r := newsdesk(t, "", "man")
	require.Equal(t, 0, r.code, r.err)
	for _, want := range []string{
		".TH NEWSDESK 1", "newsdesk \\- tag, keep", ".SS newsdesk tag [<file> ...] [flags]\n", ".SS newsdesk names check <file>",
		".B \\-k, \\-\\-limit=10\n", ".SH EXIT STATUS\n0 fine",
	} {
		assert.Contains(t, r.out, want)
	}
	assert.NotContains(t, r.out, ".nf\nnewsdesk", "an example keeps its indent")
	for l := range strings.Lines(r.out) {
		if strings.HasPrefix(l, ".") {
			assert.Regexp(t, `^\.(TH|SH|SS|PP|TP|B|I|nf|fi)\b`, l, "no text is taken for a request")
		}
		assert.False(t, strings.HasPrefix(l, "'"), l)
	}
}

func TestManIsASCII(t *testing.T) {
	assert.Equal(t, `caf\[u00E9] \-\- \(aqa\(aq`, roff("café -- 'a'"))
	assert.NotRegexp(t, `[^\x00-\x7f]`, newsdesk(t, "", "man").out)
}

// TestManInGroff holds the page to what groff takes without a warning.
func TestManInGroff(t *testing.T) {
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("no groff here")
	}
	cmd := exec.Command(groff, "-man", "-Tutf8", "-ww")
	cmd.Stdin = strings.NewReader(newsdesk(t, "", "man").out)
	var warnings strings.Builder
	cmd.Stderr = &warnings
	page, err := cmd.Output()
	require.NoError(t, err, warnings.String())
	assert.Empty(t, warnings.String())
	assert.Contains(t, string(page), "newsdesk tag --errors bad.jsonl wire.jsonl", "examples stay on their line")
}

package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// result is what a run of the program left.
type result struct {
	code     int
	out, err string
}

// newsdesk runs the program with a standard input.
func newsdesk(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	return feed(t, strings.NewReader(stdin), args...)
}

func feed(t *testing.T, stdin io.Reader, args ...string) result {
	t.Helper()
	var out, err bytes.Buffer
	code := run(t.Context(), args, stdin, &out, &err)
	return result{code, out.String(), err.String()}
}

// folder makes a folder with files, and makes it the working one.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	t.Chdir(dir)
	return dir
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"-h"}, {"tag", "--help"}, {"tag", "--workers", "2", "-h", "x"}} {
		r := newsdesk(t, "", args...)
		assert.Equal(t, 0, r.code, args)
		assert.Contains(t, r.out, "Usage: newsdesk")
		assert.Empty(t, r.err)
		for line := range strings.Lines(r.out) {
			assert.LessOrEqual(t, len([]rune(line)), 81, line)
		}
	}
}

func TestWrongUse(t *testing.T) {
	tests := map[string]struct {
		args []string
		says string
	}{
		"no command":       {nil, `newsdesk: expected`},
		"unknown command":  {[]string{"tagg"}, `newsdesk: unexpected argument tagg`},
		"unknown flag":     {[]string{"tag", "--frmat", "json"}, "newsdesk: unknown flag --frmat, did you mean \"--format\"?\nnewsdesk: see: newsdesk tag --help\n"},
		"unknown format":   {[]string{"tag", "--format", "docx"}, `newsdesk: --format must be one of "auto","table","json","jsonl","jsonld","ninjs","markdown","text","csv","html" but got "docx"`},
		"not a number":     {[]string{"tag", "--workers", "two"}, `newsdesk: --workers: expected a valid 64 bit int but got "two"`},
		"negative workers": {[]string{"tag", "--workers=-1", "-"}, `newsdesk: bad option: -1 workers`},
		"missing file":     {[]string{"tag", "gone.html", "note.txt"}, "newsdesk: gone.html: no such file or directory\n"},
		"two missing":      {[]string{"tag", "gone.html", "*.htm"}, "newsdesk: gone.html: no such file or directory\nnewsdesk: *.htm: no articles: the pattern matches no file\n"},
		"empty folder":     {[]string{"tag", "none"}, "newsdesk: none: no articles: the folder holds no .txt, .html, .htm, "},
		"unknown kind":     {[]string{"tag", "none/README.md"}, "newsdesk: none/README.md: unknown kind of file"},
		"errors in folder": {[]string{"tag", "--errors", "none", "note.txt"}, "newsdesk: --errors: none is a folder\n"},
		"errors nowhere":   {[]string{"tag", "--errors", "gone/bad.jsonl", "note.txt"}, "newsdesk: --errors: open gone/bad.jsonl.part: no such file or directory\n"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			folder(t, map[string]string{"note.txt": "A note.", "none/README.md": "no"})
			r := newsdesk(t, `{"text":"x"}`, tt.args...)
			assert.Equal(t, 2, r.code)
			assert.Empty(t, r.out)
			assert.True(t, strings.HasPrefix(r.err, tt.says), r.err)
		})
	}
}

// closedPipe is a reader's end that went away.
type closedPipe struct{ left int }

func (p *closedPipe) Write(b []byte) (int, error) {
	if p.left--; p.left < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(b), nil
}

func TestBrokenPipeEndsQuietly(t *testing.T) {
	var stderr bytes.Buffer
	in := strings.Repeat(`{"text":"The ferry was late."}`+"\n", 100)
	code := run(t.Context(), []string{"tag"}, strings.NewReader(in), &closedPipe{left: 2}, &stderr)
	assert.Equal(t, 0, code)
	assert.Empty(t, stderr.String())
}

func TestInterruptEndsAWaitingRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	silent, w := io.Pipe() // never says anything
	defer w.Close()
	var out, stderr bytes.Buffer
	done := make(chan int)
	go func() { done <- run(ctx, []string{"tag", "-"}, silent, &out, &stderr) }()
	cancel()
	assert.Equal(t, 130, <-done)
	assert.Equal(t, "newsdesk: interrupted\n", stderr.String())
}

package main

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/token"
)

func TestSample(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.jsonl")
	require.NoError(t, os.WriteFile(file, []byte(`{"id":"b","text":"Rain fell. She left."}
{"id":"a","text":"It's a well-made plan."}
`), 0o644))
	for _, c := range []struct {
		name   string
		budget int
		want   string
	}{
		{"all", 100, "It\t's a well-made plan\t.\nRain fell\t.\nShe left\t.\n"},
		{"first document only", 1, "It\t's a well-made plan\t.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			w := bufio.NewWriter(&out)
			require.NoError(t, sample(w, file, c.budget))
			require.NoError(t, w.Flush())
			assert.Equal(t, c.want, out.String())
		})
	}
}

func TestWriteCut(t *testing.T) {
	text := "A well-made plan- of 15-year"
	var b token.Buffer
	b.Segment(text, nil)
	var out bytes.Buffer
	w := bufio.NewWriter(&out)
	write(w, text, b.SentenceTokens(0), true)
	require.NoError(t, w.Flush())
	assert.Equal(t, "A well\t-\tmade plan\t- of 15-year\n", out.String())
}

func TestReadFaults(t *testing.T) {
	dir := t.TempDir()
	_, err := read(filepath.Join(dir, "none"))
	require.Error(t, err)
	broken := filepath.Join(dir, "b.jsonl")
	require.NoError(t, os.WriteFile(broken, []byte(`{"id":`), 0o644))
	_, err = read(broken)
	require.Error(t, err)
}

package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/token"
)

// files writes the trainer's input in small and returns its configuration.
func files(t *testing.T, sentences, tags string) config {
	t.Helper()
	dir := t.TempDir()
	c := config{data: dir, sentences: filepath.Join(dir, "s.txt"), tags: filepath.Join(dir, "t.txt"), out: filepath.Join(dir, "out.bin"), gum: 2}
	require.NoError(t, os.Mkdir(filepath.Join(dir, "pos"), 0o755))
	gum := `{"id":"a","text":"Rain fell. She didn't pay.","sents":[[[0,4,"NN"],[5,9,"VBD"],[9,10,"."]],` +
		`[[11,14,"PRP"],[15,21,"VBD",1],[15,21,"RB",1],[22,25,"VB"],[25,26,"."]]]}` + "\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "pos", "gum_train.jsonl"), []byte(gum), 0o644))
	require.NoError(t, os.WriteFile(c.sentences, []byte(sentences), 0o644))
	require.NoError(t, os.WriteFile(c.tags, []byte(tags), 0o644))
	return c
}

func TestReadSilver(t *testing.T) {
	c := files(t, "The United States —\tplan\t.\nA\t-\tb\n", "DT NNP NNP HYPH NN .\nNN , NN\n")
	got, err := readSilver(c.sentences, c.tags)
	require.NoError(t, err)
	require.Len(t, got, 2)
	assert.Equal(t, "The United States —plan.", got[0].Text)
	var tags []string
	for _, e := range got {
		for _, tok := range e.Tokens {
			tags = append(tags, e.Text[tok.Start:tok.End]+"/"+tok.Tag)
		}
	}
	assert.Equal(t, []string{"The/DT", "United/NNP", "States/NNPS", "—/:", "plan/NN", "./.", "A/NN", "-/HYPH", "b/NN"}, tags)
}

func TestReadSilverFaults(t *testing.T) {
	for name, in := range map[string][2]string{
		"fewer lines":  {"a b\nc\n", "NN NN\n"},
		"too few tags": {"a b\n", "NN\n"},
		"too many":     {"a b\n", "NN NN NN\n"},
	} {
		t.Run(name, func(t *testing.T) {
			c := files(t, in[0], in[1])
			_, err := readSilver(c.sentences, c.tags)
			require.Error(t, err)
		})
	}
}

func TestReadGUM(t *testing.T) {
	c := files(t, "", "")
	got, err := readGUM(filepath.Join(c.data, "pos", "gum_train.jsonl"), 2)
	require.NoError(t, err)
	require.Len(t, got, 2)
	assert.Equal(t, "She didn't pay.", got[1].Text)
	require.Len(t, got[1].Tokens, 5, "didn't is cut in two")
	assert.Equal(t, "RB", got[1].Tokens[2].Tag)
	assert.Equal(t, 2, got[1].Weight)
}

// TestRun makes the same file from the same data twice.
func TestRun(t *testing.T) {
	c := files(t, "Rain fell\t.\nShe paid\t.\n", "NN VBD .\nPRP VBD .\n")
	var out [2][]byte
	for i := range out {
		require.NoError(t, c.run())
		var err error
		out[i], err = os.ReadFile(c.out)
		require.NoError(t, err)
	}
	assert.NotEmpty(t, out[0])
	assert.Equal(t, out[0], out[1])
	c.opt = token.LearnOptions{Epochs: 1}
	c.tags = filepath.Join(c.data, "none")
	require.Error(t, c.run())
}

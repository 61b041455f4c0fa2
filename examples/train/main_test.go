package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTrainAndTry(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the trainer")
	}
	model := filepath.Join(t.TempDir(), "model.bin")
	var log, out bytes.Buffer
	require.NoError(t, train("testdata/harbour.conll", model, &log), log.String())
	assert.Contains(t, log.String(), "sentences")
	require.NoError(t, try(model, "Skipper Mira Ekre sailed from Skarvik, said the Hammerby Line.", &out))
	assert.Equal(t, "PERSON Mira Ekre\nGPE Skarvik\nORG Hammerby Line\n", out.String())
}

func TestRead(t *testing.T) {
	list, err := read(strings.NewReader("-DOCSTART- -X- O O\n\nAda NNP B-NP B-PER\nLovelace NNP I-NP I-PER\nleft VBD O O\n\nLondon NNP B-NP B-LOC\nParis NNP B-NP B-LOC\n\n-DOCSTART- -X- O O\n\nActon I-PER"))
	require.NoError(t, err)
	assert.Equal(t, []article{
		{"article 1", "Ada Lovelace left\nLondon Paris\n", []name{{0, 12, "PER"}, {18, 24, "LOC"}, {25, 30, "LOC"}}},
		{"article 2", "Acton", []name{{0, 5, "PER"}}},
	}, list)

	_, err = read(strings.NewReader("Ada B-PER\nLovelace\n"))
	assert.ErrorContains(t, err, `line 2: "Lovelace" has no label`)
	assert.Error(t, train("testdata/none.conll", "", nil))
}

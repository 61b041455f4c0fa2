package main

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTrainAndTry(t *testing.T) {
	model := filepath.Join(t.TempDir(), "model.bin")
	var log, out bytes.Buffer
	require.NoError(t, fit(t.Context(), "testdata/harbour.conll", model, &log))
	assert.Contains(t, log.String(), "round 20: loss")
	require.NoError(t, try(t.Context(), model, "Skipper Mira Ekre sailed from Skarvik, said the Hammerby Line.", &out))
	assert.Equal(t, "PERSON Mira Ekre\nGPE Skarvik\nORG Hammerby Line\n", out.String())
	assert.Error(t, fit(t.Context(), "testdata/none.conll", model, &log))
}

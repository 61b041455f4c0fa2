package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/page"
)

// TestSameBytes fits the model anew and compares it with the committed one.
func TestSameBytes(t *testing.T) {
	if testing.Short() {
		t.Skip("fits the classifier, which takes some seconds")
	}
	if os.Getenv("DATELINE_EVAL") == "" {
		t.Setenv("DATELINE_EVAL", filepath.Join("..", "..", "..", "..", "shared", "eval"))
	}
	if _, err := os.Stat(filepath.Join(os.Getenv("DATELINE_EVAL"), "extract")); err != nil {
		t.Skip("no evaluation data; set DATELINE_EVAL to its folder")
	}
	_, all, err := load()
	require.NoError(t, err)
	want, err := os.ReadFile(filepath.Join("..", "..", "page", "model_data.go"))
	require.NoError(t, err)
	m := fit(all, func(string) bool { return true })
	assert.True(t, string(want) == string(source(m)), "run go generate ./internal/page")
}

// The model card has the coefficients in use.
func TestCardIsTheModel(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "docs", "model-card.md"))
	require.NoError(t, err)
	want, err := withTable(string(b), page.Fitted())
	require.NoError(t, err)
	assert.True(t, want == string(b), "run go run ./internal/train/page -card")
	_, err = withTable("no card", page.Fitted())
	assert.Error(t, err)
}

func TestLogistic(t *testing.T) {
	t.Parallel()
	var rows []row
	for i := range 400 {
		x := float64(i%20)/10 - 1
		f := []page.Feature{{At: 0, Value: 1}, {At: 1, Value: x}}
		rows = append(rows, row{f, x > 0.25, 1})
	}
	w := logistic(rows, 2)
	assert.Negative(t, w[0])
	assert.Positive(t, w[1])
	assert.InDelta(t, 0.25, -w[0]/w[1], 0.1, "the border between the two")
}

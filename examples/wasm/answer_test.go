package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
)

func TestAnswer(t *testing.T) {
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)

	var doc dateline.Document
	require.NoError(t, json.Unmarshal([]byte(answer(a, "<h1>Lunde flies to Tbilisi</h1><p>Kari Lunde flew to Tbilisi.</p>")), &doc))
	assert.Equal(t, "Lunde flies to Tbilisi", doc.Headline)
	assert.NotEmpty(t, doc.Entities)
	assert.Empty(t, doc.Tokens)

	var failed map[string]string
	require.NoError(t, json.Unmarshal([]byte(answer(a, " ")), &failed))
	assert.Contains(t, failed["error"], dateline.ErrEmpty.Error())
}

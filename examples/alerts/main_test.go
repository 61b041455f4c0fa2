package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, run(t.Context(), &out))
	assert.Equal(t, `story 1: tell shipping: ferry: ferry
story 1: tell shipping: harbour: harbour
story 1: tell shipping: strik*: striking
story 2: tell liberty: "press freedom": press freedom
story 2: tell liberty: censro~1: censor
`, out.String())
}

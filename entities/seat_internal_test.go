package entities

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

// TestSeat takes a town before "MP" for the town, and leaves parties that are called like one alone.
func TestSeat(t *testing.T) {
	assert.Equal(t, dateline.GPE, labelsOf(t, "The Exeter MP, Ben Holt, said he would vote against the bill.")["Exeter"])
	assert.NotEqual(t, dateline.GPE, labelsOf(t, "The Union MP, Ben Holt, said he would vote against the bill.")["Union"])
	assert.NotEqual(t, dateline.GPE, labelsOf(t, "The Labour MP, Ben Holt, said he would vote against it.")["Labour"])
}

package nl_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang/nl"
)

func TestPack(t *testing.T) {
	p := nl.Pack()
	assert.Same(t, p, nl.Pack())
	assert.Equal(t, "nl", p.Code)
	assert.Equal(t, p.Stem("minister"), p.Stem("ministers"))
	assert.NotNil(t, p.Places)
	assert.Contains(t, p.Lacks(), "names")
	assert.Nil(t, nl.Words().Places, "words alone")
}

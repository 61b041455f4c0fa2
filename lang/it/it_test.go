package it_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang/it"
)

func TestPack(t *testing.T) {
	p := it.Pack()
	assert.Same(t, p, it.Pack())
	assert.Equal(t, "it", p.Code)
	assert.Equal(t, p.Stem("ponte"), p.Stem("ponti"))
	assert.NotNil(t, p.Places)
	assert.Contains(t, p.Lacks(), "names")
	assert.Nil(t, it.Words().Places, "words alone")
}

package de_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/de"
)

func TestPack(t *testing.T) {
	p := de.Pack()
	assert.Same(t, p, de.Pack())
	assert.Equal(t, "de", p.Code)
	assert.Equal(t, p.Stem("brücke"), p.Stem("brücken"))
	assert.True(t, p.Lexicon.Is("in", lang.TaggerWhere))
	assert.NotNil(t, p.Names)
	assert.LessOrEqual(t, len(p.Names.Bytes())+len(p.Clusters.Bytes())+len(p.Places.Bytes()), 5<<20)
	assert.Nil(t, de.Words().Names, "words alone")
}

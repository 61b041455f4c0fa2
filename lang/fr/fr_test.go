package fr_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/fr"
)

func TestPack(t *testing.T) {
	p := fr.Pack()
	assert.Same(t, p, fr.Pack())
	assert.Equal(t, "fr", p.Code)
	assert.Equal(t, p.Stem("manifestation"), p.Stem("manifestations"))
	assert.True(t, p.Lexicon.Is("l", lang.Elided))
	assert.NotNil(t, p.Names)
	assert.LessOrEqual(t, len(p.Names.Bytes())+len(p.Clusters.Bytes())+len(p.Places.Bytes()), 5<<20)
	assert.Nil(t, fr.Words().Names, "words alone")
}

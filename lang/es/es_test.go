package es_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/es"
)

func TestPack(t *testing.T) {
	p := es.Pack()
	assert.Same(t, p, es.Pack())
	assert.Equal(t, "es", p.Code)
	assert.Equal(t, p.Stem("puente"), p.Stem("puentes"))
	assert.True(t, p.Lexicon.Is("en", lang.TaggerWhere))
	assert.NotNil(t, p.Names)
	assert.LessOrEqual(t, len(p.Names.Bytes())+len(p.Clusters.Bytes())+len(p.Places.Bytes()), 5<<20)
	assert.Nil(t, es.Words().Names, "words alone")
}

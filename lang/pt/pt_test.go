package pt_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang/pt"
)

func TestPack(t *testing.T) {
	p := pt.Pack()
	assert.Same(t, p, pt.Pack())
	assert.Equal(t, "pt", p.Code)
	assert.Equal(t, p.Stem("ponte"), p.Stem("pontes"))
	assert.NotNil(t, p.Places)
	assert.Contains(t, p.Lacks(), "names")
	assert.Nil(t, pt.Words().Places, "words alone")
}

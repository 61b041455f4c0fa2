package stems_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/stems"
)

func TestFor(t *testing.T) {
	for _, c := range []struct{ code, stop, one, other string }{
		{"ar", "من", "كتاب", "الكتاب"},
		{"da", "ikke", "havnen", "havnene"},
		{"fi", "ja", "talossa", "talot"},
		{"ga", "agus", "bpáirc", "páirc"},
		{"hu", "és", "házban", "házak"},
		{"no", "ikke", "båten", "båter"},
		{"ro", "este", "orașul", "oraşului"},
		{"ru", "и", "газета", "газету"},
		{"sv", "och", "båten", "båtar"},
		{"tr", "ve", "ülkeler", "ülke"},
	} {
		p := stems.For(c.code)
		require.NotNil(t, p, c.code)
		assert.True(t, p.Lexicon.Is(c.stop, lang.SearchStop), c.stop)
		assert.Equal(t, p.Stem(c.one), p.Stem(c.other), c.code)
		assert.Same(t, p, stems.For(c.code))
	}
	assert.Nil(t, stems.For("en"))
	for _, code := range stems.Codes() {
		require.NotNil(t, stems.For(code), code)
	}
}

package en_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang/en"
)

func TestSingular(t *testing.T) {
	singular := en.Words().Singular
	for _, pair := range [][2]string{
		{"election", "elections"}, {"party", "parties"}, {"movie", "movies"}, {"bus", "buses"}, {"house", "houses"},
		{"church", "churches"},
		{"wolf", "wolves"}, {"knife", "knives"}, {"reserve", "reserves"}, {"hero", "heroes"}, {"virus", "viruses"},
		{"child", "children"}, {"crisis", "crises"},
		{"plane", "planes"},
	} {
		assert.Equal(t, singular(pair[0]), singular(pair[1]), pair[0])
	}
	for _, pair := range [][2]string{
		{"response", "responsibility"}, {"plan", "planes"}, {"protest", "protesters"}, {"ship", "shipping"},
		{"care", "cars"}, {"new", "news"},
	} {
		assert.NotEqual(t, singular(pair[0]), singular(pair[1]), pair[0])
	}
	assert.Empty(t, singular(""))
}

package concept

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/lang/en"
)

func TestSingular(t *testing.T) {
	for _, pair := range [][2]string{{"election", "elections"}, {"party", "parties"}, {"movie", "movies"}, {"bus", "buses"}, {"house", "houses"}, {"church", "churches"},
		{"wolf", "wolves"}, {"knife", "knives"}, {"reserve", "reserves"}, {"hero", "heroes"}, {"virus", "viruses"}, {"child", "children"}, {"crisis", "crises"}, {"plane", "planes"}} {
		assert.Equal(t, newNumbering(en.Words().Lexicon).singular(pair[0]), newNumbering(en.Words().Lexicon).singular(pair[1]), pair[0])
	}
	for _, pair := range [][2]string{{"response", "responsibility"}, {"plan", "planes"}, {"protest", "protesters"}, {"ship", "shipping"}, {"care", "cars"}, {"new", "news"}} {
		assert.NotEqual(t, newNumbering(en.Words().Lexicon).singular(pair[0]), newNumbering(en.Words().Lexicon).singular(pair[1]), pair[0])
	}
	assert.Empty(t, newNumbering(en.Words().Lexicon).singular(""))
}

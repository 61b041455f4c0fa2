// Package pt is Portuguese: its words as tables. It has no fitted model: names are countries, capitals, known towns and
// bodies, and people by their first names.
package pt

import (
	"embed"
	"strings"

	"github.com/blevesearch/snowballstem/portuguese"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/internal/builtin"
)

//go:embed lexicon/*.tsv
var tables embed.FS

//go:embed places.tsv
var places []byte

var words, pack builtin.Once

// Words returns Portuguese without what it calls places: words and stems. Every call returns the same pack.
func Words() *lang.Pack {
	return words.Pack(func() *lang.Pack {
		return &lang.Pack{Code: "pt", Case: lang.CaseNames, Lexicon: builtin.Lexicon(tables), Stem: stem,
			Values: dates()}
	})
}

// Pack returns Portuguese. Every call returns the same pack.
func Pack() *lang.Pack {
	return pack.Pack(func() *lang.Pack {
		p := *Words()
		p.Places = lang.NewModel(places)
		return &p
	})
}

// endings are the ends of words as people type them who leave accents out, and as they are spelled: the stemmer knows
// them by their accents.
var endings = [...][2]string{{"coes", "ções"}, {"oes", "ões"}, {"cao", "ção"}, {"ao", "ão"}}

// stem is snowball's stemmer of Portuguese.
func stem(word string) string {
	for _, e := range endings {
		if front, ok := strings.CutSuffix(word, e[0]); ok {
			word = front + e[1]
			break
		}
	}
	return builtin.Snowball(portuguese.Stem, word)
}

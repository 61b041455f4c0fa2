// Package es is Spanish: its words as tables, and the models that were fitted on Spanish text.
//
// [Pack] is the whole language. [Words] is the language without its models, for programs that only look words up.
package es

import (
	"embed"
	"strings"

	"github.com/kljensen/snowball/spanish"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/internal/builtin"
)

//go:embed lexicon/*.tsv
var tables embed.FS

//go:embed names.bin
var names []byte

//go:embed clusters.bin
var clusters []byte

//go:embed places.tsv
var places []byte

var words, pack builtin.Once

// Words returns Spanish without models: words and stems. Every call returns the same pack.
func Words() *lang.Pack {
	return words.Pack(func() *lang.Pack {
		return &lang.Pack{Code: "es", Case: lang.CaseNames, Lexicon: builtin.Lexicon(tables), Stem: stem,
			Values: dates()}
	})
}

// Pack returns Spanish. Every call returns the same pack.
func Pack() *lang.Pack {
	return pack.Pack(func() *lang.Pack {
		p := *Words()
		p.Names, p.Clusters, p.Places = lang.NewModel(names), lang.NewModel(clusters), lang.NewModel(places)
		return &p
	})
}

// stem is snowball's stemmer of Spanish; stop words are stemmed too. It knows "-ción" by its accent, which people who
// type leave out.
func stem(word string) string {
	if front, ok := strings.CutSuffix(word, "ion"); ok {
		word = front + "ión"
	}
	return spanish.Stem(word, false)
}

// Package nl is Dutch: its words as tables. It has no fitted model: names are countries, capitals, known towns and
// bodies, and people by their first names.
package nl

import (
	"embed"

	"github.com/blevesearch/snowballstem/dutch"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/internal/builtin"
)

//go:embed lexicon/*.tsv
var tables embed.FS

//go:embed places.tsv
var places []byte

var words, pack builtin.Once

// Words returns Dutch without what it calls places: words and stems. Every call returns the same pack.
func Words() *lang.Pack {
	return words.Pack(func() *lang.Pack {
		return &lang.Pack{Code: "nl", Case: lang.CaseNames, Lexicon: builtin.Lexicon(tables), Stem: stem,
			Values: dates()}
	})
}

// Pack returns Dutch. Every call returns the same pack.
func Pack() *lang.Pack {
	return pack.Pack(func() *lang.Pack {
		p := *Words()
		p.Places = lang.NewModel(places)
		return &p
	})
}

// stem is snowball's stemmer of Dutch.
func stem(word string) string { return builtin.Snowball(dutch.Stem, word) }

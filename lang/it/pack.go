// Package it is Italian: its words as tables. It has no fitted model: names are countries, capitals, known towns and
// bodies, and people by their first names.
package it

import (
	"embed"

	"github.com/blevesearch/snowballstem/italian"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/internal/builtin"
)

//go:embed lexicon/*.tsv
var tables embed.FS

//go:embed places.tsv
var places []byte

var words, pack builtin.Once

// Words returns Italian without what it calls places: words and stems. Every call returns the same pack.
func Words() *lang.Pack {
	return words.Pack(func() *lang.Pack {
		return &lang.Pack{Code: "it", Case: lang.CaseNames, Lexicon: builtin.Lexicon(tables), Stem: stem,
			Values: dates()}
	})
}

// Pack returns Italian. Every call returns the same pack.
func Pack() *lang.Pack {
	return pack.Pack(func() *lang.Pack {
		p := *Words()
		p.Places = lang.NewModel(places)
		return &p
	})
}

// stem is snowball's stemmer of Italian.
func stem(word string) string { return builtin.Snowball(italian.Stem, word) }

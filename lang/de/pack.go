// Package de is German: its words as tables, and the models that were fitted on German text.
//
// [Pack] is the whole language. [Words] is the language without its models, for programs that only look words up.
package de

import (
	"embed"
	"strings"

	"github.com/blevesearch/snowballstem/german"

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

// Words returns German without models: words and stems. Every call returns the same pack.
func Words() *lang.Pack {
	return words.Pack(func() *lang.Pack {
		return &lang.Pack{Code: "de", Case: lang.CaseNouns, Lexicon: builtin.Lexicon(tables), Stem: stem,
			Values: dates()}
	})
}

// Pack returns German. Every call returns the same pack.
func Pack() *lang.Pack {
	return pack.Pack(func() *lang.Pack {
		p := *Words()
		p.Names, p.Clusters, p.Places = lang.NewModel(names), lang.NewModel(clusters), lang.NewModel(places)
		return &p
	})
}

// umlauts are what stands for an umlaut where a keyboard or a name has none: "Haeuser". Behind q and behind a vowel
// the "ue" is no such thing: "Quelle", "neue".
var umlauts = strings.NewReplacer("que", "que", "aue", "aue", "eue", "eue", "ae", "ä", "oe", "ö", "ue", "ü")

// stem is snowball's stemmer of German.
func stem(word string) string { return builtin.Snowball(german.Stem, umlauts.Replace(word)) }

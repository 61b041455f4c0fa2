// Package de is German: its words as tables, and the models that were fitted on German text.
//
// [Pack] is the whole language. [Words] is the language without its models, for programs that only look words up.
package de

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/german"

	"github.com/dateline-go/dateline/lang"
)

//go:embed lexicon/*.tsv
var tables embed.FS

//go:embed names.bin
var names []byte

//go:embed clusters.bin
var clusters []byte

//go:embed places.tsv
var places []byte

// The packs are made on first use and then shared. They are plain variables beside a sync.Once, so that a program that
// never calls Pack does not link the models.
var (
	wordsOnce, packOnce sync.Once
	words, pack         *lang.Pack
)

// Words returns German without models: words and stems. Every call returns the same pack.
func Words() *lang.Pack {
	wordsOnce.Do(func() {
		words = &lang.Pack{Code: "de", Case: lang.CaseNouns, Lexicon: readTables(), Stem: stem}
	})
	return words
}

// Pack returns German. Every call returns the same pack.
func Pack() *lang.Pack {
	packOnce.Do(func() {
		p := *Words()
		p.Names, p.Clusters, p.Places = lang.NewModel(names), lang.NewModel(clusters), lang.NewModel(places)
		pack = &p
	})
	return pack
}

// stem is snowball's stemmer of German.
func stem(word string) string {
	env := snowballstem.NewEnv(word)
	german.Stem(env)
	return env.Current()
}

// readTables reads the tables. They are part of the program and a test reads them, so an error is a fault of ours that
// cannot reach a user.
func readTables() *lang.Lexicon {
	folder, err := fs.Sub(tables, "lexicon")
	if err != nil {
		panic(fmt.Sprintf("de: %v", err))
	}
	l, err := lang.ReadLexicon(folder)
	if err != nil {
		panic(fmt.Sprintf("de: %v", err))
	}
	return l
}

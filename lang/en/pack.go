// Package en is English: its words as tables, and the models that were fitted on English text.
//
// [Pack] is the whole language. [Words] is the language without its models, for programs that only look words up: the
// linker leaves the models out of a program that never calls Pack.
package en

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"github.com/dateline-go/dateline/lang"
)

//go:embed lexicon/*.tsv
var tables embed.FS

//go:embed tagger.bin
var tagger []byte

//go:embed names.bin
var names []byte

//go:embed frequencies.bin
var frequencies []byte

// The packs are made on first use and then shared. They are plain variables beside a sync.Once, not a sync.OnceValue:
// that would be set before main runs, and would so tie the models to every program that imports this package.
var (
	wordsOnce, packOnce, frequenciesOnce sync.Once
	words, pack                          *lang.Pack
	frequencyModel                       *lang.Model
)

// Frequencies returns the document frequencies of English news, for programs that need no other model. It is that of
// [Pack].
func Frequencies() *lang.Model {
	frequenciesOnce.Do(func() { frequencyModel = lang.NewModel(frequencies) })
	return frequencyModel
}

// Words returns English without models: words and stems. Every call returns the same pack.
func Words() *lang.Pack {
	wordsOnce.Do(func() {
		words = &lang.Pack{Code: "en", Case: lang.CaseNames, Lexicon: readTables(), Stem: Stem}
	})
	return words
}

// Pack returns English. Every call returns the same pack.
func Pack() *lang.Pack {
	packOnce.Do(func() {
		p := *Words()
		p.Tagger, p.Names, p.Frequencies = lang.NewModel(tagger), lang.NewModel(names), Frequencies()
		pack = &p
	})
	return pack
}

// Stem returns the stem of an English word by snowball's algorithm ("Porter2"). The word may have any case; the stem
// has small letters. Stop words are stemmed too. It is safe for concurrent use.
func Stem(word string) string {
	if len(word) <= 2 && isSmall(word) {
		return word // what the algorithm does, without its allocations
	}
	return english.Stem(word, true)
}

// isSmall reports whether a word is ASCII without capitals.
func isSmall(word string) bool {
	for i := range len(word) {
		if c := word[i]; 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// readTables reads the tables. They are part of the program and a test reads them, so an error is a fault of ours that
// cannot reach a user.
func readTables() *lang.Lexicon {
	folder, err := fs.Sub(tables, "lexicon")
	if err != nil {
		panic(fmt.Sprintf("en: %v", err))
	}
	l, err := lang.ReadLexicon(folder)
	if err != nil {
		panic(fmt.Sprintf("en: %v", err))
	}
	return l
}

// Package en is English: its words as tables, and the models that were fitted on English text.
//
// [Pack] is the whole language. [Words] is the language without its models, for programs that only look words up: the
// linker leaves the models out of a program that never calls Pack.
package en

import (
	"embed"
	"sync"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/internal/builtin"
)

//go:embed lexicon/*.tsv
var tables embed.FS

//go:embed tagger.bin
var tagger []byte

//go:embed names.bin
var names []byte

//go:embed frequencies.bin
var frequencies []byte

var words, pack builtin.Once

// The file of frequencies is shared with [Frequencies], which programs call that need no other model.
var (
	frequenciesOnce sync.Once
	frequencyModel  *lang.Model
)

// Frequencies returns the document frequencies of English news, for programs that need no other model. It is that of
// [Pack].
func Frequencies() *lang.Model {
	frequenciesOnce.Do(func() { frequencyModel = lang.NewModel(frequencies) })
	return frequencyModel
}

// Words returns English without models: words and stems. Every call returns the same pack.
func Words() *lang.Pack {
	return words.Pack(func() *lang.Pack {
		return &lang.Pack{Code: "en", Case: lang.CaseNames, Lexicon: builtin.Lexicon(tables), Stem: Stem,
			Singular: singular, NameRules: true, ClauseRules: true, Tagset: builtin.Tagset(tags()), Values: dates()}
	})
}

// Pack returns English. Every call returns the same pack.
func Pack() *lang.Pack {
	return pack.Pack(func() *lang.Pack {
		p := *Words()
		p.Tagger, p.Names, p.Frequencies = lang.NewModel(tagger), lang.NewModel(names), Frequencies()
		return &p
	})
}

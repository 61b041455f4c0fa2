// Package lang holds what the library knows of a language.
//
// A [Pack] is everything that is known of one language: its words and what they are ([Lexicon]),
// how a word is stemmed, what a capital letter means, and the files of its fitted models ([Model]).
// The stages (tokens, entities, quotes, summaries, search) are engines without a word of any
// language: they ask the pack.
//
// English is package [lang/en]. A pack is a plain value. Nothing registers itself: a program links
// the languages that it imports and hands them to analyze.Options.Languages.
//
//	a, err := analyze.New(analyze.Options{Languages: []*lang.Pack{en.Pack()}})
//
// To add a language, add a folder beside lang/en: a pack.go, word lists as rows of tables, and the
// models that there are. What a pack lacks is left out of the Document and said once in its
// warnings.
//
// Everything here is read only once made and safe for concurrent use.
//
// [lang/en]: https://pkg.go.dev/github.com/dateline-go/dateline/lang/en
package lang

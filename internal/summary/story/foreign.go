package story

import (
	"unicode/utf8"

	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/stems"
)

// snowball is what the stemmer of a language without a pack knows of its words.
type snowball struct {
	stem func(word string, stopWords bool) string
	stop func(word string) bool
}

// languages are those that snowball has, by their ISO 639-1 code.
var languages = map[string]snowball{
	"es": {spanish.Stem, spanish.IsStopWord},
	"fr": {french.Stem, french.IsStopWord},
	"hu": {hungarian.Stem, hungarian.IsStopWord},
	"nb": {norwegian.Stem, norwegian.IsStopWord},
	"nn": {norwegian.Stem, norwegian.IsStopWord},
	"no": {norwegian.Stem, norwegian.IsStopWord},
	"ru": {russian.Stem, russian.IsStopWord},
	"sv": {swedish.Stem, swedish.IsStopWord},
}

// newForeignLexicon makes a lexicon of a language without a pack, named by its code. Where neither snowball nor
// package stems has it, words are their own stems and short ones mean nothing.
func newForeignLexicon(code string) *Lexicon {
	p := &lang.Pack{Code: code, Lexicon: lang.NewLexicon()}
	known, ok := languages[code]
	if !ok {
		if q := stems.For(code); q != nil {
			p = q
		}
		return NewLexicon(p, nil)
	}
	p.Stem = func(word string) string { return known.stem(word, false) }
	l := NewLexicon(p, nil)
	l.stop = func(word string) bool { return known.stop(word) || utf8.RuneCountInString(word) < 2 }
	return l
}

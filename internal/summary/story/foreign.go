package story

import (
	"strings"
	"unicode/utf8"

	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/hungarian"
	"github.com/kljensen/snowball/norwegian"
	"github.com/kljensen/snowball/russian"
	"github.com/kljensen/snowball/spanish"
	"github.com/kljensen/snowball/swedish"
)

// language is what is known of the words of a language other than English.
type language struct {
	stem func(word string, stopWords bool) string
	stop func(word string) bool
}

// languages are those that snowball has, by their ISO 639-1 code.
var languages = map[string]language{
	"es": {spanish.Stem, spanish.IsStopWord},
	"fr": {french.Stem, french.IsStopWord},
	"hu": {hungarian.Stem, hungarian.IsStopWord},
	"nb": {norwegian.Stem, norwegian.IsStopWord},
	"nn": {norwegian.Stem, norwegian.IsStopWord},
	"no": {norwegian.Stem, norwegian.IsStopWord},
	"ru": {russian.Stem, russian.IsStopWord},
	"sv": {swedish.Stem, swedish.IsStopWord},
}

// IsForeign reports whether a BCP 47 tag names a language other than English.
func IsForeign(tag string) bool {
	base := base(tag)
	return base != "" && base != "en"
}

func base(tag string) string {
	b, _, _ := strings.Cut(tag, "-")
	return strings.ToLower(b)
}

// NewForeignLexicon makes a lexicon for a language other than English, named by
// its BCP 47 tag. How rare a word is in its news is not known, so a longer word
// counts as rarer; where snowball does not have the language, words are their own
// stems and short ones mean nothing.
func NewForeignLexicon(tag string) *Lexicon {
	l, ok := languages[base(tag)]
	if !ok {
		l = language{
			stem: func(w string, _ bool) string { return w },
			stop: func(w string) bool { return shortForeign(w) },
		}
	}
	return &Lexicon{foreign: &l, known: map[string]int32{}, stems: map[string]int32{}}
}

// shortForeign reports whether a word is likely to be a function word by its
// length. Scripts that write no spaces have short words with much meaning, in
// more than two bytes a rune.
func shortForeign(w string) bool {
	n := utf8.RuneCountInString(w)
	return n < 4 && len(w) <= 2*n || n < 2
}

// foreignIDF is how rare a word of another language is taken to be.
func foreignIDF(word string) float64 {
	const least, perRune, most = 3, 0.5, 12
	return least + perRune*float64(min(utf8.RuneCountInString(word), most))
}

// isStop reports whether a word, in lower case, has no meaning of its own.
func (l *language) isStop(word string) bool {
	return l.stop(word) || utf8.RuneCountInString(word) < 2
}

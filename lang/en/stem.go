package en

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem/english"
	snowball "github.com/kljensen/snowball/english"

	"github.com/dateline-go/dateline/lang/internal/builtin"
)

// Stem returns the stem of an English word by snowball's algorithm ("Porter2"). The word may have any case; the stem
// has small letters. Stop words are stemmed too. It is safe for concurrent use.
func Stem(word string) string {
	if len(word) <= 2 && isSmall(word) {
		return word // what the algorithm does, without its allocations
	}
	word = strings.ToLower(strings.TrimSpace(word))
	if len(word) <= 2 {
		return word
	}
	if strings.Contains(word, "'") || !isASCII(word) {
		return snowball.Stem(word, true) // the fitted tables have its stems: bleve's of "proceed's" is another
	}
	return builtin.Snowball(english.Stem, word)
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

func isASCII(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

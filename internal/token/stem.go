package token

import "github.com/dateline-go/dateline/lang/en"

// Stem returns the English stem of a word, see [en.Stem].
func Stem(word string) string { return en.Stem(word) }

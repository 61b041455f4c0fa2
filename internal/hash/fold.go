package hash

import (
	"strings"
	"unicode"
)

// Fold writes a word as the tagger of names looks it up: in small letters, with 0 for each digit and a straight
// apostrophe. Programs that make its lists write their words so.
func Fold(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			return '0'
		case r == '’':
			return '\''
		}
		return unicode.ToLower(r)
	}, word)
}

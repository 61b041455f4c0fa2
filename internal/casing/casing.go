// Package casing rewrites a text as headlines are written, in capitals or With
// Capitals at the Start of Words, for training and for measuring. Every byte
// offset stays: what is marked in a text is at the same place in its copy. See
// [Capitals] and [Title].
package casing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/lang"
)

// Capitals writes every letter as a capital.
func Capitals(text string) string {
	return mapRunes(text, func(r rune, _ bool, _ string) rune { return unicode.ToUpper(r) })
}

// Title begins every word with a capital. Where l is not nil, its words that headlines leave small ([lang.TitleSmall])
// stay as they are, but for the first.
func Title(text string, l *lang.Lexicon) string {
	seen := false
	return mapRunes(text, func(r rune, first bool, word string) rune {
		if first && !(seen && l != nil && l.Is(word, lang.TitleSmall)) {
			r = unicode.ToUpper(r)
		}
		seen = seen || first
		return r
	})
}

// mapRunes maps every rune; f is told whether it begins a word, and which. A rune
// whose image takes another number of bytes stays.
func mapRunes(text string, f func(r rune, first bool, word string) rune) string {
	var b strings.Builder
	b.Grow(len(text))
	inWord := false
	for i, r := range text {
		letter := unicode.IsLetter(r) || r == '\'' || r == '’' || unicode.IsDigit(r)
		word := ""
		if letter && !inWord {
			end := strings.IndexFunc(text[i:], func(r rune) bool { return !unicode.IsLetter(r) })
			if end < 0 {
				end = len(text) - i
			}
			word = text[i : i+min(end, 8)]
		}
		m := f(r, letter && !inWord, word)
		if utf8.RuneLen(m) != utf8.RuneLen(r) {
			m = r
		}
		if r == utf8.RuneError {
			_, size := utf8.DecodeRuneInString(text[i:]) // one byte that is no UTF-8, or the three of U+FFFD
			b.WriteString(text[i : i+size])
		} else {
			b.WriteRune(m)
		}
		inWord = letter
	}
	return b.String()
}

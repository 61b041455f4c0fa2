package token

import (
	"unicode"
	"unicode/utf8"
)

// maxShape is how many signs a shape has at most.
const maxShape = 12

// Shape returns the outline of a word: "X" for a capital, "x" for another
// letter, "d" for a digit, other ASCII signs as they are, "-" for other runes. Of
// a run of one sign two are kept, and of the whole at most twelve: "Obama" gives
// "Xxx", "COVID-19" gives "XX-dd". It is safe for concurrent use.
func Shape(word string) string {
	var buf [maxShape]byte
	return string(AppendShape(buf[:0], word))
}

// AppendShape appends the [Shape] of a word to b.
func AppendShape(b []byte, word string) []byte {
	from, run := len(b), 0
	for i := 0; i < len(word) && len(b)-from < maxShape; {
		c, n := word[i], 1
		switch class[c] {
		case cUpper:
			c = 'X'
		case cLower:
			c = 'x'
		case cDigit:
			c = 'd'
		case cHigh:
			var r rune
			r, n = utf8.DecodeRuneInString(word[i:])
			switch {
			case unicode.IsUpper(r) || unicode.IsTitle(r):
				c = 'X'
			case unicode.IsLetter(r) || unicode.IsMark(r):
				c = 'x'
			case unicode.IsDigit(r):
				c = 'd'
			default:
				c = '-'
			}
		}
		i += n
		if len(b) > from && b[len(b)-1] == c {
			run++
		} else {
			run = 1
		}
		if run <= 2 {
			b = append(b, c)
		}
	}
	return b
}

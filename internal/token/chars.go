package token

import (
	"unicode"
	"unicode/utf8"
)

// Classes of ASCII bytes; high marks the bytes of all other runes.
const (
	cOther = iota
	cSpace
	cLower
	cUpper
	cDigit
	cHigh
)

// class gives the class of each byte.
var class = func() (t [256]uint8) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = cHigh
		case c == ' ' || c >= '\t' && c <= '\r':
			t[c] = cSpace
		case c >= 'a' && c <= 'z':
			t[c] = cLower
		case c >= 'A' && c <= 'Z':
			t[c] = cUpper
		case c >= '0' && c <= '9':
			t[c] = cDigit
		}
	}
	return t
}()

// rune classes beyond ASCII.
const (
	rWord      = iota // letters, marks, digits, and bytes that are no UTF-8
	rSpace            // white space
	rInvisible        // no width, no space
	rApostrophe
	rHyphen // joins words
	rSign   // anything else
)

// runeClass classifies a rune beyond ASCII.
func runeClass(r rune) int {
	switch r {
	case 0x2019, 0x02BC, 0xFF07:
		return rApostrophe
	case 0x2010, 0x2011:
		return rHyphen
	case utf8.RuneError:
		return rWord
	}
	if r < 0x250 { // Latin, most of what news text has
		switch {
		case r == 0xAD:
			return rInvisible
		case r == 0x85 || r == 0xA0:
			return rSpace
		case r >= 0xC0 && r != 0xD7 && r != 0xF7, r == 0xAA, r == 0xB5, r == 0xBA:
			return rWord
		}
		return rSign
	}
	switch {
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2064,
		r >= 0x2066 && r <= 0x206F, r == 0xFEFF, r == 0x061C, r == 0x180E:
		return rInvisible
	case unicode.IsSpace(r):
		return rSpace
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
		return rWord
	}
	return rSign
}

// decode reads the rune at i, at most up to end.
func decode(s string, i, end int) (rune, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s[i:min(end, i+utf8.UTFMax)])
}

// isWord reports whether a letter or digit stands at i.
func isWord(s string, i, end int) bool {
	if i < 0 || i >= end {
		return false
	}
	c := class[s[i]]
	if c == cHigh {
		r, _ := decode(s, i, end)
		return runeClass(r) == rWord
	}
	return c >= cLower
}

// isLetter reports whether a letter stands at i.
func isLetter(s string, i, end int) bool {
	return isWord(s, i, end) && class[s[i]] != cDigit
}

func isDigit(s string, i, end int) bool { return i < end && class[s[i]] == cDigit }

// isUpper reports whether a capital stands at i.
func isUpper(s string, i, end int) bool {
	if i >= end {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return class[s[i]] == cUpper
	}
	r, _ := decode(s, i, end)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// isLower reports whether a small letter stands at i.
func isLower(s string, i, end int) bool {
	if i >= end {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return class[s[i]] == cLower
	}
	r, _ := decode(s, i, end)
	return unicode.IsLower(r)
}

// isGap reports whether white space or an end stands at i.
func isGap(s string, i, end int) bool {
	if i < 0 || i >= end {
		return true
	}
	if s[i] < utf8.RuneSelf {
		return class[s[i]] == cSpace
	}
	r, _ := decode(s, i, end)
	return runeClass(r) == rSpace
}

package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// collapse returns text with each run of white space as one space, none at the ends,
// and without what cannot be seen.
func collapse(s string) string {
	if trimmed := strings.TrimSpace(s); isCollapsed(trimmed) {
		return trimmed
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for i := 0; i < len(s); {
		from := i
		for i < len(s) && '!' <= s[i] && s[i] <= '~' { // a line may be megabytes, and most of it is this
			i++
		}
		if from < i {
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteString(s[from:i])
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case unicode.IsSpace(r):
			space = true
		case r < ' ' || r == 0x7f || invisible(r):
		default:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isCollapsed reports whether collapse has nothing to do, for ASCII.
func isCollapsed(s string) bool {
	space := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf || c < ' ' || c == 0x7f || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return s == "" || !space
}

// fold returns letters and digits in lower case with one space between words: the
// form in which titles are compared.
func fold(s string) string {
	var local [256]byte // most texts need no memory but for what is returned
	b := local[:0]
	space := false
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r < utf8.RuneSelf:
			space = true
			i++
			continue
		default:
			r, n = utf8.DecodeRuneInString(s[i:])
			if r = foldRune(r); r == 0 {
				space = true
				i += n
				continue
			}
		}
		i += n
		if space && len(b) > 0 {
			b = append(b, ' ')
		}
		space = false
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return string(b)
}

// foldRune returns a letter, digit or accent beyond ASCII in lower case, 0 for other
// runes.
func foldRune(r rune) rune {
	switch {
	case '\u2010' <= r && r <= '\u206f': // quotation marks, dashes: what most of them are
		return 0
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
		return unicode.ToLower(r)
	}
	return 0
}

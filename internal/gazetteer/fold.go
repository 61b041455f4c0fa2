package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a word as the gazetteer knows it: small letters without accents,
// straight apostrophes.
func Fold(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return foldUnicode(word)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b.WriteByte(c)
	}
	return b.String()
}

// latin holds the letters from U+00C0 to U+017F without their accents, "?" for
// those that are no letter with an accent.
const latin = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghh??iiiiiiiiii??jjkk?llllll?" +
	"?llnnnnnn???oooooo??rrrrrrsssssssstttt??uuuuuuuuuuuuwwyyyzzzzzz?"

// foldLatin folds a word whose letters are all in latin or ASCII, as most names in
// Europe are, and reports whether it is such a word.
func foldLatin(word string) (string, bool) {
	buf := make([]byte, 0, 64)
	for _, r := range word {
		switch {
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r < utf8.RuneSelf:
		case r == '’':
			r = '\''
		case r >= 0xC0 && r < 0x180 && latin[r-0xC0] != '?':
			r = rune(latin[r-0xC0])
		default:
			return "", false
		}
		buf = append(buf, byte(r))
	}
	return string(buf), true
}

func foldUnicode(word string) string {
	if folded, ok := foldLatin(word); ok {
		return folded
	}
	return foldAny(word)
}

// foldAny folds by the rules of Unicode.
func foldAny(word string) string {
	var b strings.Builder
	b.Grow(len(word))
	for _, r := range norm.NFD.String(word) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == '’' || r == '‘' || r == 'ʻ' || r == 'ʼ':
			b.WriteByte('\'')
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		case r == 'ı' || r == 'İ':
			b.WriteByte('i')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// Split cuts a name into the words that a tokeniser makes of it, folded: at
// spaces, before commas and before a possessive 's.
func Split(name string) []string {
	var words []string
	for _, f := range strings.Fields(name) {
		comma := strings.HasSuffix(f, ",")
		f = strings.TrimSuffix(f, ",")
		w := Fold(f)
		if stem, ok := strings.CutSuffix(w, "'s"); ok && stem != "" {
			words = append(words, stem, "'s")
		} else if w != "" {
			words = append(words, w)
		}
		if comma {
			words = append(words, ",")
		}
	}
	return words
}

// FNV-1a, 64 bits.
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

// add continues the hash of a name with one more word.
func add(h uint64, word string) uint64 {
	for i := 0; i < len(word); i++ {
		h = (h ^ uint64(word[i])) * hashPrime
	}
	return (h ^ ' ') * hashPrime
}

// hashName returns the hash of a name, that of its first word, and how many words
// it has, as adding up the words of [Split] would. Plain names, which most are,
// need no memory for it.
func hashName(name string) (hash, first uint64, words int) {
	if !isPlain(name) {
		h := uint64(hashStart)
		for i, w := range Split(name) {
			h = add(h, w)
			if words++; i == 0 {
				first = h
			}
		}
		return h, first, words
	}
	h := uint64(hashStart)
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c == ' ':
			h = (h ^ ' ') * hashPrime
			if words++; words == 1 {
				first = h
			}
			continue
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c >= utf8.RuneSelf:
			c = latin[latinAt(name, i)]
			i++
		}
		h = (h ^ uint64(c)) * hashPrime
	}
	h = (h ^ ' ') * hashPrime
	if words++; words == 1 {
		first = h
	}
	return h, first, words
}

// isPlain reports whether a name is words of ASCII and Latin letters with one space
// between them and nothing that Split looks at.
func isPlain(name string) bool {
	space := true
	for i := 0; i < len(name); i++ {
		c := name[i]
		if c == '\'' || c == ',' || c < ' ' || c == ' ' && space {
			return false
		}
		if c >= utf8.RuneSelf {
			if at := latinAt(name, i); at < 0 || latin[at] == '?' {
				return false
			}
			i++
		}
		space = c == ' '
	}
	return !space
}

// latinAt returns the place in [latin] of the letter of two bytes at i, -1 where
// there is none.
func latinAt(s string, i int) int {
	if c := s[i]; c < 0xC3 || c > 0xC5 || i+1 == len(s) || s[i+1]&0xC0 != 0x80 {
		return -1
	}
	return int(s[i]-0xC3)<<6 + int(s[i+1]&0x3F)
}

// WordHash is the hash by which single words are kept.
func WordHash(word string) uint32 {
	h := add(hashStart, word)
	return uint32(h>>32) ^ uint32(h)
}

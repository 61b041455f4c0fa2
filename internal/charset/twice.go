package charset

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// minTwice is how many signs must look as if they had been encoded twice before any is mended.
const minTwice = 2

// mendTwice mends text in UTF-8 that somebody took for windows-1252 and wrote in UTF-8 again: "Ã¼" for "ü", "â€™" for
// "’". Each sign is mended by itself, since part of such a page is often right.
func mendTwice(text []byte) (mended []byte, warning string) {
	count := 0
	eachTwice(text, func(_, _ int, r rune) {
		if r < 0x100 || r > 0x17f { // "Ä“" may be a letter and a mark
			count++
		}
	})
	if count < minTwice {
		return text, ""
	}
	mended, count = make([]byte, 0, len(text)), 0
	done := 0
	eachTwice(text, func(from, to int, r rune) {
		mended = utf8.AppendRune(append(mended, text[done:from]...), r)
		done = to
		count++
	})
	return append(mended, text[done:]...), fmt.Sprintf("text that was encoded twice was mended in %d places", count)
}

// eachTwice calls f for each place where runes in a row, written in windows-1252, are one sign of UTF-8, and for which.
func eachTwice(text []byte, f func(from, to int, r rune)) {
	c2, c3 := -1, -1 // where the next of each of these bytes is
	for i := 0; ; {
		if c2 < i {
			c2 = nextByte(text, i, 0xc2)
		}
		if c3 < i {
			c3 = nextByte(text, i, 0xc3)
		}
		i = min(c2, c3) // the sign in front is a letter of Latin-1, Â to ð
		if i == len(text) {
			return
		}
		if r, n := onceMore(text[i:]); n > 0 && isTwiceSign(r) {
			f(i, i+n, r)
			i += n
			continue
		}
		i = min(i+2, len(text))
	}
}

// nextByte returns where a byte is next from a place on, the end of the text where it is not.
func nextByte(text []byte, from int, b byte) int {
	if at := bytes.IndexByte(text[from:], b); at >= 0 {
		return from + at
	}
	return len(text)
}

// onceMore reads the sign that the runes at the beginning of a text are once more, and how many bytes they take.
func onceMore(text []byte) (r rune, size int) {
	var sign [utf8.UTFMax]byte
	for n := range sign {
		next, width := utf8.DecodeRune(text[size:])
		b, ok := windows1252(next)
		if !ok || b < utf8.RuneSelf {
			return 0, 0
		}
		sign[n], size = b, size+width
		if r, w := utf8.DecodeRune(sign[:n+1]); w > 1 && w == n+1 {
			return r, size
		}
	}
	return 0, 0
}

// windows1252 returns the byte of a rune, which for the codes that the encoding lacks is the code itself.
func windows1252(r rune) (byte, bool) {
	if 0x80 <= r && r < 0xa0 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// isTwiceSign reports whether a sign is one of those that pages have wrong: letters of Europe,
// marks, currencies, pictures. Others come about by chance, where a letter stands before a space
// and a dash.
func isTwiceSign(r rune) bool {
	switch {
	case 0xa0 <= r && r < 0x180, 0x400 <= r && r < 0x460, 0x2010 <= r && r < 0x2040, r == '€', r == '™', r >= 0x1f000:
		return true
	}
	return false
}

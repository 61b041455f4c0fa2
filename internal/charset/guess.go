package charset

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	htmlcharset "golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"

	"github.com/dateline-go/dateline/lang/furniture"
)

// What an encoding is told from: so many bytes beyond ASCII at least, and as much text at most. From the shares on, the
// text is taken to be in that encoding.
const (
	minHigh      = 12
	maxHigh      = 1 << 13
	enoughKana   = 0.15 // of the signs of a Japanese text
	enoughHangul = 0.9  // of those of a Korean one
	enoughHan    = 0.8  // frequent characters among those of a Chinese one
	enoughFrom   = 0.5  // frequent letters of an alphabet among those beyond ASCII
)

// guessEncoding tells the encoding of a body that is not UTF-8 and declares none, or a wrong one,
// by its bytes; "" where they do not say. Bytes beyond ASCII come in pairs in the encodings of
// China, Japan and Korea, and each fills the pairs in a way of its own: kana, syllables of Hangul,
// frequent characters before rare ones. In the others a byte is a letter, and the letters that a
// language uses most tell which.
func guessEncoding(body []byte) string {
	high := highText(body)
	if len(high) < minHigh {
		return ""
	}
	if name := guessPairs(high); name != "" {
		return name
	}
	return guessLetters(high)
}

// highText returns the beginning of a body without its tags and without ASCII letters, which say nothing.
func highText(body []byte) []byte {
	out := make([]byte, 0, min(len(body), maxHigh))
	inTag := false
	for i, c := range body {
		switch {
		case c == '<':
			inTag = true
		case c == '>':
			inTag = false
		case inTag:
		case c >= utf8.RuneSelf, i > 0 && body[i-1] >= utf8.RuneSelf: // the second byte of a pair may be ASCII
			out = append(out, c)
		}
		if len(out) >= maxHigh {
			break
		}
	}
	return out
}

// signs counts what the runes of a text are, those of ASCII left out.
type signs struct {
	all, kana, hangul, han, common, wrong int
}

// share is a part of all signs.
func (s *signs) share(n int) float64 { return float64(n) / float64(max(1, s.all)) }

// guessPairs tells the encodings whose signs are pairs of bytes.
func guessPairs(high []byte) string {
	best, most := "", enoughHan
	for _, name := range []string{"shift_jis", "euc-jp", "euc-kr", "gb18030", "big5"} {
		s := countSigns(high, name)
		if s.share(s.wrong) > 0.02 {
			continue
		}
		switch name {
		case "shift_jis", "euc-jp":
			if s.share(s.kana) >= enoughKana && s.share(s.kana+s.han) >= enoughHan {
				return name
			}
		case "euc-kr":
			if s.share(s.hangul) >= enoughHangul {
				return name
			}
		default:
			if x := s.share(s.common); x >= most && s.kana == 0 {
				best, most = name, x
			}
		}
	}
	return best
}

// countSigns counts the signs of a text in one of the encodings of pairs.
func countSigns(high []byte, name string) signs {
	var s signs
	enc, _ := htmlcharset.Lookup(name)
	decoder := enc.NewDecoder()
	for len(high) > 0 {
		if high[0] < utf8.RuneSelf {
			high = high[1:]
			continue
		}
		n := min(2, len(high))
		text, err := decoder.Bytes(high[:n])
		r, size := utf8.DecodeRune(text)
		if err != nil || r == utf8.RuneError || size < len(text) && name != "shift_jis" {
			s.all++
			s.wrong++
			high = high[1:]
			continue
		}
		if size < len(text) { // a sign of one byte
			n = 1
		}
		s.count(r, high[:n], name)
		high = high[n:]
	}
	return s
}

// count counts one sign with its bytes. The planes of Chinese encodings begin with the characters that are used most.
func (s *signs) count(r rune, pair []byte, name string) {
	switch {
	case r < 0xff00 && unicode.In(r, unicode.Hiragana, unicode.Katakana): // half-width ones are what Cyrillic looks like
		s.kana++
	case unicode.Is(unicode.Hangul, r):
		s.hangul++
	case unicode.Is(unicode.Han, r):
		s.han++
		if last := byte(0xd7); name == "big5" && pair[0] <= 0xc6 || name == "gb18030" && pair[0] >= 0xb0 && pair[0] <= last &&
			pair[1] >= 0xa1 {
			s.common++
		}
	default: // commas and brackets, which all of them have
		return
	}
	s.all++
}

// alphabet is what a language writes beyond ASCII, in one encoding.
type alphabet struct {
	encoding string
	letters  [256]bool // the bytes of its frequent letters
}

// alphabets are those of the table of words, by encoding.
var alphabets = sync.OnceValue(func() []alphabet {
	var out []alphabet
	for _, p := range furniture.Words().Phrases(furniture.Letters) {
		for name := range strings.SplitSeq(p.Value, "+") {
			enc, _ := htmlcharset.Lookup(name)
			out = append(out, alphabet{name, bytesOf(enc, p.Words)})
		}
	}
	return out
})

// bytesOf returns which bytes the letters of a text are in an encoding, capitals too.
func bytesOf(enc encoding.Encoding, letters string) (is [256]bool) {
	for _, r := range letters {
		for _, form := range []rune{r, unicode.ToUpper(r)} {
			if b, err := enc.NewEncoder().Bytes([]byte(string(form))); err == nil && len(b) == 1 {
				is[b[0]] = true
			}
		}
	}
	return is
}

// guessLetters tells the encodings whose letters are single bytes: the one in which the most bytes
// are frequent letters of one language.
func guessLetters(high []byte) string {
	best, most := "", enoughFrom
	for _, a := range alphabets() {
		in, all := 0, 0
		for _, c := range high {
			if c < 0xa0 && !a.letters[c] { // quotation marks, dashes
				continue
			}
			all++
			if a.letters[c] {
				in++
			}
		}
		if x := float64(in) / float64(max(1, all)); all >= minHigh && x > most {
			best, most = a.encoding, x
		}
	}
	return best
}

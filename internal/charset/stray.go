package charset

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mendStray reads single bytes that are not UTF-8, in text that is, as windows-1252, which they come
// from where a field was pasted in from another system: letters beside other letters, and the marks
// of typesetters. What else is wrong stays; mended says whether anything was read so.
func mendStray(body []byte) (text []byte, mended bool) {
	text = make([]byte, 0, len(body)+16)
	for i := 0; i < len(body); {
		r, n := utf8.DecodeRune(body[i:])
		if r != utf8.RuneError || n > 1 || !isStray(body, i) {
			text = append(text, body[i:i+n]...)
			i += n
			continue
		}
		text = utf8.AppendRune(text, charmap.Windows1252.DecodeByte(body[i]))
		mended = true
		i++
	}
	return text, mended
}

// isStray reports whether a byte that is not UTF-8 stands alone and is in windows-1252 what may stand there.
func isStray(body []byte, at int) bool {
	before, behind := byte(' '), byte(' ')
	if at > 0 {
		before = body[at-1]
	}
	if at+1 < len(body) {
		behind = body[at+1]
	}
	if before >= utf8.RuneSelf || behind >= utf8.RuneSelf {
		return false
	}
	switch r := charmap.Windows1252.DecodeByte(body[at]); {
	case unicode.IsLetter(r) && body[at] >= 0xc0:
		return isASCIILetter(before) || isASCIILetter(behind)
	default:
		return 0x91 <= body[at] && body[at] <= 0x97 || body[at] == 0x85 || body[at] == 0x80 || body[at] == 0xa3
	}
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what the letters and signs of a block look like.
type shape struct {
	runes    int // wide letters, as of Chinese, count twice
	words    int
	letters  int
	upper    int // words that begin with a capital
	lower    int // words that begin with a small letter
	digits   int
	commas   int
	ends     int // ends of sentences inside and at the end
	caps     bool
	endMark  bool // ends as a sentence does
	ellipsis bool
	colon    bool
	question bool
	divided  bool // holds a sign that stands between the parts of a line
	at       bool // holds an "@"
	first    rune
	last     rune
}

// shaper counts the runes of a text.
type shaper struct {
	shape
	inWord       bool
	smalls, bigs int
}

// shapeOf looks once at each rune of a text.
func shapeOf(s string) shape {
	m := shaper{}
	m.last = ' '
	for _, r := range s {
		if m.first == 0 {
			m.first = r
		}
		m.runes++
		switch {
		case 'a' <= r && r <= 'z':
			m.letter(false)
		case r == ' ':
			m.inWord = false
			if m.last == '.' || m.last == '!' || m.last == '?' {
				m.ends++
			}
		case 'A' <= r && r <= 'Z':
			m.letter(true)
		case '0' <= r && r <= '9':
			m.digits++
			if !m.inWord {
				m.words++
			}
			m.inWord = true
		case r < utf8.RuneSelf:
			m.sign(r)
		default:
			m.beyondASCII(r)
		}
		m.last = r
	}
	m.letters += m.smalls + m.bigs
	m.caps = m.bigs > 1 && m.smalls == 0
	m.ending(s)
	return m.shape
}

// letter counts a letter, and the word that it begins.
func (m *shaper) letter(up bool) {
	if up {
		m.bigs++
	} else {
		m.smalls++
	}
	if !m.inWord {
		m.words++
		if up {
			m.upper++
		} else {
			m.lower++
		}
	}
	m.inWord = true
}

// sign counts a sign of ASCII.
func (m *shaper) sign(r rune) {
	m.inWord = m.inWord && (r == '\'' || r == '-')
	switch r {
	case ',':
		m.commas++
	case '|':
		m.divided = true
	case '@':
		m.at = true
	}
}

// beyondASCII counts a rune beyond ASCII.
func (m *shaper) beyondASCII(r rune) {
	switch {
	case r == '，' || r == '、' || r == '،':
		m.commas++
		m.inWord = false
	case r == '。' || r == '！' || r == '？':
		m.ends++
		m.runes++
	case wide(r):
		m.runes++
		m.letters++
		if m.runes%4 == 0 {
			m.words++
			m.lower++
		}
	case unicode.IsLetter(r):
		m.letter(unicode.IsUpper(r))
	case r == '’':
	default:
		m.inWord = false
		m.divided = m.divided || r == '›' || r == '»' || r == '•' || r == '·'
	}
}

// ending looks at how a text ends.
func (m *shaper) ending(s string) {
	end := lastMark(s)
	m.ellipsis = strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...")
	m.colon = end == ':' || end == '：'
	m.question = end == '?' || end == '？'
	m.endMark = end != 0 && strings.ContainsRune(".!?。！？।؟…", end)
	if m.endMark {
		m.ends++
	}
}

// wide reports whether a rune is a letter of a script written without spaces.
func wide(r rune) bool {
	return 0x3040 <= r && r <= 0x30ff || 0x3400 <= r && r <= 0x9fff || 0xac00 <= r && r <= 0xd7af ||
		0x0e00 <= r && r <= 0x0e7f
}

// lastMark returns the last rune that is no closing quotation mark or bracket.
func lastMark(s string) rune {
	for len(s) > 0 {
		r, n := utf8.DecodeLastRuneInString(s)
		switch r {
		case '"', '\'', '”', '’', '“', '»', '«', ')', ']', '」', '』', ' ', '‘', '›':
			s = s[:len(s)-n]
			continue
		}
		return r
	}
	return 0
}

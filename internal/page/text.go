package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// collapse returns text with each run of white space as one space, none at the ends,
// and without what cannot be seen.
func collapse(s string) string {
	if isCollapsed(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
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

// shapeOf looks once at each rune of a text.
func shapeOf(s string) shape {
	var m shape
	inWord := false
	smalls, bigs := 0, 0
	prev := ' '
	for _, r := range s {
		if m.first == 0 {
			m.first = r
		}
		m.runes++
		switch {
		case r == ' ':
			inWord = false
			if prev == '.' || prev == '!' || prev == '?' {
				m.ends++
			}
		case 'a' <= r && r <= 'z':
			smalls++
			if !inWord {
				m.words++
				m.lower++
			}
			inWord = true
		case 'A' <= r && r <= 'Z':
			bigs++
			if !inWord {
				m.words++
				m.upper++
			}
			inWord = true
		case '0' <= r && r <= '9':
			m.digits++
			if !inWord {
				m.words++
			}
			inWord = true
		case r == ',' || r == '،' || r == '、' || r == '，':
			m.commas++
			inWord = false
		case r == '。' || r == '！' || r == '？':
			m.ends++
			m.runes++
		case r < utf8.RuneSelf:
			inWord = inWord && (r == '\'' || r == '-')
			m.divided = m.divided || r == '|'
			m.at = m.at || r == '@'
		case wide(r):
			m.runes++
			m.letters++
			if m.runes%4 == 0 {
				m.words++
				m.lower++
			}
		case unicode.IsLetter(r):
			up := unicode.IsUpper(r)
			if up {
				bigs++
			} else {
				smalls++
			}
			if !inWord {
				m.words++
				if up {
					m.upper++
				} else {
					m.lower++
				}
			}
			inWord = true
		case r == '’':
		default:
			inWord = false
			m.divided = m.divided || r == '›' || r == '»' || r == '•' || r == '·'
		}
		prev = r
	}
	m.last = prev
	m.letters += smalls + bigs
	m.caps = bigs > 1 && smalls == 0
	m.ellipsis = strings.HasSuffix(s, "…") || strings.HasSuffix(s, "...")
	end := lastMark(s)
	m.endMark = end == '.' || end == '!' || end == '?' || end == '。' || end == '！' || end == '？' || end == '।' || end == '؟' || end == '…'
	m.colon = end == ':' || end == '：'
	m.question = end == '?' || end == '？'
	if m.endMark {
		m.ends++
	}
	return m
}

// wide reports whether a rune is a letter of a script written without spaces.
func wide(r rune) bool {
	return 0x3040 <= r && r <= 0x30ff || 0x3400 <= r && r <= 0x9fff || 0xac00 <= r && r <= 0xd7af || 0x0e00 <= r && r <= 0x0e7f
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

// short cuts a text after n bytes, on a rune.
func short(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

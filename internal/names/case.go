package names

import (
	"unicode"
	"unicode/utf8"
)

// caps says how a word is written.
type caps uint8

const (
	capsSign  caps = iota // no letter and no digit
	capsDigit             // digits and no letter
	capsLower             // begins with a small letter
	capsFirst             // begins with a capital, small letters follow
	capsAll               // capitals only, two or more
	capsOne               // one capital letter, perhaps with a full stop
	capsMixed             // McDonald, iPhone, USAToday
)

// upper reports whether the word has a capital that may begin a name.
func (c caps) upper() bool { return c >= capsFirst }

// mode is how a whole sentence is written.
type mode uint8

const (
	modeText  mode = iota
	modeTitle      // A Headline Such as This One
	modeCaps       // A HEADLINE IN CAPITALS
)

// asciiClass tells the kinds of ASCII bytes apart.
var asciiClass = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z':
			t[c] = 'x'
		case 'A' <= c && c <= 'Z':
			t[c] = 'X'
		case '0' <= c && c <= '9':
			t[c] = 'd'
		default:
			t[c] = byte(c)
		}
	}
	return t
}()

// runeClass is asciiClass for every rune.
func runeClass(r rune) byte {
	switch {
	case r < utf8.RuneSelf && r >= 0:
		return asciiClass[r]
	case unicode.IsLower(r):
		return 'x'
	case unicode.IsUpper(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'y'
	case unicode.IsDigit(r):
		return 'd'
	case r == '’':
		return '\''
	}
	return '?'
}

// spelling is what the letters of one word show.
type spelling struct {
	caps   caps
	shape  uint64 // hash of the kinds of sign, runs of one kind cut to two
	lower  [longWord]byte
	n      int // bytes of lower
	upper  int // capitals
	letter int // letters
}

// spell reads the first longWord bytes of a word.
func spell(s string, sp *spelling) {
	*sp = spelling{}
	shape := shaper{hash: hashStart}
	seenX, seenLower, digits := 0, false, 0
	first := byte(0)
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		c := runeClass(r)
		l := r
		switch c {
		case 'X':
			l = unicode.ToLower(r)
			seenX++
			sp.letter++
		case 'x', 'y':
			seenLower = true
			sp.letter++
		case 'd':
			l = '0' // numbers are alike
			digits++
		case '\'':
			l = '\''
		}
		if sp.n+utf8.UTFMax > longWord {
			break
		}
		if l < utf8.RuneSelf {
			sp.lower[sp.n] = byte(l)
			sp.n++
		} else {
			sp.n += utf8.EncodeRune(sp.lower[sp.n:], l)
		}
		if i == 0 {
			first = c
		}
		shape.add(c)
		i += size
	}
	sp.upper, sp.shape = seenX, shape.hash
	switch {
	case sp.letter == 0 && digits == 0:
		sp.caps = capsSign
	case sp.letter == 0:
		sp.caps = capsDigit
	case seenX == 0:
		sp.caps = capsLower
	case sp.letter == 1:
		sp.caps = capsOne
	case !seenLower:
		sp.caps = capsAll
	case first == 'X' && seenX == 1:
		sp.caps = capsFirst
	default:
		sp.caps = capsMixed
	}
}

// shaper hashes the kinds of sign in a word; of a run of one kind two count.
type shaper struct {
	hash uint64
	last byte
	run  int
}

func (h *shaper) add(c byte) {
	if c != h.last {
		h.last, h.run = c, 0
	}
	if h.run++; h.run <= 2 {
		h.hash = (h.hash ^ uint64(c)) * hashMul
		h.hash ^= h.hash >> 32
	}
}

// shapeOf returns the shape that a word in lower case has as it is, or with a
// capital at the start of each of its parts.
func shapeOf(lower []byte, capital bool) uint64 {
	h := shaper{hash: hashStart}
	inside := false
	for i := 0; i < len(lower); {
		r, size := utf8.DecodeRune(lower[i:])
		c := runeClass(r)
		if c == 'x' && capital && !inside {
			c = 'X'
		}
		inside = c == 'x' || c == 'X' || c == '\''
		h.add(c)
		i += size
	}
	return h.hash
}

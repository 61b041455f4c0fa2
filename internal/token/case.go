package token

import (
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// Case says how a word, or the words of a line, are written.
type Case uint8

// The cases of words and lines.
const (
	NoCase    Case = iota // no letter that has a case
	LowerCase             // "minister"; a line written as sentences are
	TitleCase             // "Minister"; a line whose long words all have a capital
	UpperCase             // "MINISTER"; a word of one capital is TitleCase
	MixedCase             // "iPhone", "McDonald"
)

// String returns the name of the case in small letters.
func (c Case) String() string {
	switch c {
	case LowerCase:
		return "lower"
	case TitleCase:
		return "title"
	case UpperCase:
		return "upper"
	case MixedCase:
		return "mixed"
	}
	return "none"
}

// WordCase returns the case of a word. It is safe for concurrent use.
func WordCase(word string) Case {
	upper, lower, first := 0, 0, false
	for _, r := range word {
		switch {
		case r < 0x80 && class[r] == cLower, r >= 0x80 && unicode.IsLower(r):
			lower++
		case r < 0x80 && class[r] == cUpper, r >= 0x80 && (unicode.IsUpper(r) || unicode.IsTitle(r)):
			if upper+lower == 0 {
				first = true
			}
			upper++
		}
	}
	switch {
	case upper+lower == 0:
		return NoCase
	case upper == 0:
		return LowerCase
	case upper == 1 && first:
		return TitleCase
	case lower == 0:
		return UpperCase
	}
	return MixedCase
}

// minTitleWords is how many words of four letters and more a line in title case has at least.
const minTitleWords = 3

// LineCase returns the case of a sentence or a block, such as a headline:
// UpperCase where no letter but at most a tenth of them is small, TitleCase where
// every word of four letters and more has a capital and there are three such
// words, NoCase where there are no letters, else LowerCase. In a line of
// UpperCase or TitleCase a capital says nothing about a word.
func LineCase(text string, tokens []dateline.Token) Case {
	if len(tokens) == 0 {
		return NoCase
	}
	var c lineCounts
	size := tokens[len(tokens)-1].End - tokens[0].Start
	for _, t := range tokens {
		c.add(text[t.Start:t.End])
		if c.longLower > 0 && 10*c.lower > size {
			return LowerCase // whatever follows
		}
	}
	switch {
	case c.upper+c.lower == 0:
		return NoCase
	case c.upper >= 4 && c.lower*9 <= c.upper:
		return UpperCase
	case c.long >= minTitleWords && c.longLower == 0:
		return TitleCase
	}
	return LowerCase
}

// lineCounts is what LineCase counts in a line.
type lineCounts struct {
	upper, lower    int // letters
	long, longLower int // words of four letters and more, and those that begin small
}

// add counts a word.
func (c *lineCounts) add(w string) {
	upper, lower, small := 0, 0, false
	for i := 0; i < len(w); i++ {
		switch class[w[i]] {
		case cUpper:
			upper++
		case cLower:
			small = small || upper+lower == 0
			lower++
		case cHigh:
			r, n := utf8.DecodeRuneInString(w[i:])
			i += n - 1
			switch {
			case unicode.IsUpper(r) || unicode.IsTitle(r):
				upper++
			case unicode.IsLower(r):
				small = small || upper+lower == 0
				lower++
			}
		}
	}
	c.upper += upper
	c.lower += lower
	if upper+lower >= 4 {
		c.long++
		if small {
			c.longLower++
		}
	}
}

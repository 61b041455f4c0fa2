package token

import (
	"unicode"

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
	upper, lower, long, longLower := 0, 0, 0, 0
	for _, t := range tokens {
		w := text[t.Start:t.End]
		letters, first := 0, NoCase
		for _, r := range w {
			switch {
			case r < 0x80 && class[r] == cUpper, r >= 0x80 && (unicode.IsUpper(r) || unicode.IsTitle(r)):
				upper++
				if letters == 0 {
					first = UpperCase
				}
				letters++
			case r < 0x80 && class[r] == cLower, r >= 0x80 && unicode.IsLower(r):
				lower++
				if letters == 0 {
					first = LowerCase
				}
				letters++
			}
		}
		if letters >= 4 {
			long++
			if first == LowerCase {
				longLower++
			}
		}
	}
	switch {
	case upper+lower == 0:
		return NoCase
	case upper >= 4 && lower*9 <= upper:
		return UpperCase
	case long >= minTitleWords && longLower == 0:
		return TitleCase
	}
	return LowerCase
}

package words

import (
	"iter"
	"strings"
	"unicode"
)

// maxLast is the longest story in bytes that a Splitter remembers the words of, and
// about how long the pieces of a longer one are.
const maxLast = 1 << 16

// Story returns the words of a whole story, which nobody may change and which
// stand until the next story. One who asks for the same again has them at once:
// fields and profile of a Document both need them.
func (s *Splitter) Story(text string) []Word {
	if len(text) > maxLast {
		return s.Append(make([]Word, 0, atMost(text)), text)
	}
	if s.last.words == nil || s.last.text != text {
		s.last.words = s.Append(s.last.words[:0], text)
		s.last.text = text
	}
	return s.last.words
}

// IsLong reports whether a story is too long for all of its words to be kept: they take
// many times the bytes of the text. See [Splitter.Pieces].
func IsLong(text string) bool { return len(text) > maxLast }

// Pieces gives the words of a text in order, a piece of it at a time, cut at white space,
// where no word is. The words of a piece stand until the next; their places are those in
// the piece.
func (s *Splitter) Pieces(text string) iter.Seq2[string, []Word] {
	return func(yield func(string, []Word) bool) {
		var buf []Word
		for text != "" {
			end := min(len(text), maxLast)
			if i := strings.IndexFunc(text[end:], unicode.IsSpace); i < 0 {
				end = len(text)
			} else {
				end += i
			}
			buf = s.Append(buf[:0], text[:end])
			if !yield(text[:end], buf) {
				return
			}
			text = text[end:]
		}
	}
}

// atMost is how many words a text has at most, so that those of a very long one need
// not be copied as they become more.
func atMost(text string) int {
	n, inside := 0, false
	for _, r := range text {
		was := inside
		inside = inWord(r)
		if inside && !was || unspaced(r) {
			n++
		}
	}
	return n
}

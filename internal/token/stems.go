package token

import "strings"

// maxStems is how many words Stems remembers before it starts anew, about a
// megabyte.
const maxStems = 1 << 13

// Stems remembers the stems of words, which come again from story to story and are
// dear to make. What it says does not depend on what it remembers. The zero value is
// ready; it must not be shared between goroutines.
type Stems struct{ known map[string]string }

// Of returns [Stem] of a word.
func (s *Stems) Of(word string) string {
	if stem, ok := s.known[word]; ok {
		return stem
	}
	stem := Stem(word)
	if len(s.known) >= maxStems || s.known == nil {
		s.known = make(map[string]string, 1024)
	}
	s.known[strings.Clone(word)] = strings.Clone(stem) // not a part of a story, which would stay with it
	return stem
}

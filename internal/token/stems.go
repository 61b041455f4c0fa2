package token

import (
	"strings"

	"github.com/dateline-go/dateline/lang"
)

// maxStems is how many words Stems remembers before it starts anew, about a
// megabyte.
const maxStems = 1 << 13

// Stems remembers the stems of words, which come again from story to story and are
// dear to make. What it says does not depend on what it remembers. The zero value is
// ready for English; it must not be shared between goroutines.
type Stems struct {
	known map[string]string
	stem  func(word string) string // nil means that of English
}

// NewStems returns the stems of a language. By a pack without a stemmer a word is its own stem.
func NewStems(p *lang.Pack) *Stems {
	if p.Stem == nil {
		return &Stems{stem: func(word string) string { return word }}
	}
	return &Stems{stem: p.Stem}
}

// Of returns the stem of a word.
func (s *Stems) Of(word string) string {
	if stem, ok := s.known[word]; ok {
		return stem
	}
	stemOf := s.stem
	if stemOf == nil {
		stemOf = Stem
	}
	stem := stemOf(word)
	if len(s.known) >= maxStems || s.known == nil {
		s.known = make(map[string]string, 1024)
	}
	s.known[strings.Clone(word)] = strings.Clone(stem) // not a part of a story, which would stay with it
	return stem
}

package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// maxDateline is the most tokens before the dash of a date line.
const maxDateline = 24

// datelineEnd returns the index of the word behind the date line that a sentence
// begins with: "RIGA, May 4 (Agency) - ", "NEW YORK -- ", "(CNN)"; without one it is
// i, the sentence's first word. Where a story was filed, and who sent it, does not
// say what it is about.
func (s *Story) datelineEnd(sen Sentence, i int) int {
	end, inside := i, false
	for k := i; k < len(s.Doc.Tokens) && s.Doc.Tokens[k].Start < sen.End; k++ {
		w := s.token(k)
		switch {
		case sen.Kind == dateline.BlockDateline:
			end = k + 1
		case k == i+maxDateline:
			return end
		case strings.Trim(w, "-–—_") == "":
			if s.filed(i, k) {
				return k + 1
			}
			return end
		case w == "(":
			inside = true
		case w == ")":
			inside = false
			if s.token(i) == "(" && k <= i+3 {
				end = k + 1
			}
		default:
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !inside {
				return end
			}
		}
	}
	return end
}

func (s *Story) token(k int) string { return s.Doc.Words(s.Doc.Tokens[k].Span()) }

// filed reports whether the words before a dash have the form of a date line: a
// source in brackets, or a place in capitals, alone or with a comma or a number.
func (s *Story) filed(from, to int) bool {
	capitals, more := true, false
	for k := from; k < to; k++ {
		switch w := s.token(k); {
		case w == "(":
			return true
		case w == ",", strings.ContainsAny(w, "0123456789"):
			more = true
		case hasWordSign(w):
			capitals = capitals && IsUpper(w)
		}
	}
	if from == to {
		return false
	}
	place := s.token(from)
	return len(place) >= 3 && !strings.Contains(place, ".") && hasWordSign(place) && IsUpper(place) && (capitals || more)
}

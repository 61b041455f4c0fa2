package token

import (
	"strings"
	"unicode/utf8"
)

// word reads the word that begins at i and emits its parts. Scanning starts at
// j; what lies between is part of the word.
func (s *scanner) word(i, j int) int {
	j, f := s.wordEnd(i, j)
	t := s.text
	if f.url {
		s.emit(i, j, kLink)
		return j
	}
	if s.start < 0 && f.digit && j-i <= 3 && j < s.end && t[j] == '.' { // "1." in front of an item
		if m := s.markerAt(i); m.form == formNumber|formStop && m.end == j+1 {
			s.emit(i, j+1, kSign)
			return j + 1
		}
	}
	if j < s.end && t[j] == 0xC2 && j == i+1 && (t[i] == 'N' || t[i] == 'n') &&
		strings.HasPrefix(t[j:s.end], "°") { // "N°"
		j += 2
		f.high = true
	}
	if j < s.end && t[j] == '.' && !(j+1 < s.end && t[j+1] == '.') {
		if a := s.abbrev(i, j, f); a != abbrNone {
			s.abbr = a
			s.emit(i, j+1, kAbbr)
			return j + 1
		}
	}
	if j < s.end && t[j] == '$' && f.upper && !f.lower && j-i <= 3 && !f.digit { // "US$"
		j++
	}
	s.split(i, j, f)
	return j
}

// wordFacts is what wordEnd saw in a word.
type wordFacts struct {
	dots, apostrophe, digit, lower, upper, url, high bool
}

// wordEnd finds the end of the word that begins at i, scanning from j.
func (s *scanner) wordEnd(i, j int) (int, wordFacts) {
	t, end := s.text, s.end
	var f wordFacts
	for j < end {
		c := t[j]
		switch class[c] {
		case cLower:
			f.lower = true
			j++
			continue
		case cUpper:
			f.upper = true
			j++
			continue
		case cDigit:
			f.digit = true
			j++
			continue
		case cSpace:
			return j, f
		case cHigh:
			r, n := decode(t, j, end)
			switch runeClass(r) {
			case rWord:
				f.high = true
				j += n
				continue
			case rApostrophe:
				if j > i && isLetter(t, j+n, end) && isLastWord(t, i, j) {
					f.apostrophe, f.high = true, true
					j += n
					continue
				}
			case rHyphen:
				if isWord(t, j+n, end) && isLastWord(t, i, j) {
					f.high = true
					j += n
					continue
				}
			case rInvisible:
				// joiners and soft hyphens inside a word
				if r != 0x200B && r != 0xFEFF && isWord(t, j+n, end) {
					f.high = true
					j += n
					continue
				}
			}
			return j, f
		}
		if j == i {
			return j + 1, f
		}
		switch c {
		case '.':
			if k := s.mail(j); k > 0 {
				j = k
				continue
			}
			if !s.innerDot(i, j, f) {
				return j, f
			}
			f.dots = true
		case '_':
			if !isWord(t, j+1, end) && !(j+1 < end && t[j+1] == '_') || s.run(j, c)-j > 2 {
				return j, f
			}
		case ',':
			if !isDigit(t, j-1, end) || !isDigit(t, j+1, end) || !isDigit(t, j+2, end) || !isDigit(t, j+3, end) {
				return j, f
			}
		case ':':
			if j+2 < end && t[j+1] == '/' && t[j+2] == '/' && j-i <= 6 && !f.digit {
				f.url = true
				return s.urlEnd(j + 3), f
			}
			if !isDigit(t, j-1, end) || !isDigit(t, j+1, end) {
				return j, f
			}
		case '/':
			switch {
			case f.dots && isDomain(t[i:j]) && !isGap(t, j+1, end):
				f.url = true
				return s.urlEnd(j), f
			case isDigit(t, j-1, end) && isDigit(t, j+1, end):
			case j-i == 1 && isLetter(t, j+1, end) && !isLetter(t, j+2, end) && !f.digit: // "b/c", "w/o"
			default:
				return j, f
			}
		case '\'':
			if !isLetter(t, j+1, end) || !isLastWord(t, i, j) {
				return j, f
			}
			f.apostrophe = true
		case '-':
			if !isWord(t, j+1, end) {
				return j, f
			}
		case '@':
			if !isWord(t, j+1, end) {
				return j, f
			}
			if k := s.addressEnd(j + 1); k > j {
				f.url = true
				return k, f
			}
			return j, f
		case '&':
			if !isUpper(t, j-1, end) || !isUpper(t, j+1, end) || entityEnd(t, j, end) > j {
				return j, f
			}
		default:
			return j, f
		}
		j++
	}
	return j, f
}

// isLastWord reports whether a letter or digit ends at j.
func isLastWord(t string, i, j int) bool {
	return j > i && (class[t[j-1]] >= cLower)
}

// innerDot reports whether the full stop at j belongs inside the word.
func (s *scanner) innerDot(i, j int, f wordFacts) bool {
	t, end := s.text, s.end
	if !isWord(t, j+1, end) {
		// "U.S.-led": a hyphen follows the abbreviation
		return j+2 < end && t[j+1] == '-' && isLetter(t, j+2, end) && f.dots && isLetters(t[i:j])
	}
	before, after := class[t[j-1]], class[t[j+1]]
	switch {
	case before == cDigit && after == cDigit:
		return true
	case before == cDigit:
		return false
	case after == cDigit:
		return f.dots || f.digit || s.rules.abbreviation(t[i:j]) == abbrNone && j-i > 3
	case after == cUpper:
		// "U.S", "Ph.D"; but "end.Next" and "St.Petersburg" are two words
		if !isLetter(t, j+2, end) {
			return j-i <= 2 || f.dots || !f.lower || t[j-2] == '-' && before == cUpper // "non-U.S"
		}
		if before == cUpper && !f.lower {
			return f.dots || j-i > 1 && !isLower(t, j+2, end) || j+3 < end && t[j+3] == '.' && j-i == 1 // "M.Sc."
		}
		return false
	}
	return true
}

// mail returns where the "@" of an e-mail address is if the full stop at j is in
// its first part, before a capital or with others in a row; else 0.
func (s *scanner) mail(j int) int {
	t := s.text
	k := j + 1
	for k < s.end && k < j+3 && t[k] == '.' {
		k++
	}
	if k >= s.end || k == j+1 && !isUpper(t, k, s.end) || k == j+3 && t[k] == '.' {
		return 0
	}
	for k < s.end && k < j+40 {
		c := t[k]
		if c == '@' {
			if !isWord(t, k+1, s.end) {
				return 0
			}
			return k
		}
		if class[c] != cLower && class[c] != cUpper && class[c] != cDigit && c != '.' && c != '_' && c != '-' {
			return 0
		}
		k++
	}
	return 0
}

// isLetters reports whether a word is single letters with full stops between.
func isLetters(w string) bool {
	letter := false
	for i := 0; i < len(w); i++ {
		c := class[w[i]]
		switch {
		case !letter && (c == cLower || c == cUpper || c == cHigh):
			letter = true
			if c == cHigh {
				_, n := utf8.DecodeRuneInString(w[i:])
				i += n - 1
			}
		case letter && w[i] == '.':
			letter = false
		default:
			return false
		}
	}
	return true
}

// isDomain reports whether a word with dots looks like a host name.
func isDomain(w string) bool {
	last := 0
	for i := len(w) - 1; i >= 0 && w[i] != '.'; i-- {
		if class[w[i]] != cLower && class[w[i]] != cUpper {
			return false
		}
		last++
	}
	return last >= 2 && last <= 6 && len(w) > last+2
}

// urlEnd finds the end of the address whose rest begins at j.
func (s *scanner) urlEnd(j int) int {
	t, from := s.text, j
	open := 0
	for j < s.end {
		c := t[j]
		if class[c] == cSpace || c == '<' || c == '>' || c == '"' {
			break
		}
		if c == '(' {
			open++
		}
		if c >= utf8.RuneSelf {
			r, n := decode(t, j, s.end)
			if k := runeClass(r); k == rSpace || k == rApostrophe || k == rSign || r == 0x200B {
				break
			}
			j += n
			continue
		}
		j++
	}
	for j > from {
		switch t[j-1] {
		case '.', ',', ';', ':', '!', '?', '\'', ']', '}', '*':
			if t[j-1] == '.' && j-2 >= from && t[j-2] == '.' && isGap(t, j, s.end) {
				return j // cut short with "..."
			}
			j--
			continue
		case ')':
			if open == 0 {
				j--
				continue
			}
		}
		break
	}
	return j
}

// addressEnd finds the end of the host of an e-mail address, or returns 0.
func (s *scanner) addressEnd(j int) int {
	t, end, dot := s.text, s.end, false
	for j < end {
		c := t[j]
		switch {
		case class[c] >= cLower && class[c] <= cDigit:
		case (c == '.' || c == '-') && isWord(t, j+1, end):
			dot = dot || c == '.'
		default:
			if dot {
				return j
			}
			return 0
		}
		j++
	}
	if dot {
		return j
	}
	return 0
}

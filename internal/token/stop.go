package token

import "unicode/utf8"

// abbrev decides whether the full stop at j belongs to the word that begins at i.
func (s *scanner) abbrev(i, j int, f wordFacts) abbrev {
	t, end := s.text, s.end
	w := t[i:j]
	if f.digit && !f.dots {
		if s.rules.ordinals && len(w) <= 2 && class[w[0]] == cDigit && isOrdinalEnd(t, j+1, end) {
			return abbrTitle
		}
		return abbrNone
	}
	k := len(w) - 1
	for k > 0 && k > len(w)-maxAbbrev-2 && w[k] != '-' { // "then-Sen."
		k--
	}
	if k > 0 && w[k] == '-' {
		w = w[k+1:]
	}
	if f.dots {
		return s.rules.dotted(w)
	}
	next, lines := s.gap(j + 1)
	last := next >= end || lines >= 2
	if w == "N°" || w == "n°" {
		if !last && isDigit(t, next, end) {
			return abbrNumber
		}
		return abbrNone
	}
	if utf8.RuneCountInString(w[:min(len(w), 5)]) == 1 {
		return s.initial(i, j, next, last)
	}
	a := s.rules.abbreviation(w)
	switch a {
	case abbrNumber:
		if last || !isDigit(t, next, end) {
			return abbrNone
		}
	case abbrWord:
		b := s.buf
		n := len(b.Tokens)
		comma := s.start >= 0 && n > 0 && t[b.Tokens[n-1].Start] == ','
		switch {
		case next == j+1 && !last && (t[next] == ',' || t[next] == ')'), comma && !last:
		case !last && isLower(t, next, end) && f.upper:
		case !last && isDigit(t, next, end) && s.rules.numbered[w]:
		default:
			return abbrNone
		}
		return abbrEnd
	case abbrNone:
		if last {
			return abbrNone
		}
		if next == j+1 && (t[next] == ',' || t[next] == ';') || len(w) <= 4 && f.upper && f.lower && !hasVowel(w) {
			return abbrEnd
		}
	}
	return a
}

// hasVowel reports whether a word holds a vowel or a rune beyond ASCII.
func hasVowel(w string) bool {
	for i := 0; i < len(w); i++ {
		switch c := w[i] | 0x20; {
		case c == 'a', c == 'e', c == 'i', c == 'o', c == 'u', c == 'y', w[i] >= utf8.RuneSelf:
			return true
		}
	}
	return false
}

// initial decides whether a single letter with a full stop at j is an initial.
func (s *scanner) initial(i, j, next int, last bool) abbrev {
	t, end := s.text, s.end
	b := s.buf
	before := s.start >= 0 && s.prev == kAbbr && b.Tokens[len(b.Tokens)-1].End-b.Tokens[len(b.Tokens)-1].Start <= 3
	if !isUpper(t, i, end) {
		if a := s.rules.abbreviation(t[i:j]); a == abbrTitle || a == abbrNumber && !last && isDigit(t, next, end) {
			return a
		}
		if t[i] == 'c' && !last && isDigit(t, next, end) {
			return abbrTitle // "c. 1850"
		}
		return abbrNone
	}
	if last {
		if before {
			return abbrInitial
		}
		return abbrNone
	}
	named := false // a capitalised word stands before
	if s.start >= 0 && s.prev == kWord {
		named = isUpper(t, b.Tokens[len(b.Tokens)-1].Start, end)
	}
	if next == j+1 {
		switch {
		case t[next] == ',' || isUpper(t, next, end):
			return abbrInitial
		case before:
			return abbrInitial
		}
		return abbrNone
	}
	w := s.wordAt(next)
	switch {
	case t[i] == 'X' && !named && s.followsShort():
		return abbrNone // "wrote on X. Police in Leith"
	case s.begins(w, next):
		return abbrNone
	case t[i] == 'I':
		if named || before {
			return abbrInitial
		}
		return abbrNone
	case !isUpper(t, next, end) && !isDigit(t, next, end) && !named && !before:
		return abbrNone
	}
	return abbrInitial
}

// followsShort reports whether a word of two small letters stands before: "on", which leads to no initial.
func (s *scanner) followsShort() bool {
	b := s.buf
	if s.start < 0 || s.prev != kWord {
		return false
	}
	last := b.Tokens[len(b.Tokens)-1]
	return last.End-last.Start == 2 && isLower(s.text, last.Start, s.end)
}

// dotted says what a word with full stops inside and one behind it is.
func (r *Rules) dotted(w string) abbrev {
	switch {
	case r.times[w]:
		return abbrTime
	case r.asides[w]:
		return abbrTitle
	}
	if isLetters(w) {
		return abbrDots
	}
	// "Ph.D", "M.Sc", "Lt.Col": short parts, each with a capital
	part := 0
	for i := 0; i < len(w); i++ {
		c := class[w[i]]
		switch {
		case w[i] == '.':
			part = 0
		case part == 0 && c != cUpper || part > 3 || c != cUpper && c != cLower:
			return abbrNone
		default:
			part++
		}
	}
	return abbrDots
}

// isOrdinalEnd reports whether one space and a letter follow the full stop of a number: "am 3. Oktober".
func isOrdinalEnd(t string, i, end int) bool {
	return i < end && t[i] == ' ' && isLetter(t, i+1, end)
}

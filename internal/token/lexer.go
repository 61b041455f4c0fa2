package token

import "unicode/utf8"

// token reads the token, or the parts of the word, that begin at i and returns
// where they end.
func (s *scanner) token(i int) int {
	c := s.text[i]
	switch class[c] {
	case cLower, cUpper, cDigit:
		return s.word(i, i)
	case cHigh:
		return s.high(i)
	}
	return s.sign(i, c)
}

// high reads a token that begins with a rune beyond ASCII.
func (s *scanner) high(i int) int {
	r, n := decode(s.text, i, s.end)
	j := i + n
	switch runeClass(r) {
	case rWord:
		return s.word(i, i)
	case rInvisible:
		for j < s.end && s.text[j] >= utf8.RuneSelf {
			r, n := decode(s.text, j, s.end)
			if runeClass(r) != rInvisible {
				break
			}
			j += n
		}
		if (r == 0xAD || r == 0x200C || r == 0x200D || r == 0x2060) && isWord(s.text, j, s.end) && j == i+n {
			return s.word(i, j) // a joiner in front of a word
		}
		s.emit(i, j, kHidden)
		return j
	case rApostrophe:
		return s.apostrophe(i, j)
	}
	kind := s.rules.quoteKind(r)
	switch r {
	case '…':
		kind = kStop
		for j < s.end && s.text[j] == '.' {
			j++
		}
	case '。', '．':
		kind = kStop
	case '！', '？', '‼', '⁇', '⁈', '⁉':
		kind = kShout
	case '•', '⁃', '‣', '●', '▪', '■', '◦', '∙', '◆', '►', '▶':
		kind = kBullet
	}
	if r >= 0x1F000 || r >= 0x2600 && r < 0x27C0 { // emoji: with their modifiers and joiners
		j = s.emoji(j)
	}
	s.emit(i, j, kind)
	return j
}

// emoji takes what belongs to the emoji that ends at j.
func (s *scanner) emoji(j int) int {
	for j < s.end && s.text[j] >= utf8.RuneSelf {
		r, n := decode(s.text, j, s.end)
		switch {
		case r == 0xFE0F || r == 0xFE0E || r == 0x20E3 || r >= 0x1F3FB && r <= 0x1F3FF:
			j += n
		case r == 0x200D && j+n < s.end && s.text[j+n] >= utf8.RuneSelf:
			j += n
			_, n = decode(s.text, j, s.end)
			if isGap(s.text, j, s.end) {
				return j
			}
			j += n
		default:
			return j
		}
	}
	return j
}

// run returns the end of a run of the byte c that begins at i.
func (s *scanner) run(i int, c byte) int {
	j := i + 1
	for j < s.end && s.text[j] == c {
		j++
	}
	return j
}

// sign reads a token that begins with an ASCII sign.
func (s *scanner) sign(i int, c byte) int {
	t, end := s.text, s.end
	switch c {
	case '.':
		j := s.run(i, c)
		if j == i+1 && isDigit(t, j, end) && !isWord(t, i-1, end) { // ".5"
			return s.word(i, j)
		}
		kind := kStop
		for j < end && (t[j] == '?' || t[j] == '!') {
			j, kind = j+1, kShout
		}
		s.emit(i, j, kind)
		return j
	case '!', '?':
		j := i + 1
		for j < end && (t[j] == '!' || t[j] == '?' || t[j] == '.') {
			j++
		}
		s.emit(i, j, kShout)
		return j
	case '"':
		s.emit(i, i+1, kQuote)
		return i + 1
	case '\'':
		if i+1 < end && t[i+1] == c {
			s.emit(i, i+2, kClose)
			return i + 2
		}
		return s.apostrophe(i, i+1)
	case '`':
		j := min(s.run(i, c), i+2)
		s.emit(i, j, kOpen)
		return j
	case '(', '[', '{':
		if j := s.emoticon(i); j > i {
			s.emit(i, j, kFace)
			return j
		}
		s.emit(i, i+1, kOpen)
		return i + 1
	case ')', ']', '}':
		s.emit(i, i+1, kClose)
		return i + 1
	case '@', '#':
		if isWord(t, i+1, end) {
			return s.handle(i)
		}
	case ':', ';':
		if j := s.emoticon(i); j > i {
			s.emit(i, j, kFace)
			return j
		}
	case '+', '-':
		if isDigit(t, i+1, end) && (i == 0 || !isWord(t, i-1, end) && t[i-1] != '.' && t[i-1] != ')') {
			return s.word(i, i+1) // "-5", "+3.2"
		}
	case '&':
		if j := entityEnd(t, i, end); j > i {
			s.emit(i, j, kSign)
			return j
		}
	}
	kind, j := kSign, i+1
	switch c {
	case '_':
		j = s.run(i, c)
	case '-', '=', '*', '~', '#', '+', '<', '>', '$', '/', '|', '^', '\\':
		j = s.run(i, c)
		if c == '*' && j == i+1 {
			kind = kBullet
		}
	}
	s.emit(i, j, kind)
	return j
}

// entityEnd returns the end of an HTML entity such as "&amp;" that a text kept, or i.
func entityEnd(t string, i, end int) int {
	j := i + 1
	for j < end && j < i+8 && class[t[j]] >= cLower && class[t[j]] <= cDigit || j == i+1 && j < end && t[j] == '#' {
		j++
	}
	if j > i+2 && j < end && t[j] == ';' {
		return j + 1
	}
	return i
}

// emoticon returns the end of an emoticon such as ":-)" that begins at i after
// white space, or i.
func (s *scanner) emoticon(i int) int {
	t, end := s.text, s.end
	if i > 0 && !isGap(t, i-1, end) {
		return i
	}
	j := i
	if t[j] == '(' || t[j] == '[' { // "(:"
		if j+1 < end && t[j+1] == ':' && isGap(t, j+2, end) {
			return j + 2
		}
		return i
	}
	j++
	if j < end && t[j] == '-' {
		j++
	}
	if j >= end {
		return i
	}
	switch t[j] {
	case ')', '(', 'D', 'P', 'p', '/', '|', ']', '[', 'O', 'o', '*':
		k := s.run(j, t[j])
		if isGap(t, k, end) || k < end && (t[k] == '.' || t[k] == ',') {
			return k
		}
	}
	return i
}

// handle reads "@name" and "#tag".
func (s *scanner) handle(i int) int {
	j := i + 1
	for isWord(s.text, j, s.end) || j < s.end && s.text[j] == '_' {
		_, n := decode(s.text, j, s.end)
		j += n
	}
	s.emit(i, j, kWord)
	return j
}

// apostrophe reads a token that begins with an apostrophe or single quote, which
// ends at j: "'s" cut off a word, "'70s", "'em", or a quote.
func (s *scanner) apostrophe(i, j int) int {
	t, end := s.text, s.end
	if isDigit(t, j, end) && isDigit(t, j+1, end) && !isDigit(t, j+2, end) {
		k := j + 2
		if k < end && t[k] == 's' {
			k++
		}
		if !isWord(t, k, end) { // "'70s"
			s.emit(i, k, kWord)
			return k
		}
	}
	if k := s.clipped(i, j); k > 0 {
		s.emit(i, k, kWord)
		return k
	}
	kind := kQuote
	if i > 0 && !isGap(t, i-1, end) && isGap(t, j, end) {
		kind = kClose
	}
	s.emit(i, j, kind)
	return j
}

// maxClipped is the most letters that are looked at behind an apostrophe.
const maxClipped = 6

// clipped returns the end of a word that begins with the apostrophe at i, before j: the end of "U.S.'s", "'em"; 0 where
// there is none.
func (s *scanner) clipped(i, j int) int {
	t, end := s.text, s.end
	if !isLetter(t, j, end) {
		return 0
	}
	k := j
	for k < end && k < j+maxClipped && class[t[k]] >= cLower && class[t[k]] <= cUpper {
		k++
	}
	if isWord(t, k, end) {
		return 0
	}
	word := t[j:k]
	if i == 0 || isGap(t, i-1, end) {
		if s.rules.clipped[word] || s.rules.clitics[word] {
			return k
		}
		return 0
	}
	switch before := t[i-1]; {
	case before == '(', before == '"', class[before] == cDigit:
		if s.rules.clipped[word] || s.rules.clitics[word] {
			return k
		}
	case class[before] == cOther && before != '[' && s.rules.clitics[word]:
		return k
	}
	return 0
}

package token

// headed reports whether the text up to i is a line of its own that lost its line
// break, as in mail that was forwarded: an address behind a label, a time stamp,
// a greeting.
func (s *scanner) headed(i, j int) bool {
	t, end := s.text, s.end
	upper, digit := isUpper(t, j, end), isDigit(t, j, end)
	if s.prev == kLink && (t[j] == 'h' || t[j] == 'w') && s.linkAt(j) {
		return true
	}
	if !upper && !digit {
		return false
	}
	if digit {
		if k := s.stampAt(j); k > 0 {
			s.stamp = k
			return s.prev == kLink || t[i-1] == '>' || s.titleWord()
		}
	}
	b := s.buf
	n := len(b.Tokens)
	first := b.first[len(b.first)-1]
	switch {
	case i == s.stamp && upper:
		return true
	case s.prev == kLink && n-first == 1:
		return upper
	case s.prev == kLink && n-first > 1 && t[b.Tokens[n-2].Start] == ':':
		return true
	case t[i-1] == '>' && n-first > 2 && t[b.Tokens[n-3].Start] == '<' && class[t[b.Tokens[n-2].Start]] >= cLower:
		return true
	case t[i-1] == ',' && upper && n-first > 1 && n-first <= 5:
		return s.greeting(first, n-2)
	}
	return false
}

// linkAt reports whether an address of the web begins at j.
func (s *scanner) linkAt(j int) bool {
	rest := s.text[j:min(j+8, s.end)]
	return len(rest) == 8 && (rest[:7] == "http://" || rest == "https://" || rest[:4] == "www.")
}

// titleWord reports whether the last token begins with a capital.
func (s *scanner) titleWord() bool {
	b := s.buf
	return isUpper(s.text, b.Tokens[len(b.Tokens)-1].Start, s.end)
}

// greeting reports whether the tokens from the first to the last, a comma aside, are
// how a letter begins or ends.
func (s *scanner) greeting(first, last int) bool {
	b := s.buf
	word := func(i int) string { return s.text[b.Tokens[i].Start:b.Tokens[i].End] }
	return s.rules.salutations[word(first)] || s.rules.closings[word(last)]
}

// stampAt returns the end of a time stamp such as "08/16/2026 12:05 PM" at j, or 0.
func (s *scanner) stampAt(j int) int {
	k, ok := s.digits(j, 2, '/')
	if !ok {
		return 0
	}
	if k, ok = s.digits(k, 2, '/'); !ok {
		return 0
	}
	if k, ok = s.digits(k, 4, ' '); !ok {
		return 0
	}
	if k, ok = s.digits(k, 2, ':'); !ok {
		return 0
	}
	n, ok := s.digits(k, 2, ':')
	if ok {
		k = n
	}
	if k, ok = s.digits(k, 2, ' '); !ok {
		return 0
	}
	if k+2 <= s.end && (s.text[k:k+2] == "AM" || s.text[k:k+2] == "PM") {
		return k + 2
	}
	return 0
}

// digits skips at most so many digits and the sign behind them.
func (s *scanner) digits(j, most int, sign byte) (int, bool) {
	k := j
	for k < j+most && isDigit(s.text, k, s.end) {
		k++
	}
	if k == j || k >= s.end || s.text[k] != sign {
		return j, false
	}
	return k + 1, true
}

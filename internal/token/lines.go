package token

// marker is the number or sign in front of an item of a list.
type marker struct {
	form  int // 0 for none
	value int
	end   int // where it ends
	line  bool
}

// Forms of markers.
const (
	formBullet = 1 << iota // a bullet
	formNumber
	formLetter
	formStop    // "1."
	formBracket // "1)"
)

// follows reports whether m is the marker of the item after the one of o.
func (m marker) follows(o marker) bool {
	return m.form != 0 && m.form == o.form && (m.form == formBullet || m.value == o.value+1)
}

// markerAt reads the marker of a list item at j.
func (s *scanner) markerAt(j int) marker {
	t, end := s.text, s.end
	c := t[j]
	cl := class[c]
	if cl != cDigit && cl != cLower && cl != cUpper && c != '*' && cl != cHigh {
		return marker{}
	}
	var m marker
	if cl == cHigh {
		r, n := decode(t, j, end)
		switch r {
		case '•', '⁃', '‣', '●', '▪', '■', '◦', '∙', '◆', '►', '▶':
		default:
			return marker{}
		}
		m = marker{form: formBullet, end: j + n}
		j += n
		if j < end && t[j] == ' ' {
			j++
		}
	} else if c == '*' {
		if j+1 < end && t[j+1] == ' ' {
			return marker{form: formBullet, end: j + 1}
		}
		return marker{}
	}
	k := j
	value := 0
	for k < end && k < j+3 && class[t[k]] == cDigit {
		value = value*10 + int(t[k]-'0')
		k++
	}
	form := m.form | formNumber
	if k == j {
		if k >= end || (class[t[k]] != cLower && class[t[k]] != cUpper) {
			return m
		}
		value, form = int(t[k]), m.form|formLetter
		k++
	}
	dot := k < end && t[k] == '.'
	if dot {
		form |= formStop
		k++
	}
	if k < end && t[k] == ')' {
		form |= formBracket
		k++
	}
	if form&(formStop|formBracket) == 0 || !isGap(t, k, end) || form&formLetter != 0 && dot && class[t[j]] == cUpper {
		return m
	}
	for n := k; n < k+3; n++ {
		if isUpper(t, n, end) {
			return marker{form: form, value: value, end: k}
		}
	}
	return m
}

// Bounds on the length of lines, in bytes.
const (
	shortLine = 40 // entries of a list are shorter
	wrapFrom  = 60 // lines of text broken by hand are between these
	wrapTo    = 90
)

// lineBreaks decides whether a single line break between i and j ends the
// sentence. It does, but for lines that were broken by hand.
func (s *scanner) lineBreaks(i, j int) bool {
	t, end := s.text, s.end
	m := s.state
	if m.mark == kAbbr && (m.abbr == abbrTitle || m.abbr == abbrNumber || m.abbr == abbrInitial) && isWord(t, j, end) {
		return false
	}
	k, _ := s.openers(j)
	if m.mark != kWord && m.mark != kAbbr {
		return !isLower(t, k, end) || !m.closed && !m.ellipsis
	}
	from := i
	for from > 0 && from > i-wrapTo-1 && t[from-1] != '\n' {
		from--
	}
	before := i - from
	s.steps += before
	comma := t[i-1] == ',' || t[i-1] == '('
	if !isLower(t, k, end) {
		return before < wrapFrom || before > wrapTo || !comma && !s.smallWord()
	}
	if comma || before >= shortLine {
		return false
	}
	return s.listed(j)
}

// listed reports whether the line at j, which begins small behind a short one, is an item of a
// list: it is of a sentence if it is long or ends with a mark.
func (s *scanner) listed(j int) bool {
	t, end := s.text, s.end
	n := j
	for n < end && n < j+shortLine && t[n] != '\n' {
		n++
	}
	s.steps += n - j
	if n == j+shortLine {
		return false
	}
	for n > j && class[t[n-1]] == cSpace {
		n--
	}
	switch t[n-1] {
	case '.', '!', '?', '"', ')', ':', ';', ',':
		return false
	}
	return true
}

// smallWord reports whether the last token begins with a small letter.
func (s *scanner) smallWord() bool {
	b := s.buf
	return isLower(s.text, b.Tokens[len(b.Tokens)-1].Start, s.end)
}

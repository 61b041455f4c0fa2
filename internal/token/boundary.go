package token

import "github.com/dateline-go/dateline"

// ending is what stands at the end of the text read so far that may end the
// sentence: a mark, and what closed behind it.
type ending struct {
	mark     tokenKind // kStop, kShout or kAbbr; kWord for none
	abbr     abbrev
	ellipsis bool // several full stops
	loose    bool // white space before the mark
	closed   bool // a bracket or quote closed behind the mark
	quoted   bool // a quote did
	dots     int  // how many full stops with white space before them
}

// note keeps what the rules below want to know of a token just added.
func (s *scanner) note(start, end int, kind tokenKind) {
	old := s.state
	if start < s.cite { // inside "[7]"
		return
	}
	switch kind {
	case kHidden:
		return
	case kFace:
		if old.mark != kStop && old.mark != kShout {
			s.state = ending{mark: kFace}
		}
	case kStop, kShout:
		s.state = s.stopped(start, end, kind)
	case kAbbr:
		s.state = ending{mark: kAbbr, abbr: s.abbr}
	case kClose:
		s.state = s.closed(start)
	case kQuote:
		if s.text[start] == '"' {
			s.quotes++
		}
		s.state = s.quoted(start, end)
	default:
		s.state = ending{}
	}
	if s.state.mark == kWord {
		s.state = ending{}
	}
	if kind != kStop {
		s.prevOpen = kind == kOpen
	}
	s.prev = kind
	if s.start == start {
		s.list = s.markerAt(start)
	}
}

// stopped returns what is known of the ending after a full stop or a mark of exclamation.
func (s *scanner) stopped(start, end int, kind tokenKind) ending {
	old := s.state
	if kind == kShout && s.prev == kSign && start > 0 && s.text[start-1] == ':' {
		return ending{} // ":?" is a sign that was lost
	}
	if s.prev == kOpen && end-start == 1 {
		return ending{} // "(.com)"
	}
	loose := start > 0 && isGap(s.text, start-1, s.end)
	m := ending{mark: kind, loose: loose, ellipsis: kind == kStop && (end-start > 1 || old.mark == kStop && loose)}
	if loose && kind == kStop {
		m.dots = old.dots + 1
	}
	return m
}

// closed returns what is known of the ending after a closing bracket or quotation mark.
func (s *scanner) closed(start int) ending {
	m := s.state
	if m.ellipsis && s.prevOpen {
		return ending{} // "[...]" stands for words
	}
	m.closed = true
	if c := s.text[start]; c != ')' && c != ']' && c != '}' {
		m.quoted = true
	}
	return m
}

// quoted returns what is known of the ending after a quotation mark that may open or close.
func (s *scanner) quoted(start, end int) ending {
	m := s.state
	if m.mark == kWord || isGap(s.text, start-1, s.end) && s.quotes%2 != 0 && !isGap(s.text, end, s.end) {
		return ending{}
	}
	m.closed, m.quoted = true, true
	return m
}

// breaks decides whether the sentence ends between the token that ends at i and
// the one that begins at j, with so many line breaks between them.
func (s *scanner) breaks(i, j, lines int) bool {
	t, end := s.text, s.end
	if lines >= 2 {
		return true
	}
	if s.list.form != 0 && i > s.list.end {
		if m := s.markerAt(j); m.follows(s.list) {
			return true
		}
	}
	if lines == 1 {
		return s.lineBreaks(i, j)
	}
	m := s.state
	if i < j && (s.ruled(j) || s.headed(i, j)) {
		return true
	}
	if m.mark == kWord || s.list.form != 0 && i <= s.list.end {
		return false
	}
	if c := t[j]; c == '[' && s.citation(j) || (c == ':' || c == ';') && s.emoticon(j) > j {
		return false
	}
	if i == j { // "end.Next"
		return isUpper(t, j, end) && m.mark != kAbbr || m.mark == kShout && !m.closed && isLetter(t, j, end)
	}
	k, opened := s.openers(j)
	s.steps += k - j + 1
	if k >= end {
		return opened
	}
	switch c := t[k]; {
	case opened:
	case c == ')' || c == ']' || c == '}' || c == ',' || c == ';' || c == ':' || c == '%' || c == '!' || c == '?' ||
		c == '/':
		return false
	case c == '.':
		return s.chicago(m, k)
	case c == '"' && (s.quotes%2 == 1 && !isWord(t, k+1, end) || isGap(t, k+1, end)): // closes
		return false
	case c >= 0x80:
		switch r, _ := decode(t, k, end); {
		case r == '…', r != '」' && r != '）' && r != '】' && s.rules.quoteKind(r) == kClose:
			return false
		}
	}
	if t[k] == '-' || t[k] == 0xE2 && k+2 < end && t[k+1] == 0x80 && (t[k+2] == 0x93 || t[k+2] == 0x94) {
		n, _ := s.skipDash(k)
		return m.mark != kAbbr && !isLower(t, n, end)
	}
	if isLower(t, k, end) {
		return !opened && s.small(m, k)
	}
	w := s.wordAt(k)
	if m.mark == kAbbr {
		return s.abbrBreaks(m, w, k, opened, t[j] == '(' || t[j] == '[')
	}
	if m.dots == 3 && s.text[i-1] == '.' {
		return false // ". . ." stands for words
	}
	if m.mark == kShout {
		if m.quoted && s.speech(k) {
			return false
		}
		if !m.closed && s.exclaimed() && !s.rules.starters[w] {
			return false
		}
	}
	return true
}

// citation reports whether a bracket with a number or dots in it, such as "[7]",
// begins at j; it belongs to what stands before.
func (s *scanner) citation(j int) bool {
	k := j + 1
	for k < s.end && k < j+10 && (class[s.text[k]] == cDigit || s.text[k] == '.' || s.text[k] == ',') {
		k++
	}
	if k < s.end && s.text[k] == 0xE2 && k+2 < s.end && s.text[k+1] == 0x80 && s.text[k+2] == 0xA6 {
		k += 3
	}
	if k == j+1 || k >= s.end || s.text[k] != ']' {
		return false
	}
	s.cite = k + 1
	return true
}

// rule is the length from which a run of one sign is a line across the page.
const rule = 8

// ruled reports whether a line across the page, such as "----------", ends at
// the last token or begins at j.
func (s *scanner) ruled(j int) bool {
	b := s.buf
	last := b.Tokens[len(b.Tokens)-1]
	switch n := last.End - last.Start; {
	case n >= rule && isRule(s.text[last.Start:last.Start+rule]),
		n >= 3 && s.text[last.Start:last.Start+3] == "***" && isUpper(s.text, j, s.end):
		return true
	}
	return j+rule <= s.end && isRule(s.text[j:j+rule])
}

// isRule reports whether a string is one sign again and again.
func isRule(w string) bool {
	switch w[0] {
	case '-', '=', '*', '_', '~', '#':
		for i := 1; i < len(w); i++ {
			if w[i] != w[0] {
				return false
			}
		}
		return true
	}
	return false
}

// small decides whether a small letter at k begins a sentence, as in hasty
// writing, after the mark m.
func (s *scanner) small(m ending, k int) bool {
	b := s.buf
	n := len(b.Tokens)
	if n < 2 || m.closed || m.mark == kAbbr {
		return false
	}
	if s.text[k] == 'i' && (k+1 >= s.end || s.text[k+1] == ' ' || s.text[k+1] == '\'' || s.text[k+1] == 'm') {
		return !m.loose
	}
	if m.mark == kShout {
		if c := s.text[b.Tokens[n-2].Start]; c == '"' || c == 0xE2 { // "“Go”! he said"
			return false
		}
		return s.text[b.Tokens[n-1].End-1] == '?' || s.plainWord(b.Tokens[n-2])
	}
	return m.mark == kStop && !m.ellipsis && !m.loose && s.plainWord(b.Tokens[n-2])
}

// plainWord reports whether a token is a word of small letters, a number, or a
// bracket or quote that closes.
func (s *scanner) plainWord(t dateline.Token) bool {
	w := s.text[t.Start:t.End]
	if w == ")" || w == `"` {
		return true
	}
	for i := 0; i < len(w); i++ {
		if class[w[i]] != cLower && class[w[i]] != cDigit && w[i] != '-' && w[i] != '\'' {
			return false
		}
	}
	return len(w) > 1
}

// exclaimed reports whether the exclamation mark belongs to a name.
func (s *scanner) exclaimed() bool {
	b := s.buf
	n := len(b.Tokens)
	return n >= 2 && s.text[b.Tokens[n-2].Start:b.Tokens[n-1].End] == "Yahoo!"
}

// openers skips opening quotes and brackets, at most four.
func (s *scanner) openers(j int) (k int, opened bool) {
	t, end := s.text, s.end
	k = j
	for n := 0; n < 4 && k < end; n++ {
		switch c := t[k]; {
		case c == '(' || c == '[' || c == '{' || c == '`',
			(c == '"' || c == '\'') && k+1 < end && !isGap(t, k+1, end) && (c == '\'' || s.quotes%2 == 0 || isWord(t, k+1, end)):
			k, opened = k+1, true
			continue
		case c >= 0x80:
			r, size := decode(t, k, end)
			if r < '「' && s.rules.quoteKind(r) == kOpen {
				k, opened = k+size, true
				continue
			}
			if runeClass(r) == rInvisible {
				k += size
				continue
			}
		}
		break
	}
	return k, opened
}

// skipDash returns where the text goes on after the dash at k.
func (s *scanner) skipDash(k int) (int, bool) {
	from := k
	for k < s.end && k < from+8 {
		_, n := decode(s.text, k, s.end)
		if isWord(s.text, k, s.end) || s.text[k] == '"' {
			return k, true
		}
		k += n
	}
	return k, false
}

// chicago decides about a full stop followed by spaced ones: in ". . . . The"
// the first one ends the sentence, as the Chicago manual has it.
func (s *scanner) chicago(m ending, k int) bool {
	if m.mark != kStop || m.ellipsis || m.loose || m.closed {
		return false
	}
	for n := 0; n < 3; n++ {
		if k+1 >= s.end || s.text[k] != '.' || s.text[k+1] != ' ' {
			return false
		}
		k += 2
	}
	return isUpper(s.text, k, s.end)
}

// wordAt returns the letters at k and the apostrophe in them, at most 20 bytes.
func (s *scanner) wordAt(k int) string {
	j := k
	for j < s.end && j < k+20 {
		c := s.text[j]
		if cl := class[c]; cl != cLower && cl != cUpper && c != '\'' {
			break
		}
		j++
	}
	s.steps += j - k
	return s.text[k:j]
}

// speech reports whether one to three capitalised words and a verb of saying
// begin at k: what follows quoted speech.
func (s *scanner) speech(k int) bool {
	for n := 0; n < 4; n++ {
		w := s.wordAt(k)
		if w == "" || len(w) >= 20 {
			return false
		}
		if n > 0 && s.rules.speech[w] {
			return true
		}
		if class[w[0]] != cUpper || s.rules.starters[w] {
			return false
		}
		k += len(w)
		if k < s.end && s.text[k] == '.' {
			k++
		}
		if m := s.age(k); m > k {
			return s.rules.speech[s.wordAt(m)]
		}
		if k >= s.end || s.text[k] != ' ' {
			return false
		}
		k++
	}
	return false
}

// age skips a person's age, ", 45, ", at k.
func (s *scanner) age(k int) int {
	m := k
	if m+2 < s.end && s.text[m:m+2] == ", " {
		if m, ok := s.digits(m+2, 3, ','); ok && m < s.end && s.text[m] == ' ' {
			return m + 1
		}
	}
	return k
}

// abbrBreaks decides whether an abbreviation ends the sentence before the word w
// at k.
func (s *scanner) abbrBreaks(m ending, w string, k int, opened, bracket bool) bool {
	if !isUpper(s.text, k, s.end) || m.abbr == abbrTitle || m.abbr == abbrNumber {
		return false
	}
	if s.begins(w, k) {
		return m.abbr != abbrInitial
	}
	if m.abbr == abbrInitial {
		return false
	}
	if m.quoted || opened && !bracket {
		return true
	}
	if m.abbr == abbrTime {
		return !s.rules.afterTime[w]
	}
	b := s.buf
	last := b.Tokens[len(b.Tokens)-1]
	return s.rules.listEnds[s.text[last.Start:last.End]]
}

// begins reports whether the word w at k is one that begins sentences.
func (s *scanner) begins(w string, k int) bool {
	if len(w) == 1 && (k+1 >= s.end || s.text[k+1] != ' ') {
		return false // an initial
	}
	return s.rules.starters[w]
}

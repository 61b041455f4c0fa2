package words

// Joined returns what the i-th of some words of a text and the next one are without
// the hyphen between them: "on-line" is also looked up as "online". Chains of more
// than two, and figures such as 2-1, are not joined.
func (s *Splitter) Joined(text string, ws []Word, i int) (Word, bool) {
	if i+1 >= len(ws) || ws[i].End >= ws[i+1].Start || text[ws[i].End:ws[i+1].Start] != "-" {
		return Word{}, false
	}
	a, b := ws[i], ws[i+1]
	chain := a.Start > 0 && text[a.Start-1] == '-' || b.End < len(text) && text[b.End] == '-'
	if chain || a.Form == "" || b.Form == "" || isDigit(a.Form[0]) && isDigit(b.Form[0]) {
		return Word{}, false
	}
	k := s.look(text[a.Start:a.End] + text[b.Start:b.End])
	return Word{Start: a.Start, End: b.End, Term: k.term, Form: k.form}, k.term != "" && !k.weak
}

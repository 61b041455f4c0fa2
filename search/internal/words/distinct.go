package words

// Distinct returns the terms of words, each once, in order of appearance, stop
// words left out, at most n.
func Distinct(ws []Word, n int) []string {
	var terms []string
	seen := make(map[string]bool, len(ws))
	for _, w := range ws {
		if w.Term == "" || seen[w.Term] {
			continue
		}
		if len(terms) == n {
			break
		}
		seen[w.Term] = true
		terms = append(terms, w.Term)
	}
	return terms
}

// Trim leaves out the stop words around others.
func Trim(ws []Word) []Word {
	for len(ws) > 0 && ws[0].Term == "" {
		ws = ws[1:]
	}
	for len(ws) > 0 && ws[len(ws)-1].Term == "" {
		ws = ws[:len(ws)-1]
	}
	return ws
}

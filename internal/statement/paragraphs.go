package statement

import "strings"

// readParagraphs finds where paragraphs end: with a block, else at a blank line.
func (s *Story) readParagraphs() {
	s.paragraphs = s.paragraphs[:0]
	text, tokens := s.doc.Text, s.doc.Tokens
	block := 0
	for i := 1; i < len(tokens); i++ {
		cut := false
		if len(s.doc.Blocks) > 0 {
			for block < len(s.doc.Blocks) && s.doc.Blocks[block].End <= tokens[i].Start {
				cut = true
				block++
			}
		} else {
			cut = strings.Count(text[tokens[i-1].End:tokens[i].Start], "\n") > 1
		}
		if cut {
			s.paragraphs = append(s.paragraphs, i)
		}
	}
	if len(tokens) > 0 {
		s.paragraphs = append(s.paragraphs, len(tokens))
	}
}

// paragraphEnd returns the token behind the paragraph that a token lies in.
func (s *Story) paragraphEnd(i int) int {
	lo, hi := 0, len(s.paragraphs)
	for lo < hi {
		m := (lo + hi) / 2
		if s.paragraphs[m] <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo == len(s.paragraphs) {
		return len(s.tokens)
	}
	return s.paragraphs[lo]
}

// lineEnd returns the token behind the line that a token lies in, or a later one
// where the line is longer than so many tokens.
func (s *Story) lineEnd(i, most int) int {
	for k := i + 1; k <= i+most && k < len(s.tokens); k++ {
		if strings.Contains(s.doc.Text[s.doc.Tokens[k-1].End:s.doc.Tokens[k].Start], "\n") {
			return k
		}
	}
	return min(i+most+1, len(s.tokens))
}

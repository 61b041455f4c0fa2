package statement

import "github.com/dateline-go/dateline"

// Exact returns the words of a statement's content that stand between quotation marks, without the marks, and whether
// those are all of its words. The content is runs of tokens.
func (s *Story) Exact(content [][2]int) (exact []dateline.Span, whole bool) {
	whole = true
	for _, run := range content {
		for i := run[0]; i < run[1]; {
			if s.tokens[i].region < 0 || s.tokens[i].mark != 0 {
				whole = whole && (s.tokens[i].mark != 0 || s.pause(i))
				i++
				continue
			}
			from := i
			for i < run[1] && s.tokens[i].region == s.tokens[from].region && s.tokens[i].mark == 0 {
				i++
			}
			exact = append(exact, s.Span([2]int{from, i}))
		}
	}
	return exact, whole && len(exact) > 0
}

// pause reports whether a token is a comma, a stop or their like.
func (s *Story) pause(i int) bool {
	switch s.tokens[i].tag {
	case tComma, tStop, tColon:
		return true
	}
	return false
}

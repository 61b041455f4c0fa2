package find

import (
	"sort"

	"github.com/dateline-go/dateline"
)

// TokenAt returns the token that begins at a byte, -1 for none.
func (s *Story) TokenAt(at int) int {
	i := sort.Search(len(s.doc.Tokens), func(i int) bool { return s.doc.Tokens[i].Start >= at })
	if i == len(s.doc.Tokens) || s.doc.Tokens[i].Start != at {
		return -1
	}
	return i
}

// SentenceAt returns the last sentence of the Document that begins at a byte or
// before, -1 for none.
func (s *Story) SentenceAt(at int) int {
	return sort.Search(len(s.doc.Sentences), func(i int) bool { return s.doc.Sentences[i].Start > at }) - 1
}

// Head returns the noun phrase that begins at a byte, without what hangs on it; an
// empty span for none.
func (s *Story) Head(at int) dateline.Span {
	i := s.TokenAt(at)
	if i < 0 || s.tokens[i].chunk < 0 {
		return dateline.Span{}
	}
	return s.Span([2]int{i, s.chunks[s.tokens[i].chunk].end})
}

// Roles returns the words for what somebody is that stand beside a name of tokens
// from first to last: "its chairwoman, Ann Lee", "Ann Lee, the mayor of the town".
func (s *Story) Roles(first, last int) []string {
	var out []string
	if p := first - 2; p >= 0 && s.tokens[p+1].tag == tComma && s.tokens[p].Person && !s.tokens[p].Body && s.tokens[p].chunk >= 0 {
		out = append(out, s.word(p))
	}
	if n := last + 2; n < len(s.tokens) && s.tokens[n-1].tag == tComma && s.tokens[n].chunk >= 0 {
		if e := s.chunks[s.tokens[n].chunk].end - 1; s.tokens[e].Person && !s.tokens[e].Body && s.tokens[e].label == noName {
			out = append(out, s.word(e))
		}
	}
	return out
}

// Quoted reports whether a token lies inside quotation marks.
func (s *Story) Quoted(i int) bool { return s.tokens[i].region >= 0 }

// Acts reports whether a verb follows the noun phrase that holds token i, so that
// it may be its subject.
func (s *Story) Acts(i int) bool {
	if k := s.tokens[i].chunk; k >= 0 {
		i = s.chunks[k].end
	} else {
		i++
	}
	for last := min(i+3, len(s.tokens)); i < last && s.tokens[i].tag == tAdv; {
		i++
	}
	return i < len(s.tokens) && s.tokens[i].tag.finite()
}

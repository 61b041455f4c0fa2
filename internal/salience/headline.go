package salience

import (
	"strings"
	"unicode"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
)

// longestTitle is how many bytes of a headline are looked at; more is none.
const longestTitle = 1000

// headline is what a headline says, by the stems of its words: "Norland's protests"
// speaks of a "protest".
type headline struct {
	stems *token.Stems
	says  map[string]bool
	// begins are the first bytes of its stems. A stem begins as its word does, so most
	// words need none.
	begins [256]bool
}

func newHeadline(doc *dateline.Document, s *token.Stems) headline {
	h := headline{stems: s, says: map[string]bool{}}
	if len(doc.Headline) > longestTitle {
		return h
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(doc.Headline), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '.' && r != '\''
	}) {
		if w = strings.TrimSuffix(strings.Trim(w, "'."), "'s"); w != "" {
			stem := s.Of(w)
			h.says[stem] = true
			h.begins[stem[0]] = true
		}
	}
	return h
}

// share returns the share of the words of a name that the headline says, 0..1.
func (h *headline) share(name string) float64 {
	if len(h.says) == 0 {
		return 0
	}
	n, in := 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		n++
		if w = strings.Trim(w, "'."); w != "" && h.begins[w[0]] && h.says[h.stems.Of(w)] {
			in++
		}
	}
	return float64(in) / float64(max(1, n))
}

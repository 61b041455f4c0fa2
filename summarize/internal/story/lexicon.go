package story

import (
	"strings"

	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/token"
)

// maxLexicon is how many words a lexicon remembers before it starts anew, about
// two megabytes.
const maxLexicon = 1 << 14

// Lexicon looks words up: their stems and how rare they are. It remembers what it
// has looked up, since stemming is the dearest part of laying out a story; what it
// says does not depend on that. It must not be shared between goroutines.
type Lexicon struct {
	freq    *stats.Frequencies
	foreign *language // nil for English
	known   map[string]lexeme
}

// lexeme is what the lexicon says of a word in lower case.
type lexeme struct {
	stem  string // "" for what is no word
	idf   float64
	stop  bool
	light bool
}

// NewLexicon makes a lexicon of English.
func NewLexicon(freq *stats.Frequencies) *Lexicon {
	return &Lexicon{freq: freq, known: map[string]lexeme{}}
}

// look returns what is known of a word in lower case.
func (l *Lexicon) look(low []byte) lexeme {
	if x, ok := l.known[string(low)]; ok {
		return x
	}
	word := string(low)
	var x lexeme
	switch {
	case !hasWordSign(word):
	case l.foreign != nil:
		x = l.foreign.lexeme(word)
	default:
		stem := token.Stem(word)
		x = lexeme{stem, l.idf(stem), IsStop(word), IsLight(word)}
	}
	if len(l.known) >= maxLexicon {
		clear(l.known)
	}
	l.known[word] = x
	return x
}

// idf is that of the stem; a compound that the table does not know is as rare as
// its rarest part.
func (l *Lexicon) idf(stem string) float64 {
	if l.freq.Known(stem) || !strings.Contains(stem, "-") {
		return l.freq.IDF(stem)
	}
	top := 0.0
	for part := range strings.SplitSeq(stem, "-") {
		if part != "" {
			top = max(top, l.freq.IDF(token.Stem(part)))
		}
	}
	return top
}

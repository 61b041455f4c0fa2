package story

import (
	"strings"
	"sync"
	"sync/atomic"

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
	known   map[string]int32
	lexemes []lexeme // what known words are
	stems   map[string]int32
	// placed holds the term that each stem is in a story; it is of the story at
	// hand where its number is that of stories.
	placed  []placed
	stories int
}

// lexeme is what the lexicon says of a word in lower case.
type lexeme struct {
	stem  int32 // its number, noStem for what is no word
	idf   float64
	stop  bool
	light bool
}

// noStem is the stem of what is no word.
const noStem = -1

// placed is the term of a stem.
type placed struct {
	stem  string
	story int
	term  int32
}

// NewLexicon makes a lexicon of English.
func NewLexicon(freq *stats.Frequencies) *Lexicon {
	return &Lexicon{freq: freq, known: map[string]int32{}, stems: map[string]int32{}}
}

// begin makes ready for a story. Within one nothing is forgotten.
func (l *Lexicon) begin() {
	if len(l.known) >= maxLexicon {
		l.known, l.stems = map[string]int32{}, map[string]int32{} // a huge story leaves no huge maps
		l.lexemes, l.placed = nil, nil
	}
	l.stories++
}

// look returns what is known of a word in lower case.
func (l *Lexicon) look(low []byte) *lexeme {
	i, ok := l.known[string(low)]
	if !ok {
		word := string(low)
		i = int32(len(l.lexemes))
		l.known[word] = i
		l.lexemes = append(l.lexemes, l.lexeme(word))
	}
	return &l.lexemes[i]
}

// lexeme makes out what a word in lower case is.
func (l *Lexicon) lexeme(word string) lexeme {
	if !hasWordSign(word) {
		return lexeme{stem: noStem}
	}
	if l.foreign != nil {
		return lexeme{stem: l.number(l.foreign.stem(word, false)), idf: foreignIDF(word), stop: l.foreign.isStop(word)}
	}
	stem := token.Stem(word)
	return lexeme{l.number(stem), l.idf(stem), IsStop(word), IsLight(word)}
}

// number numbers the stems.
func (l *Lexicon) number(stem string) int32 {
	if stem == "" {
		return noStem
	}
	n, ok := l.stems[stem]
	if !ok {
		n = int32(len(l.placed))
		l.stems[stem] = n
		l.placed = append(l.placed, placed{stem: stem})
	}
	return n
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

// Lexicons lends lexicons, one to each goroutine that is at work. It is safe for
// concurrent use.
type Lexicons struct {
	english sync.Pool
	// foreign keeps one for each language that was asked for, "" for those without
	// a stemmer. A pool would lose them to the garbage collector wherever a language
	// is rare, and stems by snowball are dear.
	foreign map[string]*atomic.Pointer[Lexicon]
}

// NewLexicons makes lexicons of English and of other languages.
func NewLexicons(freq *stats.Frequencies) *Lexicons {
	l := &Lexicons{foreign: map[string]*atomic.Pointer[Lexicon]{"": {}}}
	l.english.New = func() any { return NewLexicon(freq) }
	for tag := range languages {
		l.foreign[tag] = &atomic.Pointer[Lexicon]{}
	}
	return l
}

// Borrow lends a lexicon of the language of a BCP 47 tag, English where there is
// no tag; done takes it back.
func (l *Lexicons) Borrow(tag string) (lexicon *Lexicon, done func()) {
	if !IsForeign(tag) {
		lexicon = l.english.Get().(*Lexicon)
		return lexicon, func() { l.english.Put(lexicon) }
	}
	kept, known := l.foreign[base(tag)]
	if !known {
		kept = l.foreign[""]
	}
	if lexicon = kept.Swap(nil); lexicon == nil {
		lexicon = NewForeignLexicon(tag)
	}
	return lexicon, func() {
		if len(lexicon.known) < maxLexicon {
			kept.Store(lexicon)
		}
	}
}

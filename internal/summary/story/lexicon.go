package story

import (
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// maxLexicon is how many words a lexicon remembers before it starts anew, about two megabytes.
const maxLexicon = 1 << 14

// Lexicon looks words up: their stems and how rare they are. It remembers what it has looked up,
// since stemming is the most expensive part of laying out a story; its answers do not depend on
// that. It must not be shared between goroutines.
type Lexicon struct {
	words *lang.Lexicon
	stem  func(word string) string
	stop  func(word string) bool
	freq  *stats.Frequencies // nil where the language has none
	// tagged says that the language has parts of speech.
	tagged bool
	tagset *pos.Tagset
	nouns  Nouns

	known   map[string]int32
	lexemes []lexeme // what known words are
	stems   map[string]int32
	// placed holds the term that each stem is in a story; it is of the story at hand where its number is that of stories.
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

// NewLexicon makes a lexicon of a language. Without frequencies a longer word counts as a rarer one, without a stemmer
// words are their own stems, and without a list of words that mean nothing the short ones and the function words do.
func NewLexicon(p *lang.Pack, freq *stats.Frequencies) *Lexicon {
	l := &Lexicon{words: p.Lexicon, stem: p.Stem, freq: freq, tagged: p.Tagger != nil, tagset: p.Tagset}
	switch {
	case l.tagged:
	case p.Case == lang.CaseNouns:
		l.nouns = NounsByCapital
	case len(p.Lexicon.Words(lang.NounAhead)) > 0:
		l.nouns = NounsByArticle
	}
	if l.stem == nil {
		l.stem = func(word string) string { return word }
	}
	l.stop = func(word string) bool { return p.Lexicon.Is(word, lang.PhraseStop) || utf8.RuneCountInString(word) < 2 }
	if len(p.Lexicon.Words(lang.PhraseStop)) == 0 {
		short := isShort
		if l.nouns != NounsUnknown {
			short = isTiny // "Zug", "vin" and "gas" are seen to be nouns
		}
		l.stop = func(word string) bool { return short(word) || p.IsFunctionWord(word) }
	}
	l.forget()
	return l
}

// forget forgets what was looked up.
func (l *Lexicon) forget() {
	l.known, l.stems = map[string]int32{}, map[string]int32{}
	l.lexemes, l.placed = nil, nil
}

// isFull reports whether the lexicon remembers too much to be kept.
func (l *Lexicon) isFull() bool { return len(l.known) >= maxLexicon }

// begin makes ready for a story. Within one nothing is forgotten.
func (l *Lexicon) begin() {
	if l.isFull() { // a huge story leaves no huge maps
		l.forget()
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
	stem := l.stem(word)
	return lexeme{l.number(stem), l.idf(word, stem), l.stop(word), l.words.Is(word, lang.PhraseLight)}
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

// idf is that of the stem; a compound that the table does not know is as rare as its rarest part.
func (l *Lexicon) idf(word, stem string) float64 {
	if l.freq == nil {
		return idfByLength(word)
	}
	if l.freq.Known(stem) || !strings.Contains(stem, "-") {
		return l.freq.IDF(stem)
	}
	top := 0.0
	for part := range strings.SplitSeq(stem, "-") {
		if part != "" {
			top = max(top, l.freq.IDF(l.stem(part)))
		}
	}
	return top
}

// isShort reports whether a word is likely to be a function word by its length. Scripts that write no spaces have short
// words with much meaning, in more than two bytes a rune.
func isShort(word string) bool {
	n := utf8.RuneCountInString(word)
	return n < 4 && len(word) <= 2*n || n < 2
}

// isTiny reports whether a word has too few letters to mean much, in a language that shows its nouns.
func isTiny(word string) bool { return utf8.RuneCountInString(word) < 3 }

// idfByLength is how rare a word is taken to be where nothing is known of the language's news.
func idfByLength(word string) float64 {
	const least, perRune, most = 3, 0.5, 12
	return least + perRune*float64(min(utf8.RuneCountInString(word), most))
}

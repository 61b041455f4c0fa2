// Package words turns text into the terms that the archive holds and a query
// asks for: words in lower case, without accents and possessives, by the stems of
// the language they are in. Index, query, highlights and related articles all call
// it, so what is found, what is shown and what is linked agree.
package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/dateline-go/dateline/lang"
)

// Word is one word of a text.
type Word struct {
	// Start and End are bytes of the text, half-open.
	Start, End int
	// Term is the stem, "" for a stop word: it keeps its place in a phrase but is
	// not looked up.
	Term string
	// Form is the word as it stands but for case, accents and possessives: what a
	// beginning of a word is compared with.
	Form string
	// Weak says that only a query looks the word up: "us", which a reader types for
	// the country, and which in a story is the people in it.
	Weak bool
}

const (
	// maxTerm is the longest term in bytes; longer words are cut, so that a page of
	// base64 cannot fill a dictionary.
	maxTerm = 64
	// maxCache is how many words a Splitter remembers before it begins anew.
	maxCache = 1 << 16
)

// Splitter splits texts of one language; where the words begin and end is the same
// in all. It remembers the terms and forms that it has made, since most words of
// the news repeat. The zero value is ready and reads English; it is not safe for
// concurrent use.
type Splitter struct {
	language *Language // nil means English

	known map[string]known // by the word as it stands
	lower []byte
	last  struct { // the story that was split last
		text  string
		words []Word
	}
}

// known is what a word was made to.
type known struct {
	term, form string
	weak       bool
}

// Get returns a splitter of English; see [Language.Get].
func Get() *Splitter { return English.Get() }

// Put gives a splitter back. It must not be used after that.
func Put(s *Splitter) { s.of().pool.Put(s) }

// of returns the language that the splitter reads.
func (s *Splitter) of() *Language {
	if s.language == nil {
		return English
	}
	return s.language
}

// Append appends the words of a text to dst and returns it. A word is a run of
// letters, marks and digits; apostrophes inside a word, points and commas inside
// a number and points between single letters belong to it, and so do the signs of
// "F-16", "e-mail", "AT&T", "C++" and "C#". Chinese and Japanese,
// which set no spaces, give every pair of neighbouring characters, so that their
// words overlap.
func (s *Splitter) Append(dst []Word, text string) []Word {
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if !inWord(r) {
			i += n
			continue
		}
		if unspaced(r) {
			dst, i = s.pairs(dst, text, i)
			continue
		}
		end := wordEnd(text, i)
		if end == i+1 {
			end += letterSigns(text[i:])
		}
		dst = append(dst, s.word(text, i, end))
		i = end
	}
	return dst
}

// Within returns those of the words of a text that stand in a part of it, and
// whether they are what the part has by itself: what stands before and behind it
// must not be what words are made of.
func Within(ws []Word, text string, start, end int) ([]Word, bool) {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if start > 0 && ties(before) || end < len(text) && ties(after) {
		return nil, false
	}
	from, _ := slices.BinarySearchFunc(ws, start, func(w Word, at int) int { return w.Start - at })
	to, _ := slices.BinarySearchFunc(ws, end, func(w Word, at int) int { return w.Start - at })
	return ws[from:to], true
}

// ties reports whether a character may belong to a word beside it.
func ties(r rune) bool {
	switch r {
	case '\'', '’', ',', '.', utf8.RuneError:
		return true
	}
	return inWord(r) || unspaced(r)
}

func (s *Splitter) word(text string, start, end int) Word {
	k := s.look(text[start:end])
	return Word{Start: start, End: end, Term: k.term, Form: k.form, Weak: k.weak}
}

// longestRun is how many bytes of characters without a space or a mark are read as words. A sentence of Chinese or
// Japanese has some hundred.
const longestRun = 64 << 10

// pairs appends the pairs of characters of a run that begins at i, one alone as
// it is, and returns the run's end. What is behind longestRun is passed over.
func (s *Splitter) pairs(dst []Word, text string, i int) ([]Word, int) {
	_, n := utf8.DecodeRuneInString(text[i:])
	for first, stop := true, i+longestRun; ; first = false {
		r, m := utf8.DecodeRuneInString(text[i+n:])
		if !unspaced(r) {
			if first {
				dst = append(dst, s.word(text, i, i+n))
			}
			return dst, i + n
		}
		if i < stop {
			dst = append(dst, s.word(text, i, i+n+m))
		}
		i, n = i+n, m
	}
}

// unspaced reports whether a character is of a script that sets no spaces.
func unspaced(r rune) bool {
	return r >= 0x2e80 && (r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana))
}

// IsPair reports whether a form is a pair of characters of such a script.
func IsPair(form string) bool {
	r, n := utf8.DecodeRuneInString(form)
	if n == len(form) || !unspaced(r) {
		return false
	}
	_, m := utf8.DecodeRuneInString(form[n:])
	return n+m == len(form)
}

// Characters returns the two characters of a pair of Chinese or Japanese as words, by
// which a query for one alone finds it; none of other words.
func (s *Splitter) Characters(w Word) []Word {
	if !IsPair(w.Form) || w.Term == "" {
		return nil
	}
	_, n := utf8.DecodeRuneInString(w.Form)
	first, last := w.Form[:n], w.Form[n:]
	prefix := s.of().prefix
	return []Word{{Start: w.Start, End: w.End - len(last), Term: prefix + first, Form: first},
		{Start: w.End - len(last), End: w.End, Term: prefix + last, Form: last}}
}

// Terms returns the terms of a text without stop words, in order, repeats and all.
func (s *Splitter) Terms(text string) []string {
	var terms []string
	for _, w := range s.Append(nil, text) {
		if w.Term != "" {
			terms = append(terms, w.Term)
		}
	}
	return terms
}

// Key returns the stems of a phrase joined by spaces: the form under which
// phrases that differ in endings only are the same.
func (s *Splitter) Key(phrase string) string {
	terms := s.Terms(phrase)
	for i, t := range terms {
		terms[i] = s.Stem(t)
	}
	return strings.Join(terms, " ")
}

// Stem returns a term of the splitter without what says its language.
func (s *Splitter) Stem(term string) string { return strings.TrimPrefix(term, s.of().prefix) }

// Term returns the term of one word, "" for a stop word.
func (s *Splitter) Term(word string) string { return s.look(word).term }

// Form returns the [Word.Form] of one word.
func (s *Splitter) Form(word string) string { return s.look(word).form }

// look returns what a word becomes.
func (s *Splitter) look(word string) known {
	if k, ok := s.known[word]; ok {
		return k
	}
	if s.known == nil || len(s.known) >= maxCache {
		s.known = make(map[string]known, 1024)
	}
	s.lower = appendLower(s.lower[:0], word)
	k, ok := s.known[string(s.lower)]
	if !ok {
		k = s.of().make(string(s.lower))
	}
	if len(word) <= maxCapitals && s.of().lexicon().Is(string(s.lower), lang.SearchCapitals) {
		k.name(word, s.of())
	}
	s.known[strings.Clone(word)] = k
	return k
}

// maxCapitals is how long the words are that mean something else in capitals.
const maxCapitals = 4

// name tells a word such as "IT", "WHO" or "US" from that of small letters: in
// capitals it is looked up, in small letters it is a stop word, or weak.
func (k *known) name(word string, l *Language) {
	switch {
	case word == strings.ToUpper(word):
		k.term, k.weak = k.form, false
	case l.stop(k.form):
		k.term = ""
	default:
		k.weak = true
	}
}

// appendLower appends the word in lower case.
func appendLower(dst []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf {
			return append(dst[:0], strings.ToLower(word)...)
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// make makes the term and the form of a word in lower case.
func (l *Language) make(word string) known {
	word = strings.ReplaceAll(word, "’", "'")
	if l.stop(word) {
		return known{form: form(word)}
	}
	word = l.withoutElided(word)
	k := known{form: form(word)}
	if l.stop(word) || l.stop(k.form) {
		return k
	}
	k.term = l.prefix + l.stem(word, k.form)
	return k
}

// stop reports whether a word in lower case is a stop word.
func (l *Language) stop(word string) bool { return word == "" || l.lexicon().Is(word, lang.SearchStop) }

// withoutElided takes an article that lost its vowel off a word: "l'eau" is "eau".
func (l *Language) withoutElided(word string) string {
	if article, rest, ok := strings.Cut(word, "'"); ok && rest != "" && l.lexicon().Is(article, lang.Elided) {
		return rest
	}
	return word
}

// stem makes the stem of a word. English is stemmed by its form. Other stemmers know
// endings by their accents, which are taken off afterwards.
func (l *Language) stem(word, form string) string {
	pack := l.known()
	if l != English {
		word = trim(norm.NFC.String(word))
	} else {
		word = form
	}
	if t := pack.Lexicon.Value(word, lang.SearchTerm); t != "" {
		return t
	}
	if pack.Stem == nil {
		return form
	}
	if l == English && isCodes(word) {
		return word[:len(word)-1]
	}
	if t := Fold(pack.Stem(word)); t != "" {
		return t
	}
	return form
}

// isCodes reports whether a word is several of a code: "B-52s", "MP3s". What begins
// with a digit is none: "1990s".
func isCodes(word string) bool {
	n := len(word)
	return n > 2 && word[n-1] == 's' && isDigit(word[n-2]) && !isDigit(word[0])
}

// form makes the form of a word in lower case.
func form(word string) string { return trim(Fold(word)) }

// trim takes off a word what only spelling puts there, and bounds its length.
func trim(word string) string {
	word = strings.ReplaceAll(word, "’", "'")
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
	if word == "" {
		return ""
	}
	if isDigit(word[0]) {
		word = strings.ReplaceAll(word, ",", "")
	} else {
		word = strings.ReplaceAll(word, ".", "") // u.s. is us, a.m. is am
		word = strings.ReplaceAll(word, "'", "")
		word = strings.ReplaceAll(word, "-", "") // f-16 is f16, e-mail is email
	}
	if len(word) > maxTerm {
		cut := maxTerm
		for !utf8.RuneStart(word[cut]) {
			cut--
		}
		word = word[:cut]
	}
	return word
}

// Fold takes the accents off letters: "Zürich" is found as "Zurich".
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return fold(s)
		}
	}
	return s
}

// undecomposed are Latin letters that Unicode does not take apart.
var undecomposed = map[rune]string{
	'ø': "o", 'Ø': "O", 'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D", 'ð': "d", 'Ð': "D",
	'ı': "i", 'ħ': "h", 'ß': "ss", 'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'þ': "th", 'Þ': "Th",
}

func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch plain, ok := undecomposed[r]; {
		case ok:
			b.WriteString(plain)
		case !unicode.Is(unicode.Mn, r):
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// wordEnd returns the end of the word that begins at i.
func wordEnd(text string, i int) int {
	for i < len(text) {
		if c := text[i]; c < utf8.RuneSelf && inWord(rune(c)) {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if unspaced(r) || !inWord(r) && !joins(text, i, n, r) {
			break
		}
		i += n
	}
	return i
}

// joins reports whether the sign at i ties the letters around it to one word.
func joins(text string, i, n int, r rune) bool {
	next, size := utf8.DecodeRuneInString(text[i+n:])
	last, _ := utf8.DecodeLastRuneInString(text[:i])
	switch r {
	case '\'', '’':
		return unicode.IsLetter(last) && unicode.IsLetter(next)
	case ',':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	case '.':
		if unicode.IsDigit(last) {
			return unicode.IsDigit(next)
		}
		// U.S.: a single letter on each side
		third, _ := utf8.DecodeRuneInString(text[i+n+size:])
		return lettersBefore(text, i, 1) && unicode.IsLetter(next) && !inWord(third)
	case '-': // F-16, MQ-9, e-mail
		return unicode.IsDigit(next) && lettersBefore(text, i, 2) ||
			unicode.IsLetter(next) && last|0x20 == 'e' && lettersBefore(text, i, 1)
	case '&': // AT&T, R&D
		return lettersBefore(text, i, 2) && unicode.IsLetter(next) && wordEnd(text, i+n)-i-n <= 2
	}
	return false
}

// lettersBefore reports whether a word of letters, at most n, stands before a byte
// of a text.
func lettersBefore(text string, i, n int) bool {
	for range n {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsLetter(r) {
			return false
		}
		i -= size
		if before, _ := utf8.DecodeLastRuneInString(text[:i]); !inWord(before) {
			return true
		}
	}
	return false
}

// letterSigns returns how many bytes behind a single letter are part of its name,
// as in "C++" and "C#".
func letterSigns(text string) int {
	for _, signs := range []string{"++", "#"} {
		rest, ok := strings.CutPrefix(text[1:], signs)
		if r, _ := utf8.DecodeRuneInString(rest); ok && (rest == "" || !inWord(r)) {
			return len(signs)
		}
	}
	return 0
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

package en

import (
	"strings"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
)

// Stem returns the stem of an English word by snowball's algorithm ("Porter2"). The word may have any case; the stem
// has small letters. Stop words are stemmed too. It is safe for concurrent use.
func Stem(word string) string {
	if len(word) <= 2 && isSmall(word) {
		return word // what the algorithm does, without its allocations
	}
	word = strings.ToLower(strings.TrimSpace(word))
	if len(word) <= 2 {
		return word
	}
	if word[0] == '\'' || !isASCII(word) {
		return english.Stem(word, true)
	}
	if stem, ok := irregular[word]; ok {
		return stem
	}
	var buf [64]byte
	s := stemmer{word: append(buf[:0], word...)}
	s.begin()
	s.genitive()
	s.plural()
	s.past()
	s.finalY()
	s.replace(step2, s.r1)
	s.replace(step3, s.r1)
	s.replace(step4, s.r2)
	s.finalEL()
	for i, c := range s.word {
		if c == consonantY {
			s.word[i] = 'y'
		}
	}
	if n := len(s.word); n <= len(word) && string(s.word) == word[:n] {
		return word[:n] // as most stems are
	}
	return string(s.word)
}

// isSmall reports whether a word is ASCII without capitals.
func isSmall(word string) bool {
	for i := range len(word) {
		if c := word[i]; 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isASCII(word string) bool {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// stemmer cuts a word down in steps, as the algorithm names them. R1 is what follows the first consonant behind a
// vowel, R2 the same inside R1.
type stemmer struct {
	word   []byte
	r1, r2 int // where they begin
}

// consonantY is how a y that is a consonant is written.
const consonantY = 'Y'

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// begin tells the two kinds of y apart and finds the regions.
func (s *stemmer) begin() {
	for i, c := range s.word {
		if c == 'y' && (i == 0 || isVowel(s.word[i-1])) {
			s.word[i] = consonantY
		}
	}
	s.r1 = -1
	for _, front := range [...]string{"gener", "commun", "arsen"} {
		if n := len(front); n <= len(s.word) && string(s.word[:n]) == front {
			s.r1 = n
		}
	}
	if s.r1 < 0 {
		s.r1 = s.region(0)
	}
	s.r2 = s.region(s.r1)
}

// region returns where the region begins that follows the first consonant behind a vowel, from a place on.
func (s *stemmer) region(from int) int {
	for i := from + 1; i < len(s.word); i++ {
		if isVowel(s.word[i-1]) && !isVowel(s.word[i]) {
			return i + 1
		}
	}
	return len(s.word)
}

// cut puts a text in the place of the last n bytes. No step makes a word longer than it was at first, so there is room.
func (s *stemmer) cut(n int, text string) {
	at := len(s.word) - n
	s.word = s.word[:at+len(text)]
	copy(s.word[at:], text)
	s.r1, s.r2 = min(s.r1, len(s.word)), min(s.r2, len(s.word))
}

func (s *stemmer) ends(with string) bool {
	at := len(s.word) - len(with)
	return at >= 0 && string(s.word[at:]) == with
}

// hasVowel reports whether there is a vowel before a place.
func (s *stemmer) hasVowel(before int) bool {
	for i := range before {
		if isVowel(s.word[i]) {
			return true
		}
	}
	return false
}

// genitive is step 0.
func (s *stemmer) genitive() {
	for _, end := range [...]string{"'s'", "'s", "'"} {
		if s.ends(end) {
			s.cut(len(end), "")
			return
		}
	}
}

// plural is step 1a.
func (s *stemmer) plural() {
	switch {
	case s.ends("sses"):
		s.cut(2, "")
	case s.ends("ied") || s.ends("ies"):
		if len(s.word) > 4 {
			s.cut(2, "")
		} else {
			s.cut(1, "")
		}
	case s.ends("us") || s.ends("ss") || !s.ends("s"):
	case s.hasVowel(len(s.word) - 2):
		s.cut(1, "")
	}
}

// past is step 1b: "ed", "ing" and their adverbs.
func (s *stemmer) past() {
	for _, end := range [...]string{"eedly", "ingly", "edly", "ing", "eed", "ed"} {
		if !s.ends(end) {
			continue
		}
		at := len(s.word) - len(end)
		if strings.HasPrefix(end, "eed") {
			if s.r1 <= at {
				s.cut(len(end), "ee")
			}
			return
		}
		if s.hasVowel(at) {
			s.cutPast(len(end))
		}
		return
	}
}

// cutPast cuts "ed" or "ing" off and mends what is left: "hop" of "hopping", "hope" of "hoping".
func (s *stemmer) cutPast(n int) {
	r1, r2 := s.r1, s.r2
	s.cut(n, "")
	switch {
	case s.ends("at") || s.ends("bl") || s.ends("iz"):
		s.cut(0, "e")
	case s.isDouble():
		s.cut(1, "")
	case s.r1 >= len(s.word) && s.isShort(len(s.word)):
		s.cut(0, "e")
		s.r1, s.r2 = len(s.word), len(s.word)
		return
	}
	s.r1, s.r2 = min(r1, len(s.word)), min(r2, len(s.word))
}

// isDouble reports whether the word ends in a consonant twice.
func (s *stemmer) isDouble() bool {
	n := len(s.word)
	return n >= 2 && s.word[n-1] == s.word[n-2] && strings.IndexByte("bdfgmnprt", s.word[n-1]) >= 0
}

// isShort reports whether the first n letters end in a short syllable.
func (s *stemmer) isShort(n int) bool {
	switch {
	case n == 2:
		return isVowel(s.word[0]) && !isVowel(s.word[1])
	case n > 2:
		last := s.word[n-1]
		return !isVowel(last) && last != 'w' && last != 'x' && last != consonantY && isVowel(s.word[n-2]) &&
			!isVowel(s.word[n-3])
	}
	return false
}

// finalY is step 1c.
func (s *stemmer) finalY() {
	n := len(s.word)
	if n > 2 && (s.word[n-1] == 'y' || s.word[n-1] == consonantY) && !isVowel(s.word[n-2]) {
		s.word[n-1] = 'i'
	}
}

// finalEL is step 5.
func (s *stemmer) finalEL() {
	last := len(s.word) - 1
	switch {
	case s.r1 > last:
	case s.word[last] == 'e':
		if s.r2 <= last || !s.isShort(last) {
			s.cut(1, "")
		}
	case s.word[last] == 'l' && s.r2 <= last && last > 0 && s.word[last-1] == 'l':
		s.cut(1, "")
	}
}

// ending is what one of the steps 2 to 4 puts in the place of an ending.
type ending struct {
	end, by string
	// behind are the letters of which one must stand before the ending; "" for any.
	behind string
	inR2   bool // it must be in R2, where the step asks for R1
}

// endings are those of a step by their last letter, the longest first.
type endings [26][]ending

func endingsOf(list ...ending) *endings {
	var e endings
	for _, x := range list {
		at := x.end[len(x.end)-1] - 'a'
		e[at] = append(e[at], x)
	}
	return &e
}

// replace does one of the steps 2 to 4: the longest ending counts, and only where it is in the region that begins at
// from.
func (s *stemmer) replace(step *endings, from int) {
	n := len(s.word)
	if n == 0 || s.word[n-1] < 'a' || s.word[n-1] > 'z' {
		return
	}
	for i := range step[s.word[n-1]-'a'] {
		x := &step[s.word[n-1]-'a'][i]
		if !s.ends(x.end) {
			continue
		}
		at := n - len(x.end)
		if at >= from && (!x.inR2 || at >= s.r2) &&
			(x.behind == "" || at > 0 && strings.IndexByte(x.behind, s.word[at-1]) >= 0) {
			s.cut(len(x.end), x.by)
		}
		return
	}
}

var (
	step2 = endingsOf(
		ending{end: "ational", by: "ate"}, ending{end: "fulness", by: "ful"}, ending{end: "iveness", by: "ive"},
		ending{end: "ization", by: "ize"}, ending{end: "ousness", by: "ous"}, ending{end: "biliti", by: "ble"},
		ending{end: "lessli", by: "less"}, ending{end: "tional", by: "tion"}, ending{end: "alism", by: "al"},
		ending{end: "aliti", by: "al"}, ending{end: "ation", by: "ate"}, ending{end: "entli", by: "ent"},
		ending{end: "fulli", by: "ful"}, ending{end: "iviti", by: "ive"}, ending{end: "ousli", by: "ous"},
		ending{end: "anci", by: "ance"}, ending{end: "abli", by: "able"}, ending{end: "alli", by: "al"},
		ending{end: "ator", by: "ate"}, ending{end: "enci", by: "ence"}, ending{end: "izer", by: "ize"},
		ending{end: "bli", by: "ble"}, ending{end: "ogi", by: "og", behind: "l"},
		ending{end: "li", behind: "cdeghkmnrt"})
	step3 = endingsOf(
		ending{end: "ational", by: "ate"}, ending{end: "tional", by: "tion"}, ending{end: "alize", by: "al"},
		ending{end: "icate", by: "ic"}, ending{end: "ative", inR2: true}, ending{end: "iciti", by: "ic"},
		ending{end: "ical", by: "ic"}, ending{end: "ful"}, ending{end: "ness"})
	step4 = endingsOf(
		ending{end: "ement"}, ending{end: "ance"}, ending{end: "ence"}, ending{end: "able"}, ending{end: "ible"},
		ending{end: "ment"}, ending{end: "ent"}, ending{end: "ant"}, ending{end: "ism"}, ending{end: "ate"},
		ending{end: "iti"}, ending{end: "ous"}, ending{end: "ive"}, ending{end: "ize"}, ending{end: "ion", behind: "st"},
		ending{end: "al"}, ending{end: "er"}, ending{end: "ic"})
)

// irregular are words whose stems the algorithm lists.
var irregular = map[string]string{
	"skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl", "gently": "gentl",
	"ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky", "news": "news", "howe": "howe",
	"atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes", "inning": "inning", "innings": "inning",
	"outing": "outing", "outings": "outing", "canning": "canning", "cannings": "canning", "herring": "herring",
	"herrings": "herring", "earring": "earring", "earrings": "earring", "proceed": "proceed", "proceeds": "proceed",
	"proceeded": "proceed", "proceeding": "proceed", "exceed": "exceed", "exceeds": "exceed", "exceeded": "exceed",
	"exceeding": "exceed", "succeed": "succeed", "succeeds": "succeed", "succeeded": "succeed", "succeeding": "succeed",
}

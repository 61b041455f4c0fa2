package phrase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/lang"
)

// findNouns says of each word of a language without tags whether it is a noun: once it is seen as one, it is wherever
// it stands in the same form. The answer is nil where the language does not show its nouns.
func (f *finder) findNouns() []bool {
	s := f.story
	if s.Nouns == story.NounsUnknown {
		return nil
	}
	seen := map[string]bool{}
	for i := range s.Words {
		if f.means(i) && f.isNounHere(i) {
			seen[form(f.lower(i))] = true
		}
	}
	nouns := make([]bool, len(s.Words))
	for i := range s.Words {
		nouns[i] = (s.Nouns != story.NounsByCapital || hasCapital(s.Surface(i))) && seen[form(f.lower(i))]
	}
	return nouns
}

// isNounHere reports whether a word is a noun by what stands before it, or by a capital that no sentence gave it.
func (f *finder) isNounHere(i int) bool {
	s := f.story
	sen := s.Sentences[s.Words[i].Sentence]
	if i == sen.First {
		return false
	}
	if hasCapital(s.Surface(i)) && !sen.Capitals && goesOn(s.Surface(i-1)) {
		return true
	}
	if s.Nouns == story.NounsByCapital {
		return false
	}
	before, word := f.lower(i-1), f.lower(i)
	if s.Lang.Is(word, lang.NounAhead) || s.Lang.Is(word, lang.NounOrVerbAhead) {
		return false // "de siete"
	}
	switch is := s.Lang.Of(before); {
	case is.Is(lang.NounAhead):
		return true
	case is.Is(lang.NounOrVerbAhead):
		return !f.endsAsVerb(word)
	case is.Is(lang.PhraseIdle) && i > sen.First+1: // "le nouveau pont"
		return s.Lang.Is(f.lower(i-2), lang.NounAhead)
	}
	return strings.Trim(before, "0123456789.,") == "" && strings.ContainsAny(before, "0123456789")
}

// endsAsVerb reports whether a word has the end of a verb that may stand behind a preposition.
func (f *finder) endsAsVerb(word string) bool {
	runes := []rune(word)
	for n := 2; n <= 3 && n < len(runes); n++ {
		if f.story.Lang.Is("-"+string(runes[len(runes)-n:]), lang.VerbEnd) {
			return true
		}
	}
	return false
}

// goesOn reports whether a sentence goes on behind a token. Behind a colon or a quotation mark a new one may begin,
// with a capital of its own.
func goesOn(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(",;()/-–%", r)
}

// hasCapital reports whether a word begins with a capital.
func hasCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// form is what a noun has in one and in many, as far as letters tell without a word list: the plurals in "s" and "x".
func form(word string) string {
	if utf8.RuneCountInString(word) > 3 {
		word = strings.TrimRight(word, "sx")
	}
	return word
}

package statement

import (
	"github.com/dateline-go/dateline/internal/statement/lexicon"
	"github.com/dateline-go/dateline/lang"
)

// guess gives a word a tag by what the lexicon says of it and by the word before, in a language
// without parts of speech: articles, nouns for those who speak, and verbs that attribute. Where
// every noun has a capital, a word with one is a noun.
func (s *Story) guess(k *token) {
	article := len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].tag == tDet
	switch {
	case k.tag != tOther:
	case k.Definite:
		k.tag = tDet
	case k.Person, k.capital && s.nounCase == lang.CaseNouns:
		k.tag = tNoun
	case k.Verb != lexicon.NoClass && !k.capital:
		k.tag = tPast
		if article { // "la critique"
			k.tag = tNoun
		}
	}
}

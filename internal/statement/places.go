package statement

import (
	"slices"
	"sort"
	"strings"

	"github.com/dateline-go/dateline/internal/statement/lexicon"
	"github.com/dateline-go/dateline/lang/pos"
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

// Phrase returns the noun phrase that holds a token from there on, without what hangs on it; an empty run for none.
func (s *Story) Phrase(i int) [2]int {
	if i < 0 || i >= len(s.tokens) || s.tokens[i].chunk < 0 {
		return [2]int{}
	}
	return [2]int{i, s.chunks[s.tokens[i].chunk].end}
}

// Look returns what is known of a word.
func (s *Story) Look(word string) lexicon.Entry { return s.words.Find(word) }

// Entry returns what is known of the word at a token, nothing behind the last one.
func (s *Story) Entry(i int) lexicon.Entry {
	if i < 0 || i >= len(s.tokens) {
		return lexicon.Entry{}
	}
	return s.tokens[i].Entry
}

func (s *Story) isTag(i int, t tag) bool { return i >= 0 && i < len(s.tokens) && s.tokens[i].tag == t }

// Comma reports whether a token is a comma.
func (s *Story) Comma(i int) bool { return s.isTag(i, tComma) }

// Number reports whether a token is a number.
func (s *Story) Number(i int) bool { return s.isTag(i, tNum) }

// Determiner reports whether a token is a determiner or a possessive pronoun.
func (s *Story) Determiner(i int) bool { return s.isTag(i, tDet) || s.isTag(i, tPoss) }

// Value reports whether a token is part of a date, an amount or the like.
func (s *Story) Value(i int) bool { return s.tokens[i].label == value }

// AnyComma reports whether a comma stands in a run of tokens.
func (s *Story) AnyComma(run [2]int) bool {
	for i := run[0]; i < run[1]; i++ {
		if s.tokens[i].tag == tComma {
			return true
		}
	}
	return false
}

// Preposition reports whether a token is a preposition.
func (s *Story) Preposition(i int) bool { return s.isTag(i, tPrep) || s.isTag(i, tTo) }

// Owner reports whether a token is a possessive pronoun: "his".
func (s *Story) Owner(i int) bool { return s.isTag(i, tPoss) }

// Article reports whether a token is a definite article.
func (s *Story) Article(i int) bool { return s.isTag(i, tDet) && s.tokens[i].Definite }

// maxIntroduced is how many noun phrases before another one are looked at.
const maxIntroduced = 200

// Introduced reports whether the story names somebody before a noun phrase by an indefinite one of the same noun alone:
// "a nurse" before "the nurse", no "a nurse, Ann Lee".
func (s *Story) Introduced(run [2]int) bool {
	k := int(s.tokens[run[0]].chunk)
	noun := s.word(run[1] - 1)
	for j := k - 1; j >= max(0, k-maxIntroduced); j-- {
		x := s.chunks[j]
		if x.label == noName && !s.tokens[x.start].Definite && strings.EqualFold(s.word(x.end-1), noun) {
			return !s.isTag(x.end, tComma) && !s.isTag(x.start-1, tComma)
		}
	}
	return false
}

// Bracket reports whether a token is an opening bracket.
func (s *Story) Bracket(i int) bool { return s.isTag(i, tOpen) && s.tokens[i].mark == 0 }

// Relative reports whether a relative clause begins at a token.
func (s *Story) Relative(i int) bool {
	return s.isTag(i, tWho) || s.Entry(i).Small == lexicon.Who || s.Entry(i).Small == lexicon.Which
}

// Participle reports whether a token has the form of a past participle.
func (s *Story) Participle(i int) bool { return s.isTag(i, tPart) || s.isTag(i, tPast) }

// Possessive reports whether a token is the sign of a possessor: "'s".
func (s *Story) Possessive(i int) bool { return s.isTag(i, tApos) }

// Plural reports whether a token is a noun in the plural.
func (s *Story) Plural(i int) bool {
	return i >= 0 && i < len(s.tokens) && s.tagset.Of(s.doc.Tokens[i].Tag).Is(pos.Plural) && s.tokens[i].tag.noun() &&
		!s.fromCountry(i)
}

// YearsOld returns the age that a token gives as a noun: 52 for "52-year-old".
func (s *Story) YearsOld(i int) (age string, ok bool) {
	if i < 0 || i >= len(s.tokens) {
		return "", false
	}
	w := s.word(i)
	k := strings.IndexByte(w, '-')
	return w[:max(k, 0)], k > 0 && s.words.Find(w[k:]).Age
}

// Paragraph returns the number of the paragraph of a token.
func (s *Story) Paragraph(i int) int {
	n, _ := slices.BinarySearch(s.paragraphs, i+1)
	return n
}

// Begins reports whether a noun phrase begins at a token.
func (s *Story) Begins(i int) bool {
	k := s.tokens[i].chunk
	return k >= 0 && s.chunks[k].start == i
}

// ParagraphEnd returns the token behind the paragraph of a token.
func (s *Story) ParagraphEnd(i int) int { return s.paragraphEnd(i) }

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
	if s.Comma(i) && !(i+1 < len(s.tokens) && s.tokens[i+1].tag.finite()) { // "One of them, Ann Lee, left"
		i = s.verbBehind(i)
	} else if s.Comma(i) {
		i++
	}
	return i < len(s.tokens) && s.tokens[i].tag.finite()
}

// verbBehind returns the token behind what stands between the comma at i and the last one before a
// verb: "Ann Lee, who lives in Cork, left".
func (s *Story) verbBehind(i int) int {
	for k := i + 1; k < min(i+maxApposition, len(s.tokens)-1); k++ {
		switch t := &s.tokens[k]; {
		case t.tag == tStop, t.tag == tColon, t.mark != 0:
			return i
		case t.tag == tComma && s.tokens[k+1].tag.finite():
			return k + 1
		}
	}
	return i
}

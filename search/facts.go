package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/search/internal/words"
)

// The facts of an article are its numbers and the words with a capital that begin
// no sentence: names, days, months. Two obituaries, two reports of a quake or two
// of a share price repeat the words of a template and differ in their facts; two
// versions of one story may differ in their words and repeat its facts.

const (
	// sameFacts and fewWords say how much of their facts two copies have in common at
	// least, by what they have in common of their words: who drops or changes a sentence
	// drops its facts with it.
	sameFacts = 1.15
	fewWords  = 0.4
	// leastFacts is how many facts both have where that part says something, and
	// perFact how many words there are for each fact at most: a text in small letters
	// hides its names.
	leastFacts = 2
	perFact    = 30
)

// tells is what articles are held against each other by, to see which are copies.
type tells struct{ words, facts signature }

// share returns which part of the words of the shorter one the other has.
func (t *tells) share(o *tells) float64 { return t.words.share(&o.words) }

// copyOf reports whether two articles tell one story in the same words.
func (t *tells) copyOf(o *tells) bool {
	words := t.share(o)
	if words < copyShare {
		return false
	}
	return !t.factual() || !o.factual() || t.facts.share(&o.facts) >= sameFacts*(words-fewWords)
}

// factual reports whether a text has facts enough to say what it is about.
func (t *tells) factual() bool { return t.facts.total >= max(leastFacts, t.words.total/perFact) }

// factsOf makes the signature of the facts of a text. Words in capitals are none
// where most words are, as in a headline or a telegram.
func (m *profiler) factsOf(text string, ws []words.Word) signature {
	m.facts = m.facts[:0]
	capitals, opening := 0, true // a credit or a dateline may open the text
	for i, w := range ws {
		word := text[w.Start:w.End]
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case strings.ContainsFunc(word, unicode.IsDigit):
			m.facts = append(m.facts, wordKey(w.Form))
		case unicode.IsUpper(r) && i > 0:
			capitals++
			if !opening && !opens(text[ws[i-1].End:w.Start]) {
				m.facts = append(m.facts, wordKey(w.Form))
			}
		default:
			opening = opening && i == 0
		}
	}
	if 2*capitals > len(ws) {
		return signature{step: 1}
	}
	slices.Sort(m.facts)
	return sampled(slices.Compact(m.facts))
}

// opens reports whether what stands between two words ends a sentence or a line,
// or opens a quotation.
func opens(between string) bool { return strings.ContainsAny(between, ".!?:\n\"“„«") }

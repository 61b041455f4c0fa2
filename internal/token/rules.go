package token

import (
	"sync"
	"unicode/utf8"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/en"
)

// Rules are what the words of a language say about where sentences end and where words are cut. They are only read, and
// so safe for concurrent use.
type Rules struct {
	// names, plain and small are the abbreviations, without the last full stop and in small letters: those that begin with
	// a capital, those that are small or large, and those that are not in capitals throughout.
	names, plain, small map[string]abbrev
	starters, speech, afterTime, clipped, joined,
	salutations, closings, listEnds, elided map[string]bool
	clitics, cliticNot, times, asides, numbered map[string]bool
	// opens and closes are the quotation marks that mean the other thing in most languages.
	opens, closes map[rune]bool
	// ordinals says that a full stop behind a short number is part of it.
	ordinals bool
}

// NewRules takes from a lexicon what the scanner asks of words.
func NewRules(l *lang.Lexicon) *Rules {
	return &Rules{
		names:       abbreviations(l, lang.AbbreviationName),
		plain:       abbreviations(l, lang.Abbreviation),
		small:       abbreviations(l, lang.AbbreviationSmall),
		starters:    set(l, lang.Starter),
		speech:      set(l, lang.SpeechVerb),
		afterTime:   set(l, lang.AfterTime),
		clipped:     set(l, lang.Clipped),
		joined:      set(l, lang.Joined),
		salutations: set(l, lang.Salutation),
		closings:    set(l, lang.Closing),
		listEnds:    set(l, lang.ListEnd),
		elided:      set(l, lang.Elided),
		opens:       marks(l, lang.QuoteOpens),
		closes:      marks(l, lang.QuoteCloses),
		ordinals:    len(l.Words(lang.OrdinalMark)) > 0,
		clitics:     set(l, lang.Clitic),
		cliticNot:   set(l, lang.CliticNot),
		times:       set(l, lang.DottedTime),
		asides:      set(l, lang.DottedAside),
		numbered:    set(l, lang.AbbreviationNumbered),
	}
}

// English returns the rules of English, which are made once.
var English = sync.OnceValue(func() *Rules { return NewRules(en.Words().Lexicon) })

// abbreviations returns the abbreviations of a class; what its table calls them is what [abbrev] is named.
func abbreviations(l *lang.Lexicon, c lang.Class) map[string]abbrev {
	kinds := map[string]abbrev{"title": abbrTitle, "number": abbrNumber, "end": abbrEnd, "word": abbrWord}
	m := map[string]abbrev{}
	for _, w := range l.Words(c) {
		m[w] = kinds[l.Value(w, c)]
	}
	return m
}

func set(l *lang.Lexicon, c lang.Class) map[string]bool {
	m := map[string]bool{}
	for _, w := range l.Words(c) {
		m[w] = true
	}
	return m
}

func marks(l *lang.Lexicon, c lang.Class) map[rune]bool {
	m := map[rune]bool{}
	for _, w := range l.Words(c) {
		r, _ := utf8.DecodeRuneInString(w)
		m[r] = true
	}
	return m
}

// quoteKind says whether a sign opens or closes a quotation: as most languages have it, or as the rules say.
func (r *Rules) quoteKind(sign rune) tokenKind {
	switch {
	case len(r.opens) > 0 && r.opens[sign]:
		return kOpen
	case len(r.closes) > 0 && r.closes[sign]:
		return kClose
	}
	switch sign {
	case '“', '«', '„', '‘', '‚', '‹', '「', '（', '【':
		return kOpen
	case '”', '»', '›', '」', '）', '】':
		return kClose
	}
	return kSign
}

package concept

import (
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// clauses marks the tokens that belong to a clause around a noun phrase, not to the
// phrase: verbs that look like a part of it, and the forms of address.
func (f *finder) clauses() {
	f.breaks = make([]bool, len(f.low))
	f.headings()
	opens := true // the token is the first of its sentence
	s := 0
	for i := range f.low {
		for s < len(f.doc.Sentences) && f.doc.Sentences[s].End <= f.doc.Tokens[i].Start {
			s++
			opens = true
		}
		f.breaks[i] = f.breaks[i] || f.lex.Is(strings.TrimSuffix(f.low[i], "."), lang.Address) || f.participle(i, opens)
		opens = false
	}
}

// participle reports whether a token in the form of a participle is the verb of what
// stands behind it: "by misrepresenting facts", "commonly used applications". Behind
// an article it says which: "a defining moment".
func (f *finder) participle(i int, opens bool) bool {
	if f.inside[i] != free || strings.Contains(f.low[i], "-") {
		return false
	}
	follows := !opens && i > 0
	var before pos.Class
	if follows {
		before = f.posOutside(i - 1)
	}
	switch c := f.pos[i]; {
	case c.Is(pos.Gerund):
		which := before.Is(pos.Determiner|pos.Possessive|pos.Genitive|pos.Number) || before == pos.Adjective
		return !which && !f.is(i, lang.ConceptKind)
	case c.Is(pos.Participle):
		return f.is(i, lang.ConceptAux) || before.Is(pos.Adverb|pos.Noun) || follows && f.is(i-1, lang.ConceptAux)
	case c == pos.Noun:
		return before.Is(pos.Preposition) && f.hasObject(i)
	}
	return false
}

// hasObject reports whether a word in -ing has a noun phrase of two words behind it, "aimed at
// mining state secrets": the tagger takes such a word for a noun, but a kind of thing is seldom
// three nouns long.
func (f *finder) hasObject(i int) bool {
	return strings.HasSuffix(f.low[i], "ing") && !f.is(i, lang.ConceptKind) && i+2 < len(f.low) &&
		f.plain(i+1) && f.plain(i+2) && f.pos[i+2] == pos.Noun|pos.Plural
}

// posOutside returns what a token is; one inside a name is a proper noun.
func (f *finder) posOutside(i int) pos.Class {
	if f.inside[i] == inName {
		return pos.Noun | pos.Proper
	}
	return f.pos[i]
}

// plain reports whether a token is a noun outside of names.
func (f *finder) plain(i int) bool { return f.inside[i] == free && f.noun(i) && !f.proper(i) }

// headings marks the words of headlines that the tagger takes for nouns, as they have
// no article and may have a capital, where the story has them as verbs only: "Norland
// Expels Envoys" above "it expelled them". So may words behind "to" be.
func (f *finder) headings() {
	asked := f.askedWords()
	if len(asked) == 0 {
		return
	}
	type use struct{ noun, verb bool }
	uses := map[string]*use{} // by the stems of what is asked
	var begins [256]bool      // their first bytes: a stem begins as its word does
	stems := make([]string, len(asked))
	for k, i := range asked {
		stems[k] = f.stems.Of(f.low[i])
		uses[stems[k]] = &use{}
		begins[f.low[i][0]] = true
	}
	next := 0
	for i := range f.doc.Tokens {
		if next < len(asked) && asked[next] == i {
			next++
			continue
		}
		verb := f.pos[i].Is(pos.Verb)
		if f.inside[i] != free || !begins[f.low[i][0]] || !verb && !f.noun(i) {
			continue
		}
		if u := uses[f.stems.Of(f.low[i])]; u != nil {
			u.verb, u.noun = u.verb || verb, u.noun || !verb
		}
	}
	for k, i := range asked {
		if u := uses[stems[k]]; u.verb && !u.noun && !strings.HasSuffix(f.low[i], "ing") || f.is(i, lang.HeadlineVerb) {
			f.breaks[i] = true
		}
	}
}

// askedWords returns the nouns that may be verbs by where they stand: those of
// headlines but for the shortest words, and those behind "to".
func (f *finder) askedWords() []int {
	var asked []int
	b := 0
	for i, t := range f.doc.Tokens {
		for b < len(f.doc.Blocks) && f.doc.Blocks[b].End <= t.Start {
			b++
		}
		if f.inside[i] != free || !f.noun(i) {
			continue
		}
		heading := b < len(f.doc.Blocks) && heads(f.doc.Blocks[b].Kind)
		if heading && utf8.RuneCountInString(f.low[i]) > 3 || i > 0 && f.pos[i-1].Is(pos.Infinitive) {
			asked = append(asked, i)
		}
	}
	return asked
}

// heads reports whether a kind of block is written as headlines are.
func heads(k dateline.BlockKind) bool {
	switch k {
	case dateline.BlockHeadline, dateline.BlockHeading, dateline.BlockDek:
		return true
	}
	return false
}

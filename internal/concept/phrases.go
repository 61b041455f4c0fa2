package concept

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// maxWords is the longest phrase, without the names before it.
const maxWords = 4

// phrase is a noun phrase outside of names.
type phrase struct {
	from, to int // its tokens
	whole    int // its first token with the names before it: "Iranian" in "Iranian election"
	mod      int // the noun before the last, -1 for none
	head     int // the last noun
}

// finder walks through the tokens of a Document.
type finder struct {
	doc     *dateline.Document
	stems   *token.Stems
	lex     *lang.Lexicon
	classes []lang.Classes // of the tokens
	pos     []pos.Class    // of the tokens
	low     []string       // the tokens in small letters
	inside  []cover        // what each token is inside of
	name    []int          // the mention that it is inside of
	breaks  []bool         // it ends a phrase, whatever its tag says
	nouns   numbering
	phrases []phrase
	taken   int // the token behind the last "of" that belongs to a phrase
}

// cover is what a token is inside of.
type cover uint8

const (
	free cover = iota
	inName
	inValue
)

func newFinder(doc *dateline.Document, s *token.Stems, pack *lang.Pack) *finder {
	lex := pack.Lexicon
	n := len(doc.Tokens)
	f := &finder{doc: doc, stems: s, lex: lex, nouns: newNumbering(pack),
		classes: make([]lang.Classes, n), pos: make([]pos.Class, n), low: make([]string, n),
		inside: make([]cover, n), name: make([]int, n)}
	m := 0
	for i, t := range doc.Tokens {
		for m < len(doc.Mentions) && doc.Mentions[m].End <= t.Start {
			m++
		}
		if m < len(doc.Mentions) && doc.Mentions[m].Start < t.End {
			f.inside[i], f.name[i] = inName, m
			if doc.Mentions[m].Label.IsValue() {
				f.inside[i] = inValue
			}
		}
		if f.inside[i] != inName {
			f.name[i] = -1
		}
		f.low[i] = strings.ToLower(doc.Text[t.Start:t.End])
		f.classes[i] = lex.Of(f.low[i])
		f.pos[i] = pack.Tagset.Of(t.Tag)
	}
	f.clauses()
	return f
}

// find finds the phrases of all sentences.
func (f *finder) find() {
	i := 0
	for _, s := range f.doc.Sentences {
		for i < len(f.low) && f.doc.Tokens[i].Start < s.Start {
			i++
		}
		j := i
		for j < len(f.low) && f.doc.Tokens[j].Start < s.End {
			j++
		}
		f.sentence(i, j)
		i = j
	}
}

// sentence finds the phrases of the tokens [i, end): runs of nouns and what may
// stand before them.
func (f *finder) sentence(i, end int) {
	for i < end {
		if !f.may(i) {
			i++
			continue
		}
		j := i
		for j < end && f.may(j) {
			j++
		}
		if from := f.numbered(j, end); from >= 0 {
			f.run(i, from, from)
			i = j + 1
			continue
		}
		f.run(i, j, end)
		i = max(j, f.taken)
	}
}

// numbered adds the phrase of a name that has a number behind it, "Expedition 12",
// "Harwell 320", and returns its first token, -1 where there is none.
func (f *finder) numbered(i, end int) int {
	if i == end || f.inside[i] != free || !f.pos[i].Is(pos.Number) || strings.Trim(f.low[i], "0123456789") != "" ||
		!f.capital(i-1) {
		return -1
	}
	from := i - 1
	switch {
	case f.inside[from] == free:
		if !f.noun(from) {
			return -1
		}
		from = f.capitalsBefore(from)
	case len(f.low[i]) < 2: // a result
		return -1
	default:
		for from > 0 && f.name[from-1] == f.name[i-1] {
			from--
		}
	}
	f.phrases = append(f.phrases, phrase{from: from, to: i + 1, whole: from, mod: f.base(i - 1), head: f.base(i)})
	return from
}

// capitalsBefore returns the first of the nouns in capitals that end with a token, with the name
// right before them: "Harwell Airways Flight".
func (f *finder) capitalsBefore(i int) int {
	follows := func() bool { return f.doc.Tokens[i-1].End+1 == f.doc.Tokens[i].Start }
	for i > 0 && f.inside[i-1] == free && f.capital(i-1) && f.noun(i-1) && follows() {
		i--
	}
	if i > 0 && f.inside[i-1] == inName && follows() {
		for n := f.name[i-1]; i > 0 && f.name[i-1] == n; {
			i--
		}
	}
	return i
}

// capital reports whether a token holds a capital letter of ASCII: "iPad" too.
func (f *finder) capital(i int) bool {
	t := f.doc.Tokens[i]
	return strings.ContainsAny(f.doc.Text[t.Start:t.End], "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

// may reports whether a token may be a part of a noun phrase or of a name.
func (f *finder) may(i int) bool {
	switch f.inside[i] {
	case inValue:
		return false
	case inName:
		return !f.pos[i].Is(pos.Genitive)
	}
	if f.breaks[i] {
		return false
	}
	return (f.noun(i) || f.pos[i] == pos.Adjective || f.pos[i].Is(pos.Participle|pos.Gerund)) && isWord(f.low[i])
}

// is reports whether a token is of a class of words.
func (f *finder) is(i int, c lang.Class) bool { return f.classes[i].Is(c) }

func (f *finder) noun(i int) bool { return f.pos[i].Is(pos.Noun | pos.Foreign) }

// run takes the parts of a run of nouns that are outside of names.
func (f *finder) run(i, j, end int) {
	name := -1 // where names before the part begin
	for a := i; a < j; {
		if f.inside[a] == inName {
			if name < 0 {
				name = a
			}
			a++
			continue
		}
		b := a
		for b < j && f.inside[b] == free {
			b++
		}
		f.part(a, b, name, end)
		name, a = -1, b
	}
}

// part adds the phrase of the free tokens [a, b) of a run, without the empty words
// at its ends, behind names that begin at a token, -1 for none.
func (f *finder) part(a, b, name, end int) {
	whole := name
	for a < b && f.empty(a) {
		a++
		whole = -1
	}
	for b > a && (!f.noun(b-1) || f.empty(b-1)) {
		b--
	}
	if a == b {
		return
	}
	if b-a > maxWords {
		a, whole = b-maxWords, -1
	}
	if f.title(a, b) {
		return
	}
	mod := b - 2 // the word that the last word is tied to
	if c := f.office(a, b, end); c > 0 {
		mod, b = b-1, c
		f.taken = c
	}
	if whole < 0 || a-whole > maxWords {
		whole = a
	}
	p := phrase{from: a, to: b, whole: whole, mod: -1, head: f.base(b - 1)}
	if mod >= a {
		p.mod = f.base(mod)
	}
	f.phrases = append(f.phrases, p)
	if mod == b-2 && mod >= a && !f.proper(b-1) {
		for b--; b > a; b-- {
			f.modifier(a, b, whole)
		}
	}
}

// title reports whether a phrase is one word before the name of a person, "President"
// in "President Ada Lund", who is an entity already.
func (f *finder) title(a, b int) bool {
	if b-a > 1 || b == len(f.low) || f.inside[b] != inName || f.doc.Mentions[f.name[b]].Label != dateline.Person {
		return false
	}
	return f.capital(a) && f.doc.Tokens[a].End+1 == f.doc.Tokens[b].Start
}

// modifier adds the front of a phrase as one of its own: "natural gas" of "natural
// gas rigs".
func (f *finder) modifier(a, b, whole int) {
	for a < b-1 && !f.noun(a) && ofTheWhole(f.low[a]) {
		a++ // "failed reelection bid": the bid has failed
		whole = a
	}
	if !f.noun(b-1) || f.is(b-1, lang.ConceptEdge) || f.is(b-1, lang.ConceptLight) {
		return
	}
	p := phrase{from: a, to: b, whole: whole, mod: -1, head: f.base(b - 1)}
	if b-a > 1 {
		p.mod = f.base(b - 2)
	}
	f.phrases = append(f.phrases, p)
}

// ofTheWhole reports whether an adjective by its form says something of all that
// stands behind it and not what kind of thing the next noun is: "failed", "weekly".
func ofTheWhole(w string) bool {
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ly")
}

// proper reports whether a token is a proper noun.
func (f *finder) proper(i int) bool { return f.pos[i].Is(pos.Proper) }

// empty reports whether a token neither begins nor ends a concept. In a title or
// office it may: "First Minister", "Governor General".
func (f *finder) empty(i int) bool {
	w := f.low[i]
	return f.is(i, lang.ConceptEdge) && !f.proper(i) || w[0] >= '0' && w[0] <= '9' && !f.noun(i) // "44-year-old", "90th"
}

// ofName returns where the name behind "of" ends that follows a phrase, 0 for
// none: "governor of Ohio".
func (f *finder) ofName(b int) int {
	if b+1 >= len(f.low) || !f.is(b, lang.OfWord) || f.inside[b] != free {
		return 0
	}
	c := b + 1
	if f.is(c, lang.Article) && c+1 < len(f.low) {
		c++
	}
	if f.inside[c] != inName {
		return 0
	}
	for n := f.name[c]; c < len(f.low) && f.inside[c] == inName && f.name[c] == n; {
		c++
	}
	return c
}

// office returns where "of" and the noun behind it end that belong to a phrase:
// "Secretary of State", "weapons of mass destruction". 0 is for none.
func (f *finder) office(a, b, end int) int {
	if b+1 >= end || !f.is(b-1, lang.ConceptOf) || !f.is(b, lang.ConceptLink) {
		return 0
	}
	c := b + 1
	if f.is(c, lang.Article) {
		c++
	}
	from := c
	for c < end && c < from+maxWords && f.inside[c] == free && f.may(c) {
		c++
	}
	for c > from && !f.noun(c-1) {
		c--
	}
	if c == from || !f.noun(from) && f.pos[from] != pos.Adjective {
		return 0
	}
	return c
}

// base returns the number of the noun that a token is a form of.
func (f *finder) base(i int) int { return f.nouns.of(f.low[i]) }

// numbering gives the forms of one noun one number.
type numbering struct {
	singular       func(string) string
	byWord, byForm map[string]int
}

func newNumbering(pack *lang.Pack) numbering {
	singular := pack.Singular
	if singular == nil {
		singular = func(word string) string { return word }
	}
	return numbering{singular, map[string]int{}, map[string]int{}}
}

// of returns the number of a word's noun.
func (m numbering) of(word string) int {
	if n, ok := m.byWord[word]; ok {
		return n
	}
	s := m.singular(word)
	n, ok := m.byForm[s]
	if !ok {
		n = len(m.byForm)
		m.byForm[s] = n
	}
	m.byWord[word] = n
	return n
}

// isWord reports whether a token is two letters or more, or a letter and digits.
func isWord(w string) bool {
	letters, digits := 0, 0
	for _, r := range w {
		switch {
		case 'a' <= r && r <= 'z' || r >= 0x80:
			letters++
		case '0' <= r && r <= '9':
			digits++
		case r != '-' && r != '.' && r != '\'' && r != '/':
			return false
		}
	}
	return letters > 0 && letters+digits > 1
}

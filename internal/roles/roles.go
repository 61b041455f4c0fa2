// Package roles finds what the story says that people are: the office before a name ("city manager
// Ana Ruiz", "Gov. Lee Park"), and the noun phrase in apposition before or after one ("the chief
// executive, Ana Ruiz, said"; "Ana Ruiz, 41, a trader from Leith").
package roles

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// most is how many roles of one person are kept.
const most = 8

// longest is how many words a title has at most, without what it is of.
const longest = 6

// farthest is how many tokens before a name the head of its apposition is looked for.
const farthest = 12

// finder looks at the tokens of one document.
type finder struct {
	doc     *dateline.Document
	lang    *lang.Pack
	classes []lang.Classes // of each token
	named   []int32        // the mention that a token is part of, plus one; 0 for none
	first   []bool         // whether a token begins a sentence
}

// Set adds to the people among the entities of a document the roles that its words give them. It needs tagged tokens,
// mentions and entities; a role that stands where a longer one is found gives way to it. The cost is linear.
func Set(doc *dateline.Document, pack *lang.Pack) {
	f := newFinder(doc, pack)
	entities := make(map[string]*dateline.Entity, len(doc.Entities))
	for i := range doc.Entities {
		entities[doc.Entities[i].ID] = &doc.Entities[i]
	}
	for _, m := range doc.Mentions {
		e := entities[m.Entity]
		if m.Label != dateline.Person || e == nil {
			continue
		}
		from, to := f.tokens(m.Span())
		if from == to {
			continue
		}
		if r, ok := f.before(from, to); ok {
			add(e, r)
			if at, _ := f.tokens(dateline.Span{Start: r.Start, End: r.End}); f.word(at-1) == "," {
				if r, ok := f.before(at, to); ok { // "the Minister of Works, Gen. Ana Ruiz"
					add(e, r)
				}
			}
		}
		if r, ok := f.after(to); ok {
			add(e, r)
		}
	}
}

func newFinder(doc *dateline.Document, pack *lang.Pack) *finder {
	n := len(doc.Tokens)
	f := &finder{doc: doc, lang: pack, classes: make([]lang.Classes, n), named: make([]int32, n), first: make([]bool, n)}
	m := 0
	for i, t := range doc.Tokens {
		f.classes[i] = pack.Lexicon.Of(strings.ToLower(doc.Words(t.Span())))
		for m < len(doc.Mentions) && doc.Mentions[m].End <= t.Start {
			m++
		}
		if m < len(doc.Mentions) && doc.Mentions[m].Start <= t.Start && doc.Mentions[m].Label.IsName() {
			f.named[i] = int32(m) + 1
		}
	}
	for _, s := range doc.Sentences {
		if from, to := f.tokens(s); from < to {
			f.first[from] = true
		}
	}
	return f
}

// tokens returns the tokens from the start of a span to its end.
func (f *finder) tokens(s dateline.Span) (from, to int) {
	tokens := f.doc.Tokens
	from = sort.Search(len(tokens), func(i int) bool { return tokens[i].Start >= s.Start })
	to = from
	for to < len(tokens) && tokens[to].End <= s.End {
		to++
	}
	return from, to
}

func (f *finder) word(i int) string {
	if i < 0 || i >= len(f.doc.Tokens) {
		return ""
	}
	return f.doc.Words(f.doc.Tokens[i].Span())
}

// pos returns what a token is in its sentence.
func (f *finder) pos(i int) pos.Class {
	if i < 0 || i >= len(f.doc.Tokens) {
		return 0
	}
	return f.lang.Tagset.Of(f.doc.Tokens[i].Tag)
}

// heads are the classes of nouns that say what somebody is.
var heads = lang.ClassesOf(lang.Office, lang.SpeakingPerson, lang.Man, lang.Woman, lang.Rank, lang.RoleNoun)

// isHead reports whether a token may be the head of a role: a noun for one person, outside a name.
func (f *finder) isHead(i int) bool {
	if i < 0 || i >= len(f.classes) || f.named[i] != 0 || f.pos(i) == pos.Noun|pos.Plural {
		return false
	}
	c := f.classes[i]
	return c.Any(&heads) && (!c.Is(lang.Courtesy) || c.Is(lang.Rank))
}

// isInner reports whether a token may stand in a title before its head.
func (f *finder) isInner(i int) bool {
	if i < 0 || f.named[i] != 0 || f.first[i] && f.classes[i].Is(lang.ClauseWord) { // "But Commissioner Ana Ruiz"
		return false
	}
	switch c := f.pos(i); {
	case c == pos.Noun, c == pos.Noun|pos.Proper, c == pos.Adjective, c.Is(pos.Gerund | pos.Participle | pos.Hyphen):
		return true
	case c == pos.Noun|pos.Plural: // "sales director"
		return !f.first[i]
	}
	return f.classes[i].Is(lang.TitlePart)
}

// before finds the role that ends where a name begins, or before a comma there.
func (f *finder) before(from, to int) (dateline.Role, bool) {
	from = f.beforeCourtesy(from)
	if from > 3 && f.word(from-1) == ")" && f.word(from-3) == "(" && f.isCourtesy(from-2) { // "Dr (Mrs) Ana Ruiz"
		from = f.beforeCourtesy(from - 3)
	}
	last, apposed := from-1, false
	if f.word(last) == "," {
		last, apposed = last-1, true
	}
	if last < 0 || f.first[from] {
		return dateline.Role{}, false
	}
	head := last
	switch {
	case f.isHead(head):
	case apposed:
		if head = f.headOf(last); head < 0 {
			return dateline.Role{}, false
		}
	case f.officeOf(last) >= 0:
		head = f.officeOf(last)
	case !f.isCalled(head):
		return dateline.Role{}, false
	}
	start := head
	for !f.first[start] && head-start < longest-1 && f.isInner(start-1) {
		start--
	}
	if apposed && !(f.isIntroduced(start) && (f.closes(to) || f.isOfName(to))) {
		return dateline.Role{}, false
	}
	return f.role(start, head, last), true
}

// beforeCourtesy returns the first of the titles of courtesy before a name: "the chief executive, Dr Ana Ruiz,".
func (f *finder) beforeCourtesy(from int) int {
	for n := f.courtesy(from); n > 0; n = f.courtesy(from) {
		from -= n
	}
	return from
}

// mostOfHonorific is how many words an honorific has at most: "dato ' seri".
const mostOfHonorific = 3

// courtesy returns how many words before a token are a title of courtesy or an honorific, 0 for none.
func (f *finder) courtesy(from int) int {
	for n := min(mostOfHonorific, from); n > 0; n-- {
		if n == 1 && f.classes[from-1].Is(lang.Rank) {
			break // "Prof." is what somebody is
		}
		words := make([]string, 0, mostOfHonorific)
		for i := from - n; i < from && f.named[i] == 0 && !(f.first[i] && i > from-n); i++ {
			words = append(words, strings.ToLower(f.word(i)))
		}
		if len(words) == n && f.lang.Lexicon.Is(strings.Join(words, " "), lang.Honorific) {
			return n
		}
	}
	if from > 0 && f.isCourtesy(from-1) && !f.first[from] {
		return 1
	}
	return 0
}

// isCourtesy reports whether a token is a title of courtesy and nothing more.
func (f *finder) isCourtesy(i int) bool {
	c := f.classes[i]
	return c.Is(lang.Courtesy) && !c.Is(lang.Rank) && f.named[i] == 0
}

// isCalled reports whether a token is the noun of "the fiddler Ana Ruiz".
func (f *finder) isCalled(i int) bool {
	return f.pos(i) == pos.Noun && f.named[i] == 0 && f.pos(i-1).Is(pos.Determiner) && !f.first[i]
}

// headOf returns the head of a noun phrase with "of" or the like in it that ends with a token, -1 for none: "head of
// construction", "coordinator in Kyiv".
func (f *finder) headOf(last int) int {
	for i := last - 1; i > last-farthest && i > 0; i-- {
		if (f.classes[i].Is(lang.RoleOf) || f.classes[i].Is(lang.RoleIn)) && f.isHead(i-1) {
			return i - 1
		}
		if f.isInner(i) || f.named[i] != 0 {
			continue
		}
		if c := f.pos(i); c != pos.Owner && !c.Is(pos.Determiner|pos.Preposition|pos.Genitive) {
			return -1
		}
	}
	return -1
}

// officeOf returns the head of an office in capitals that ends with a token, -1 for none: "Minister for Planning"
// before a name.
func (f *finder) officeOf(last int) int {
	head := f.headOf(last)
	if head < 0 || !f.classes[head].Is(lang.Office) || !f.pos(last).Is(pos.Proper) {
		return -1
	}
	for i := head; i <= last; i++ {
		if f.named[i] != 0 || f.pos(i).Is(pos.Noun) && !isCapital(f.word(i)) {
			return -1
		}
	}
	if !isCapital(f.word(head)) {
		return -1
	}
	return head
}

// isCapital reports whether a word begins with a capital, of any script.
func isCapital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// isOfName reports whether what a person is of follows the name: "her co-author, Ana Ruiz of Ghent University, said".
func (f *finder) isOfName(to int) bool {
	if to+1 >= len(f.classes) || !f.classes[to].Is(lang.RoleOf) {
		return false
	}
	if f.pos(to + 1).Is(pos.Determiner) {
		to++
	}
	return f.isOther(to+1) || to+1 < len(f.named) && f.pos(to+1).Is(pos.Proper)
}

// isIntroduced reports whether a determiner, a possessive or a name stands before a noun phrase.
func (f *finder) isIntroduced(start int) bool {
	if c := f.pos(start - 1); c == pos.Owner || c.Is(pos.Determiner|pos.Genitive) {
		return true
	}
	return start > 0 && f.named[start-1] != 0
}

// closes reports whether the apposition around a name ends with it.
func (f *finder) closes(to int) bool {
	switch f.word(to) {
	case ",", ".", ";", ")", "—", "–", ":", "":
		return true
	}
	return false
}

// after finds the role in apposition after a name: ", 41, a trader", ", the firm's chief executive".
func (f *finder) after(to int) (dateline.Role, bool) {
	i := to
	if f.word(i) != "," {
		return dateline.Role{}, false
	}
	i++
	if f.pos(i).Is(pos.Number) && f.word(i+1) == "," {
		i += 2
	}
	i, article := f.determiner(i)
	start, head := i, -1
	for ; i < start+longest && i < len(f.named) && !f.first[i] && (f.isInner(i) || f.isOther(i)); i++ {
		if f.isHead(i) || article && f.pos(i) == pos.Noun && !f.classes[i].Is(lang.Month) {
			head = i
		}
	}
	if head < 0 || head != i-1 || f.isPerson(i) || !f.closes(i) && !f.leadsOn(i) {
		return dateline.Role{}, false
	}
	return f.role(start, head, f.complement(head)), true
}

// determiner returns the first token behind what says whose or which a role is, an article or an
// owner, and whether there is one.
func (f *finder) determiner(i int) (int, bool) {
	from := i
	if c := f.pos(i); c == pos.Owner || c.Is(pos.Determiner) {
		i++
	}
	for i < len(f.named) && f.named[i] != 0 && !f.isPerson(i) { // "Leith Port's harbour master"
		i++
	}
	if k := f.possessive(i); k > i { // "the port's harbour master"
		i = k
	}
	return i, i > from
}

// possessive returns the token behind a possessive at most three words on, or i.
func (f *finder) possessive(i int) int {
	for k := i; k < i+4 && k < len(f.named); k++ {
		if f.pos(k).Is(pos.Genitive) {
			return k + 1
		}
		if !f.isInner(k) && f.named[k] == 0 {
			break
		}
	}
	return i
}

// leadsOn reports whether a token goes on with a noun phrase: "a trader who", "an engineer from".
func (f *finder) leadsOn(i int) bool {
	c := f.pos(i)
	return c == pos.Relative || c.Is(pos.Preposition)
}

// complement returns the last token of what a role is of: "minister for agriculture", "head of news".
func (f *finder) complement(head int) int {
	i := head + 1
	if i >= len(f.classes) || !f.classes[i].Is(lang.RoleOf) {
		return head
	}
	end := head
	for i++; i < len(f.named) && i <= head+longest; i++ {
		switch {
		case f.named[i] != 0, f.isInner(i):
			end = i
		case !f.pos(i).Is(pos.Determiner):
			return end
		}
	}
	return end
}

// isPerson reports whether a token is part of a person's name.
func (f *finder) isPerson(i int) bool {
	return i < len(f.named) && f.named[i] != 0 && f.doc.Mentions[f.named[i]-1].Label == dateline.Person
}

// isOther reports whether a token is part of a name that is no person's: "a retired Air Force engineer".
func (f *finder) isOther(i int) bool { return f.named[i] != 0 && !f.isPerson(i) }

// role makes the role of a title from start to head. What it is of is the name before it, or what stands behind the
// head up to the last token: a name apart, other words as part of the title.
func (f *finder) role(start, head, last int) dateline.Role {
	span := dateline.Span{Start: f.doc.Tokens[start].Start, End: f.doc.Tokens[head].End}
	of := ""
	for i := head + 1; i <= last; i++ {
		if f.named[i] != 0 && !f.isPerson(i) {
			of = f.doc.Words(f.doc.Mentions[f.named[i]-1].Span())
			break
		}
	}
	if of == "" && last > head {
		span.End = f.doc.Tokens[last].End
	}
	if before := start - 1; of == "" && before >= 0 {
		if f.pos(before).Is(pos.Genitive) {
			before--
		}
		if before >= 0 && f.named[before] != 0 {
			of = f.doc.Words(f.doc.Mentions[f.named[before]-1].Span())
		}
	}
	title := strings.Join(strings.Fields(f.doc.Words(span)), " ")
	return dateline.Role{Title: title, Of: of, Start: span.Start, End: span.End}
}

// add adds a role that the person does not have yet. Of two at one place the longer is kept.
func add(e *dateline.Entity, r dateline.Role) {
	for i, old := range e.Roles {
		if old.End > old.Start && old.Start < r.End && r.Start < old.End {
			if r.End-r.Start >= old.End-old.Start {
				e.Roles[i] = r
			}
			return
		}
	}
	same := func(old dateline.Role) bool {
		return strings.EqualFold(old.Title, r.Title) && (r.Of == "" || old.Of == r.Of)
	}
	if len(e.Roles) < most && !slices.ContainsFunc(e.Roles, same) {
		e.Roles = append(e.Roles, r)
	}
}

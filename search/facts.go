package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
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
type tells struct {
	words, facts signature
	feet         []footSize
	people       people
	slots        slots
}

// footSize is how many shingles of a text's words stand in a foot, and how many facts and
// slots there alone.
type footSize struct {
	hash                uint32
	words, facts, slots int32
}

// people are hashes of the people that an article names, the most salient first.
type people struct {
	ids  []uint32
	lead bool // the first is what the article is most about
}

const (
	// maxPeople is how many people of an article are known.
	maxPeople = 8
	// otherPerson is from which part of their words on two articles are copies that are
	// about two people: a template has less in common.
	otherPerson = 0.55
	// otherFacts is which part of their facts such articles have in common at least.
	otherFacts = 0.8
)

// peopleOf returns those among the entities of an article.
func peopleOf(entities []ProfileEntity) people {
	var p people
	for i, e := range entities {
		if e.Label == dateline.Person && len(p.ids) < maxPeople {
			p.lead = p.lead || i == 0
			p.ids = append(p.ids, entityKey(e.ID))
		}
	}
	return p
}

// others reports whether two articles are about one person each, whom the other one
// does not name.
func (p people) others(o people) bool {
	return p.lead && o.lead && !slices.Contains(o.ids, p.ids[0]) && !slices.Contains(p.ids, o.ids[0])
}

// share returns which part of the words of the shorter one the other has, feet that
// both have left out.
func (t *tells) share(o *tells) float64 {
	return t.words.share(&o.words, int(t.common(o).words))
}

// common returns what stands in feet that both have.
func (t *tells) common(o *tells) (in footSize) {
	if len(o.feet) == 0 {
		return in
	}
	for _, f := range t.feet {
		if slices.ContainsFunc(o.feet, func(g footSize) bool { return g.hash == f.hash }) {
			in.words += f.words
			in.facts += f.facts
			in.slots += f.slots
		}
	}
	return in
}

// copyOf reports whether two articles tell one story in the same words.
func (t *tells) copyOf(o *tells) bool { return t.copyWith(o, t.words.common(&o.words)) }

// copyWith is copyOf where both have so many hashes of their words in common.
func (t *tells) copyWith(o *tells, common int) bool {
	words := t.words.part(&o.words, common, 0)
	if words < copyShare {
		return false
	}
	inFeet := t.common(o)
	if inFeet.words > 0 {
		words = t.words.part(&o.words, common, int(inFeet.words))
	}
	if words < copyShare || words < otherPerson && t.people.others(o.people) {
		return false
	}
	if !t.factual() || !o.factual() {
		return true
	}
	least := sameFacts * (words - fewWords)
	if t.people.others(o.people) {
		least = max(least, otherFacts)
	}
	facts := t.facts.share(&o.facts, int(inFeet.facts))
	return facts >= least && (facts >= otherFilled || !t.filledOtherwise(o, int(inFeet.slots)))
}

// filledOtherwise reports whether two articles differ in most of the slots that they have
// in common, feet that both have left out.
func (t *tells) filledOtherwise(o *tells, inFeet int) bool {
	a := t.slots.with(o.slots)
	return a.other >= leastOther && a.other > a.same-inFeet
}

// factual reports whether a text has facts enough to say what it is about.
func (t *tells) factual() bool { return t.facts.total >= max(leastFacts, t.words.total/perFact) }

// factsOf makes the signature of the facts of a text. Words in capitals are none
// where most words are, as in a headline or a telegram.
func (m *profiler) factsOf(text string, ws []words.Word) signature {
	m.facts = m.facts[:0]
	at := map[uint32]uint8{} // in which feet
	fact := func(w words.Word) {
		k := wordKey(w.Form)
		m.facts = append(m.facts, k)
		if len(m.feet) > 0 {
			at[k] |= where(m.feet, w.Start)
		}
	}
	capitals, opening := 0, true // a credit or a dateline may open the text
	for i, w := range ws {
		word := text[w.Start:w.End]
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case strings.ContainsFunc(word, unicode.IsDigit):
			fact(w)
		case unicode.IsUpper(r) && i > 0:
			capitals++
			if !opening && !opens(text[ws[i-1].End:w.Start]) {
				fact(w)
			}
		default:
			opening = opening && i == 0
		}
	}
	if 2*capitals > len(ws) {
		return signature{step: 1}
	}
	for _, in := range at {
		for i := range m.feet {
			m.feet[i].facts += b2i(in == 1<<i)
		}
	}
	slices.Sort(m.facts)
	return sampled(slices.Compact(m.facts))
}

// opens reports whether what stands between two words ends a sentence or a line,
// or opens a quotation.
func opens(between string) bool { return strings.ContainsAny(between, ".!?:\n\"“„«") }

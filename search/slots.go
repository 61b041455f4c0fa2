package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/words"
)

// slots are the facts of an article with the words around them: for each run of facts the
// two words before it and the one after. Where two articles have the same words there and
// another fact between them, "18 kilometres from Maren" and "44 kilometres from Lund", they
// are filled from one template; a copy has the same fact there.
//
// A slot is a number: slotAt bits of the words, one that tells a name from a figure, and
// slotFact bits of the fact. They are in order, each once, [maxSlots] at most.
type slots []uint32

const (
	slotFact = 11
	slotName = 1 << slotFact // set where no digit is in the fact
	slotAt   = slotFact + 1
	// maxSlots bounds the slots of a long text. The lowest are kept, which are the same
	// of each text that has them.
	maxSlots = 128
)

const (
	// leastOther is in how many slots reports of one template differ at least.
	leastOther = 3
	// otherFilled is below which part of facts in common such reports are no copies.
	otherFilled = 0.5
	// slotsOfTemplate is which part of the slots of the one with fewer both have, where they
	// are of one template: other articles of one event share a few.
	slotsOfTemplate = 0.3
)

// agreement is in how many slots two articles have the same facts, and in how many others:
// of names, and of figures too.
type agreement struct{ same, other, sameNames, otherNames int }

// with holds slots against others.
func (s slots) with(o slots) agreement {
	var a agreement
	for len(s) > 0 && len(o) > 0 {
		x, y := s[0]>>slotAt, o[0]>>slotAt
		if x < y {
			s = s[1:]
			continue
		}
		if y < x {
			o = o[1:]
			continue
		}
		n, m := s.here(), o.here()
		same := slices.ContainsFunc(s[:n], func(slot uint32) bool { return slices.Contains(o[:m], slot) })
		name := b2i((s[0]|o[0])&slotName != 0)
		a.same += b2i(same)
		a.other += b2i(!same)
		a.sameNames += b2i(same) * name
		a.otherNames += b2i(!same) * name
		s, o = s[n:], o[m:]
	}
	return a
}

// here returns how many slots are between the same words as the first.
func (s slots) here() int {
	n := 1
	for n < len(s) && s[n]>>slotAt == s[0]>>slotAt {
		n++
	}
	return n
}

// filledOtherwise reports whether two articles are filled from one template with other facts.
func (s slots) filledOtherwise(o slots) (is bool, a agreement) {
	fewer := min(len(s), len(o))
	if fewer < leastOther {
		return false, a
	}
	a = s.with(o)
	return a.other >= leastOther && a.other > a.same && float64(a.same+a.other) >= slotsOfTemplate*float64(fewer), a
}

// namesDiffer reports whether names differ in two slots, and in most.
func (a agreement) namesDiffer() bool { return a.otherNames >= 2 && a.otherNames > a.sameNames }

// slotsOf makes the slots of a text, and counts those that stand in each foot alone.
func (m *profiler) slotsOf(doc *dateline.Document, text string, ws []words.Word) slots {
	named := mentioned(doc)
	key := func(i int) uint32 {
		if i < 0 || i >= len(ws) {
			return 0
		}
		return wordKey(ws[i].Form)
	}
	in := map[uint32]uint8{} // feet, by slot
	for i := 0; i < len(ws); i++ {
		first := i
		fact, kind := uint32(0), uint32(slotName)
		for ; i < len(ws); i++ {
			is, figure := factual(text, ws, i, named)
			if !is {
				break
			}
			if figure {
				kind = 0
			}
			fact = mixed(fact, key(i))
		}
		if first < i {
			at := mixed(mixed(key(first-2), key(first-1)), key(i))
			in[at<<slotAt|kind|fact>>(32-slotFact)] |= where(m.feet, ws[first].Start)
		}
	}
	list := make(slots, 0, len(in))
	for slot := range in {
		list = append(list, slot)
	}
	slices.Sort(list)
	list = slices.Clip(list[:min(len(list), maxSlots)])
	for _, slot := range list {
		for f := range m.feet {
			m.feet[f].slots += b2i(in[slot] == 1<<f)
		}
	}
	return list
}

// mixed adds a key to a hash; all bits depend on both.
func mixed(h, key uint32) uint32 {
	h = (h ^ key) * 0x9e3779b1
	return h ^ h>>15
}

// factual reports whether a word is one of a fact, and whether it has a digit. A capital
// letter at the beginning of a sentence makes a name only where one is mentioned.
func factual(text string, ws []words.Word, i int, named func(at int) bool) (fact, figure bool) {
	w := ws[i]
	word := text[w.Start:w.End]
	if strings.ContainsFunc(word, unicode.IsDigit) {
		return true, true
	}
	if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) {
		return false, false
	}
	return named(w.Start) || i > 0 && !opens(text[ws[i-1].End:w.Start]), false
}

// mentioned returns a function that tells whether a place is in a name of the Document. It
// must be asked in order.
func mentioned(doc *dateline.Document) func(at int) bool {
	left := doc.Mentions
	return func(at int) bool {
		for len(left) > 0 && left[0].End <= at {
			left = left[1:]
		}
		return len(left) > 0 && left[0].Start <= at
	}
}

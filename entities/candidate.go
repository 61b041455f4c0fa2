package entities

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// candidate is a run of words of a sentence that may be a name, with what the gazetteer and the brackets behind it say.
type candidate struct {
	mention
	in *sentence
	// sure says that the gazetteer alone decides what it is: a country, a people, a known thing of several words.
	sure bool
}

// candidate makes one of the words [from, to), less those at its borders that are no part of a
// name. It reports whether any are left.
func (s *story) candidate(x *sentence, from, to int) (candidate, bool) {
	from, to = s.trim(from, to)
	q := candidate{in: x, mention: mention{from: from, to: to}}
	if to <= from {
		return q, false
	}
	q.match, q.entry = s.lookUp(from, to)
	q.sure = s.decides(&q)
	if w := s.bracketed(x, from, to); w != "" {
		q.acronym = w
	}
	return q, true
}

// trim takes words off the borders of a name that are no part of one.
func (s *story) trim(from, to int) (int, int) {
	for to > from {
		w := &s.words[to-1]
		inner := to-from > 1
		if w.letter && (w.capital || inner && !w.is(lang.NoName) && !w.is(lang.Particle)) || w.digit ||
			w.is(lang.Possessive) && inner {
			break
		}
		to--
	}
	for from < to && (s.words[from].is(lang.Article) || !s.words[from].letter) {
		from++
	}
	return from, to
}

// lookUp returns what the gazetteer has under a name, and the first of it that the letter case allows: one word that is
// known by its capitals alone ("WHO") must be written in them.
func (s *story) lookUp(from, to int) (gazetteer.Match, *gazetteer.Entry) {
	m := s.names.Find(s.folds[from:to])
	for e, caps := range s.names.Entries(m) {
		if !caps || m.Words > 1 || s.words[from].caps {
			return m, e
		}
	}
	return gazetteer.Match{}, nil
}

// decides reports whether the gazetteer alone says what a candidate is.
func (s *story) decides(q *candidate) bool {
	if q.entry == nil {
		return false
	}
	switch q.entry.Kind {
	case gazetteer.Group:
		return true
	case gazetteer.Country:
		_, given := s.names.Given(s.folds[q.from])
		return q.to-q.from > 1 || !given // "Chad", "Georgia"
	case gazetteer.City:
		return false
	}
	return q.to-q.from > 1
}

// isKnown reports whether the gazetteer is sure that a candidate is of one of the kinds.
func (q *candidate) isKnown(kinds ...gazetteer.Kind) bool {
	if !q.sure || q.entry == nil {
		return false
	}
	for _, k := range kinds {
		if q.entry.Kind == k {
			return true
		}
	}
	return false
}

// bracketed returns the acronym of a name that stands in brackets behind it, "" for none: "Gum and
// Resin Network (GRN)".
func (s *story) bracketed(x *sentence, from, to int) string {
	if to-from < 2 || to+2 >= x.to || s.words[to].text != "(" || s.words[to+2].text != ")" {
		return ""
	}
	if w := &s.words[to+1]; w.caps && isAcronym(w.text, s.text(from, to)) {
		return w.text
	}
	return ""
}

// isAcronym reports whether letters are the first ones of the words, in order.
func isAcronym(letters, name string) bool {
	at := 0
	for _, f := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if at < len(letters) && f[0] == letters[at] {
			at++
		}
	}
	return at == len(letters) || at >= 2 && at >= len(letters)-1
}

// known returns how many words the longest known name has that begins at a word, 0 where none does or the letter case
// speaks against it.
func (s *story) known(x *sentence, i int) int {
	m := s.names.Longest(s.folds[i:x.to])
	for k := i; k < i+m.Words; k++ {
		w := &s.words[k]
		inner := k > i && k < i+m.Words-1 && len(w.text) < 4 // "Dar es Salaam"
		if !w.capital && w.letter && !inner && !w.is(lang.Particle) && !w.is(lang.NoName) {
			return 0
		}
	}
	for _, caps := range s.names.Entries(m) {
		if m.Words > 1 || !caps || s.words[i].caps {
			return m.Words
		}
	}
	return 0
}

// isPlaceLabel reports whether a label is one of places.
func isPlaceLabel(l dateline.Label) bool {
	return l == dateline.GPE || l == dateline.Loc || l == dateline.Fac
}

// before and after return the folded words beside a candidate, "" outside of its sentence.
func (s *story) before(q *candidate) string { return s.fold(q.in, q.from-1) }
func (s *story) after(q *candidate) string  { return s.fold(q.in, q.to) }

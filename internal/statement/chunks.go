package statement

import "github.com/dateline-go/dateline/internal/statement/lexicon"

// chunk finds the noun phrases: a run of determiners, adjectives, nouns, names
// and numbers that ends in a noun, or a pronoun by itself.
func (s *Story) chunk() {
	s.chunks = s.chunks[:0]
	for _, x := range s.sentences {
		for i := x.start; i < x.end; {
			end := s.chunkEnd(i, x.end)
			if end == i {
				i++
				continue
			}
			s.addChunk(i, end)
			i = end
		}
	}
}

// chunkEnd returns the end of the noun phrase that begins at i, i for none.
func (s *Story) chunkEnd(i, limit int) int {
	t := s.tokens[i]
	switch {
	case t.tag == tPron, t.tag == tWho, t.Subject && t.Small != lexicon.That && t.Small != lexicon.There &&
		t.Small != lexicon.This:
		return i + 1
	}
	end := i
	for k := i; k < limit; k++ {
		switch s.partOf(chunk{start: i, end: end}, k, limit) {
		case inside:
		case head:
			end = k + 1
		case alone:
			return k + 1
		default:
			return end
		}
	}
	return end
}

// part is what a token is in a noun phrase.
type part int

const (
	outside part = iota
	inside
	head  // the phrase may end behind it
	alone // it is the whole phrase
)

// partOf says what the token at k is in a noun phrase whose last head so far is behind x.end.
func (s *Story) partOf(x chunk, k, limit int) part {
	t := &s.tokens[k]
	ended := x.end == k // the token before is a head
	if t.goesOn && ended && !t.tag.in(1<<tApos|1<<tComma|1<<tConj|1<<tOpen|1<<tClose) {
		return head // "Ann de Boer"
	}
	switch t.tag {
	case tNoun, tName, tNum:
		if ended && s.beginsTime(x, k) {
			return outside // "officials Monday"
		}
		return head
	case tApos:
		return within(ended)
	case tAdj, tOther:
		return within(x.end <= x.start || s.tokens[k-1].tag == tApos || s.namePart(k, limit))
	case tDet, tPoss:
		if k == x.start && k+1 < limit && t.tag == tDet && !s.nominal(k+1) {
			return alone // "this", "some", "all"
		}
		return within(k == x.start || s.tokens[k-1].tag.in(1<<tDet|1<<tApos))
	}
	if k > x.start && k+1 < limit {
		return s.between(x, k)
	}
	return outside
}

// beginsTime reports whether a word of time stands behind one of a phrase that is neither of time nor a number.
func (s *Story) beginsTime(x chunk, k int) bool {
	return s.tokens[k].Time && k > x.start && !s.tokens[k-1].Time && s.tokens[k-1].tag != tNum
}

// between says what a token that joins its neighbours is in a noun phrase.
func (s *Story) between(x chunk, k int) part {
	ended := x.end == k
	switch t, before, next := &s.tokens[k], &s.tokens[k-1], &s.tokens[k+1]; t.tag {
	case tIng, tPart:
		return within(x.end < k && before.tag != tApos && s.nominal(k+1)) // "a growing number"
	case tAdv:
		return within(!ended && next.tag.in(1<<tAdj|1<<tPart)) // "the very long list"
	case tConj:
		return within(ended && t.Small == lexicon.And && before.isBody() && next.isBody())
	}
	return outside
}

// within is inside where something holds, else outside.
func within(holds bool) part {
	if holds {
		return inside
	}
	return outside
}

// isBody reports whether a token is part of the name of an organisation.
func (t *token) isBody() bool { return t.tag == tName && t.label == organisation }

// namePart reports whether the adjective at k stands inside a name: "the Bank National Company".
func (s *Story) namePart(k, limit int) bool {
	return s.tokens[k].tag == tAdj && !s.tokens[k].Time && s.tokens[k-1].tag == tName && k+1 < limit &&
		s.tokens[k+1].tag.noun()
}

// nominal reports whether a token can stand inside a noun phrase.
func (s *Story) nominal(i int) bool {
	switch s.tokens[i].tag {
	case tNoun, tName, tNum, tAdj, tPart, tIng, tAdv, tDet, tPoss:
		return true
	}
	return false
}

func (s *Story) addChunk(start, end int) {
	last := s.tokens[end-1]
	c := chunk{start: start, end: end, label: last.label, person: last.Person || last.label == person}
	if end == start+1 {
		c.pronoun = last.Small
	}
	for k := start; k < end; k++ {
		s.tokens[k].chunk = int32(len(s.chunks))
	}
	s.chunks = append(s.chunks, c)
}

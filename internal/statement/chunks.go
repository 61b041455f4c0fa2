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
		t := s.tokens[k]
		switch t.tag {
		case tNoun, tName, tNum:
			if t.Time && k > i && end == k && !s.tokens[k-1].Time && s.tokens[k-1].tag != tNum {
				return end // "officials Monday"
			}
			end = k + 1
			continue
		case tApos:
			if end != k {
				return end
			}
			continue
		case tAdj, tOther:
			if end > i && s.tokens[k-1].tag != tApos &&
				!(t.tag == tAdj && s.tokens[k-1].tag == tName && !t.Time && k+1 < limit && s.tokens[k+1].tag.noun()) {
				return end
			}
			continue
		case tDet, tPoss:
			if k > i && s.tokens[k-1].tag != tDet && s.tokens[k-1].tag != tApos {
				return end
			}
			if k == i && k+1 < limit && t.tag == tDet && !s.nominal(k+1) {
				return k + 1 // "this", "some", "all" alone
			}
			continue
		case tIng, tPart:
			if k > i && end <= k-1 && s.tokens[k-1].tag != tApos && k+1 < limit && s.nominal(k+1) {
				continue // "a growing number"
			}
		case tAdv:
			if k > i && end != k && k+1 < limit && (s.tokens[k+1].tag == tAdj || s.tokens[k+1].tag == tPart) {
				continue // "the very long list"
			}
		case tConj:
			if k > i && end == k && t.Small == lexicon.And && k+1 < limit && s.tokens[k-1].tag == tName &&
				s.tokens[k+1].tag == tName &&
				s.tokens[k-1].label == organisation && s.tokens[k+1].label == organisation {
				continue
			}
		}
		break
	}
	return end
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

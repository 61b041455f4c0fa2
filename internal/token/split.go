package token

import "strings"

// firstOfJoined is the length of the first of two words that are written as one, in bytes.
const firstOfJoined = 3

// split emits a word, cut where the Penn Treebank cuts contractions.
func (s *scanner) split(i, j int, f wordFacts) {
	if f.apostrophe && len(s.rules.elided) > 0 {
		s.splitElided(i, j)
		return
	}
	if !f.apostrophe {
		if s.rules.joined[s.text[i:j]] { // two words in one: "cannot"
			s.emit(i, i+firstOfJoined, kWord)
			i += firstOfJoined
		}
		s.emit(i, j, kWord)
		return
	}
	// At most three endings: "they'd've", "shouldn't've".
	var cuts [3]int
	n, e := 0, j
	for n < len(cuts) {
		k := s.rules.clitic(s.text[i:e])
		if k <= 0 {
			break
		}
		e = i + k
		cuts[n] = e
		n++
	}
	for n > 0 {
		n--
		s.emit(i, cuts[n], kWord)
		i = cuts[n]
	}
	s.emit(i, j, kWord)
}

// clitic returns where the last contracted ending of a word begins, or 0.
func (r *Rules) clitic(w string) int {
	for i := len(w) - 1; i > 0 && i >= len(w)-5; i-- {
		size := 0
		switch {
		case w[i] == '\'':
			size = 1
		case w[i] == 0xE2 && i+2 < len(w) && w[i+1] == 0x80 && w[i+2] == 0x99:
			size = 3
		default:
			continue
		}
		switch {
		case r.clitics[w[i+size:]]:
			return i
		case r.cliticNot[w[i+size:]]:
			if i > 1 && (w[i-1] == 'n' || w[i-1] == 'N') {
				return i - 1
			}
		}
		return 0
	}
	return 0
}

// maxElided is the longest word that is looked up among those written with an apostrophe for their
// last vowel, in bytes.
const maxElided = 8

// splitElided emits a word, cut behind each elision at its beginning: l'|Élysée, qu'|d'|autres.
func (s *scanner) splitElided(i, j int) {
	for {
		k, n := apostropheIn(s.text[i:min(j, i+maxElided+3)])
		if k <= 0 || i+k+n >= j || !s.rules.isElided(s.text[i:i+k]) {
			break
		}
		s.emit(i, i+k+n, kWord)
		i += k + n
	}
	s.emit(i, j, kWord)
}

// apostropheIn returns where the first apostrophe of a word is and its length; -1 where there is none.
func apostropheIn(w string) (at, size int) {
	for i := 0; i < len(w); i++ {
		switch {
		case w[i] == '\'':
			return i, 1
		case strings.HasPrefix(w[i:], "’"):
			return i, len("’")
		}
	}
	return -1, 0
}

// isElided reports whether a word is written with an apostrophe for its last vowel. Capitals do not count.
func (r *Rules) isElided(w string) bool {
	var low [maxElided]byte
	if len(w) > maxElided {
		return false
	}
	for i := range len(w) {
		low[i] = w[i]
		if class[w[i]] == cUpper {
			low[i] += 'a' - 'A'
		}
	}
	return r.elided[string(low[:len(w)])]
}

package measure

import "strings"

// irregular holds the forms that NLTK's stemmer looks up.
var irregular = map[string]string{
	"sky": "sky", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie",
	"news": "news", "innings": "inning", "inning": "inning", "outings": "outing",
	"outing": "outing", "cannings": "canning", "canning": "canning", "howe": "howe",
	"proceed": "proceed", "exceed": "exceed", "succeed": "succeed",
}

// Porter returns the stem of a word in lower case by Porter's algorithm of 1980
// with the extensions of NLTK's PorterStemmer, which published figures of ROUGE
// and of keyphrases use. The library itself stems by snowball, which differs.
func Porter(word string) string {
	if s, ok := irregular[word]; ok {
		return s
	}
	w := []rune(word)
	if len(w) <= 2 {
		return word
	}
	w = stepPlural(w)
	w = stepPast(w)
	if n := len(w); n > 2 && w[n-1] == 'y' && consonant(w, n-2) {
		w[n-1] = 'i'
	}
	w = stepDouble(w)
	w = replaceSuffix(w, step3, 0)
	w = stepDrop(w)
	return string(stepFinal(w))
}

// suffix is a rule of a step: what ends the word, and what takes its place.
type suffix struct{ from, to string }

var step2 = []suffix{
	{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"},
	{"izer", "ize"}, {"bli", "ble"}, {"alli", "al"}, {"entli", "ent"}, {"eli", "e"},
	{"ousli", "ous"}, {"ization", "ize"}, {"ation", "ate"}, {"ator", "ate"},
	{"alism", "al"}, {"iveness", "ive"}, {"fulness", "ful"}, {"ousness", "ous"},
	{"aliti", "al"}, {"iviti", "ive"}, {"biliti", "ble"}, {"fulli", "ful"},
}

var step3 = []suffix{
	{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"},
	{"ful", ""}, {"ness", ""},
}

var step4 = strings.Fields("al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize")

func hasSuffix(w []rune, s string) bool {
	n := len(w) - len(s) // the suffixes are ASCII
	if n < 0 {
		return false
	}
	for i, r := range s {
		if w[n+i] != r {
			return false
		}
	}
	return true
}

func consonant(w []rune, i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o', 'u':
		return false
	case 'y':
		return i == 0 || !consonant(w, i-1)
	}
	return true
}

// sequences counts the changes from vowels to consonants, Porter's m.
func sequences(w []rune) int {
	n := 0
	before := true
	for i, r := range w {
		c := true
		switch r {
		case 'a', 'e', 'i', 'o', 'u':
			c = false
		case 'y':
			c = i == 0 || !before
		}
		if !before && c {
			n++
		}
		before = c
	}
	return n
}

func hasVowel(w []rune) bool {
	for i := range w {
		if !consonant(w, i) {
			return true
		}
	}
	return false
}

// endsShort reports Porter's *o: consonant, vowel, consonant other than w, x, y;
// or, as NLTK has it, a word of a vowel and a consonant.
func endsShort(w []rune) bool {
	n := len(w)
	if n == 2 {
		return !consonant(w, 0) && consonant(w, 1)
	}
	return n >= 3 && consonant(w, n-3) && !consonant(w, n-2) && consonant(w, n-1) &&
		w[n-1] != 'w' && w[n-1] != 'x' && w[n-1] != 'y'
}

// stepPlural is Porter's step 1a.
func stepPlural(w []rune) []rune {
	n := len(w)
	switch {
	case hasSuffix(w, "ies") && n == 4:
		return w[:n-1]
	case hasSuffix(w, "sses"), hasSuffix(w, "ies"):
		return w[:n-2]
	case hasSuffix(w, "ss"):
		return w
	case hasSuffix(w, "s"):
		return w[:n-1]
	}
	return w
}

// stepPast is Porter's step 1b.
func stepPast(w []rune) []rune {
	n := len(w)
	var st []rune
	switch {
	case hasSuffix(w, "ied"):
		if n == 4 {
			return w[:n-1]
		}
		return w[:n-2]
	case hasSuffix(w, "eed"):
		if sequences(w[:n-3]) > 0 {
			return w[:n-1]
		}
		return w
	case hasSuffix(w, "ed") && hasVowel(w[:n-2]):
		st = w[:n-2]
	case hasSuffix(w, "ing") && hasVowel(w[:n-3]):
		st = w[:n-3]
	default:
		return w
	}
	k := len(st)
	switch {
	case hasSuffix(st, "at"), hasSuffix(st, "bl"), hasSuffix(st, "iz"):
		return append(st, 'e')
	case k >= 2 && st[k-1] == st[k-2] && consonant(st, k-1):
		if strings.ContainsRune("lsz", st[k-1]) {
			return st
		}
		return st[:k-1]
	case sequences(st) == 1 && endsShort(st):
		return append(st, 'e')
	}
	return st
}

// stepDouble is Porter's step 2 with NLTK's departures.
func stepDouble(w []rune) []rune {
	if n := len(w); hasSuffix(w, "alli") && sequences(w[:n-4]) > 0 {
		return stepDouble(w[:n-2])
	}
	for _, s := range step2 {
		if hasSuffix(w, s.from) {
			return replaceSuffix(w, []suffix{s}, 0)
		}
	}
	if n := len(w); hasSuffix(w, "logi") && sequences(w[:n-3]) > 0 {
		return w[:n-1]
	}
	return w
}

// replaceSuffix applies the first rule that fits where the rest has more than m sequences.
func replaceSuffix(w []rune, rules []suffix, m int) []rune {
	for _, s := range rules {
		if hasSuffix(w, s.from) {
			st := w[:len(w)-len(s.from)]
			if sequences(st) > m {
				return append(st, []rune(s.to)...)
			}
			return w
		}
	}
	return w
}

// stepDrop is Porter's step 4.
func stepDrop(w []rune) []rune {
	for _, s := range step4 {
		if !hasSuffix(w, s) {
			continue
		}
		st := w[:len(w)-len(s)]
		k := len(st)
		if sequences(st) > 1 && (s != "ion" || st[k-1] == 's' || st[k-1] == 't') {
			return st
		}
		return w
	}
	return w
}

// stepFinal is Porter's step 5.
func stepFinal(w []rune) []rune {
	if n := len(w); n > 0 && w[n-1] == 'e' {
		st := w[:n-1]
		if m := sequences(st); m > 1 || m == 1 && !endsShort(st) {
			w = st
		}
	}
	if n := len(w); hasSuffix(w, "ll") && sequences(w[:n-1]) > 1 {
		w = w[:n-1]
	}
	return w
}

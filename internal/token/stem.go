package token

import "github.com/kljensen/snowball/english"

// Stem returns the stem of a word by snowball's English algorithm ("Porter2"),
// which search and keyphrases share. The word may have any case; the stem has
// small letters. Stop words are stemmed too. It is safe for concurrent use.
func Stem(word string) string {
	if len(word) <= 2 && isSmall(word) {
		return word // what the algorithm does, without its allocations
	}
	return english.Stem(word, true)
}

// isSmall reports whether a word is ASCII without capitals.
func isSmall(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := class[word[i]]; c == cUpper || c >= cHigh {
			return false
		}
	}
	return true
}

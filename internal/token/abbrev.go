package token

// abbrev says how a word with a full stop behind it behaves.
type abbrev uint8

const (
	abbrNone    abbrev = iota
	abbrTitle          // stands before a name: never ends a sentence
	abbrNumber         // an abbreviation only before a number: "No. 5"
	abbrEnd            // may end a sentence: "Inc."; the next word decides
	abbrWord           // also a word of its own: an abbreviation only where the text goes on at once
	abbrInitial        // a single capital
	abbrDots           // letters with stops: "U.S."
	abbrTime           // "a.m."
)

// maxAbbrev is the longest abbreviation that is looked up, in bytes.
const maxAbbrev = 7

// abbreviation finds a word, without its full stop, among the abbreviations. Capitals do not count, but those that are
// names (states, months, titles of people) must begin with one.
func (r *Rules) abbreviation(word string) abbrev {
	if len(word) > maxAbbrev || len(word) == 0 {
		return abbrNone
	}
	var buf [maxAbbrev]byte
	for i := 0; i < len(word); i++ {
		c := word[i]
		if class[c] == cUpper {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	low := buf[:len(word)]
	if class[word[0]] == cUpper {
		if a := r.names[string(low)]; a != abbrNone {
			return a
		}
	}
	if a := r.plain[string(low)]; a != abbrNone {
		return a
	}
	if len(word) > 1 && class[word[1]] == cUpper {
		return abbrNone // "EST", "SEC"
	}
	return r.small[string(low)]
}

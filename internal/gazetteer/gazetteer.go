package gazetteer

import (
	_ "embed"
	"fmt"
	"iter"
	"sync"
	"unicode"
)

//go:embed names.tsv.gz
var namesFile []byte

//go:embed words.bin
var wordsFile []byte

// Gazetteer is a set of names. It is safe for concurrent use.
type Gazetteer struct {
	entries []Entry
	links   []link
	// first holds, by the hash of a whole name, its first link.
	first map[uint64]int32
	// longest holds, by the hash of a name's first word, the most words of a name
	// that begins so.
	longest map[uint64]uint8

	given, surnames, lower wordSet
}

// link ties a name to one of the entries that it stands for.
type link struct {
	entry int32
	next  int32 // the next link of the same name, -1 for none
	caps  bool  // the name is written in capitals, such as "WHO"
}

// Default returns the embedded gazetteer. The first call reads it (tens of
// milliseconds, about 20 MB); later calls return the same.
func Default() (*Gazetteer, error) { return load() }

var load = sync.OnceValues(func() (*Gazetteer, error) {
	g, err := readNames(namesFile)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: names: %w", err)
	}
	if err := g.readWords(wordsFile); err != nil {
		return nil, fmt.Errorf("gazetteer: words: %w", err)
	}
	return g, nil
})

// Match is a name that was found: the first Words of those asked for.
type Match struct {
	// Words is how many words the name has, 0 where none was found.
	Words int
	link  int32
}

// Longest finds the longest name that the folded words begin with.
func (g *Gazetteer) Longest(words []string) Match {
	best := Match{link: -1}
	if len(words) == 0 {
		return best
	}
	h := add(hashStart, words[0])
	most := int(g.longest[h])
	for n := 1; n <= most; n++ {
		if l, ok := g.first[h]; ok {
			best = Match{Words: n, link: l}
		}
		if n == len(words) {
			break
		}
		h = add(h, words[n])
	}
	return best
}

// Find returns the match of exactly these words.
func (g *Gazetteer) Find(words []string) Match {
	h := uint64(hashStart)
	for _, w := range words {
		h = add(h, w)
	}
	if l, ok := g.first[h]; ok && len(words) > 0 {
		return Match{Words: len(words), link: l}
	}
	return Match{link: -1}
}

// Entries gives what a match may stand for, the most likely first. The bool says
// that the name is one in capitals, such as "WHO", and means nothing in small
// letters.
func (g *Gazetteer) Entries(m Match) iter.Seq2[*Entry, bool] {
	return func(yield func(*Entry, bool) bool) {
		if m.Words == 0 {
			return
		}
		for i := m.link; i >= 0; i = g.links[i].next {
			if !yield(&g.entries[g.links[i].entry], g.links[i].caps) {
				return
			}
		}
	}
}

// CountryName returns the English name of a country, "" for an unknown code.
func (g *Gazetteer) CountryName(code string) string {
	if c := g.CountryEntry(code); c != nil {
		return c.Name
	}
	return ""
}

// CountryEntry returns the entry of a country, nil for an unknown code.
func (g *Gazetteer) CountryEntry(code string) *Entry {
	for i := range g.entries { // countries come first
		switch {
		case g.entries[i].Kind != Country:
			return nil
		case g.entries[i].Country == code:
			return &g.entries[i]
		}
	}
	return nil
}

// Given returns the gender of a folded first name and whether it is one.
func (g *Gazetteer) Given(word string) (Gender, bool) {
	class, ok := g.given.find(word)
	return Gender(class), ok
}

// Surname reports whether a folded word is a known surname.
func (g *Gazetteer) Surname(word string) bool {
	_, ok := g.surnames.find(word)
	return ok
}

// Lower returns how often a folded word is written small where a sentence does
// not begin, 0..1. It is 0 for words that are not known.
func (g *Gazetteer) Lower(word string) float64 {
	class, ok := g.lower.find(word)
	if !ok {
		return 0
	}
	return float64(class+1) / 16
}

// allCaps reports whether a name is written in capitals only, two letters or
// more.
func allCaps(name string) bool {
	letters := 0
	for _, r := range name {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

package gazetteer

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"sync"
	"unicode"
)

//go:embed names.bin
var namesFile []byte

//go:embed words.bin
var wordsFile []byte

// Gazetteer is a set of names. It is safe for concurrent use.
type Gazetteer struct {
	*names
	words
	own map[uint64]*ownName // the names that a language has of its own, see With; nil for none
}

// Default returns the embedded gazetteer. The first call opens it; later calls return the same.
func Default() (*Gazetteer, error) { return load() }

var load = sync.OnceValues(func() (*Gazetteer, error) {
	n, err := readNames(namesFile)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: names: %w", err)
	}
	w, err := readWords(wordsFile)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: words: %w", err)
	}
	return &Gazetteer{names: n, words: w}, nil
})

// Match is a name that was found: the first Words of those asked for.
type Match struct {
	// Words is how many words the name has, 0 where none was found.
	Words    int
	from, to int32    // its rows in the table of names
	own      *ownName // what a language calls so, nil for nothing
}

// Longest finds the longest name that the folded words begin with.
func (g *Gazetteer) Longest(words []string) Match {
	if len(words) == 0 {
		return Match{}
	}
	h := add(hashStart, words[0])
	best, longest := g.under(h)
	for n := 2; n <= min(longest, len(words)); n++ {
		h = add(h, words[n-1])
		if m, _ := g.under(h); m.Words > 0 {
			best, best.Words = m, n
		}
	}
	return best
}

// Find returns the match of exactly these words.
func (g *Gazetteer) Find(words []string) Match {
	if len(words) == 0 {
		return Match{}
	}
	h := uint64(hashStart)
	for _, w := range words {
		h = add(h, w)
	}
	m, _ := g.under(h)
	if m.Words > 0 {
		m.Words = len(words)
	}
	return m
}

// under returns the match of words with a hash, as if they were one, and the most words of a name
// that begins with them.
func (g *Gazetteer) under(hash uint64) (m Match, longest int) {
	if from, to := g.index.Rows(g.index.Key(hash)); from < to {
		first := g.row(from)
		longest = first.longest
		if first.entry != noEntry {
			m = Match{Words: 1, from: int32(from), to: int32(to)}
		}
	}
	if own := g.own[hash]; own != nil {
		longest = max(longest, own.longest)
		if len(own.links) > 0 {
			m.Words, m.own = 1, own
		}
	}
	return m, longest
}

// Entries gives what a match may stand for, the most likely first. The bool says
// that the name is one in capitals, such as "WHO", and means nothing in small
// letters.
func (g *Gazetteer) Entries(m Match) iter.Seq2[*Entry, bool] {
	return func(yield func(*Entry, bool) bool) {
		if m.Words == 0 {
			return
		}
		if m.own != nil {
			for _, l := range slices.Backward(m.own.links) {
				if !yield(g.entry(l.entry), l.caps) {
					return
				}
			}
		}
		for i := m.from; i < m.to; i++ {
			if r := g.row(int(i)); r.entry != noEntry && !yield(g.entry(r.entry), r.caps) {
				return
			}
		}
	}
}

// Cities yields the names of the cities.
func (g *Gazetteer) Cities() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range g.entries {
			if g.kind(i) == City && !yield(g.name(i)) {
				return
			}
		}
	}
}

// Own reports whether a match stands for an entry by a name that a language has of its own, see [Gazetteer.With].
func (g *Gazetteer) Own(m Match, e *Entry) bool {
	return m.own != nil && slices.ContainsFunc(m.own.links, func(l ownLink) bool { return g.entry(l.entry) == e })
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
		if g.kind(i) != Country {
			return nil
		}
		if g.inCountry(i, code) {
			return g.entry(i)
		}
	}
	return nil
}

// Given returns the gender of a folded first name and whether it is one.
func (g *Gazetteer) Given(word string) (Gender, bool) {
	class, ok := find(g.given, word)
	return Gender(class), ok
}

// Surname reports whether a folded word is a known surname.
func (g *Gazetteer) Surname(word string) bool {
	_, ok := find(g.surnames, word)
	return ok
}

// Lower returns how often a folded word is written small where a sentence does
// not begin, 0..1. It is 0 for words that are not known.
func (g *Gazetteer) Lower(word string) float64 {
	class, ok := find(g.lower, word)
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

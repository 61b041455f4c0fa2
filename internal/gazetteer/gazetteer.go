package gazetteer

import (
	_ "embed"
	"fmt"
	"iter"
	"sync"
	"unicode"
)

//go:embed names.bin
var namesFile string

//go:embed words.bin
var wordsFile []byte

// Gazetteer is a set of names. It is safe for concurrent use.
type Gazetteer struct {
	entries []Entry
	links   []link
	byHash  index

	given, surnames, lower wordSet
}

// link ties a name to one of the entries that it stands for.
type link struct {
	entry int32
	next  int32 // the next link of the same name, -1 for none
	caps  bool  // the name is written in capitals, such as "WHO"
	own   bool  // it is a name that a language has of its own, see With
}

// Default returns the embedded gazetteer. The first call reads it (some
// milliseconds, about 8 MB); later calls return the same.
func Default() (*Gazetteer, error) { return load() }

var load = sync.OnceValues(func() (*Gazetteer, error) {
	var words Gazetteer
	var unread error
	var wg sync.WaitGroup
	wg.Go(func() { unread = words.readWords(wordsFile) })
	g, err := readNames(namesFile)
	wg.Wait()
	switch {
	case err != nil:
		return nil, fmt.Errorf("gazetteer: names: %w", err)
	case unread != nil:
		return nil, fmt.Errorf("gazetteer: words: %w", unread)
	}
	g.given, g.surnames, g.lower = words.given, words.surnames, words.lower
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
	s := g.byHash.find(h)
	if s == nil {
		return best
	}
	for n, most := 1, min(int(s.longest), len(words)); n <= most; n++ {
		if n > 1 {
			h = add(h, words[n-1])
			s = g.byHash.find(h)
		}
		if s != nil && s.link >= 0 {
			best = Match{Words: n, link: s.link}
		}
	}
	return best
}

// Find returns the match of exactly these words.
func (g *Gazetteer) Find(words []string) Match {
	h := uint64(hashStart)
	for _, w := range words {
		h = add(h, w)
	}
	if s := g.byHash.find(h); s != nil && s.link >= 0 && len(words) > 0 {
		return Match{Words: len(words), link: s.link}
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

// Cities yields the names of the cities.
func (g *Gazetteer) Cities() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range g.entries {
			if e := &g.entries[i]; e.Kind == City && !yield(e.Name) {
				return
			}
		}
	}
}

// Own reports whether a match stands for an entry by a name that a language has of its own, see [Gazetteer.With].
func (g *Gazetteer) Own(m Match, e *Entry) bool {
	if m.Words == 0 || e == nil {
		return false
	}
	for i := m.link; i >= 0 && g.links[i].own; i = g.links[i].next { // those of the language come first
		if &g.entries[g.links[i].entry] == e {
			return true
		}
	}
	return false
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

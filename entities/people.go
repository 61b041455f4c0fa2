package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// lastWord returns the index of the last name of a mention.
func (s *story) lastWord(n *mention) int {
	last := n.to - 1
	for last > n.from+1 && (s.words[last].is(lang.Generation) || s.words[last].text == ",") {
		last--
	}
	return last
}

// person gives the entity of a full name: that of a namesake who may bear it, or a
// new one.
func (m *merger) person(n *mention, at int) int {
	last, first := m.words[m.lastWord(n)].fold, m.words[n.from].fold
	for _, key := range []string{last, first} {
		for _, i := range m.namesakes(key) {
			if m.agree(n, m.all[i]) {
				return i
			}
		}
	}
	name := m.canonical(n)
	i := m.add(dateline.Entity{ID: id(dateline.Person, name), Name: name, Label: dateline.Person}, nil, at)
	m.known(n, i)
	return i
}

// known notes a person under the last name, the first name and their sound.
func (m *merger) known(n *mention, i int) {
	last, first := m.words[m.lastWord(n)].fold, m.words[n.from].fold
	m.all[i].gender = m.genderOf(n)
	m.all[i].last = last
	m.all[i].words = m.folds[n.from:n.to]
	keys := []string{last, first}
	if sound := skeleton(last); len(sound) >= longEnough {
		keys = append(keys, soundKey+sound)
	}
	for _, key := range keys {
		if !slices.Contains(m.namesakes(key), i) {
			m.byLast[key] = append(m.byLast[key], i)
		}
	}
}

// soundKey sets the keys of names by their sound apart from names; longEnough is
// how many letters such a key must have to tell people apart.
const (
	soundKey   = "~"
	longEnough = 5
)

// genderOf is what a mention's title and first name say.
func (m *merger) genderOf(n *mention) gazetteer.Gender {
	if n.gender != gazetteer.Either || n.to-n.from < 2 {
		return n.gender
	}
	g, _ := m.names.Given(m.words[n.from].fold)
	return g
}

// agree reports whether two full names with a word in common may be one person's:
// "Joe Biden" and "J. Biden", "Joe Biden" and "Joseph R. Biden", "Mohammed bin
// Salman" and "Mohammed bin Salman Al Saud", but not "Joe Biden" and "Jill Biden".
func (m *merger) agree(n *mention, t *thing) bool {
	if n.gender != gazetteer.Either && t.gender != gazetteer.Either && n.gender != t.gender {
		return false
	}
	words := m.folds[n.from:n.to]
	if within(words, t.words) || within(t.words, words) {
		return true
	}
	last := m.words[m.lastWord(n)].fold
	if last != t.last {
		return false
	}
	return m.sameGiven(words[0], t.words[0])
}

// within reports whether a name is the front or the back of another.
func within(part, whole []string) bool {
	n := len(part)
	return n < len(whole) && (slices.Equal(part, whole[:n]) || slices.Equal(part, whole[len(whole)-n:]))
}

// sameGiven reports whether two given names may be one person's: equal, the
// initial of one, a short form, or another spelling.
func (m *merger) sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.ReplaceAll(a, ".", ""), strings.ReplaceAll(b, ".", "")
	if x == "" || y == "" {
		return false
	}
	if x == y || (len(x) == 1 || len(a) > len(x)) && strings.HasPrefix(y, x[:1]) || (len(y) == 1 || len(b) > len(y)) && strings.HasPrefix(x, y[:1]) {
		return true
	}
	return m.lex.Value(x, lang.ShortName) == y || m.lex.Value(y, lang.ShortName) == x || len(x) > 4 && skeleton(x) == skeleton(y)
}

// skeleton returns what stays of a name when spellings of one sound are made
// equal, as writers of other scripts' names use them: "Zelenskyy", "Zelenskiy" and
// "Zelensky".
func skeleton(fold string) string {
	out := make([]byte, 0, len(fold))
	for i := 0; i < len(fold); i++ {
		c := fold[i]
		switch c {
		case 'y', 'j':
			c = 'i'
		case 'e':
			if i > 0 && i < len(fold)-1 {
				c = 'i' // "Kristen", "Kristin"
			}
		case 'w':
			c = 'v'
		case 'k', 'q':
			c = 'c'
		case 'z':
			c = 's'
		case 'h', '\'', '-', '.':
			continue
		}
		if n := len(out); n > 0 && out[n-1] == c {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

// surname gives the entity of a name of one word: the person of that last name,
// else of that first name, who is named most, if the title does not say otherwise.
func (m *merger) surname(n *mention, at int) int {
	word := m.words[n.from].fold
	if i := m.bearer(n, word, at); i >= 0 {
		return i
	}
	if sound := skeleton(word); len(sound) >= longEnough {
		if i := m.bearer(n, soundKey+sound, at); i >= 0 {
			return i
		}
	}
	if i := m.misspelt(n, word); i >= 0 {
		return i
	}
	name := m.canonical(n)
	return m.add(dateline.Entity{ID: id(dateline.Person, name), Name: name, Label: dateline.Person}, nil, at)
}

// misspelt returns the only person of a full name whose last name differs from a
// long word by one letter of its sound, -1 for none.
func (m *merger) misspelt(n *mention, word string) int {
	sound := skeleton(word)
	if len(sound) < longEnough+2 {
		return -1
	}
	found := -1
	for i := max(0, len(m.all)-4*mostNamesakes); i < len(m.all); i++ {
		t := m.all[i]
		if t.full == 0 || t.last[0] != word[0] || !oneLetter(sound, skeleton(t.last)) || n.gender != gazetteer.Either && t.gender != gazetteer.Either && n.gender != t.gender {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// oneLetter reports whether one text is another with a letter more, less or changed.
func oneLetter(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// bearer returns the most likely person of a key, -1 for none: one whose last name
// it is before one whose first name it is, one named before, the one with most full
// names, and the last of these.
func (m *merger) bearer(n *mention, key string, at int) int {
	best, top := -1, -1
	for _, i := range m.namesakes(key) {
		t := m.all[i]
		if n.gender != gazetteer.Either && t.gender != gazetteer.Either && n.gender != t.gender {
			continue
		}
		rank := min(t.full, 99)
		if t.last == key || strings.HasPrefix(key, soundKey) {
			rank += 200
		}
		if t.first <= at {
			rank += 100
		}
		if rank >= top {
			best, top = i, rank
		}
	}
	return best
}

package entities

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
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
	last, first := m.story.words[m.story.lastWord(n)].fold, m.story.words[n.from].fold
	for _, key := range []string{last, first} {
		for _, i := range m.namesakes(key) {
			if m.agree(n, m.all[i]) {
				n.linked = linkFullName
				m.all[i].relative = m.all[i].relative || m.isDescribed(n)
				return i
			}
		}
	}
	name := m.canonical(n)
	i := m.add(dateline.Entity{ID: id(dateline.Person, name), Name: name, Label: dateline.Person}, nil, at)
	m.known(n, i)
	m.all[i].relative = m.isRelative(n) || m.isPaired(n)
	return i
}

// kinReach is how many words stand at most between the noun for a relative and the name.
const kinReach = 4

// isRelative reports whether a name is introduced as that of somebody's relative: "her brother,
// Peter Voss", "the son of Ezekiel Voss", "Peter Voss, his younger brother,". A surname alone then
// means the other one.
func (m *merger) isRelative(n *mention) bool {
	for i := n.from - 1; i >= max(0, n.from-1-kinReach); i-- {
		w := &m.story.words[i]
		if w.is(lang.Kin) {
			return true
		}
		if w.first || w.text != "," && !w.is(lang.OfWord) && !w.is(lang.Joining) && !w.is(lang.Article) &&
			w.pos != pos.Noun {
			break
		}
	}
	return m.isDescribed(n)
}

// isDescribed reports whether what stands behind a name says whose relative it is: "Maria Voss, the minister's eldest
// daughter,".
func (m *merger) isDescribed(n *mention) bool {
	if n.to+1 >= len(m.story.words) || m.story.words[n.to].text != "," {
		return false
	}
	owned := false
	for i := n.to + 1; i < min(len(m.story.words), n.to+2+2*kinReach) && m.story.words[i].text != ","; i++ {
		w := &m.story.words[i]
		if owned && w.is(lang.Kin) {
			return true
		}
		owned = owned || w.pos == pos.Owner || w.is(lang.Possessive)
	}
	return false
}

// isPaired reports whether a name ends two people of one surname, "Peter and Maria Voss", which alone means neither.
func (m *merger) isPaired(n *mention) bool {
	at := n.from - 1
	if at < 1 || !m.story.words[at].is(lang.Joining) || m.story.words[at].first {
		return false
	}
	w := &m.story.words[at-1]
	_, known := m.story.names.Given(w.fold)
	return known && w.capital && (at < 2 || !m.story.words[at-2].capital || m.story.words[at-1].first)
}

// known notes a person under the last name, the first name and their sound.
func (m *merger) known(n *mention, i int) {
	last, first := m.story.words[m.story.lastWord(n)].fold, m.story.words[n.from].fold
	m.all[i].gender = m.genderOf(n)
	m.all[i].last = last
	m.all[i].words = m.story.folds[n.from:n.to]
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
	g, _ := m.story.names.Given(m.story.words[n.from].fold)
	return g
}

// agree reports whether two full names with a word in common may be one person's:
// "Joe Biden" and "J. Biden", "Joe Biden" and "Joseph R. Biden", "Mohammed bin
// Salman" and "Mohammed bin Salman Al Saud", but not "Joe Biden" and "Jill Biden".
func (m *merger) agree(n *mention, t *thing) bool {
	if n.gender != gazetteer.Either && t.gender != gazetteer.Either && n.gender != t.gender {
		return false
	}
	words := m.story.folds[n.from:n.to]
	if within(words, t.words) || within(t.words, words) {
		return true
	}
	last := m.story.words[m.story.lastWord(n)].fold
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
	if x == y || (len(x) == 1 || len(a) > len(x)) && strings.HasPrefix(y, x[:1]) ||
		(len(y) == 1 || len(b) > len(y)) && strings.HasPrefix(x, y[:1]) {
		return true
	}
	return m.story.lex.Value(x, lang.ShortName) == y || m.story.lex.Value(y, lang.ShortName) == x ||
		len(x) > 4 && skeleton(x) == skeleton(y)
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
	word := m.story.words[n.from].fold
	if i := m.bearer(n, word, at); i >= 0 {
		n.linked = linkOneName
		m.all[i].alone++
		return i
	}
	if sound := skeleton(word); len(sound) >= longEnough {
		if i := m.bearer(n, soundKey+sound, at); i >= 0 {
			n.linked = linkSound
			return i
		}
	}
	if i := m.misspelt(n, word); i >= 0 {
		n.linked = linkMisspelt
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
		if t.full == 0 || t.last[0] != word[0] || !oneLetter(sound, skeleton(t.last)) ||
			n.gender != gazetteer.Either && t.gender != gazetteer.Either && n.gender != t.gender {
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

// noteFull counts a full name, and reads the age behind it: "Ana Voss, 53,".
func (t *thing) noteFull(s *story, n *mention) {
	t.full++
	t.fulls = append(t.fulls, n.from)
	if n.to+1 < len(s.words) && s.words[n.to].text == "," && len(s.words[n.to+1].text) == 2 {
		if age, err := strconv.Atoi(s.words[n.to+1].text); err == nil {
			t.age = max(t.age, age)
		}
	}
}

// What speaks for one of several people of a name, in this order: that it is their last name, that
// they were named before, that they are introduced as a relative of no one, unless the relative
// alone is named not far before, and how often their full name is given.
const (
	rankLast     = 800
	rankBefore   = 400
	rankRecent   = 200
	rankOwn      = 100
	mostFulls    = 99
	recentWords  = 60
	usuallyAlone = 4  // who was called by one name so often is meant by it
	middleAge    = 45 // of whom the story does not say how old they are
	seniorityOff = 2  // how many words before the name "elder" stands at most
)

// bearer returns the most likely person of a key, -1 for none. Of equals the last is meant.
func (m *merger) bearer(n *mention, key string, at int) int {
	best, top := -1, -1
	namesakes := m.namesakes(key)
	lately := slices.ContainsFunc(namesakes, func(i int) bool { // before the relative, who was recent, too
		t := m.all[i]
		return !t.relative && (t.isWithin(n.from, 2*recentWords) || t.alone >= usuallyAlone)
	})
	elder := m.seniority(n)
	for _, i := range namesakes {
		t := m.all[i]
		if n.gender != gazetteer.Either && t.gender != gazetteer.Either && n.gender != t.gender {
			continue
		}
		rank := min(t.full, mostFulls)
		if t.last == key || strings.HasPrefix(key, soundKey) {
			rank += rankLast
		}
		if t.first <= at {
			rank += rankBefore
		}
		switch {
		case elder != 0:
			rank += rankRecent + elder*cmp.Or(t.age, middleAge)
		case !t.relative:
			rank += rankOwn
		case !lately && t.isRecent(n.from):
			rank += rankRecent
		}
		if rank >= top {
			best, top = i, rank
		}
	}
	return best
}

// isRecent reports whether the full name of a person stands not far before a word.
func (t *thing) isRecent(at int) bool { return t.isWithin(at, recentWords) }

// isWithin reports whether the full name of a person stands at most so many words before a word.
func (t *thing) isWithin(at, words int) bool {
	next := sort.SearchInts(t.fulls, at)
	return next > 0 && at-t.fulls[next-1] <= words
}

// seniority is 1 for "the elder Voss", -1 for "the younger Voss", 0 for "Voss".
func (m *merger) seniority(n *mention) int {
	if n.from < seniorityOff || !m.story.words[n.from-seniorityOff].is(lang.Article) {
		return 0
	}
	switch m.story.lex.Value(m.story.folds[n.from-1], lang.Seniority) {
	case "elder":
		return 1
	case "younger":
		return -1
	}
	return 0
}

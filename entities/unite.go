package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
	"github.com/dateline-go/dateline/lang"
)

// uniter ties things together that their names alone kept apart: one text under
// two labels, acronyms with and without periods, a part of an organisation's name
// that stands for the whole.
type uniter struct {
	story  *story
	merger *merger
	to     []int            // for each thing, the one that it is
	by     []string         // for each thing that is another, the rule that says so
	words  [][]string       // for each thing, its longest name, folded
	heads  map[string][]int // organisations and the like by each word of their name
	texts  map[string][]int // things by their name without periods
	// whereabouts are the names that stand where only those of places do.
	whereabouts map[string]bool
}

// unite looks for things that are one, and sets the entity of each mention to the
// one that stays.
func (m *merger) unite(names []mention) {
	n := len(m.all)
	u := uniter{story: m.story, merger: m, to: make([]int, n), by: make([]string, n), words: make([][]string, n),
		heads: map[string][]int{}, texts: map[string][]int{}, whereabouts: m.story.standsWhere(names)}
	count := make([]int, len(m.all))
	for i := range u.to {
		u.to[i] = i
	}
	for i := range names {
		n := &names[i]
		count[n.entity]++
		if len(u.words[n.entity]) < n.to-n.from {
			u.words[n.entity] = m.story.folds[n.from:n.to]
		}
		text := m.canonical(n)
		if n.label == dateline.Person && text != m.all[n.entity].Name {
			continue // a surname may be that of several people
		}
		key := u.key(n)
		if list := u.texts[key]; len(list) < mostNamesakes && !slices.Contains(list, n.entity) {
			u.texts[key] = append(list, n.entity)
		}
	}
	u.indexWords()
	for i := range names {
		n := &names[i]
		u.sameText(n, count)
		if u.to[n.entity] == n.entity {
			if whole, rule := u.whole(n, i); whole >= 0 {
				u.tie(n.entity, whole, rule)
			}
		}
	}
	u.brackets(names)
	for i := range names {
		n := &names[i]
		if rule := u.by[n.entity]; rule != "" {
			n.linked = rule
		}
		n.entity = u.find(n.entity)
	}
}

// indexWords notes which things have a word in their names.
func (u *uniter) indexWords() {
	for i, w := range u.words {
		if len(w) < 2 || u.merger.all[i].Label == dateline.Person || u.merger.all[i].Label == dateline.NORP {
			continue
		}
		if e := u.merger.all[i].entry; e != nil && e.Kind == gazetteer.Seat {
			continue // "the House" is no White House
		}
		for _, f := range w {
			if list := u.heads[f]; len(list) < mostNamesakes && !slices.Contains(list, i) {
				u.heads[f] = append(list, i)
			}
		}
	}
}

// key is the name of a mention without periods and hyphens, with one form of a country before an
// organisation ("U.S. Senate", "United States Senate"), and with the year of an event
// where the story has several of its name.
func (u *uniter) key(n *mention) string {
	name := u.merger.canonical(n)
	if country, words := u.countryBefore(n); words > 0 {
		name = country + " " + u.story.text(n.from+words, n.to)
	}
	return u.merger.years.other(u.merger.story, n) + spellings.Replace(name)
}

// spellings are what one name is written with and without.
var spellings = strings.NewReplacer(".", "", "-", " ")

// longestCountry is how many words the name of a country before another name may have.
const longestCountry = 3

// countryBefore returns the code of the country that the name of an organisation
// begins with, and in how many words.
func (u *uniter) countryBefore(n *mention) (code string, words int) {
	if n.label != dateline.Org || n.entry != nil {
		return "", 0
	}
	for k := min(longestCountry, n.to-n.from-1); k > 0; k-- {
		for e := range u.story.names.Entries(u.story.names.Find(u.story.folds[n.from : n.from+k])) {
			if e.Kind == gazetteer.Country {
				return e.Country, k
			}
			break // only what it means most
		}
	}
	return "", 0
}

// find returns the thing that one is.
func (u *uniter) find(i int) int {
	for u.to[i] != i {
		u.to[i] = u.to[u.to[i]]
		i = u.to[i]
	}
	return i
}

// tie makes one thing another, as a rule says, but for one that the user's names describe.
func (u *uniter) tie(part, whole int, rule string) {
	part, whole = u.find(part), u.find(whole)
	if part != whole && u.merger.all[part].row == nil {
		u.to[part], u.by[part] = whole, rule
	}
}

// sameText ties a thing to the one with the same text that the story names most,
// unless the gazetteer knows one and the other is a person.
func (u *uniter) sameText(n *mention, count []int) {
	list := u.texts[u.key(n)]
	if len(list) < 2 {
		return
	}
	best := -1
	for _, i := range list {
		if i = u.find(i); best < 0 || u.stays(i, best, count) {
			best = i
		}
	}
	for _, i := range list {
		if i = u.find(i); i != best && u.mayBe(i, best) {
			count[best] += count[i]
			u.tie(i, best, linkSameText)
		}
	}
}

// stays reports whether one thing rather than another is what both are: what the
// gazetteer knows, else what is named more, else what is no place, which the
// gazetteer would know.
func (u *uniter) stays(i, j int, count []int) bool {
	if own, other := u.merger.all[i].row != nil, u.merger.all[j].row != nil; own != other {
		return own
	}
	if known, other := u.merger.all[i].entry != nil, u.merger.all[j].entry != nil; known != other {
		return known
	}
	if count[i] != count[j] {
		return count[i] > count[j]
	}
	return !isPlace(u.merger.all[i].Label) && isPlace(u.merger.all[j].Label)
}

func isPlace(l dateline.Label) bool {
	return l == dateline.GPE || l == dateline.Loc || l == dateline.Fac
}

// mayBe reports whether two things of one text may be one.
func (u *uniter) mayBe(i, j int) bool {
	a, b := u.merger.all[i], u.merger.all[j]
	if a.entry != nil && b.entry != nil {
		return false
	}
	person := a.Label == dateline.Person || b.Label == dateline.Person
	return !person || a.entry == nil && b.entry == nil
}

// whole returns the thing that a mention names by a part of its name, and the id of the rule that
// says so, the first that knows one; -1 for none.
func (u *uniter) whole(n *mention, at int) (whole int, id string) {
	for i := range linkRules {
		rule := &linkRules[i]
		if whole := rule.whole(u, n, at); whole >= 0 {
			if rule.relabels {
				n.label = u.merger.all[whole].Label
			}
			return whole, rule.id
		}
	}
	return -1, ""
}

// wholeOfPart returns the one thing whose name holds that of a mention of several words, without what stands around it.
func (u *uniter) wholeOfPart(n *mention, _ int) int {
	if n.to-n.from == 1 || !u.mayBePart(n) {
		return -1
	}
	found := -1
	for _, i := range u.heads[u.words[n.entity][0]] {
		if i == n.entity || !alike(u.merger.all[i].Label, n.label) || !u.isPart(u.words[n.entity], u.words[i]) {
			continue
		}
		if i = u.find(i); found >= 0 && found != i {
			return -1
		}
		found = i
	}
	return found
}

// mayBePart reports whether the name of a mention may be short for that of a body, a building or a work.
func (u *uniter) mayBePart(n *mention) bool {
	if n.label == dateline.Event && u.merger.years[u.story.text(n.from, n.to)] != "" {
		return false
	}
	return n.entry == nil && n.label != dateline.Person && n.label != dateline.GPE && n.label != dateline.Loc
}

// alike reports whether names of two labels may mean one thing.
func alike(a, b dateline.Label) bool {
	return a == b || made(a) && (made(b) || b == dateline.NORP) || a == dateline.Org && b == dateline.NORP
}

// made reports whether a label is that of a thing that somebody made.
func made(l dateline.Label) bool { return l == dateline.Work || l == dateline.Product }

// isPart reports whether a name is another without the place or people before it,
// or without what stands behind "of": "Interior Ministry" of "Greek Interior
// Ministry", "Chamber of Commerce" of "Chamber of Commerce of Oslo".
func (u *uniter) isPart(part, whole []string) bool {
	for at := 0; at+len(part) <= len(whole); at++ {
		if !slices.Equal(part, whole[at:at+len(part)]) {
			continue
		}
		front, back := whole[:at], whole[at+len(part):]
		if n := len(front); n > 1 && u.story.lex.Is(front[n-1], lang.GPEHead) && u.story.names.Find(front).Words != n {
			front = front[:n-1] // "Taipei City"
		}
		if len(front) > 0 && u.story.names.Find(front).Words != len(front) {
			continue
		}
		if len(back) > 0 && back[0] != "," && !u.story.lex.Is(back[0], lang.OrgOf) &&
			!u.story.lex.Is(back[0], lang.Where) && !u.story.lex.Is(back[0], lang.OrgSuffix) {
			continue
		}
		return true
	}
	return false
}

// wholeOfWord returns the thing that one word of its name stands for: its head
// ("the Court"), of which the last named is meant, or its first or last word where
// one thing alone has it.
func (u *uniter) wholeOfWord(n *mention, at int) int {
	if n.to-n.from > 1 || len(u.words[n.entity]) > 1 || !u.mayBePart(n) {
		return -1 // of the second an acronym
	}
	w := &u.merger.story.words[n.from]
	head := w.is(lang.OrgHead)
	if u.isCountry(n) || head && n.label != dateline.Org || !head && u.story.names.Lower(w.fold) > rare {
		return -1
	}
	found := -1
	for _, i := range u.heads[w.fold] {
		words := u.words[i]
		back := words[len(words)-1] == w.fold
		if i == n.entity || !u.mayHold(i, n, back) {
			continue
		}
		if head {
			if u.merger.all[i].first < at {
				found = i
			}
			continue
		}
		if !back && words[0] != w.fold {
			continue
		}
		if i = u.find(i); found >= 0 && found != i {
			return -1
		}
		found = i
	}
	return found
}

// mayHold reports whether the label of a thing lets it be meant by a mention of one word, its last
// one where back is true.
func (u *uniter) mayHold(i int, n *mention, back bool) bool {
	whole := u.merger.all[i].Label
	return alike(whole, n.label) || back && n.label == dateline.Org && made(whole)
}

// isCountry reports whether the first word of a name is that of a country or a group of them.
func (u *uniter) isCountry(n *mention) bool {
	for e := range u.story.names.Entries(u.story.names.Find(u.story.folds[n.from : n.from+1])) {
		if e.Kind == gazetteer.Country || e.Kind == gazetteer.Group {
			return true
		}
	}
	return false
}

package entities

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/gazetteer"
)

// person gives the entity of a full name. Names with the same last word are one
// person when the first words agree: "Joe Biden", "Joseph R. Biden" do not, "J.
// Biden" does.
func (m *merger) person(n *mention, at int) int {
	last := m.words[n.to-1].fold
	for _, i := range m.namesakes(last) {
		if m.agree(n, m.all[i]) {
			return i
		}
	}
	name := m.canonical(n)
	i := m.add(dateline.Entity{ID: id(dateline.Person, name), Name: name, Label: dateline.Person}, nil, at)
	first := m.words[n.from].fold
	m.all[i].gender = m.genderOf(n)
	for _, key := range []string{last, first} {
		if !slices.Contains(m.namesakes(key), i) {
			m.byLast[key] = append(m.byLast[key], i)
		}
	}
	return i
}

// genderOf is what a mention's title and first name say.
func (m *merger) genderOf(n *mention) gazetteer.Gender {
	if n.gender != gazetteer.Either || n.to-n.from < 2 {
		return n.gender
	}
	g, _ := m.names.Given(m.words[n.from].fold)
	return g
}

// agree reports whether two full names with a word in common may be one person's.
func (m *merger) agree(n *mention, t *thing) bool {
	first := m.words[n.from].fold
	other, _, _ := strings.Cut(gazetteer.Fold(t.Name), " ")
	switch {
	case first == other:
		return m.words[n.to-1].fold == gazetteer.Fold(t.Name[strings.LastIndexByte(t.Name, ' ')+1:])
	case len(strings.TrimSuffix(first, ".")) == 1 || len(strings.TrimSuffix(other, ".")) == 1:
		return first[0] == other[0]
	}
	return false
}

// surname gives the entity of a name of one word: the person of that last name
// who was named last, if the title does not say otherwise.
func (m *merger) surname(n *mention, at int) int {
	best := -1
	for _, i := range m.namesakes(m.words[n.from].fold) {
		t := m.all[i]
		if n.gender != gazetteer.Either && t.gender != gazetteer.Either && n.gender != t.gender {
			continue
		}
		if best < 0 || t.first < at {
			best = i
		}
	}
	if best >= 0 {
		return best
	}
	name := m.canonical(n)
	return m.add(dateline.Entity{ID: id(dateline.Person, name), Name: name, Label: dateline.Person}, nil, at)
}


package entities

import (
	"github.com/dateline-go/dateline"

	"github.com/dateline-go/dateline/lang"
	"github.com/dateline-go/dateline/lang/pos"
)

// homes sets the country of bodies that many countries have where the story writes it
// before their name: "Norland's Defence Ministry", "the Norlandic army". A story that
// writes two countries there means two bodies of one name, which it does not tell apart
// elsewhere; such a body gets none. It comes after the story's countries, for which
// the words next to the name have been counted.
func (s *story) homes(all things, names []mention) {
	found := map[int]string{}
	for i := range names {
		m := &names[i]
		if m.label != dateline.Org || all[m.entity].Country != "" || !s.isBody(m) {
			continue
		}
		code := s.homeOf(all, names, i)
		if code == "" {
			continue
		}
		if was, ok := found[m.entity]; ok && was != code {
			code = several
		}
		found[m.entity] = code
	}
	for i, code := range found {
		if code != several {
			all[i].Country = code
		}
	}
}

// several stands for more countries than one.
const several = "*"

// isBody reports whether a name is one that bodies of many countries have, as it is
// made of common words: "Foreign Ministry", "Olympic Committee".
func (s *story) isBody(m *mention) bool {
	last := s.words[m.to-1].fold
	if s.lex.Is(last, lang.StateHead) {
		return true
	}
	if m.to-m.from < 2 || !s.lex.Is(last, lang.OrgHead) {
		return false
	}
	return s.isCommonBody(m)
}

// homeOf returns the country of the place or people that the story writes right
// before a name, "" for none. Behind "of" it is a part of the name.
func (s *story) homeOf(all things, names []mention, i int) string {
	if i == 0 {
		return ""
	}
	m, b := &names[i], &names[i-1]
	if b.to != m.from && (b.to+1 != m.from || !s.words[b.to].pos.Is(pos.Genitive)) {
		return ""
	}
	switch b.label {
	case dateline.GPE, dateline.NORP:
		return all[b.entity].Country
	}
	return ""
}

// Package spoken says which quotes of an article are by somebody who is named in words, for the
// command line and for language models alike.
package spoken

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/dateline-go/dateline"
)

// By returns the quotes of a Document by somebody: an entity by its id, its name or an alias, or a
// speaker who is no entity by what the story calls them. With surnames, a person by the surname alone
// too. Case and accents make no difference.
func By(doc *dateline.Document, speaker string, surnames bool) []*dateline.Quote {
	name := Fold(speaker)
	ids := map[string]bool{}
	for e := range doc.Names() {
		if Is(e, speaker, surnames) {
			ids[e.ID] = true
		}
	}
	by := func(said, entity string) bool {
		return entity != "" && ids[entity] || entity == "" && name != "" && Fold(said) == name
	}
	var list []*dateline.Quote
	for i := range doc.Quotes {
		q := &doc.Quotes[i]
		if by(q.Speaker, q.Entity) ||
			slices.ContainsFunc(q.Speakers, func(s dateline.Speaker) bool { return by(s.Name, s.Entity) }) {
			list = append(list, q)
		}
	}
	return list
}

// Is reports whether an entity is called so: by its id, its name or an alias; with surnames, a
// person by the surname alone too.
func Is(e *dateline.Entity, name string, surnames bool) bool {
	if e.ID == strings.TrimSpace(name) {
		return true
	}
	name = Fold(name)
	called := func(s string) bool {
		s = Fold(s)
		return s == name || surnames && e.Label == dateline.Person && strings.HasSuffix(s, " "+name)
	}
	return name != "" && (called(e.Name) || slices.ContainsFunc(e.Aliases, called))
}

// Fold is the form in which names are compared: without case and accents.
func Fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(strings.Join(strings.Fields(name), " "))))
}

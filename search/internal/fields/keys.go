package fields

import (
	"iter"
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search/internal/words"
)

// The kinds of key.
const (
	Country      = "country"
	Person       = "person"
	Organisation = "org"
	Place        = "place"
	OtherName    = "name" // of entities that are neither of the three
	Section      = "section"
	Site         = "site"
	Author       = "author"
	Language     = "lang"
	ID           = "id" // of entities, in whatever system
)

// Key is the term by which a name or code is found: its kind, then the value in
// lower case without accents, its spaces as one.
func Key(kind, value string) string { return kind + ":" + Fold(value) }

// ExactKey is the term by which a name is found in its own case and accents.
func ExactKey(kind, value string) string {
	return kind + "=" + strings.Join(strings.Fields(value), " ")
}

// Fold is the form in which names are compared.
func Fold(value string) string {
	return words.Fold(strings.ToLower(strings.Join(strings.Fields(value), " ")))
}

// KindOf says which kind of name an entity of a label has.
func KindOf(l dateline.Label) string {
	switch l {
	case dateline.Person:
		return Person
	case dateline.Org:
		return Organisation
	case dateline.GPE, dateline.Loc, dateline.Fac:
		return Place
	}
	return OtherName
}

// mostNames is how many names of a Document are indexed: a page of nothing but names, a
// million of bytes long, has ninety thousand, and each is several terms.
const mostNames = 8192

// Indexed returns the names of a Document that are indexed, the most salient first.
func Indexed(doc *dateline.Document) iter.Seq[*dateline.Entity] {
	return func(yield func(*dateline.Entity) bool) {
		n := 0
		for e := range doc.Names() {
			if n++; n > mostNames || !yield(e) {
				return
			}
		}
	}
}

// Keys returns the terms under which a Document's names and codes are found. Some
// may stand there twice.
func Keys(doc *dateline.Document) []string {
	var keys []string
	add := func(kind, value string) {
		if value != "" {
			keys = append(keys, Key(kind, value))
		}
	}
	for e := range Indexed(doc) {
		kind := KindOf(e.Label)
		add(kind, e.ID)
		add(ID, e.ID)
		for _, id := range e.IDs {
			add(ID, id)
		}
		for i := -1; i < len(e.Aliases); i++ {
			name := e.Name
			if i >= 0 {
				name = e.Aliases[i]
			}
			if name != "" {
				keys = append(keys, Key(kind, name), ExactKey(kind, name))
			}
		}
	}
	for _, c := range doc.Countries {
		add(Country, c.Code)
	}
	add(Section, doc.Section)
	add(Site, doc.Site)
	for _, a := range doc.Byline {
		add(Author, a.Name)
	}
	add(Language, doc.Language)
	if base, _, ok := strings.Cut(doc.Language, "-"); ok {
		add(Language, base)
	}
	return keys
}

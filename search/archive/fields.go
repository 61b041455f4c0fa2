package archive

import (
	"strings"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/words"
)

// The fields of the index. The mapping is static: a document has these and no others.
const (
	fieldBody       = "body" // the whole story, headline and all
	fieldHeadline   = "headline"
	fieldDek        = "dek" // kicker and dek
	fieldHeadings   = "headings"
	fieldNames      = "names"      // the canonical names of entities
	fieldKeyphrases = "keyphrases" // their words

	fieldForms      = "forms" // words of the story before stemming, for beginnings of words
	fieldTitleForms = "titleforms"
	fieldKeys       = "keys"     // names and codes to filter by, see key
	fieldEntities   = "entities" // entity ids
	fieldPhrases    = "phrases"  // keyphrases, each as one term
	fieldPublished  = "published"
	fieldStored     = "document"
)

// scored are the fields that ranking reads, in the order of lengths.
var scored = [...]string{fieldBody, fieldHeadline, fieldDek, fieldHeadings, fieldNames, fieldKeyphrases}

// lengths is how many terms a document has in each scored field; summed up over
// documents, it gives the average lengths that ranking needs.
type lengths [len(scored)]int

// key is the term by which a name or code is filtered: the field, then the value
// in lower case without accents, its spaces as one.
func key(f search.Field, value string) string {
	return string(f) + ":" + words.Fold(strings.ToLower(strings.Join(strings.Fields(value), " ")))
}

// fieldOf says which names an entity of a label is filtered by, "" for none.
func fieldOf(l dateline.Label) search.Field {
	switch l {
	case dateline.Person:
		return search.Person
	case dateline.Org:
		return search.Organisation
	case dateline.GPE, dateline.Loc, dateline.Fac:
		return search.Place
	}
	return search.Everywhere
}

// facetOf is the facet of a field of names.
var facetOf = map[search.Field]string{search.Person: "people", search.Organisation: "organisations", search.Place: "places"}

// keysOf returns the terms that a document is filtered by.
func keysOf(doc *dateline.Document) []string {
	var keys []string
	add := func(f search.Field, value string) {
		if value != "" {
			keys = append(keys, key(f, value))
		}
	}
	for _, e := range doc.Entities {
		if f := fieldOf(e.Label); f != search.Everywhere {
			add(f, e.ID)
			add(f, e.Name)
			for _, a := range e.Aliases {
				add(f, a)
			}
		}
	}
	for _, c := range doc.Countries {
		add(search.ByCountry, c.Code)
	}
	add(search.InSection, doc.Section)
	add(search.OnSite, doc.Site)
	for _, a := range doc.Byline {
		add(search.ByAuthor, a.Name)
	}
	add(search.InLanguage, doc.Language)
	if base, _, ok := strings.Cut(doc.Language, "-"); ok {
		add(search.InLanguage, base)
	}
	return keys
}

// facetsOf returns the values that a document is counted under, by facet.
func facetsOf(doc *dateline.Document) map[string][]string {
	f := map[string][]string{}
	add := func(name, value string) {
		if value != "" {
			f[name] = append(f[name], value)
		}
	}
	for _, e := range doc.Entities {
		if name := facetOf[fieldOf(e.Label)]; name != "" {
			add(name, e.Name)
		}
	}
	for _, c := range doc.Countries {
		add("countries", c.Code)
	}
	add("section", doc.Section)
	add("site", doc.Site)
	for _, a := range doc.Byline {
		add("author", a.Name)
	}
	add("language", doc.Language)
	if !doc.Published.IsZero() {
		add("month", doc.Published.Time.UTC().Format("2006-01"))
	}
	return f
}

// moment is the term of a date: seconds in ten groups of seven bits, so that
// terms sort as dates do and no byte is bleve's separator.
func moment(unix int64) string {
	n := uint64(unix) ^ 1<<63
	var b [10]byte
	for i := range b {
		b[i] = byte(n >> (63 - 7*i) & 0x7f)
	}
	return string(b[:])
}

// unixOf reads a term of moment.
func unixOf(term []byte) int64 {
	var n uint64
	for _, c := range term {
		n = n<<7 | uint64(c)
	}
	return int64(n ^ 1<<63)
}

package opensearch

import (
	"unicode/utf8"

	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// standing makes the query under which the percolator keeps an alert. It finds
// every document that the alert matches, and now and then one more, which the
// alert itself is then asked about: a beginning or a fuzzy word of a part of the
// story is looked for in the whole story, since which words begin so is only known
// of an archive, not of the documents to come.
func standing(q search.Query) object {
	f := finder{languages: words.Languages(), standing: true}
	found, _ := f.all(q.Where().All, false) // which asks the cluster nothing
	return found
}

// leastFuzzy is how many letters a fuzzy word has for which Lucene's own measure
// is asked; of shorter ones the first letter, which must be right, is enough.
const leastFuzzy = 5

// standingForms finds what may have one of the forms that a clause stands for.
func (f *finder) standingForms(c search.Clause, scope fields.Scope, form string) object {
	switch {
	case c.Fuzzy > 0:
		return f.standingFuzzy(scope.Forms, "", form, c.Fuzzy)
	case scope.Stems && f.negated:
		return none
	}
	return object{"prefix": object{scope.Forms: object{"value": form}}}
}

// standingFuzzy finds what may have a term within n changes of a text, all of
// whose terms begin with kind. Under a not it finds nothing, so that the whole
// finds too much rather than too little.
func (f *finder) standingFuzzy(field, kind, text string, n int) object {
	if f.negated {
		return none
	}
	if utf8.RuneCountInString(text) < leastFuzzy {
		_, size := utf8.DecodeRuneInString(text)
		return object{"prefix": object{field: object{"value": kind + text[:size]}}}
	}
	return object{"fuzzy": object{field: object{"value": kind + text, "fuzziness": n,
		"prefix_length": utf8.RuneCountInString(kind) + 1, "max_expansions": search.MaxExpansions}}}
}

package opensearch

import (
	"strings"
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

// A query of Lucene has at most 1,024 clauses. One is kept free for each leaf of an
// alert whose own do not fit, and one for its not.
const (
	maxStanding = 1024 - 2*search.MaxClauses
	// maxExact is how many are asked for before words in a row are looked for in
	// whatever language and order: those of a phrase are as many as it has words in all
	// languages.
	maxExact = maxStanding / 2
)

// affords reports whether a query has at most n clauses with what a leaf asks for.
func (f *finder) affords(leaf object, n int) bool { return f.asked+clausesOf(leaf) <= n }

// clausesOf counts the clauses of a query as Lucene does: one for each part that is
// not made of others, and one for each word of a phrase.
func clausesOf(query object) int {
	n := 1
	if b, ok := query["bool"].(object); ok {
		n = 0
		for _, key := range []string{"filter", "should"} {
			list, _ := b[key].([]object)
			for _, inner := range list {
				n += clausesOf(inner)
			}
		}
	}
	phrase, _ := query["match_phrase"].(object)
	for _, of := range phrase {
		text, _ := of.(object)["query"].(string)
		n = max(n, len(strings.Fields(text)))
	}
	return n
}

// unknown stands for a leaf that is too much for the query: the whole then finds too
// much rather than too little.
func (f *finder) unknown() object {
	if f.negated {
		return none
	}
	return everything
}

// loosely finds what has all words of a leaf, each in whatever language, and where a
// language passes over a word, without it.
func (f *finder) loosely(c search.Clause, readings []words.Reading, scope fields.Scope) object {
	if f.negated {
		return none
	}
	var list []object
	for i := range readings[0].Words {
		var terms []string
		for _, r := range readings {
			if w := r.Words[i]; w.Term != "" && !w.Weak {
				terms = append(terms, w.Term)
			}
		}
		if len(terms) == len(readings) {
			list = append(list, oneOf(termsOf(c.Field, scope), terms))
		}
	}
	if len(list) == 0 {
		return everything
	}
	return both(list...)
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

package search

import (
	"strings"

	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// condition is a Clause made ready to be looked for in Documents. It is only
// read once it is made.
type condition struct {
	Clause
	any, all []condition

	// Of a leaf that looks for words: where, and what.
	scope fields.Scope
	words []words.Word // of a phrase
	terms []string
	// joined is what two words are that a hyphen ties, without it: it is enough alone.
	joined string
	form   string // of a beginning or a fuzzy word

	// Of a leaf that looks for names: the keys, or for a beginning or a fuzzy name
	// the kinds of key and the name's form.
	keys  []string
	kinds []string
	name  string
}

// compile makes a tree ready for Documents of a language. Its clauses must be valid.
func compile(c Clause, l *words.Language) condition {
	k := condition{Clause: c}
	for _, inner := range c.Any {
		k.any = append(k.any, compile(inner, l))
	}
	for _, inner := range c.All {
		k.all = append(k.all, compile(inner, l))
	}
	switch {
	case !c.IsLeaf() || c.Field == Published || k.isEmpty():
	case !c.Field.HasWords():
		k.named()
	case c.Match == Prefix || c.Fuzzy > 0:
		k.scope = fields.ScopeOf(string(c.Field))
		if ws := readIn(c.Text, l).Words; len(ws) > 0 {
			k.form = ws[0].Form
		}
	default:
		k.scope = fields.ScopeOf(string(c.Field))
		r := readIn(c.Text, l)
		k.words, k.terms = r.Phrase(), words.Distinct(r.Words, MaxTerms)
		if c.Match == AnyWord {
			k.terms = r.Any(MaxTerms)
		} else {
			k.joined = r.Joined()
		}
	}
	return k
}

// readIn returns a text as a language reads it in an archive of that language alone.
func readIn(text string, l *words.Language) words.Reading {
	languages := []*words.Language{words.English}
	if l != words.English {
		languages = append(languages, l)
	}
	return words.Read(text, languages)[len(languages)-1]
}

// named makes a leaf ready that looks for names or codes.
func (k *condition) named() {
	k.name = fields.Fold(k.Text)
	for _, kind := range fields.KindsOf(string(k.Field)) {
		switch {
		case k.Match == Exact:
			k.keys = append(k.keys, fields.ExactKey(kind, k.Text))
		case k.Match == Prefix || k.Fuzzy > 0:
			k.kinds = append(k.kinds, fields.Key(kind, ""))
		default:
			k.keys = append(k.keys, fields.Key(kind, k.Text))
		}
	}
}

// isEmpty reports whether the condition is an empty tree, which asks for nothing.
func (k *condition) isEmpty() bool { return k.IsLeaf() && k.Text == "" && k.Field != Published }

// isPhrase reports whether the words of a leaf must follow each other.
func (k *condition) isPhrase() bool { return k.Match == Phrase && len(k.words) > 1 }

// expands reports whether a leaf stands for more words or names than its own.
func (k *condition) expands() bool { return k.Match == Prefix || k.Fuzzy > 0 }

// fits reports whether a word or name, in the form in which those are compared,
// is one that a leaf stands for.
func (k *condition) fits(form, of string) bool {
	if k.Fuzzy > 0 {
		return words.Near(of, form, k.Fuzzy)
	}
	return strings.HasPrefix(form, of)
}

// leaves calls visit for each leaf that is not negated, and neither is a bracket
// around it.
func (k *condition) leaves(visit func(*condition)) {
	if k.Not || k.isEmpty() {
		return
	}
	if k.IsLeaf() {
		visit(k)
	}
	for i := range k.any {
		k.any[i].leaves(visit)
	}
	for i := range k.all {
		k.all[i].leaves(visit)
	}
}

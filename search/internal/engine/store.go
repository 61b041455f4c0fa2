package engine

import (
	"cmp"
	"context"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/words"
)

// The logical fields that a [Dictionary] is asked for, besides fields.Forms and
// fields.TitleForms. A store knows them by its own names.
const (
	// Ranked holds the stems that ranking reads: those of the story, of names and
	// of keyphrases.
	Ranked = "ranked"
	// Keys holds names and codes, see fields.Keys, and Phrases the keyphrases, each
	// as one term.
	Keys    = "keys"
	Phrases = "phrases"
)

// Expansion is a term of a field and how many documents have it.
type Expansion struct {
	Term  string
	Count int
}

// OftenFirst orders expansions: the most frequent first, then by term.
func OftenFirst(a, b Expansion) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Term, b.Term))
}

// Dictionary knows the terms of a store's fields.
type Dictionary interface {
	// Languages returns the languages that the store has documents in, English first.
	Languages(ctx context.Context) ([]*words.Language, error)
	// Frequencies returns how many documents have each of some terms in a field,
	// and how many documents there are.
	Frequencies(ctx context.Context, field string, terms []string) (counts []int, documents int, err error)
	// Beginning returns the terms of a field that begin so, the most frequent
	// first, at most n.
	Beginning(ctx context.Context, field, prefix string, n int) ([]Expansion, error)
	// Near returns the terms of a field, all of which begin with kind, whose rest
	// is within some changes of a text. The error is [search.ErrQuery] where too
	// many would have to be looked at.
	Near(ctx context.Context, field, kind, text string, changes int) ([]Expansion, error)
}

// Counter counts what a query finds.
type Counter interface {
	Total(ctx context.Context, q search.Query) (int, error)
}

// Bearer is a document that has a term, and how many have it.
type Bearer struct {
	Document *dateline.Document // nil where there is none, or Written is known
	Count    int
	// Known says that Written is what was once given to Remember for the term and the document,
	// which is nil for a store that remembers nothing.
	Known    bool
	Written  string
	Remember func(written string)
}

// Library finds documents by single terms.
type Library interface {
	// First returns, for each term of a list, the first document that has it.
	First(ctx context.Context, terms []FieldTerm) ([]Bearer, error)
}

// FieldTerm is a term of a field.
type FieldTerm struct{ Field, Term string }

// Copies finds documents that share marks.
type Copies interface {
	// Sharing returns the profiles of the documents that share the most of some
	// marks, each of them least of them or more, at most n.
	Sharing(ctx context.Context, marks []string, least, n int) ([]*search.Profile, error)
}

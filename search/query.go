package search

import (
	"errors"
	"fmt"
	"slices"
	"time"
)

// ErrQuery is what every error about a query wraps: one that [Parse] does not
// understand and one that [Query.Validate] refuses.
var ErrQuery = errors.New("search: query")

// The bounds of a query. They keep a hostile one cheap.
const (
	// MaxLength is the longest text of a query in bytes.
	MaxLength = 16 << 10
	// MaxClauses is how many clauses and filter values a query may have together.
	MaxClauses = 64
	// MaxWindow is the highest Offset + Limit.
	MaxWindow = 10_000
)

// Query says what is looked for. All of its parts must hold, and an empty part
// asks for nothing: the zero Query finds every article. It is plain data, safe to
// copy and to keep as JSON.
type Query struct {
	// Text holds plain words, never read as query language. Any of them may
	// match; articles that hold more of them, rarer ones, and in better places come
	// first.
	Text string `json:"text,omitempty"`
	// Clauses are what the query language adds to words.
	Clauses []Clause `json:"clauses,omitempty"`

	// Countries are ISO 3166-1 alpha-2 codes, in capitals. An article must have
	// each of them.
	Countries []string `json:"countries,omitempty"`
	// People, Organisations and Places are names, in any case, or entity IDs. An
	// article must have each of them, under any alias that it gives.
	People        []string `json:"people,omitempty"`
	Organisations []string `json:"organisations,omitempty"`
	Places        []string `json:"places,omitempty"`
	// Sections, Sites, Authors and Languages are compared without case. An article
	// must have one of them. The language "en" finds "en-GB" too.
	Sections  []string `json:"sections,omitempty"`
	Sites     []string `json:"sites,omitempty"`
	Authors   []string `json:"authors,omitempty"`
	Languages []string `json:"languages,omitempty"`
	// After is the first moment of publication, Before the one after the last:
	// After <= published < Before. Zero sets no bound; otherwise an article
	// without a date is not found.
	After  time.Time `json:"after,omitzero"`
	Before time.Time `json:"before,omitzero"`

	// Sort is the order of the hits, [Relevance] by default.
	Sort Sort `json:"sort,omitempty"`
	// Limit is how many hits are wanted: 0 means 10, negative none (the total and
	// the facets only). Offset is how many to leave out before them.
	Limit  int `json:"limit,omitempty"`
	Offset int `json:"offset,omitempty"`
	// Fragments is how many fragments each hit may have: 0 means 2, negative none.
	Fragments int `json:"fragments,omitempty"`
	// Facets asks for the counts in Results.Facets.
	Facets bool `json:"facets,omitempty"`
	// Documents asks for the whole Document with each hit.
	Documents bool `json:"documents,omitempty"`
}

// Sort is an order of hits.
type Sort string

// The orders. Where two hits are equal in one of them, the newer comes first,
// then the lower id.
const (
	Relevance Sort = ""
	Newest    Sort = "newest" // by date of publication, those without one last
	Oldest    Sort = "oldest" // the other way round, those without a date last too
)

// Field is where a [Clause] looks.
type Field string

// The fields. The first two hold words, the others whole names or codes.
const (
	Everywhere   Field = ""
	Title        Field = "title"
	ByCountry    Field = "country"
	Person       Field = "person"
	Organisation Field = "org"
	Place        Field = "place"
	InSection    Field = "section"
	OnSite       Field = "site"
	ByAuthor     Field = "author"
	InLanguage   Field = "lang"
)

// Match is how a [Clause] compares.
type Match string

// The ways to compare.
const (
	Word   Match = ""       // each of the words, in any order and place
	Phrase Match = "phrase" // the words in this order, next to each other
	Prefix Match = "prefix" // a word that begins so
)

// Clause is one condition. Those of a query must all hold.
type Clause struct {
	// Field is where to look.
	Field Field `json:"field,omitempty"`
	// Match is how; names and codes are compared whole, with [Word].
	Match Match `json:"match,omitempty"`
	// Text is what to look for.
	Text string `json:"text"`
	// Not says that an article must not have it.
	Not bool `json:"not,omitempty"`
}

// words reports whether the field holds words rather than whole names.
func (f Field) words() bool { return f == Everywhere || f == Title }

// filters returns the fields of names with the query's values for them, in the
// order in which String writes them.
func (q *Query) filters() []filter {
	return []filter{
		{ByCountry, &q.Countries}, {Person, &q.People}, {Organisation, &q.Organisations}, {Place, &q.Places},
		{InSection, &q.Sections}, {OnSite, &q.Sites}, {ByAuthor, &q.Authors}, {InLanguage, &q.Languages},
	}
}

// filter is a field of names and a query's values for it.
type filter struct {
	field  Field
	values *[]string
}

// Validate checks the query's bounds and values. The error wraps [ErrQuery] and
// says which part is wrong.
func (q Query) Validate() error {
	if len(q.Text) > MaxLength {
		return fmt.Errorf("%w: text of %d bytes is longer than %d", ErrQuery, len(q.Text), MaxLength)
	}
	n := len(q.Clauses)
	for _, f := range q.filters() {
		n += len(*f.values)
		for _, v := range *f.values {
			if err := f.field.check(v); err != nil {
				return err
			}
		}
	}
	if n > MaxClauses {
		return fmt.Errorf("%w: %d clauses are more than %d", ErrQuery, n, MaxClauses)
	}
	for _, c := range q.Clauses {
		if err := c.validate(); err != nil {
			return err
		}
	}
	switch q.Sort {
	case Relevance, Newest, Oldest:
	default:
		return fmt.Errorf("%w: unknown order %q", ErrQuery, q.Sort)
	}
	if !q.After.IsZero() && !q.Before.IsZero() && !q.After.Before(q.Before) {
		return fmt.Errorf("%w: after %s is not before %s", ErrQuery, day(q.After), day(q.Before))
	}
	if q.Offset < 0 || q.Limit > MaxWindow || q.Offset > MaxWindow || q.Offset+q.Limit > MaxWindow {
		return fmt.Errorf("%w: offset %d and limit %d are not within 0 and %d", ErrQuery, q.Offset, q.Limit, MaxWindow)
	}
	return nil
}

func (c Clause) validate() error {
	known := slices.Contains([]Field{Everywhere, Title}, c.Field)
	for _, f := range (&Query{}).filters() {
		known = known || f.field == c.Field
	}
	switch {
	case !known:
		return fmt.Errorf("%w: unknown field %q", ErrQuery, c.Field)
	case c.Match != Word && c.Match != Phrase && c.Match != Prefix:
		return fmt.Errorf("%w: unknown match %q", ErrQuery, c.Match)
	case c.Match != Word && !c.Field.words():
		return fmt.Errorf("%w: %s:%s: %s is for words and titles", ErrQuery, c.Field, c.Text, c.Match)
	case len(c.Text) > MaxLength:
		return fmt.Errorf("%w: clause of %d bytes is longer than %d", ErrQuery, len(c.Text), MaxLength)
	case c.Match == Prefix && shorterThan(c.Text, 2):
		return fmt.Errorf("%w: %s*: a beginning of a word needs two letters at least", ErrQuery, c.Text)
	}
	return c.Field.check(c.Text)
}

// check checks one value of a field.
func (f Field) check(value string) error {
	if value == "" {
		return fmt.Errorf("%w: %s: needs a value", ErrQuery, f)
	}
	if f == ByCountry && !(len(value) == 2 && 'A' <= value[0] && value[0] <= 'Z' && 'A' <= value[1] && value[1] <= 'Z') {
		return fmt.Errorf("%w: country:%s: not an ISO 3166-1 alpha-2 code such as RU", ErrQuery, value)
	}
	return nil
}

// shorterThan reports whether s has fewer than n runes.
func shorterThan(s string, n int) bool {
	for range s {
		n--
	}
	return n > 0
}

package search

import (
	"errors"
	"fmt"
	"time"
	"unicode/utf8"
)

// ErrQuery is what every error about a query wraps: one that [Parse] does not
// understand and one that [Query.Validate] refuses.
var ErrQuery = errors.New("search: query")

// The bounds of a query. They keep a hostile one cheap.
const (
	// MaxLength is the longest text of a query in bytes.
	MaxLength = 16 << 10
	// MaxTerms is how many different words of Text are looked up; the rest of a
	// longer text are left out.
	MaxTerms = 256
	// MaxClauses is how many leaves and filter values a query may have together.
	MaxClauses = 256
	// MaxDepth is how deep brackets may stand in each other.
	MaxDepth = 16
	// MaxExpansions is how many words all the beginnings and fuzzy words of a query
	// may stand for together in an archive, which refuses what is more. In dek,
	// heading, body, quote and keyphrase each counts four times.
	MaxExpansions = 4096
	// MaxWindow is the highest Offset + Limit; [Query.Cursor] goes beyond.
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
	// Clauses are what the query language adds to words. All must hold.
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
	// After <= published < Before, in whole seconds. Zero sets no bound; otherwise
	// an article without a date is not found.
	After  time.Time `json:"after,omitzero"`
	Before time.Time `json:"before,omitzero"`

	// Sort is the order of the hits, [Relevance] by default.
	Sort Sort `json:"sort,omitempty"`
	// HalfLife is the age at which a score counts half with [Blend]: 0 means 30
	// days. Other orders do not use it.
	HalfLife time.Duration `json:"halflife,omitempty"`
	// Limit is how many hits are wanted: 0 means 10, negative none (the total and
	// the facets only). Offset is how many to leave out before them.
	Limit  int `json:"limit,omitempty"`
	Offset int `json:"offset,omitempty"`
	// Cursor is the [Results.Next] of the same query: the hits after that page are
	// wanted. It goes with no Offset.
	Cursor string `json:"cursor,omitempty"`
	// Fragments is how many fragments each hit may have: 0 means 2, negative none.
	Fragments int `json:"fragments,omitempty"`
	// Facets asks for the counts in Results.Facets.
	Facets bool `json:"facets,omitempty"`
	// Documents asks for the whole Document with each hit.
	Documents bool `json:"documents,omitempty"`
	// Explain asks for the parts of each hit's score.
	Explain bool `json:"explain,omitempty"`
	// Feedback adds to the words of the query those that its best hits have in
	// common ("pseudo-relevance feedback"). It finds more articles about the same,
	// those too that hold none of the query's own words, and costs two searches. It is
	// for questions that many articles answer: where one or two do, it ranks them lower.
	Feedback bool `json:"feedback,omitempty"`
	// Corrections asks for Results.DidYouMean.
	Corrections bool `json:"corrections,omitempty"`
}

// Sort is an order of hits.
type Sort string

// The orders. Where two hits are equal in one of them, the newer comes first,
// then the lower id.
const (
	Relevance Sort = ""
	Newest    Sort = "newest" // by date of publication, those without one last
	Oldest    Sort = "oldest" // the other way round, those without a date last too
	// Blend is by score times 2^(-age/HalfLife): of two articles that answer as
	// well, one that is older by the half-life counts half. Those without a date
	// come last.
	Blend Sort = "blend"
)

// DefaultHalfLife is the half-life of [Blend] where a query sets none.
const DefaultHalfLife = 30 * 24 * time.Hour

// filters returns the fields of names with the query's values for them, in the
// order in which String writes them.
func (q *Query) filters() []filter {
	return []filter{
		{ByCountry, &q.Countries, false}, {Person, &q.People, false}, {Organisation, &q.Organisations, false},
		{Place, &q.Places, false}, {InSection, &q.Sections, true}, {OnSite, &q.Sites, true}, {ByAuthor, &q.Authors, true},
		{InLanguage, &q.Languages, true},
	}
}

// filter is a field of names and a query's values for it.
type filter struct {
	field  Field
	values *[]string
	any    bool // one of the values is enough
}

// Where returns all that the query asks for as one tree of clauses, for engines
// and others who walk it: Text as an [AnyWord], which may have no word that is
// looked up and then finds nothing, then the Clauses, the names and the dates.
// An empty tree finds everything. What Sort, Limit and the rest say is not in it.
func (q Query) Where() Clause {
	var all []Clause
	if q.Text != "" {
		all = append(all, Clause{Match: AnyWord, Text: q.Text})
	}
	all = append(all, q.Clauses...)
	for _, f := range q.filters() {
		var leaves []Clause
		for _, v := range *f.values {
			leaves = append(leaves, Clause{Field: f.field, Text: v})
		}
		if f.any && len(leaves) > 1 {
			leaves = []Clause{{Any: leaves}}
		}
		all = append(all, leaves...)
	}
	if !q.After.IsZero() || !q.Before.IsZero() {
		all = append(all, Clause{Field: Published, After: q.After, Before: q.Before})
	}
	return Clause{All: all}
}

// Validate checks the query's bounds and values. The error wraps [ErrQuery] and
// says which part is wrong.
func (q Query) Validate() error {
	if err := q.validate(); err != nil {
		return fmt.Errorf("%w: %w", ErrQuery, err)
	}
	return nil
}

func (q Query) validate() error {
	if len(q.Text) > MaxLength {
		return fmt.Errorf("text of %d bytes is longer than %d", len(q.Text), MaxLength)
	}
	if !utf8.ValidString(q.Text) {
		return errors.New("text is not UTF-8")
	}
	n := 0
	for _, c := range q.Clauses {
		if err := c.validate(MaxDepth); err != nil {
			return err
		}
		n += c.leaves()
	}
	for _, f := range q.filters() {
		n += len(*f.values)
		for _, v := range *f.values {
			if err := (Clause{Field: f.field, Text: v}).leaf(); err != nil {
				return err
			}
		}
	}
	if n > MaxClauses {
		return fmt.Errorf("%d clauses are more than %d", n, MaxClauses)
	}
	switch q.Sort {
	case Relevance, Newest, Oldest, Blend:
	default:
		return fmt.Errorf("unknown order %.40q", q.Sort)
	}
	if err := checkRange(q.After, q.Before); err != nil {
		return err
	}
	switch {
	case q.HalfLife < 0:
		return fmt.Errorf("half-life %s is negative", q.HalfLife)
	case q.Offset < 0 || q.Limit > MaxWindow || q.Offset > MaxWindow || q.Offset+q.Limit > MaxWindow:
		return fmt.Errorf("offset %d and limit %d are not within 0 and %d", q.Offset, q.Limit, MaxWindow)
	case q.Cursor != "" && q.Offset > 0:
		return fmt.Errorf("offset %d beside a cursor", q.Offset)
	}
	return nil
}

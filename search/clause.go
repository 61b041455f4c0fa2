package search

import (
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// Clause is one condition, or some that are joined: with Any or All it is a
// bracket and has nothing else but Not, without them it is a leaf. A leaf looks
// for Text in Field in the way of Match.
type Clause struct {
	// Field is where to look.
	Field Field `json:"field,omitempty"`
	// Match is how.
	Match Match `json:"match,omitempty"`
	// Text is what to look for.
	Text string `json:"text,omitempty"`
	// Fuzzy is how many letters of a [Word] may be wrong, missing, too many or
	// swapped with their neighbour, 0 to 2. The first letter must be right. A name
	// is compared whole.
	Fuzzy int `json:"fuzzy,omitempty"`
	// After and Before are the bounds of [Published], as in [Query].
	After  time.Time `json:"after,omitzero"`
	Before time.Time `json:"before,omitzero"`

	// Any are conditions of which one must hold, All those which all must.
	Any []Clause `json:"any,omitempty"`
	All []Clause `json:"all,omitempty"`

	// Not says that an article must not have it.
	Not bool `json:"not,omitempty"`
}

// Field is where a [Clause] looks.
type Field string

// The fields that hold words.
const (
	Everywhere  Field = ""          // the story with its headline, kicker and dek
	Title       Field = "title"     // the headline
	Dek         Field = "dek"       // the kicker and the dek
	Heading     Field = "heading"   // the headings in the story
	Body        Field = "body"      // the story without headline, kicker and dek
	InQuote     Field = "quote"     // what somebody is quoted with
	InKeyphrase Field = "keyphrase" // the keyphrases
)

// The fields that hold whole names and codes, and the one that holds the date.
const (
	ByCountry    Field = "country"
	Person       Field = "person"
	Organisation Field = "org"
	Place        Field = "place"
	Named        Field = "name" // an entity of any label
	ByID         Field = "id"   // an entity by [dateline.Entity.ID] or one of its IDs
	InSection    Field = "section"
	OnSite       Field = "site"
	ByAuthor     Field = "author"
	InLanguage   Field = "lang"
	Published    Field = "date"
)

// kind is what a field holds.
type kind int

const (
	unknown kind = iota
	ofWords
	ofNames  // of entities, with the aliases that the story gives them
	ofValues // other names
	ofCodes
	ofDates
)

var kinds = map[Field]kind{
	Everywhere: ofWords, Title: ofWords, Dek: ofWords, Heading: ofWords,
	Body: ofWords, InQuote: ofWords, InKeyphrase: ofWords,
	Person: ofNames, Organisation: ofNames, Place: ofNames, Named: ofNames,
	InSection: ofValues, OnSite: ofValues, ByAuthor: ofValues,
	ByID: ofCodes, ByCountry: ofCodes, InLanguage: ofCodes, Published: ofDates,
}

// HasWords reports whether the field holds words, which are compared by their
// stems, rather than whole names, codes or dates.
func (f Field) HasWords() bool { return kinds[f] == ofWords }

// Match is how a [Clause] compares.
type Match string

// The ways to compare. Names and codes are compared whole, without case and
// accents but for [Exact].
const (
	Word    Match = ""       // each of the words, in any order and place; a whole name
	AnyWord Match = "any"    // one of the words at least
	Phrase  Match = "phrase" // the words in this order, next to each other
	Prefix  Match = "prefix" // a word, or a name, that begins so
	Exact   Match = "exact"  // a name in its own case and accents
)

// IsLeaf reports whether the clause is a leaf rather than a bracket.
func (c Clause) IsLeaf() bool { return len(c.Any)+len(c.All) == 0 }

// leaves returns the number of leaves in the clause.
func (c Clause) leaves() int {
	if c.IsLeaf() {
		return 1
	}
	n := 0
	for _, k := range slices.Concat(c.Any, c.All) {
		n += k.leaves()
	}
	return n
}

// validate checks the clause; depth is how many brackets may still be opened.
func (c Clause) validate(depth int) error {
	if c.IsLeaf() {
		return c.leaf()
	}
	bare := Clause{Any: c.Any, All: c.All, Not: c.Not}
	switch {
	case len(c.Any) > 0 && len(c.All) > 0:
		return errors.New("a clause with both any and all")
	case c.Field != bare.Field || c.Match != "" || c.Text != "" || c.Fuzzy != 0 || !c.After.IsZero() || !c.Before.IsZero():
		return errors.New("a clause with any or all that looks for something itself")
	case depth == 0:
		return fmt.Errorf("brackets deeper than %d", MaxDepth)
	}
	for _, k := range slices.Concat(c.Any, c.All) {
		if err := k.validate(depth - 1); err != nil {
			return err
		}
	}
	return nil
}

// leaf checks a leaf.
func (c Clause) leaf() error {
	k := kinds[c.Field]
	switch {
	case k == unknown:
		return fmt.Errorf("unknown field %.40q", c.Field)
	case !slices.Contains([]Match{Word, AnyWord, Phrase, Prefix, Exact}, c.Match):
		return fmt.Errorf("unknown match %.40q", c.Match)
	case len(c.Text) > MaxLength:
		return fmt.Errorf("clause of %d bytes is longer than %d", len(c.Text), MaxLength)
	case !utf8.ValidString(c.Text):
		return fmt.Errorf("clause %.60q is not UTF-8", c.Text)
	case k == ofDates:
		return c.dates()
	case !c.After.IsZero() || !c.Before.IsZero():
		return fmt.Errorf("%s: after and before are for dates", c.Field)
	case fields.Fold(c.Text) == "":
		return fmt.Errorf("%s: needs a value", c.Field)
	}
	if err := c.comparison(k); err != nil {
		return err
	}
	if k == ofWords {
		return c.words()
	}
	return nil
}

// comparison checks that a leaf compares in a way that its kind of field knows.
func (c Clause) comparison(k kind) error {
	switch {
	case c.Match == Exact && k != ofNames:
		return fmt.Errorf("%s:=%.60s: only person, org, place and name know case", c.Field, c.Text)
	case (c.Match == Phrase || c.Match == AnyWord) && k != ofWords:
		return fmt.Errorf("%s:%.60s: match %.40q is for words", c.Field, c.Text, c.Match)
	case (c.Match == Prefix || c.Fuzzy != 0) && k == ofCodes:
		return fmt.Errorf("%s:%.60s: a code is compared whole", c.Field, c.Text)
	case c.Fuzzy < 0 || c.Fuzzy > 2 || c.Fuzzy > 0 && c.Match != Word:
		return fmt.Errorf("%.60s~%d: 1 or 2 letters of a word may be wrong, of nothing else", c.Text, c.Fuzzy)
	case c.Match == Prefix && shorterThan(fields.Fold(c.Text), 2):
		return fmt.Errorf("%.60s*: %w", c.Text, errShort)
	case c.Fuzzy > 0 && shorterThan(c.Text, c.Fuzzy+2):
		return fmt.Errorf("%.60s~%d: %w: it needs %d letters at least", c.Text, c.Fuzzy, errFuzzy, c.Fuzzy+2)
	case c.Field == ByCountry && !isCode(c.Text):
		return fmt.Errorf("country:%.60s: not an ISO 3166-1 alpha-2 code such as RU", c.Text)
	}
	return nil
}

// words checks that a leaf of a field of words has some.
func (c Clause) words() error {
	s := words.Get()
	defer words.Put(s)
	ws := s.Append(nil, c.Text)
	single := c.Match == Prefix || c.Fuzzy > 0
	switch {
	case len(ws) == 0:
		return fmt.Errorf("%.60q %w", c.Text, errNoWord)
	case single && len(ws) > 1:
		return fmt.Errorf("%.60q is %w", c.Text, errWords)
	case single && shorterThan(s.Form(c.Text[ws[0].Start:ws[0].End]), 2):
		return fmt.Errorf("%.60s: %w", c.Text, errShort)
	case !single && !words.Looked(ws) && (c.Match != Phrase || len(ws) < 2):
		return fmt.Errorf("%.60q %w that is looked up", c.Text, errNoWord)
	}
	return nil
}

// What is wrong with the words of a leaf.
var (
	errShort  = errors.New("a beginning of a word, or a fuzzy word, needs two letters at least")
	errFuzzy  = errors.New("as many letters as that may not be wrong")
	errNoWord = errors.New("holds no word")
	errWords  = errors.New("more than one word: a star or ~ is for one")
)

// dates checks a leaf of dates.
func (c Clause) dates() error {
	switch {
	case c.Text != "" || c.Match != Word || c.Fuzzy != 0:
		return errors.New("date: takes after and before, no text")
	case c.After.IsZero() && c.Before.IsZero():
		return errors.New("date: needs after or before")
	}
	return checkRange(c.After, c.Before)
}

// Spans reports whether a moment, in seconds since 1970, lies within After and
// Before.
func (c Clause) Spans(unix int64) bool {
	if !c.Before.IsZero() {
		end := c.Before.Unix()
		if c.Before.Nanosecond() > 0 {
			end++ // a moment is the whole of its second
		}
		if unix >= end {
			return false
		}
	}
	return c.After.IsZero() || unix >= c.After.Unix()
}

// checkRange checks the bounds of dates.
func checkRange(after, before time.Time) error {
	for _, t := range []time.Time{after, before} {
		if y := t.UTC().Year(); !t.IsZero() && (y < minYear || y > maxYear) {
			return fmt.Errorf("year %d is not within %d and %d", y, minYear, maxYear)
		}
	}
	if !after.IsZero() && !before.IsZero() && !after.Before(before) {
		return fmt.Errorf("after %s is not before %s", day(after), day(before))
	}
	return nil
}

// isCode reports whether s is two capitals.
func isCode(s string) bool {
	return len(s) == 2 && 'A' <= s[0] && s[0] <= 'Z' && 'A' <= s[1] && s[1] <= 'Z'
}

// shorterThan reports whether s has fewer than n runes.
func shorterThan(s string, n int) bool {
	for range s {
		n--
	}
	return n > 0
}

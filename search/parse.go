package search

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// Parse reads the query language for people. Items are set apart by spaces and
// must all hold, but for plain words, of which any may match:
//
//	sanctions oil        plain words, ranked (the Text of the query)
//	"press freedom"      a phrase
//	+oil  -sport         a word that must, or must not, be there
//	sanct*               a word that begins so
//	title:oil            the same in the headline; title:"oil price", title:sanct*
//	country:RU           a country by its ISO code
//	person:"Joe Biden"   a name or alias; also org: place:
//	section:world        also site: author: lang:
//	after:2021-04        published in April 2021 or later; also before:
//	sort:newest          also oldest, relevance
//
// A minus before any of them but the last two asks that it be absent. A
// backslash takes the meaning from the sign after it. The error wraps [ErrQuery]
// and names what was not understood. Limit, Offset, Fragments, Facets and
// Documents are not part of the language.
func Parse(s string) (Query, error) {
	if len(s) > MaxLength {
		return Query{}, fmt.Errorf("%w: %d bytes are more than %d", ErrQuery, len(s), MaxLength)
	}
	if !utf8.ValidString(s) {
		return Query{}, fmt.Errorf("%w: not UTF-8", ErrQuery)
	}
	items, err := lex(s)
	if err != nil {
		return Query{}, err
	}
	var q Query
	var text []string
	for _, it := range items {
		if it.plain() {
			text = append(text, it.text)
			continue
		}
		if err := q.add(it); err != nil {
			return Query{}, err
		}
	}
	q.Text = strings.Join(text, " ")
	if err := q.Validate(); err != nil {
		return Query{}, err
	}
	return q, nil
}

// add puts one item that is not a plain word into the query.
func (q *Query) add(it item) error {
	switch it.field {
	case "after", "before", "sort":
		if it.sign != 0 || it.quoted || it.star {
			return fmt.Errorf("%w: %q: %s: takes a plain value and no sign", ErrQuery, it.raw, it.field)
		}
		return q.set(it)
	}
	c := Clause{Field: Field(it.field), Text: it.text, Not: it.sign == '-'}
	switch {
	case it.star:
		c.Match = Prefix
	case it.quoted && c.Field.words():
		c.Match = Phrase
	}
	switch c.Field {
	case ByCountry:
		c.Text = strings.ToUpper(c.Text)
	case InLanguage:
		c.Text = strings.ToLower(c.Text)
	}
	for _, f := range q.filters() {
		if f.field == c.Field && c.Match == Word && !c.Not {
			if !slices.Contains(*f.values, c.Text) {
				*f.values = append(*f.values, c.Text)
			}
			return nil
		}
	}
	q.Clauses = append(q.Clauses, c)
	return nil
}

// set sets a part of the query that there is one of.
func (q *Query) set(it item) error {
	var err error
	switch it.field {
	case "after":
		err = setDate(&q.After, it)
	case "before":
		err = setDate(&q.Before, it)
	case "sort":
		switch strings.ToLower(it.text) {
		case "newest":
			q.Sort = Newest
		case "oldest":
			q.Sort = Oldest
		case "relevance":
			q.Sort = Relevance
		default:
			err = fmt.Errorf("%w: %q: orders are newest, oldest and relevance", ErrQuery, it.raw)
		}
	}
	return err
}

// layouts are the forms of a date in a query.
var layouts = []string{"2006", "2006-01", time.DateOnly, time.RFC3339Nano}

func setDate(t *time.Time, it item) error {
	if !t.IsZero() {
		return fmt.Errorf("%w: %q: %s: stands there twice", ErrQuery, it.raw, it.field)
	}
	for _, l := range layouts {
		v, err := time.Parse(l, it.text)
		if v = v.UTC(); err == nil && 0 <= v.Year() && v.Year() <= 9999 {
			*t = v
			return nil
		}
	}
	return fmt.Errorf("%w: %q: a date is 2021, 2021-04, 2021-04-15 or RFC 3339", ErrQuery, it.raw)
}

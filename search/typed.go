package search

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/search/internal/words"
)

// maxRepairs is how many signs ParseTyped takes for plain text before it reads the
// whole query as words.
const maxRepairs = 16

// ParseTyped reads what a person typed or pasted. It is [Parse], but signs that
// make no sense as query language are text: the colon of "Exclusive: mayor quits",
// a bracket or quotation mark without its other half, AND, OR and NOT with nothing
// to stand for. A program should use Parse, which says what is wrong.
//
// What is left to go wrong is an error of Parse: a value that its field cannot
// have, such as a date that is none, and a query out of bounds.
func ParseTyped(s string) (Query, error) {
	text := s
	for range maxRepairs {
		q, err := Parse(text)
		var e *SyntaxError
		if err == nil {
			return q.asName(), nil
		}
		if !errors.As(err, &e) {
			return q, err
		}
		repaired, ok := repair(text, e)
		if !ok {
			return q, err
		}
		text = repaired
	}
	q := Query{Text: strings.Join(strings.Fields(s), " ")}
	return q, q.Validate()
}

// asName is a query that asks for stop words and nothing else as one for their
// phrase: who types "the who" means a name.
func (q Query) asName() Query {
	s := words.Get()
	defer words.Put(s)
	ws := s.Append(nil, q.Text)
	if len(ws) > 1 && !words.Looked(ws) && len(q.Where().All) == 1 {
		q.Clauses, q.Text = []Clause{{Match: Phrase, Text: q.Text}}, ""
	}
	return q
}

// repair takes the meaning from the sign that an error is about. It reports false
// for an error that is not about a sign.
func repair(s string, e *SyntaxError) (string, bool) {
	item := s[e.At:]
	switch {
	case errors.Is(e.Err, errField):
		return without(s, e.At+strings.IndexByte(item, ':')), true
	case errors.Is(e.Err, errOpen), errors.Is(e.Err, errClose), errors.Is(e.Err, errQuote), errors.Is(e.Err, errBackslash):
		return without(s, e.At), true
	case errors.Is(e.Err, errFieldBracket):
		return without(s, e.At+strings.IndexByte(item, '(')), true
	case errors.Is(e.Err, errOperand), errors.Is(e.Err, errMixed):
		end := strings.IndexFunc(item, func(r rune) bool { return !unicode.IsLetter(r) })
		if end < 0 {
			end = len(item)
		}
		return s[:e.At] + strings.ToLower(item[:end]) + item[end:], true
	case errors.Is(e.Err, errNoWord):
		return unlimited(s, e.At)
	case errors.Is(e.Err, errStar), errors.Is(e.Err, errTilde), errors.Is(e.Err, errShort), errors.Is(e.Err, errFuzzy),
		errors.Is(e.Err, errWords):
		if i := strings.IndexAny(item, "*~"); i >= 0 {
			return without(s, e.At+i), true
		}
		return s, false
	case errors.Is(e.Err, errNothing):
		return nothing(s, item, e.At)
	}
	return s, false
}

// unlimited repairs an item that must be there and is not looked up, as in "(again)":
// it takes away the first sign of the item, else the bracket or the operator before it,
// so that the item is one word of several.
func unlimited(s string, at int) (string, bool) {
	item := s[at:]
	if end := strings.IndexFunc(item, unicode.IsSpace); end >= 0 {
		item = item[:end]
	}
	if repaired, ok := nothing(s, item, at); ok {
		return repaired, true
	}
	if strings.HasPrefix(item, "-") {
		return without(s, at), true
	}
	before := strings.TrimRightFunc(s[:at], unicode.IsSpace)
	for _, operator := range []string{"AND", "OR", "NOT"} {
		if first, ok := strings.CutSuffix(before, operator); ok {
			return first + strings.ToLower(operator) + s[len(before):], true
		}
	}
	if i := strings.LastIndexByte(before, '('); i >= 0 {
		return without(s, i), true
	}
	return s, false
}

// nothing repairs an item that has no value: the brackets and quotation marks
// around nothing, the colon behind which nothing stands.
func nothing(s, item string, at int) (string, bool) {
	if i := strings.IndexAny(item, `:()"*~=+`); i >= 0 {
		return without(s, at+i), true
	}
	for i, r := range item {
		if isQuote(r) {
			return without(s, at+i), true
		}
	}
	return s, false
}

// without puts a space in place of the character at a byte.
func without(s string, at int) string {
	_, n := utf8.DecodeRuneInString(s[at:])
	return s[:at] + " " + s[at+n:]
}

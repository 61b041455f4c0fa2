package search

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// item is one item of the query language.
type item struct {
	raw    string // as written, for errors
	sign   byte   // '+', '-' or 0
	field  string // "" where none is named
	text   string // the value, escapes taken out, spaces as one
	quoted bool
	star   bool // a star ends it
}

// plain reports whether the item is a word of the query's Text.
func (it item) plain() bool { return it.sign == 0 && it.field == "" && !it.quoted && !it.star }

// fieldNames are the names that may stand before a colon.
var fieldNames = []string{"title", "country", "person", "org", "place", "section", "site", "author", "lang",
	"after", "before", "sort"}

// curly are the quotation marks that keyboards and editors put for the plain one.
var curly = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

// lex cuts a query into items.
func lex(s string) ([]item, error) {
	l := lexer{rest: curly.Replace(s)}
	var items []item
	for {
		l.rest = strings.TrimLeftFunc(l.rest, unicode.IsSpace)
		if l.rest == "" {
			return items, nil
		}
		it, err := l.item()
		if err != nil {
			return nil, err
		}
		if it.text != "" {
			items = append(items, it)
		}
	}
}

// lexer holds what of the query is still to be read.
type lexer struct{ rest string }

func (l *lexer) item() (item, error) {
	var it item
	start := l.rest
	if c := l.rest[0]; c == '+' || c == '-' {
		next, _ := utf8.DecodeRuneInString(l.rest[1:])
		if len(l.rest) > 1 && !unicode.IsSpace(next) {
			it.sign = c
			l.rest = l.rest[1:]
		}
	}
	if i := strings.IndexByte(l.rest, ':'); i > 0 && isName(l.rest[:i]) {
		it.field = strings.ToLower(l.rest[:i])
		if !slices.Contains(fieldNames, it.field) {
			return it, fmt.Errorf("%w: unknown field %q; fields are %s", ErrQuery, l.rest[:i+1], strings.Join(fieldNames, ", "))
		}
		l.rest = l.rest[i+1:]
	}
	var err error
	if strings.HasPrefix(l.rest, `"`) {
		err = l.quoted(&it)
	} else {
		err = l.bare(&it)
	}
	it.raw = strings.TrimSpace(start[:len(start)-len(l.rest)])
	if err != nil {
		return it, fmt.Errorf("%w: %q: %w", ErrQuery, it.raw, err)
	}
	it.text = strings.Join(strings.Fields(it.text), " ")
	if it.text == "" && !it.plain() {
		return it, fmt.Errorf("%w: %q: there is nothing to look for", ErrQuery, it.raw)
	}
	return it, nil
}

// isName reports whether s is written in letters alone, as the name of a field is.
func isName(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return true
}

// quoted reads a value between quotation marks.
func (l *lexer) quoted(it *item) error {
	it.quoted = true
	var b strings.Builder
	for i := 1; i < len(l.rest); i++ {
		switch c := l.rest[i]; {
		case c == '"':
			it.text, l.rest = b.String(), l.rest[i+1:]
			return nil
		case c == '\\' && i+1 < len(l.rest):
			i++
			b.WriteByte(l.rest[i])
		default:
			b.WriteByte(c)
		}
	}
	l.rest = ""
	return errQuote
}

// bare reads a value up to the next space.
func (l *lexer) bare(it *item) error {
	end := strings.IndexFunc(l.rest, unicode.IsSpace)
	var b strings.Builder
	i := 0
	for ; i < len(l.rest) && (end < 0 || i < end); i++ {
		c := l.rest[i]
		if c == '\\' {
			i++
			if i == len(l.rest) {
				l.rest = ""
				return errBackslash
			}
			if i == end { // an escaped space belongs to the word
				_, n := utf8.DecodeRuneInString(l.rest[i:])
				b.WriteString(l.rest[i : i+n])
				i += n - 1
				if next := strings.IndexFunc(l.rest[i+1:], unicode.IsSpace); next >= 0 {
					end = i + 1 + next
				} else {
					end = -1
				}
				continue
			}
			b.WriteByte(l.rest[i])
			continue
		}
		if it.star {
			l.rest = ""
			return errStar
		}
		if c == '*' {
			it.star = true
			continue
		}
		b.WriteByte(c)
	}
	it.text, l.rest = b.String(), l.rest[i:]
	return nil
}

// What can be wrong with one item.
var (
	errQuote     = errors.New("the quotation mark is not closed")
	errBackslash = errors.New("nothing stands after the backslash")
	errStar      = errors.New("a star can only end a word")
)

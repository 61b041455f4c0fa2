package search

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SyntaxError says where [Parse] stopped to understand a query. It wraps
// [ErrQuery].
type SyntaxError struct {
	// At is the byte of the query at which the trouble begins.
	At int
	// Item is what stands there, cut where it is long; "" at the end.
	Item string
	// Err says what is wrong with it.
	Err error
}

// Error says at which byte of the query the mistake is, and what is wrong there.
func (e *SyntaxError) Error() string {
	if e.Item == "" {
		return fmt.Sprintf("%v: byte %d: %v", ErrQuery, e.At, e.Err)
	}
	return fmt.Sprintf("%v: byte %d: %q: %v", ErrQuery, e.At, e.Item, e.Err)
}

// Unwrap returns ErrQuery and the error's own cause.
func (e *SyntaxError) Unwrap() []error { return []error{ErrQuery, e.Err} }

// maxItem is how much of an item an error repeats, in bytes.
const maxItem = 60

// item is one value of the query language with what stands around it.
type item struct {
	at     int    // the byte at which it begins
	end    int    // and the one after its last
	field  string // "" where none is named
	exact  bool   // an equals sign stands before it
	text   string // the value, escapes taken out, spaces as one
	quoted bool
	star   bool // a star ends it
	fuzzy  int
}

// fieldNames are the names that may stand before a colon.
var fieldNames = []string{"title", "dek", "heading", "body", "quote", "keyphrase",
	"country", "person", "org", "place", "name", "id", "section", "site", "author", "lang",
	"after", "before", "date", "sort", "halflife"}

// otherNames are other names of fields.
var otherNames = map[string]string{"headline": "title", "kicker": "dek", "standfirst": "dek"}

// lexer reads a query.
type lexer struct {
	in  string
	pos int
}

// fail makes an error about what lies between two bytes.
func (l *lexer) fail(from, to int, err error) error {
	raw := l.in[from:to]
	if len(raw) > maxItem {
		cut := maxItem
		for !utf8.RuneStart(raw[cut]) {
			cut--
		}
		raw = raw[:cut]
	}
	return &SyntaxError{At: from, Item: strings.TrimSpace(raw), Err: err}
}

// space skips white space.
func (l *lexer) space() {
	l.pos = len(l.in) - len(strings.TrimLeftFunc(l.in[l.pos:], unicode.IsSpace))
}

// peek returns the sign at hand, 0 at the end.
func (l *lexer) peek() byte {
	if l.pos == len(l.in) {
		return 0
	}
	return l.in[l.pos]
}

// take reads the sign at hand if it is c.
func (l *lexer) take(c byte) bool {
	if l.peek() != c || l.pos == len(l.in) {
		return false
	}
	l.pos++
	return true
}

// keyword reads one of the words AND, OR, NOT if it stands alone.
func (l *lexer) keyword(word string) bool {
	rest, ok := strings.CutPrefix(l.in[l.pos:], word)
	if r, _ := utf8.DecodeRuneInString(rest); !ok || rest != "" && !unicode.IsSpace(r) && r != '(' && r != ')' {
		return false
	}
	l.pos += len(word)
	return true
}

// sign reads a plus or minus that has something right behind it.
func (l *lexer) sign() byte {
	c := l.peek()
	if c != '+' && c != '-' {
		return 0
	}
	if r, n := utf8.DecodeRuneInString(l.in[l.pos+1:]); n == 0 || unicode.IsSpace(r) || r == ')' {
		return 0
	}
	l.pos++
	return c
}

// fieldName reads the name of a field and its colon, "" where there is none.
func (l *lexer) fieldName() (string, error) {
	rest := l.in[l.pos:]
	i := strings.IndexByte(rest, ':')
	if i <= 0 || !isName(rest[:i]) {
		return "", nil
	}
	name := strings.ToLower(rest[:i])
	if other, ok := otherNames[name]; ok {
		name = other
	}
	if !slices.Contains(fieldNames, name) {
		err := fmt.Errorf("%w %.40q; fields are %s", errField, rest[:i+1], strings.Join(fieldNames, ", "))
		return "", l.fail(l.pos, l.pos+i+1, err)
	}
	l.pos += i + 1
	return name, nil
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

// value reads a value with what stands around it.
func (l *lexer) value(it *item) error {
	it.exact = it.field != "" && l.take('=')
	r, _ := utf8.DecodeRuneInString(l.in[l.pos:])
	var err error
	if isQuote(r) {
		err = l.quotedValue(it, r)
	} else {
		err = l.bareValue(it)
	}
	it.end = l.pos
	if err != nil {
		return err
	}
	it.text = strings.Join(strings.Fields(it.text), " ")
	if it.text == "" {
		return l.fail(it.at, it.end, errNothing)
	}
	return nil
}

// isQuote reports whether r is a quotation mark that keyboards and editors put
// around a phrase.
func isQuote(r rune) bool { return strings.ContainsRune(`"“”„«»`, r) && r != utf8.RuneError }

// quotedValue reads a value between quotation marks. The plain one is closed by
// itself, the others by any.
func (l *lexer) quotedValue(it *item, open rune) error {
	it.quoted = true
	start := l.pos
	l.pos += utf8.RuneLen(open)
	var b strings.Builder
	for l.pos < len(l.in) {
		r, n := utf8.DecodeRuneInString(l.in[l.pos:])
		l.pos += n
		switch {
		case r == '"' || open != '"' && isQuote(r):
			it.text = b.String()
			return l.ending(it)
		case r == '\\' && l.pos < len(l.in):
			r, n = utf8.DecodeRuneInString(l.in[l.pos:])
			l.pos += n
		}
		b.WriteRune(r)
	}
	return l.fail(start, l.pos, errQuote)
}

// bareValue reads a value up to the next space or bracket.
func (l *lexer) bareValue(it *item) error {
	var b strings.Builder
	for l.pos < len(l.in) {
		r, n := utf8.DecodeRuneInString(l.in[l.pos:])
		switch {
		case unicode.IsSpace(r) || r == '(' || r == ')':
			it.text = b.String()
			return nil
		case r == '*' || r == '~':
			it.text = b.String()
			return l.ending(it)
		case r == '\\':
			if l.pos++; l.pos == len(l.in) {
				return l.fail(l.pos-1, l.pos, errBackslash)
			}
			r, n = utf8.DecodeRuneInString(l.in[l.pos:])
		}
		b.WriteRune(r)
		l.pos += n
	}
	it.text = b.String()
	return nil
}

// ending reads the star or tilde at the end of a value, which nothing may follow
// then.
func (l *lexer) ending(it *item) error {
	at := l.pos
	end, err := at+1, errStar
	switch l.peek() {
	case '*':
		it.star = true
	case '~':
		it.fuzzy, err = 1, errTilde
		if c := l.in[end:]; c != "" && (c[0] == '1' || c[0] == '2') {
			it.fuzzy = int(c[0] - '0')
			end++
		}
	default:
		return nil
	}
	l.pos = end
	if r, n := utf8.DecodeRuneInString(l.in[end:]); n > 0 && !unicode.IsSpace(r) && r != ')' {
		return l.fail(at, end+n, err)
	}
	return nil
}

// What can be wrong with one item.
var (
	errField     = errors.New("unknown field")
	errNothing   = errors.New("there is nothing to look for")
	errQuote     = errors.New("the quotation mark is not closed")
	errBackslash = errors.New("nothing stands after the backslash")
	errStar      = errors.New("a star can only end a word")
	errTilde     = errors.New("a tilde ends a word, with 1 or 2 behind it or nothing")
)

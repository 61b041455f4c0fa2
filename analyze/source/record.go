package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// utf8HTML is the content type of a web page that came in JSON: it was decoded
// before, whatever encoding its own head still names.
const utf8HTML = "text/html; charset=utf-8"

// record is a line of JSON: an article, or what [Rejects] writes. Fields that are
// not named are not looked at.
type record struct {
	ID        ident   `json:"id"`
	URL       string  `json:"url"`
	Title     string  `json:"title"`
	Date      string  `json:"date"`
	Retrieved string  `json:"retrieved"`
	HTML      content `json:"html"`
	Page      content `json:"page"`
	Text      content `json:"text"`

	// Of a file of errors, see kept. Others may use these names for something else,
	// so they are read only where there is no article.
	Line json.RawMessage `json:"line"`
	Raw  json.RawMessage `json:"raw"`
	Form json.RawMessage `json:"form"`
	// Of a Document.
	Schema json.RawMessage `json:"schema"`
	Blocks json.RawMessage `json:"blocks"`
}

// ident is an id: a string, or the digits of a number.
type ident string

// UnmarshalJSON takes strings and numbers.
func (id *ident) UnmarshalJSON(b []byte) error {
	var n json.Number // takes a string only where it holds a number
	if len(b) > 0 && b[0] != '"' {
		if err := json.Unmarshal(b, &n); err != nil {
			return errors.New("id is neither a string nor a number")
		}
		*id = ident(n)
		return nil
	}
	return json.Unmarshal(b, (*string)(id))
}

// content is the body of an article and whether it is there.
type content struct {
	body  []byte
	given bool
}

// UnmarshalJSON takes the words of a JSON string. They are most of a line, so they are not read letter by letter as
// package json does it.
func (c *content) UnmarshalJSON(b []byte) error {
	switch {
	case len(b) >= 2 && b[0] == '"':
		c.body, c.given = unquoted(b[1:len(b)-1]), true
		return nil
	case string(b) == "null":
		return nil
	}
	var s string
	return json.Unmarshal(b, &s) // says what it is instead
}

// unquoted returns the words of a valid JSON string without its quotes. What is not UTF-8 stays, since nothing comes of
// such a line.
func unquoted(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for {
		at := bytes.IndexByte(b, '\\')
		if at < 0 || at+1 == len(b) {
			return append(out, b...)
		}
		out = append(out, b[:at]...)
		c := b[at+1]
		unit := escape(b[at:])
		if unit < 0 {
			if plain := strings.IndexByte("bfnrt", c); plain >= 0 {
				c = "\b\f\n\r\t"[plain]
			}
			out, b = append(out, c), b[at+2:]
			continue
		}
		b = b[at+6:]
		r := rune(unit)
		if utf16.IsSurrogate(r) {
			if r = utf16.DecodeRune(r, rune(escape(b))); r != utf8.RuneError {
				b = b[6:]
			}
		}
		out = utf8.AppendRune(out, r)
	}
}

// readRecord reads line n of a file. The error is an [*Error].
func readRecord(line []byte, name string, n int, o Options) (dateline.Page, error) {
	var r record
	err := json.Unmarshal(line, &r)
	fail := func(err error) (dateline.Page, error) {
		return dateline.Page{}, &Error{Name: name, Line: n, ID: string(r.ID), Raw: bytes.Clone(line), Err: err}
	}
	if !utf8.Valid(line) {
		return fail(fmt.Errorf("%w at byte %d of the line", dateline.ErrUTF8, invalidByte(line)))
	}
	if err != nil {
		return fail(jsonError(err))
	}
	p := dateline.Page{Source: place(name, n)}
	if err := r.fill(&p); err != nil {
		return fail(err)
	}
	if len(p.Body) > o.MaxPage {
		return fail(fmt.Errorf("%w: the page has %d bytes, the limit is %d", ErrTooLong, len(p.Body), o.MaxPage))
	}
	warn := func(err error) { o.Warn(&Error{Name: name, Line: n, ID: p.ID, Err: err}) }
	if p.Date, err = readDate(r.Date); err != nil {
		warn(err)
	}
	if d, err := readDate(r.Retrieved); err != nil {
		warn(fmt.Errorf("%w, in retrieved", err))
	} else {
		p.Retrieved = d.Time
	}
	if at := loneSurrogate(line); at >= 0 {
		warn(fmt.Errorf("half a character, %s, was replaced", line[at:at+6]))
	}
	return p, nil
}

// fill sets everything but the dates. A field that holds "" counts only where no
// other holds more, since exports write every column.
func (r *record) fill(p *dateline.Page) error {
	p.ID, p.URL, p.Title = string(r.ID), r.URL, r.Title
	var names []string
	for _, c := range []struct {
		form dateline.Form
		content
	}{{dateline.HTML, r.HTML}, {dateline.PlainPage, r.Page}, {dateline.Story, r.Text}} {
		if !c.given {
			continue
		}
		if len(c.body) > 0 {
			names = append(names, string(c.form))
		}
		if len(c.body) > 0 || p.Form == "" {
			p.Form, p.Body = c.form, c.body
		}
	}
	switch {
	case len(names) > 1:
		return fmt.Errorf("%w: there are %s", ErrContent, strings.Join(names, " and "))
	case p.Form == "":
		return r.kept(p)
	case r.isDocument():
		return fmt.Errorf("%w: this is a Document, the output of an analysis", ErrContent)
	case p.Form == dateline.HTML:
		p.ContentType = utf8HTML
	}
	return nil
}

// isDocument tells a Document by its schema's number and its list of blocks.
func (r *record) isDocument() bool {
	var schema int
	var blocks []dateline.Block
	return json.Unmarshal(r.Schema, &schema) == nil && json.Unmarshal(r.Blocks, &blocks) == nil
}

// jsonError says in plain words what was wrong with a line.
func jsonError(err error) error {
	var t *json.UnmarshalTypeError
	var s *json.SyntaxError
	switch {
	case errors.As(err, &t) && t.Field == "":
		return fmt.Errorf("%w: %s, not an object", ErrJSON, t.Value)
	case errors.As(err, &t):
		return fmt.Errorf("%w: %s: %s, not a string", ErrJSON, t.Field, t.Value)
	case errors.As(err, &s):
		return fmt.Errorf("%w: %v at byte %d", ErrJSON, err, s.Offset)
	}
	return fmt.Errorf("%w: %v", ErrJSON, err)
}

// invalidByte returns the place, from 1, of the first byte that is not UTF-8.
func invalidByte(b []byte) int {
	at := 1
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			return at
		}
		b, at = b[n:], at+n
	}
	return 0
}

package opensearch

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// line writes the JSON of a document by hand: a bulk request has a hundred of
// these, and encoding/json takes several times as long for maps of strings.
type line struct{ b []byte }

// key begins a member of an object.
func (l *line) key(name string) {
	if l.b[len(l.b)-1] != '{' {
		l.b = append(l.b, ',')
	}
	l.text(name)
	l.b = append(l.b, ':')
}

// text writes a string.
func (l *line) text(s string) {
	l.b = append(l.b, '"')
	l.part(s)
	l.b = append(l.b, '"')
}

// part writes what stands inside a string. What is not UTF-8 becomes U+FFFD.
func (l *line) part(s string) {
	const hex = "0123456789abcdef"
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < utf8.RuneSelf && c != '"' && c != '\\' {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r != utf8.RuneError || n > 1 {
				i += n
				continue
			}
			l.b = append(append(l.b, s[start:i]...), "�"...)
		} else {
			l.b = append(l.b, s[start:i]...)
			if c >= ' ' {
				l.b = append(l.b, '\\', c)
			} else {
				l.b = append(l.b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
			}
		}
		i++
		start = i
	}
	l.b = append(l.b, s[start:]...)
}

// texts writes a list of strings.
func (l *line) texts(list []string) {
	l.b = append(l.b, '[')
	for i, s := range list {
		if i > 0 {
			l.b = append(l.b, ',')
		}
		l.text(s)
	}
	l.b = append(l.b, ']')
}

// number writes a number.
func (l *line) number(n int64) { l.b = strconv.AppendInt(l.b, n, 10) }

// base64 writes bytes as a string.
func (l *line) base64(b []byte) {
	l.b = append(l.b, '"')
	l.b = base64.StdEncoding.AppendEncode(l.b, b)
	l.b = append(l.b, '"')
}

// action writes the first line of an action of a bulk request.
func (l *line) action(verb, index, id string) {
	l.b = append(l.b, '{')
	l.key(verb)
	l.b = append(l.b, '{')
	l.key("_index")
	l.text(index)
	l.key("_id")
	l.text(id)
	l.b = append(l.b, "}}\n"...)
}

// compact writes JSON in one line.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v) // it ends the line
	return b.Bytes(), err
}

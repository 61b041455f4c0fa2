package page

import (
	"bytes"

	"golang.org/x/net/html"
)

// tagName returns the name of a tag in small letters, and where it ends.
func tagName(z *html.Tokenizer, raw []byte) (name []byte, end int) {
	from := 1
	if len(raw) > 1 && raw[1] == '/' {
		from = 2
	}
	end = from + nameEnd(raw[from:], false)
	name = raw[from:end]
	if bytes.IndexByte(name, 0) >= 0 {
		name, _ = z.TagName()
		return name, end
	}
	return lower(name), end
}

// lower makes small letters of the capitals of ASCII, in place.
func lower(b []byte) []byte {
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return b
}

// attr reads the attributes of a start tag. The tokenizer copies each name and each value; here
// they are looked at where they stand, but in the few tags where the tokenizer would change them.
type attr struct {
	tag  []byte // what is left of it
	z    *html.Tokenizer
	seen [][]byte // the names so far: the first of a name counts
}

// read begins with what stands behind the name of the tag that the tokenizer has just read.
func (a *attr) read(z *html.Tokenizer, raw []byte) {
	a.seen, a.z, a.tag = a.seen[:0], nil, raw
	if bytes.IndexByte(raw, '&') >= 0 || bytes.IndexByte(raw, '\r') >= 0 || bytes.IndexByte(raw, 0) >= 0 {
		a.z = z
	}
}

// next returns the next attribute, and whether there is one.
func (a *attr) next() (key, val []byte, ok bool) {
	if a.z != nil {
		key, val, _ = a.z.TagAttr()
		return key, val, len(key) > 0
	}
	for {
		a.tag = trimSpace(a.tag)
		if len(a.tag) == 0 || a.tag[0] == '>' {
			return nil, nil, false
		}
		n := nameEnd(a.tag, true)
		key, a.tag = a.tag[:n], a.tag[n:]
		val = a.value()
		if n > 0 && a.isFirst(lower(key)) {
			return key, val, true
		}
	}
}

// isFirst reports whether an attribute is the first of its name.
func (a *attr) isFirst(key []byte) bool {
	for _, s := range a.seen {
		if bytes.Equal(s, key) {
			return false
		}
	}
	a.seen = append(a.seen, key)
	return true
}

// nameEnd returns where the name of a tag or of an attribute ends.
func nameEnd(b []byte, attribute bool) int {
	for i, c := range b {
		if endsName(c) || c == '=' && attribute && i > 0 {
			return i
		}
	}
	return len(b)
}

// nameEnds has a bit for each byte that cannot be part of a name.
const nameEnds uint64 = spaces | 1<<'/' | 1<<'>'

// endsName reports whether a byte cannot be part of a name.
func endsName(c byte) bool { return c < 64 && nameEnds>>c&1 != 0 }

// value cuts off the value of an attribute behind its name.
func (a *attr) value() (v []byte) {
	a.tag = trimSpace(a.tag)
	switch {
	case len(a.tag) == 0:
		return nil
	case a.tag[0] == '/':
		a.tag = a.tag[1:]
		return nil
	case a.tag[0] != '=':
		return nil
	}
	a.tag = trimSpace(a.tag[1:])
	if len(a.tag) == 0 || a.tag[0] == '>' {
		return nil
	}
	if q := a.tag[0]; q == '"' || q == '\'' {
		v, a.tag, _ = bytes.Cut(a.tag[1:], a.tag[:1])
		return v
	}
	n := 0
	for n < len(a.tag) && a.tag[n] != '>' && !isSpaceByte(a.tag[n]) {
		n++
	}
	v, a.tag = a.tag[:n], a.tag[n:]
	return v
}

func trimSpace(b []byte) []byte {
	for len(b) > 0 && isSpaceByte(b[0]) {
		b = b[1:]
	}
	return b
}

// spaces has a bit for each white space of HTML.
const spaces uint64 = 1<<' ' | 1<<'\n' | 1<<'\r' | 1<<'\t' | 1<<'\f'

// isSpaceByte reports whether a byte is white space of HTML.
func isSpaceByte(c byte) bool { return c < 64 && spaces>>c&1 != 0 }

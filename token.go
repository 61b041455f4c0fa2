package dateline

import (
	"encoding/json"
	"fmt"
	"strconv"
)

// Token is a word, number or sign by the conventions of the Penn Treebank. In
// JSON it is the array [start, end, tag].
type Token struct {
	Start, End int
	// Tag is the part of speech in the Penn Treebank's set, "" where none was given.
	Tag string
}

// Span returns the place of the token in the text.
func (t Token) Span() Span { return Span{t.Start, t.End} }

// MarshalJSON writes the token as [start, end, tag].
func (t Token) MarshalJSON() ([]byte, error) { return t.appendJSON(nil), nil }

func (t *Token) appendJSON(b []byte) []byte {
	b = append(b, '[')
	b = strconv.AppendInt(b, int64(t.Start), 10)
	b = append(b, ',')
	b = strconv.AppendInt(b, int64(t.End), 10)
	b = append(b, ',')
	if isPlainTag(t.Tag) {
		b = append(b, '"')
		b = append(b, t.Tag...)
		return append(b, '"', ']')
	}
	tag, _ := json.Marshal(t.Tag) // a string is never an error
	return append(append(b, tag...), ']')
}

// isPlainTag reports whether a tag stands for itself in JSON, also where HTML is
// escaped, as the tags of the Penn Treebank do.
func isPlainTag(tag string) bool {
	for i := range len(tag) {
		if c := tag[i]; !isPlain(c) || c == '<' || c == '>' || c == '&' {
			return false
		}
	}
	return true
}

// UnmarshalJSON reads a token from [start, end, tag].
func (t *Token) UnmarshalJSON(b []byte) error {
	var tag string
	a := []any{&t.Start, &t.End, &tag}
	if err := json.Unmarshal(b, &a); err != nil {
		return fmt.Errorf("dateline: token: %w", err)
	}
	if len(a) != 3 {
		return fmt.Errorf("dateline: token has %d parts, not 3", len(a))
	}
	t.Tag = tag
	return nil
}

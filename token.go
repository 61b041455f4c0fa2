package dateline

import (
	"encoding/json"
	"fmt"
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
func (t Token) MarshalJSON() ([]byte, error) {
	tag, err := json.Marshal(t.Tag)
	if err != nil {
		return nil, fmt.Errorf("dateline: token tag: %w", err)
	}
	return fmt.Appendf(nil, "[%d,%d,%s]", t.Start, t.End, tag), nil
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

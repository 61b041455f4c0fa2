package dateline

import (
	"encoding/json"
	"fmt"
	"math"
	"unicode/utf8"
)

// document is Document without its methods, so that encoding/json can be used
// below them.
type document Document

// MarshalJSON writes the document in its published form, with the words of quotes
// and of the summary beside their spans. Scores are rounded to four decimals, so
// that processors whose floating point differs in the last bits write the same
// bytes. The error wraps [ErrDate] for a year outside 0..9999 and [ErrInvalid] for a
// score that is no number.
func (d Document) MarshalJSON() ([]byte, error) {
	e := encoder{b: make([]byte, 0, sizeOf(&d)), doc: &d}
	e.document(&d)
	if e.err != nil {
		return nil, fmt.Errorf("dateline: document %q: %w", d.ID, e.err)
	}
	return e.b, nil
}

// Round rounds a score to four decimals, as the JSON form has it.
func Round(score float64) float64 { return math.Round(score*1e4) / 1e4 }

// UnmarshalJSON reads a document of this version of the schema, or of version 0,
// which becomes one of this version. The words beside spans are not read: Text has
// them. The error is [ErrUTF8] for bytes that are not UTF-8 and [ErrSchema] for
// another version. It does not check the spans: call [Document.Validate] on
// documents from elsewhere.
func (d *Document) UnmarshalJSON(b []byte) error {
	if !utf8.Valid(b) {
		return ErrUTF8
	}
	var r document
	if err := json.Unmarshal(b, &r); err != nil {
		return fmt.Errorf("dateline: document: %w", err)
	}
	switch r.Schema {
	case Schema:
	case 0:
		if err := r.upgrade(b); err != nil {
			return fmt.Errorf("dateline: document: %w", err)
		}
	default:
		return fmt.Errorf("%w: %d, this library reads 0 to %d", ErrSchema, r.Schema, Schema)
	}
	*d = Document(r)
	return nil
}

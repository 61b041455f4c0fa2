package dateline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"unicode/utf8"
)

// ErrUTF8 comes back when JSON holds bytes that are not UTF-8. encoding/json
// alone would put U+FFFD in their place without a word.
var ErrUTF8 = errors.New("dateline: invalid UTF-8")

// document is Document without its methods, so that encoding/json can be used
// below them.
type document Document

// MarshalJSON writes the document in its published form. Scores are rounded to
// four decimals, so that processors whose floating point differs in the last
// bits write the same bytes.
func (d Document) MarshalJSON() ([]byte, error) {
	e := encoder{b: make([]byte, 0, sizeOf(&d))}
	e.document(&d)
	if e.odd {
		return d.marshalOdd()
	}
	return e.b, nil
}

// marshalOdd is MarshalJSON by encoding/json, for numbers and dates that have no
// form of four digits: it says what is wrong with them.
func (d Document) marshalOdd() ([]byte, error) {
	r := document(d)
	if r.Blocks == nil {
		r.Blocks = []Block{}
	}
	r.Mentions = slices.Clone(d.Mentions)
	for i := range r.Mentions {
		round(&r.Mentions[i].Confidence)
	}
	r.Entities = slices.Clone(d.Entities)
	for i := range r.Entities {
		e := &r.Entities[i]
		round(&e.Salience, &e.Lat, &e.Lon)
	}
	r.Countries = slices.Clone(d.Countries)
	for i := range r.Countries {
		round(&r.Countries[i].Weight)
	}
	r.Quotes = slices.Clone(d.Quotes)
	for i := range r.Quotes {
		round(&r.Quotes[i].Confidence)
	}
	r.Keyphrases = slices.Clone(d.Keyphrases)
	for i := range r.Keyphrases {
		round(&r.Keyphrases[i].Score)
	}
	r.Summary = slices.Clone(d.Summary)
	for i := range r.Summary {
		round(&r.Summary[i].Score)
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(&r); err != nil {
		return nil, fmt.Errorf("dateline: document %q: %w", d.ID, err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// round rounds to the four decimals that the JSON form has.
func round(scores ...*float64) {
	for _, s := range scores {
		*s = Round(*s)
	}
}

// Round rounds a score to four decimals, as the JSON form has it.
func Round(score float64) float64 { return math.Round(score*1e4) / 1e4 }

// UnmarshalJSON reads a document of the schema's version. The error is [ErrUTF8]
// for bytes that are not UTF-8 and [ErrSchema] for another version. It does not
// check the spans: call [Document.Validate] on documents from elsewhere.
func (d *Document) UnmarshalJSON(b []byte) error {
	if !utf8.Valid(b) {
		return ErrUTF8
	}
	var r document
	if err := json.Unmarshal(b, &r); err != nil {
		return fmt.Errorf("dateline: document: %w", err)
	}
	if r.Schema != Schema {
		return fmt.Errorf("%w: %d, this library reads %d", ErrSchema, r.Schema, Schema)
	}
	*d = Document(r)
	return nil
}

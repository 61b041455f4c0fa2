package source

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"github.com/dateline-go/dateline"
)

// Documents reads Documents that were analysed before, a line of JSON each, from
// files as [Files] does: all of them are [Lines], whatever [Options.As] says. Each
// Document is valid and of this library's schema.
//
// The errors, and which of them end the stream, are those of [Files]; the reason of
// an [*Error] may be [dateline.ErrSchema] and [dateline.ErrInvalid] too.
func Documents(ctx context.Context, names []string, o Options) iter.Seq2[*dateline.Document, error] {
	o.As = Lines
	return files(ctx, names, o, func(
		r io.Reader, in input, o Options, yield func(*dateline.Document, error) bool,
	) bool {
		return readLines(ctx, r, in.label(), o, readDocument, yield)
	})
}

// readDocument reads line n of a file. The error is an [*Error].
func readDocument(line []byte, name string, n int, _ Options) (*dateline.Document, error) {
	doc := new(dateline.Document)
	err := doc.UnmarshalJSON(line)
	if err == nil {
		err = doc.Validate()
	}
	if err == nil && doc.ID == "" {
		err = fmt.Errorf("%w: no id", dateline.ErrInvalid)
	}
	if err == nil {
		return doc, nil
	}
	var named struct{ ID string }
	_ = json.Unmarshal(line, &named) // its fault is known
	return nil, &Error{Name: name, Line: n, ID: named.ID, Raw: bytes.Clone(line), Err: err}
}

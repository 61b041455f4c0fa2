package transform

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
)

// Reject is a page, line or file that could not be taken: the dead letter.
type Reject struct {
	// Shard and Item are its place in the input, as for [Document].
	Shard string
	Item  int64
	// ID is the page's id, or its URL, where one is known.
	ID string
	// Where is the file, with the line or byte: "wire.jsonl:12".
	Where string
	// Reason says what was wrong.
	Reason string
	// Line is all of it as a line of JSON that can be mended and read again: see
	// [source.Rejects].
	Line []byte
}

// newReject makes a Reject of an error about one page. Any other error comes back.
func newReject(err error) (Reject, error) {
	var b bytes.Buffer
	w := source.NewRejects(&b)
	var r Reject
	var page *analyze.PageError
	var read *source.Error
	switch {
	case errors.As(err, &page):
		r.ID, r.Where, r.Reason = page.Page.ID, page.Page.Source, page.Err.Error()
		if r.ID == "" {
			r.ID = page.Page.URL
		}
		err = w.Page(page.Page, page.Err)
	case errors.As(err, &read):
		r.ID, r.Where, r.Reason = read.ID, read.Place(), read.Reason()
		err = w.Add(err)
	}
	if err != nil {
		return Reject{}, fmt.Errorf("transform: %w", err)
	}
	r.Line = b.Bytes()
	return r, nil
}

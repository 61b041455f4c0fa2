package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/page"
)

// Rejects writes what failed as JSON lines that [JSONL] reads again: the article's
// own fields where they could be read, and beside them "error", the reason, and
// "source", the place. So a file of rejects is mended, or not, and fed in.
//
// Of a line that is no JSON object, "line" holds the words; of bytes that are not
// UTF-8, "raw" holds the base64 and "form" says of what: html, page, text, or
// jsonl for a line. Of what was too long to be kept, and of files that could not
// be read, error and source are all there is.
//
// It is not safe for concurrent use.
type Rejects struct {
	w io.Writer
	n int
}

// NewRejects returns a writer of rejects to w, which it does not close.
func NewRejects(w io.Writer) *Rejects { return &Rejects{w: w} }

// Count returns how many were written.
func (r *Rejects) Count() int { return r.n }

// Page writes a page that was read and failed later, with the reason.
func (r *Rejects) Page(p dateline.Page, reason error) error {
	fields := map[string]any{}
	for name, value := range map[string]string{"id": p.ID, "url": p.URL, "title": p.Title, "date": p.Date.String()} {
		if value != "" {
			fields[name] = value
		}
	}
	if !p.Retrieved.IsZero() {
		fields["retrieved"] = p.Retrieved.Format(time.RFC3339)
	}
	if form := page.FormOf(p); utf8.Valid(p.Body) {
		fields[string(form)] = string(p.Body)
	} else {
		fields["raw"], fields["form"] = p.Body, form
	}
	return r.write(fields, reason.Error(), p.Source)
}

// Add writes an error of this package. Any other error is refused with itself.
func (r *Rejects) Add(err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	fields := map[string]any{}
	var own map[string]json.RawMessage
	switch {
	case e.Raw == nil:
		if e.ID != "" {
			fields["id"] = e.ID
		}
	case !utf8.Valid(e.Raw):
		fields["raw"], fields["form"] = e.Raw, lineForm
	case json.Unmarshal(e.Raw, &own) == nil && own != nil:
		for name, value := range own {
			fields[name] = value
		}
	default:
		fields["line"] = string(e.Raw)
	}
	return r.write(fields, e.Reason(), e.Place())
}

// write adds reason and place to the fields, which come out sorted by name.
func (r *Rejects) write(fields map[string]any, reason, place string) error {
	fields["error"] = reason
	if place != "" {
		fields["source"] = place
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(fields); err != nil {
		return fmt.Errorf("source: rejects: %w", err)
	}
	if _, err := r.w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("source: rejects: %w", err)
	}
	r.n++
	return nil
}

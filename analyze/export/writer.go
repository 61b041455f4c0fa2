package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/dateline-go/dateline"
)

// ErrFormat comes back from [New] for a format that is not known.
var ErrFormat = errors.New("export: unknown format")

// ErrClosed comes back from a [Writer] that was closed.
var ErrClosed = errors.New("export: writer is closed")

// Format is the form that Documents are written in.
type Format string

// The formats.
const (
	JSONLD   Format = "jsonld"   // a schema.org NewsArticle a line
	Ninjs    Format = "ninjs"    // an IPTC ninjs 3.1 news object a line
	Markdown Format = "markdown" // CommonMark, articles apart by a rule
	Text     Format = "text"     // plain text, articles apart by a line of signs
	CSV      Format = "csv"      // a row for each entity, RFC 4180 with a header
	HTML     Format = "html"     // one stand-alone web page of all articles
)

// Formats returns every format.
func Formats() []Format { return []Format{JSONLD, Ninjs, Markdown, Text, CSV, HTML} }

// Writer writes Documents in one format. It is not safe for concurrent use.
type Writer struct {
	w      io.Writer
	format Format
	n      int
	closed bool
}

// New returns a writer to w, which it does not close. The error is [ErrFormat].
func New(w io.Writer, f Format) (*Writer, error) {
	if !slices.Contains(Formats(), f) {
		return nil, fmt.Errorf("%w: %q", ErrFormat, f)
	}
	return &Writer{w: w, format: f}, nil
}

// Add writes a Document. The error is that of [dateline.Document.Validate], with
// nothing written, [ErrClosed], or that of the writer below.
func (w *Writer) Add(doc *dateline.Document) error {
	switch {
	case w.closed:
		return ErrClosed
	case doc == nil:
		return fmt.Errorf("export: %w: no document", dateline.ErrInvalid)
	}
	if err := doc.Validate(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	var b bytes.Buffer
	var err error
	switch w.format {
	case JSONLD:
		err = json.NewEncoder(&b).Encode(newsArticle(doc))
	case Ninjs:
		err = json.NewEncoder(&b).Encode(newsObject(doc))
	case Markdown:
		if w.n > 0 {
			b.WriteString("\n---\n\n")
		}
		writeMarkdown(&b, doc)
	case Text:
		if w.n > 0 {
			b.WriteString("\n" + rule + "\n\n")
		}
		writeText(&b, doc)
	case CSV:
		err = writeRows(&b, doc, w.n == 0)
	case HTML:
		err = writeArticle(&b, doc, w.n == 0)
	}
	if err != nil {
		return fmt.Errorf("export: document %q: %w", doc.ID, err)
	}
	w.n++
	return w.write(b.Bytes())
}

// Close writes what ends the format, such as the foot of a web page. A second Close
// returns [ErrClosed].
func (w *Writer) Close() error {
	if w.closed {
		return ErrClosed
	}
	w.closed = true
	var b bytes.Buffer
	var err error
	switch {
	case w.format == HTML:
		err = writeFoot(&b, w.n == 0)
	case w.format == CSV && w.n == 0:
		err = writeRows(&b, nil, true)
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return w.write(b.Bytes())
}

func (w *Writer) write(b []byte) error {
	if _, err := w.w.Write(b); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

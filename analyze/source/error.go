package source

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// The reasons for which something is not read. Invalid UTF-8 is
// [dateline.ErrUTF8]; what the system says (no such file, permission denied) is
// wrapped as it is.
var (
	// ErrJSON: a line is not a JSON object, or a field is not of its type.
	ErrJSON = errors.New("not an article in JSON")
	// ErrContent: an article has none, or several, of html, page and text.
	ErrContent = errors.New("needs one of html, page and text")
	// ErrTooLong: a line or page is longer than the limit.
	ErrTooLong = errors.New("too long")
	// ErrKind: a file was named that is of no known kind.
	ErrKind = errors.New("unknown kind of file")
	// ErrAddress: an address of the web was named.
	ErrAddress = errors.New("nothing is fetched from the web: save the page and name its file, or pipe it in")
	// ErrNoArticles: a folder has no file of a known kind, or a glob matches none.
	ErrNoArticles = errors.New("no articles")
	// ErrFeed: what should be a feed is none, or is broken.
	ErrFeed = errors.New("not a feed")
	// ErrSummary: for [Options.Warn], a feed gives only a summary of an article.
	ErrSummary = errors.New("the feed gives a summary only")
	// ErrWARC: a record of a WARC is broken, or its length is wrong.
	ErrWARC = errors.New("broken WARC record")
	// ErrEncoding: the body of a page is packed in a way that is not known, or
	// cannot be unpacked.
	ErrEncoding = errors.New("body cannot be unpacked")
	// ErrStdin: "-" was named and there is no standard input.
	ErrStdin = errors.New("no standard input")
)

// Error is one article, or one file, that could not be read, or, for
// [Options.Warn], not wholly. It does not end the stream.
type Error struct {
	// Name is the file, folder or glob; "stdin" for standard input.
	Name string
	// Line is the number of the line, or of a feed's item, from 1; 0 where the
	// whole file or a record is meant.
	Line int
	// Record is the number of a WARC's record, from 1; 0 where none is meant.
	Record int
	// Offset is the byte at which the record begins: in the file as it is where
	// the record is a gzip member of its own, as indexes of WARC have it, else in
	// the file unpacked.
	Offset int64
	// ID is the article's id where it is known.
	ID string
	// Raw is the line as it was read. nil where there is none, or it was too long
	// to be kept.
	Raw []byte
	// Err is the reason.
	Err error
}

// Error names the place, the article where it is known, and the reason.
func (e *Error) Error() string {
	if e.ID == "" {
		return fmt.Sprintf("%s: %v", e.Place(), e.Reason())
	}
	return fmt.Sprintf("%s: page %q: %v", e.Place(), e.ID, e.Reason())
}

// Place returns the file, with the line, or the offset of the record, where one is
// meant: "wire.jsonl:12".
func (e *Error) Place() string {
	if e.Record > 0 {
		return offsetPlace(e.Name, e.Offset)
	}
	return place(e.Name, e.Line)
}

// Reason says what was wrong, without the place.
func (e *Error) Reason() string { return strings.TrimPrefix(e.Err.Error(), "dateline: ") }

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Err }

func place(name string, line int) string {
	if line == 0 {
		return name
	}
	return fmt.Sprintf("%s:%d", name, line)
}

func offsetPlace(name string, offset int64) string { return fmt.Sprintf("%s:%d", name, offset) }

// fileError makes an Error of what the system said about a file, whose name need
// not stand there twice.
func fileError(name string, err error) *Error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return &Error{Name: name, Err: err}
}

package source

import (
	"fmt"
	"io"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/charset"
)

// ErrOptions comes back for an option outside its range.
var ErrOptions = fmt.Errorf("source: %w", dateline.ErrOptions)

// Kind says how the bytes of a file are to be read.
type Kind string

// The kinds of file.
const (
	Lines   Kind = "jsonl" // JSON lines, one article each
	Object  Kind = "json"  // one article as a JSON object, or a list of them
	Table   Kind = "csv"   // CSV with a header, one article a row
	HTML    Kind = "html"  // one web page
	Page    Kind = "page"  // one page as plain text
	Story   Kind = "text"  // one story, verbatim
	Items   Kind = "feed"  // an RSS, Atom or JSON feed
	Records Kind = "warc"  // a web archive
)

// The limits that hold where [Options] sets none.
const (
	DefaultMaxLine  = 64 << 20
	DefaultMaxPage  = 64 << 20
	DefaultMaxFeed  = 8 << 20
	DefaultMaxItems = 10_000
)

// Options set how pages are read. The zero value is the best default.
type Options struct {
	// As reads every file as one kind. "" goes by the file's name, and by the first
	// bytes of standard input and pipes.
	As Kind
	// Encoding is the encoding of every file by its name on the web, such as
	// "windows-1251", whatever the files say; records of a WARC keep their own. ""
	// goes by what they declare, else by what their bytes tell.
	Encoding string
	// MaxLine is the most bytes that a line of JSON may have. 0 means
	// [DefaultMaxLine]. A line sixteen times as long ends its file.
	MaxLine int
	// MaxPage is the most bytes that the body of a page may have, unpacked. 0
	// means [DefaultMaxPage].
	MaxPage int
	// MaxFeed is the most bytes that a feed may have, unpacked. 0 means
	// [DefaultMaxFeed]. Its elements are at most one for every 32 of these bytes,
	// nested at most a hundred deep.
	MaxFeed int
	// MaxItems is the most items that are taken from a feed; the rest is an error.
	// 0 means [DefaultMaxItems].
	MaxItems int
	// Stdin is what the name "-" reads. nil makes that name an error.
	Stdin io.Reader
	// Read, where it is set, is told after every read how many bytes came from a
	// file, before unpacking, for showing progress. It is called by the goroutine
	// that pulls the pages.
	Read func(n int)
	// Warn, where it is set, is told what of an article was not understood and so
	// left out, such as a date in no known form. The article itself goes on. It is
	// called by the goroutine that pulls the pages.
	Warn func(*Error)
	// Passed, where it is set, is told of every record of a WARC that is no page,
	// such as an image, a redirect or a request, and why. It is called by the
	// goroutine that pulls the pages.
	Passed func(why string)
	// Skipped, where it is set, is told of every file of a folder that is not read,
	// and why. Names that begin with a dot are not among them. It is called by the
	// goroutine that pulls the pages.
	Skipped func(name, why string)
}

// filled returns the options with defaults in place of zeros.
func (o Options) filled() (Options, error) {
	for _, l := range []struct {
		limit   *int
		name    string
		missing int
	}{
		{&o.MaxLine, "bytes of a line", DefaultMaxLine}, {&o.MaxPage, "bytes of a page", DefaultMaxPage},
		{&o.MaxFeed, "bytes of a feed", DefaultMaxFeed}, {&o.MaxItems, "items of a feed", DefaultMaxItems},
	} {
		switch {
		case *l.limit < 0:
			return o, fmt.Errorf("%w: at most %d %s", ErrOptions, *l.limit, l.name)
		case *l.limit == 0:
			*l.limit = l.missing
		}
	}
	switch o.As {
	case "", Lines, Object, Table, HTML, Page, Story, Items, Records:
	default:
		return o, fmt.Errorf("%w: files as %q", ErrOptions, o.As)
	}
	if o.Encoding != "" && !charset.Known(o.Encoding) {
		return o, fmt.Errorf("%w: unknown encoding %q", ErrOptions, o.Encoding)
	}
	if o.Read == nil {
		o.Read = func(int) {}
	}
	if o.Warn == nil {
		o.Warn = func(*Error) {}
	}
	if o.Passed == nil {
		o.Passed = func(string) {}
	}
	if o.Skipped == nil {
		o.Skipped = func(string, string) {}
	}
	return o, nil
}

// decoded reads what is in the encoding of the options as UTF-8.
func (o Options) decoded(r io.Reader) io.Reader { return charset.Reader(r, o.Encoding) }

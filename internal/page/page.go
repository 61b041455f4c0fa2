// Package page reads a news page, HTML or plain text, into the parts of a
// [dateline.Document]: headline, kicker, dek, sections, byline, dates, images,
// links and furniture.
//
//	doc, err := page.Read(dateline.Page{Form: dateline.HTML, Body: body, URL: url}, page.Options{})
//
// A page is a list of blocks: a run of words with what is known about it, from
// markup or from the lines around it. One classifier says what each block is, the
// same one for a web page and for a page that was pasted as text. The files follow
// that path: html.go and plain.go make blocks, features.go and classify.go judge
// them, roles.go names them, assemble.go makes the Document.
//
// The reader of HTML is the tokenizer of golang.org/x/net/html with a stack of
// open elements of our own, since the tree builder of that package copies open
// formatting elements into each paragraph and can so be made to fill the memory.
// Time and memory are linear in the page, and bounded by [Options].
package page

//go:generate go run ../train/page -out model_data.go

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/charset"
	"github.com/dateline-go/dateline/internal/pace"
)

// The errors of [Read]. Each is wrapped with what it is about.
var (
	// ErrEmpty says that the page holds no words at all.
	ErrEmpty = dateline.ErrEmpty
	// ErrBinary says that the body is not text: an image, an archive, NUL bytes.
	ErrBinary = dateline.ErrBinary
	// ErrUTF8 says that a PlainPage or Story is not UTF-8; the line is named.
	ErrUTF8 = dateline.ErrUTF8
	// ErrTooLarge says that the body is longer than [Options.MaxBytes], or a Story
	// longer than [Options.MaxText].
	ErrTooLarge = dateline.ErrTooLarge
	// ErrForm says that the page's form is given and none of HTML, PlainPage and Story.
	ErrForm = dateline.ErrForm
	// ErrOptions says that an option is out of range.
	ErrOptions = dateline.ErrOptions
)

// The limits that zero values in [Options] stand for.
const (
	DefaultMaxBytes  = 64 << 20
	DefaultMaxBlocks = 50_000
	DefaultMaxNodes  = 200_000
	DefaultMaxText   = 4 << 20
	DefaultMaxLinks  = 2_000
)

// Options holds the limits of a page. The zero value is the best default.
type Options struct {
	// MaxBytes is the longest body that is looked at, in bytes; a longer one is
	// [ErrTooLarge]. 0 means [DefaultMaxBytes].
	MaxBytes int
	// MaxNodes is how many elements of a web page are read. What follows is left
	// out, and a warning says so. 0 means [DefaultMaxNodes].
	MaxNodes int
	// MaxBlocks is how many blocks of text are read. What follows is left out, and a
	// warning says so; the last block of a Story goes to its end instead. 0 means
	// [DefaultMaxBlocks].
	MaxBlocks int
	// MaxText is how many bytes of visible text are read. What follows is left out,
	// and a warning says so; a longer Story, which is taken verbatim or not at all, is
	// [ErrTooLarge]. 0 means [DefaultMaxText].
	MaxText int
	// MaxLinks is how many links are kept. The rest is left out, and a warning says so.
	// 0 means [DefaultMaxLinks].
	MaxLinks int
	// Pace ends the reading early, with its error. nil never does.
	Pace *pace.Pace
}

// withDefaults fills in the zero values.
func (o Options) withDefaults() (Options, error) {
	for _, f := range []struct {
		name  string
		value *int
		zero  int
	}{
		{"MaxBytes", &o.MaxBytes, DefaultMaxBytes},
		{"MaxNodes", &o.MaxNodes, DefaultMaxNodes},
		{"MaxBlocks", &o.MaxBlocks, DefaultMaxBlocks},
		{"MaxText", &o.MaxText, DefaultMaxText},
		{"MaxLinks", &o.MaxLinks, DefaultMaxLinks},
	} {
		switch {
		case *f.value < 0:
			return o, fmt.Errorf("%w: %s is %d", ErrOptions, f.name, *f.value)
		case *f.value == 0:
			*f.value = f.zero
		}
	}
	return o, nil
}

// Read makes a Document of a page and sets everything in it up to Links. It keeps
// nothing of the page's body. The errors are [ErrEmpty], [ErrBinary], [ErrUTF8],
// [ErrTooLarge], [ErrForm] and [ErrOptions]. What could not be read as it should be,
// short of that, stands in the Document's Warnings. When [Options.Pace] stops, Read
// returns its error.
//
// Read may be called from many goroutines at once. Its time and memory are linear
// in the body, which it reads once.
func Read(p dateline.Page, o Options) (*dateline.Document, error) { return read(p, o, &model) }

func read(p dateline.Page, o Options, m *Model) (*dateline.Document, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	p.Form = FormOf(p)
	if len(p.Body) > o.MaxBytes {
		return nil, fmt.Errorf("%w: %d bytes, the limit is %d", ErrTooLarge, len(p.Body), o.MaxBytes)
	}
	if p.Form == dateline.Story && len(p.Body) > o.MaxText {
		return nil, fmt.Errorf("%w: a story of %d bytes, the limit is %d", ErrTooLarge, len(p.Body), o.MaxText)
	}
	doc, err := documentOf(p, o, m)
	if err != nil {
		return nil, err
	}
	if len(doc.Links) > o.MaxLinks {
		doc.Links = slices.Clone(doc.Links[:o.MaxLinks])
		doc.Warnings = append(doc.Warnings, fmt.Sprintf("links after the first %d were left out", o.MaxLinks))
	}
	doc.Schema = dateline.Schema
	doc.ID = identity(p, doc)
	return doc, nil
}

// documentOf reads a page whose size is allowed.
func documentOf(p dateline.Page, o Options, m *Model) (*dateline.Document, error) {
	if p.Form == dateline.Story {
		return readStory(p, o)
	}
	c, err := contentOf(p, o)
	if err := cmp.Or(err, o.Pace.Now()); err != nil {
		return nil, err
	}
	c.pace = o.Pace
	d, err := assemble(p, c, m)
	return d, cmp.Or(err, o.Pace.Now())
}

// contentOf makes blocks of a page, whatever its form.
func contentOf(p dateline.Page, o Options) (*content, error) {
	switch p.Form {
	case dateline.PlainPage:
		text, err := charset.Plain(p.Body)
		if err != nil {
			return nil, err
		}
		return linesOf(text, o), nil
	case dateline.HTML:
		src, warning, err := charset.HTML(p.Body, p.ContentType)
		if err != nil {
			return nil, err
		}
		c := parseHTML(src, o)
		if c.plain { // not a tag in it
			c = linesOf(string(src), o)
		} else {
			c.source = src
		}
		if warning != "" {
			c.warnings = append(c.warnings, warning)
		}
		return c, nil
	}
	return nil, fmt.Errorf("%w: %q", ErrForm, p.Form)
}

// identity names the article: the ID given, the canonical URL, a hash of the body.
func identity(p dateline.Page, doc *dateline.Document) string {
	switch {
	case p.ID != "":
		return p.ID
	case doc.URL != "":
		return doc.URL
	}
	sum := sha256.Sum256(p.Body)
	return "sha256:" + hex.EncodeToString(sum[:16])
}

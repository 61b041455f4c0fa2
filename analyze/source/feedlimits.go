package source

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"golang.org/x/net/html/charset"
)

// What a feed may cost. The parser of feeds calls itself for nested elements, copies
// the name spaces in force for each element and the words of an element for each
// piece of them, so that a hostile feed must be known before it is parsed.
const (
	bytesPerElement = 32  // at least, on average over the limit of a feed
	maxFeedDepth    = 100 // of elements
	maxNameSpaces   = 20  // in force, on average over all elements
	maxPieces       = 64  // times the feed's own size, copied in pieces
)

// checkFeed reports a feed that would cost too much. The error is [ErrFeed] or
// [ErrTooLong]. What is not well-formed is left to the parser, which stops there too:
// both read with the same decoder and the same settings.
func checkFeed(body []byte, maxElements int) error {
	if bytes.HasPrefix(body, []byte("{")) {
		return checkJSON(body, maxElements)
	}
	if !bytes.HasPrefix(body, []byte("<")) {
		return fmt.Errorf("%w: neither RSS, Atom nor a JSON feed", ErrFeed)
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict = false
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(label, r) }
	type level struct{ words, spaces int }
	open := []level{{}}
	elements, spaces, copied := 0, 0, 0
	for {
		t, err := d.RawToken()
		if err != nil {
			return nil
		}
		top := &open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			own := top.spaces
			for _, a := range t.Attr {
				if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" {
					own++
				}
			}
			open = append(open, level{spaces: own})
			elements++
			spaces += own
		case xml.EndElement:
			open = open[:max(1, len(open)-1)]
		case xml.CharData:
			top.words += len(t)
			copied += top.words
		}
		switch {
		case len(open) > maxFeedDepth:
			return fmt.Errorf("%w: elements are nested more than %d deep", ErrFeed, maxFeedDepth)
		case elements > maxElements:
			return fmt.Errorf("%w: the feed has more than %d elements", ErrTooLong, maxElements)
		case spaces > maxNameSpaces*(maxElements+1):
			return fmt.Errorf("%w: too many name spaces", ErrFeed)
		case copied > maxPieces*(len(body)+1024):
			return fmt.Errorf("%w: words in too many pieces", ErrFeed)
		}
	}
}

// checkJSON reports a JSON feed with too many objects and lists.
func checkJSON(body []byte, most int) error {
	inString, escaped, n := false, false, 0
	for _, c := range body {
		switch {
		case escaped:
			escaped = false
		case inString && c == '\\':
			escaped = true
		case c == '"':
			inString = !inString
		case !inString && (c == '{' || c == '['):
			n++
		}
	}
	if n > most {
		return fmt.Errorf("%w: the feed has %d objects and lists, the limit is %d", ErrTooLong, n, most)
	}
	return nil
}

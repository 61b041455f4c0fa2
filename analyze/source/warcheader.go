package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"
)

// maxHeader is the most bytes that the header of a record, or of the HTTP response
// in it, may have.
const maxHeader = 64 << 10

// header is what matters of the header of a record.
type header struct {
	kind        string // WARC-Type
	url         string
	date        string
	contentType string
	length      int64
	segmented   bool
	truncated   bool
	lf          bool // its lines end in LF
}

// readHeader reads the header of a record, its version before it. The error is
// io.EOF, [ErrWARC], or that of the reader.
func readHeader(r *bufio.Reader) (header, error) {
	h := header{length: -1}
	left := maxHeader
	start, _ := r.Peek(len("WARC/1.0\n"))
	h.lf = bytes.HasSuffix(start, []byte("\n"))
	version, err := readLine(r, &left)
	if err != nil {
		return h, cutOff(err)
	}
	if !strings.HasPrefix(version, magic) {
		return h, fmt.Errorf("%w: it does not begin with %s", ErrWARC, magic)
	}
	err = readFields(r, &left, func(name, value string) error {
		switch name {
		case "warc-type":
			h.kind = strings.ToLower(value)
		case "warc-target-uri":
			h.url = strings.Trim(clean(value), "<>") // WARC 1.0 had them in angles
		case "warc-date":
			h.date = value
		case "content-type":
			h.contentType = clean(value)
		case "warc-truncated":
			h.truncated = true
		case "warc-segment-number":
			h.segmented = true
		case "content-length":
			n, err := strconv.ParseInt(value, 10, 64)
			if err != nil || n < 0 {
				return fmt.Errorf("%w: Content-Length %q", ErrWARC, shown(value))
			}
			h.length = n
		}
		return nil
	})
	switch {
	case err != nil:
	case h.length < 0:
		err = fmt.Errorf("%w: no Content-Length", ErrWARC)
	case h.kind == "":
		err = fmt.Errorf("%w: no WARC-Type", ErrWARC)
	}
	return h, err
}

// isHTTP reports whether the block is an HTTP response, which is what a response
// record holds where it does not say.
func (h header) isHTTP() bool {
	return h.contentType == "" || mediaType(h.contentType) == "application/http"
}

// isRobots reports whether the record is a site's rules for robots.
func (h header) isRobots() bool {
	u, err := url.Parse(h.url)
	return err == nil && u.Path == "/robots.txt"
}

// readFields reads the lines of a header until an empty one. Names come in lower
// case; lines that go on one before are joined to it.
func readFields(r *bufio.Reader, left *int, field func(name, value string) error) error {
	var name, value string
	var bad error
	give := func() {
		if name != "" && bad == nil {
			bad = field(name, strings.TrimSpace(value))
		}
		name = ""
	}
	for {
		line, err := readLine(r, left)
		if err != nil {
			return cutOff(err)
		}
		if line != "" && (line[0] == ' ' || line[0] == '\t') {
			value += " " + strings.TrimSpace(line)
			continue
		}
		give()
		if line == "" {
			return bad
		}
		if n, v, ok := strings.Cut(line, ":"); ok {
			name, value = strings.ToLower(strings.TrimSpace(n)), v
		}
	}
}

// errHeader is a header over the limit.
var errHeader = fmt.Errorf("%w: the header has more than %d bytes", ErrTooLong, maxHeader)

// readLine reads a line of a header without its end, and counts its bytes off.
func readLine(r *bufio.Reader, left *int) (string, error) {
	var line []byte
	for {
		part, err := r.ReadSlice('\n')
		if *left -= len(part); *left < 0 {
			return "", errHeader
		}
		line = append(line, part...)
		switch {
		case err == nil:
			return string(bytes.TrimRight(line, "\r\n")), nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return "", err
		}
	}
}

// cutOff says that a file ended where it should not.
func cutOff(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return fmt.Errorf("%w: it is cut off: %w", ErrWARC, io.ErrUnexpectedEOF)
	}
	return err
}

// mediaType returns a content type without its parameters, in lower case.
func mediaType(contentType string) string {
	t, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(t))
}

func isHTML(contentType string) bool {
	switch mediaType(contentType) {
	case "text/html", "application/xhtml+xml":
		return true
	}
	return false
}

// passed says why a record of a content type is no page.
func passed(contentType string) string {
	if t := mediaType(contentType); t != "" {
		return shown(t)
	}
	return "unknown type"
}

// shown cuts foreign words to a length that a message bears.
func shown(s string) string { return clean(s[:min(len(s), 60)]) }

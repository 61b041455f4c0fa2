package source

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
)

// response is the head of an HTTP response and, in r, its body as it was sent.
type response struct {
	r           *bufio.Reader
	status      string
	contentType string
	encodings   []string // in the order in which they were put on
	chunked     bool
}

// readResponse reads the head of a response.
func readResponse(r *bufio.Reader) (response, error) {
	res := response{r: r}
	left := maxHeader
	line, err := readLine(r, &left)
	if err != nil {
		return res, httpError(cutOff(err))
	}
	f := strings.Fields(line)
	if len(f) < 2 || !strings.HasPrefix(f[0], "HTTP/") {
		return res, fmt.Errorf("%w: the response does not begin with HTTP/ and a status", ErrWARC)
	}
	res.status = f[1]
	err = readFields(r, &left, func(name, value string) error {
		switch name {
		case "content-type":
			res.contentType = clean(value)
		case "content-encoding":
			res.encodings = append(res.encodings, list(value)...)
		case "transfer-encoding":
			for _, e := range list(value) {
				if e == "chunked" {
					res.chunked = true
				} else {
					res.encodings = append(res.encodings, e)
				}
			}
		}
		return nil
	})
	return res, httpError(err)
}

// httpError names the head of the response where it is too long; a response may end
// with its head.
func httpError(err error) error {
	if errors.Is(err, errHeader) {
		return fmt.Errorf("HTTP response: %w", err)
	}
	return err
}

// list returns the names of a list in a header, in lower case.
func list(value string) []string {
	var names []string
	for n := range strings.SplitSeq(strings.ToLower(value), ",") {
		if n = strings.TrimSpace(n); n != "" && n != "identity" {
			names = append(names, n)
		}
	}
	return names
}

// noPage says why the response is no page, "" where it is one.
func (res response) noPage() string {
	switch {
	case res.status != "200" && res.status != "203":
		return "status " + shown(res.status)
	case isHTML(res.contentType):
		return ""
	case res.contentType == "":
		if start, _ := res.r.Peek(64); strings.HasPrefix(strings.TrimSpace(string(start)), "<") {
			return ""
		}
	}
	return passed(res.contentType)
}

// maxEncodings is how many times a body may be packed.
const maxEncodings = 3

// body returns the body as it was before it was sent. Archives keep headers as they
// came beside bodies that were unpacked already, so that an encoding whose signs are
// missing is taken as undone.
func (res response) body() (io.Reader, error) {
	r := res.r
	if len(res.encodings) > maxEncodings {
		return nil, fmt.Errorf("%w: packed %d times", ErrEncoding, len(res.encodings))
	}
	if res.chunked {
		if size, _ := r.Peek(maxSizeLine); isChunk(size) {
			r = bufio.NewReader(&chunks{r: r})
		}
	}
	for i := len(res.encodings) - 1; i >= 0; i-- {
		start, _ := r.Peek(2)
		u, err := unpack(r, res.encodings[i], start)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrEncoding, err)
		}
		r = u
	}
	return r, nil
}

// unpack undoes one encoding.
func unpack(r *bufio.Reader, encoding string, start []byte) (*bufio.Reader, error) {
	two := 0
	if len(start) == 2 {
		two = int(start[0])<<8 | int(start[1])
	}
	switch encoding {
	case "gzip", "x-gzip":
		if two != 0x1f8b {
			return r, nil
		}
		z, err := gzip.NewReader(r)
		return bufio.NewReader(z), err
	case "deflate": // with the head of zlib, or, from some servers, without
		if two == 0 || start[0] == '<' {
			return r, nil
		}
		if two>>8&15 == 8 && two%31 == 0 {
			z, err := zlib.NewReader(r)
			return bufio.NewReader(z), err
		}
		return bufio.NewReader(flate.NewReader(r)), nil
	}
	return nil, fmt.Errorf("encoding %q is not known", shown(encoding))
}

// unpackError says that a body could not be unpacked, unless the reason says more.
func unpackError(err error) error {
	if errors.Is(err, ErrTooLong) || errors.Is(err, ErrWARC) || errors.Is(err, ErrEncoding) {
		return err
	}
	return fmt.Errorf("%w: %w", ErrEncoding, err)
}

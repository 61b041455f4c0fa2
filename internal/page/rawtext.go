package page

import (
	"bytes"
	"io"
)

// rawText hands a page to the tokenizer, and lets the walker pass over the scripts and
// style sheets that it does not read: they are half of a usual page, and the tokenizer
// goes byte by byte. It gives little at a time, so that the tokenizer has read little of
// the contents when the walker sees the tag, and twice as much each time in a long token,
// which the tokenizer copies each time.
type rawText struct {
	src   []byte
	at    int // what was handed out
	chunk int // what is handed out next
}

// minChunk is what the tokenizer gets at the beginning of a token.
const minChunk = 256

// Read gives what comes next of the page.
func (r *rawText) Read(p []byte) (int, error) {
	if r.at == len(r.src) {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), r.chunk)], r.src[r.at:])
	r.at += n
	r.chunk *= 2
	return n, nil
}

// token says that a token was read.
func (r *rawText) token() { r.chunk = minChunk }

// pass leaves out the rest of the contents of an element whose start tag the tokenizer has
// just read as far as at, and returns how long that is: 0 where they end in what was
// handed out, and where only the tokenizer can tell where they end.
func (r *rawText) pass(name string, at int) int {
	rest := r.src[at:min(at+maxToken/2, len(r.src))]
	n := endTagIn(rest, name)
	end := n + len("</") + len(name)
	if at+n <= r.at || end >= len(rest) || !endsName(rest[end]) || bytes.Contains(rest[:n], []byte("<!--")) {
		return 0
	}
	passed := at + n - r.at
	r.at += passed
	return passed
}

package page

import (
	"bytes"
	"io"
)

// rawText hands a page to the tokenizer, and lets the walker pass over the scripts and
// style sheets that it does not read: they are half of a usual page, and the tokenizer
// goes byte by byte. It gives no more at a time than up to the end of a tag that opens
// one, so that the tokenizer has read nothing of the contents when the walker sees the tag.
type rawText struct {
	src    []byte
	at     int    // what was handed out
	starts [2]int // where the next of rawTextTags stands, at or behind at
}

// rawTextTags begin the elements that are passed over.
var rawTextTags = [...][]byte{[]byte("<script"), []byte("<style")}

func newRawText(src []byte) *rawText {
	r := &rawText{src: src}
	for i := range r.starts {
		r.starts[i] = r.next(i, 0)
	}
	return r
}

// next returns where the next tag of a kind begins, the length of the page if there is none.
func (r *rawText) next(kind, from int) int {
	if i := bytes.Index(r.src[from:], rawTextTags[kind]); i >= 0 {
		return from + i
	}
	return len(r.src)
}

// Read gives what comes next of the page.
func (r *rawText) Read(p []byte) (int, error) {
	if r.at == len(r.src) {
		return 0, io.EOF
	}
	n := copy(p, r.src[r.at:r.end()])
	r.at += n
	return n, nil
}

// end returns where the next tag of an element that may be passed over ends.
func (r *rawText) end() int {
	for i, start := range r.starts {
		if start < r.at && bytes.IndexByte(r.src[start:r.at], '>') >= 0 {
			r.starts[i] = r.next(i, r.at)
		}
	}
	first := min(r.starts[0], r.starts[1])
	if i := bytes.IndexByte(r.src[max(first, r.at):], '>'); i >= 0 {
		return max(first, r.at) + i + 1
	}
	return len(r.src)
}

// pass leaves out the contents of the element whose start tag the tokenizer has just read
// as far as at, and returns how long they are. It returns 0 and leaves out nothing where
// more has been handed out, and where only the tokenizer can tell where they end.
func (r *rawText) pass(name string, at int) int {
	if at != r.at {
		return 0
	}
	rest := r.src[r.at:min(r.at+maxToken/2, len(r.src))]
	n := endTagIn(rest, name)
	end := n + len("</") + len(name)
	if end >= len(rest) || bytes.IndexByte([]byte(" \n\r\t\f/>"), rest[end]) < 0 ||
		bytes.Contains(rest[:n], []byte("<!--")) {
		return 0
	}
	r.at += n
	return n
}

package source

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline"
)

// unread is told nothing of what is read a second time.
func unread(int) {}

// readLooks yields the pages of a stream whose kind its name does not tell, by its first bytes; false
// ends everything.
func readLooks(
	ctx context.Context, r io.Reader, in input, o Options, yield func(dateline.Page, error) bool,
) bool {
	u, err := opened(ctx, r, in.label(), o)
	if err != nil {
		return yield(dateline.Page{}, err)
	}
	b := bufio.NewReaderSize(u, chunk)
	head := firstLine(b)
	switch in.kind = looks(head); {
	case in.kind == "" && isProse(head):
		in.kind = Page
	case in.kind == "":
		return yield(dateline.Page{}, &Error{Name: in.label(), Err: fmt.Errorf(
			"%w: neither text, JSON, HTML, a feed, CSV with a header nor a web archive; say which kind it is", ErrKind)})
	}
	o.Read = unread
	return readAs(ctx, b, in, o, yield)
}

// firstLine returns what a stream begins with: its first line and what came with it, without waiting
// for more.
func firstLine(b *bufio.Reader) []byte {
	for n := 1; ; n = b.Buffered() + 1 {
		_, err := b.Peek(n)
		head, _ := b.Peek(b.Buffered())
		text := bytes.TrimLeft(head, "\ufeff \t\r\n")
		if err != nil || bytes.IndexByte(text, '\n') >= 0 || len(head) == b.Size() {
			return head
		}
	}
}

// looks tells the kind of a file by its beginning, "" where it does not say. Empty files are JSON lines
// of no articles.
func looks(head []byte) Kind {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return HTML // in UTF-16
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	switch {
	case len(head) == 0:
		return Lines
	case head[0] == '<':
		return looksXML(head)
	case head[0] == '{' || head[0] == '[':
		return looksJSON(head)
	case bytes.HasPrefix(head, []byte(magic)):
		return Records
	}
	first, _, _ := bytes.Cut(head, []byte("\n"))
	if _, err := tableOf(string(first)); err == nil {
		return Table
	}
	return ""
}

// isProse reports whether a file that looks like nothing else begins as text that people write: in UTF-8, without
// control characters, and with no row of a table as its first line.
func isProse(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), "\r\n")
	for text := head; len(text) > 0; {
		r, n := utf8.DecodeRune(text)
		broken := r == utf8.RuneError && n == 1 && utf8.FullRune(text) // the last one may only be cut off
		if broken || unicode.IsControl(r) && !strings.ContainsRune("\t\r\n\f", r) {
			return false
		}
		text = text[n:]
	}
	line, _, _ := bytes.Cut(head, []byte("\n"))
	isRow := bytes.IndexByte(line, '\t') >= 0 ||
		bytes.Count(line, []byte(",")) >= 3 && bytes.Count(line, []byte(" ")) < bytes.Count(line, []byte(","))
	return !isRow && !bytes.HasPrefix(head, []byte("%PDF-"))
}

// looksXML tells a feed from a web page.
func looksXML(head []byte) Kind {
	head = bytes.ToLower(head[:min(len(head), 4<<10)])
	at := func(tag string) int {
		if i := bytes.Index(head, []byte(tag)); i >= 0 {
			return i
		}
		return len(head)
	}
	if min(at("<rss"), at("<feed"), at("<rdf:rdf")) < min(at("<html"), at("<!doctype html")) {
		return Items
	}
	return HTML
}

// looksJSON tells a JSON feed, lines of JSON, and JSON that runs over lines.
func looksJSON(head []byte) Kind {
	if bytes.Contains(head[:min(len(head), 4<<10)], []byte("jsonfeed.org/version")) {
		return Items
	}
	first, rest, more := bytes.Cut(head, []byte("\n"))
	second, _, whole := bytes.Cut(rest, []byte("\n"))
	switch {
	case head[0] == '[':
		return Object
	case !more || isObject(first) || whole && isObject(second):
		return Lines
	}
	return Object
}

// isObject reports whether a line holds a whole object.
func isObject(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 0 && line[0] == '{' && json.Valid(line)
}

package page

import (
	"bytes"
	"mime"

	"github.com/dateline-go/dateline"
)

// FormOf returns the form of a page, told from its content type and its body where the
// page does not say. Markup at the beginning makes it HTML. Anything else is text: one
// line is a story, since no furniture stands beside it; several lines are a whole page,
// whose reader keeps all of a bare story and sets aside what is none.
func FormOf(p dateline.Page) dateline.Form {
	if p.Form != "" {
		return p.Form
	}
	switch kind, _, _ := mime.ParseMediaType(p.ContentType); kind {
	case "text/html", "application/xhtml+xml":
		return dateline.HTML
	}
	if isUTF16(p.Body) { // only a web page may be in another encoding than UTF-8
		return dateline.HTML
	}
	body := bytes.TrimSpace(bytes.TrimPrefix(p.Body, []byte("\ufeff")))
	switch {
	case startsWithTag(body):
		return dateline.HTML
	case bytes.ContainsAny(body, "\r\n"):
		return dateline.PlainPage
	}
	return dateline.Story
}

// isUTF16 reports whether a body begins with the byte order mark of UTF-16.
func isUTF16(body []byte) bool {
	return bytes.HasPrefix(body, []byte("\xff\xfe")) || bytes.HasPrefix(body, []byte("\xfe\xff"))
}

// startsWithTag reports whether text begins with a tag, a comment, a doctype or an XML
// declaration. "<3" and "< 5 %" are words.
func startsWithTag(text []byte) bool {
	if len(text) < 3 || text[0] != '<' || bytes.IndexByte(text, '>') < 0 {
		return false
	}
	c := text[1]
	return c == '!' || c == '?' || c == '/' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

package source

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/charset"
)

// declared is the encoding in the first line of an XML file.
var declared = regexp.MustCompile(`^<\?xml [^>]*?encoding\s*=\s*["']([^"']*)["']`)

// feedText returns the body of a feed as the parser takes it: where the encoding that it declares,
// or UTF-8, which is meant where it declares none, is not that of its bytes, in UTF-8, with a
// warning. A name is that of the encoding which the caller knows it to be in.
func feedText(body []byte, name string, warn func(error)) ([]byte, error) {
	if name != "" {
		text, err := charset.As(body, name)
		return legal(redeclared(text)), err
	}
	body = legal(body)
	says := ""
	if m := declared.FindSubmatch(body); m != nil {
		says = strings.ToLower(string(m[1]))
	}
	switch {
	case says == "" || says == "utf-8" || says == "utf8":
		text, warning, err := charset.UTF8(body)
		if warning != "" {
			warn(errors.New(warning))
		}
		return text, err
	case utf8.Valid(body) && slices.ContainsFunc(body, func(c byte) bool { return c >= utf8.RuneSelf }):
		warn(errors.New("it says that it is in " + shown(says) + "; read as utf-8, as its bytes say"))
		return redeclared(body), nil // text in another encoding is hardly ever valid UTF-8 by chance
	}
	return body, nil
}

// redeclared returns an XML file that is in UTF-8 without another declaration.
func redeclared(body []byte) []byte {
	if m := declared.FindSubmatchIndex(body); m != nil {
		return slices.Concat(body[:m[2]], []byte("utf-8"), body[m[3]:])
	}
	return body
}

// legal drops the control characters that XML has no place for, in place, and what stands around
// the feed.
func legal(b []byte) []byte {
	b = slices.DeleteFunc(b, func(c byte) bool { return c < ' ' && c != '\t' && c != '\n' && c != '\r' })
	return bytes.TrimSpace(bytes.TrimPrefix(bytes.TrimSpace(b), []byte("\ufeff")))
}

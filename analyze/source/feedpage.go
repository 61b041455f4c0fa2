package source

import (
	"html"
	"regexp"
	"strings"
)

// tag is what tells HTML from plain words.
var tag = regexp.MustCompile(`</?[A-Za-z][^<>]*>|&#?\w+;`)

// inline is the markup that feeds put into titles.
var inline = regexp.MustCompile(`(?i)</?(?:b|br|em|i|span|strong|sub|sup)(?: [^<>]*)?/?>`)

// escapedTag is markup that was escaped once more than it should be.
var escapedTag = regexp.MustCompile(`(?i)&lt;/(?:a|b|div|em|figure|h[1-6]|i|li|ol|p|span|strong|ul)&gt;|&lt;br ?/?&gt;`)

// element is a tag as it should be.
var element = regexp.MustCompile(`</?[A-Za-z][^<>]*>`)

// unwrapped takes the signs of a CDATA section off words in which they stand for themselves,
// since the whole section was escaped.
func unwrapped(s string) string {
	if !strings.Contains(s, "<![CDATA[") {
		return s
	}
	return strings.NewReplacer("<![CDATA[", "", "]]>", "").Replace(s)
}

// unescaped returns the content of an item without what was escaped too often.
func unescaped(s string) string {
	s = unwrapped(s)
	if escapedTag.MatchString(s) && !element.MatchString(s) {
		s = unwrapped(html.UnescapeString(s))
	}
	return s
}

// words returns a field of a feed as words. Feeds escape it once or twice.
func words(s string) string {
	s = html.UnescapeString(inline.ReplaceAllString(unwrapped(s), ""))
	return clean(unwrapped(inline.ReplaceAllString(s, "")))
}

// html makes a small web page of an item's content, with what the feed says of them in
// the places where pages have it.
func (it feedItem) html(title, content string) []byte {
	var b strings.Builder
	write := func(parts ...string) {
		for _, p := range parts {
			b.WriteString(p)
		}
	}
	meta := func(key, name, value string) {
		if value = clean(value); value != "" {
			write("<meta ", key, `="`, name, `" content="`, html.EscapeString(value), "\">\n")
		}
	}
	write("<!DOCTYPE html>\n<html")
	if lang := clean(it.feed.Language); lang != "" {
		write(` lang="`, html.EscapeString(lang), `"`)
	}
	write("><head><meta charset=\"utf-8\">\n<title>", html.EscapeString(title), "</title>\n")
	meta("property", "og:site_name", words(it.feed.Title))
	for _, a := range it.authors() {
		meta("name", "author", a)
	}
	if len(it.Categories) > 0 {
		meta("property", "article:section", words(it.Categories[0]))
	}
	write("</head><body><article>\n")
	if title != "" {
		write("<h1>", html.EscapeString(title), "</h1>\n")
	}
	if content = strings.ToValidUTF8(content, "\ufffd"); !it.plain && tag.MatchString(content) {
		write(content)
	} else {
		for p := range strings.SplitSeq(strings.ReplaceAll(content, "\r\n", "\n"), "\n\n") {
			if strings.TrimSpace(p) != "" {
				write("<p>", html.EscapeString(p), "</p>\n")
			}
		}
	}
	write("\n</article></body></html>\n")
	return []byte(b.String())
}

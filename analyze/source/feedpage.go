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

// titleOf returns a title as words. Feeds escape it once or twice.
func titleOf(s string) string { return clean(html.UnescapeString(inline.ReplaceAllString(s, ""))) }

// html makes a small web page of an item's words, with what the feed says of them in
// the places where pages have it.
func (it feedItem) html(title, words string) []byte {
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
	meta("property", "og:site_name", it.feed.Title)
	var authors []string
	for _, a := range it.Authors {
		if a != nil && clean(a.Name) != "" {
			authors = append(authors, clean(a.Name))
		}
	}
	for _, a := range authors {
		meta("name", "author", a)
	}
	if len(it.Categories) > 0 {
		meta("property", "article:section", it.Categories[0])
	}
	write("</head><body><article>\n")
	if title != "" {
		write("<h1>", html.EscapeString(title), "</h1>\n")
	}
	if words = strings.ToValidUTF8(words, "\ufffd"); !it.plain && tag.MatchString(words) {
		write(words)
	} else {
		for p := range strings.SplitSeq(strings.ReplaceAll(words, "\r\n", "\n"), "\n\n") {
			if strings.TrimSpace(p) != "" {
				write("<p>", html.EscapeString(p), "</p>\n")
			}
		}
	}
	write("\n</article></body></html>\n")
	return []byte(b.String())
}

package export

import (
	"bytes"
	"strings"

	"github.com/dateline-go/dateline"
)

// writeMarkdown writes the story as CommonMark: headline, byline, sections, then
// quotes and links.
func writeMarkdown(b *bytes.Buffer, doc *dateline.Document) {
	start := b.Len()
	above, below := parts(doc)
	list := false
	for _, p := range above {
		writePart(b, p, &list)
	}
	about := nonEmpty(prefixed("By ", byline(authors(doc))), day(doc.Published), line(doc.Site))
	for i := range about {
		about[i] = escaped(about[i])
	}
	if u := webAddress(doc.URL); u != "" {
		about = append(about, "<"+u+">")
	}
	if len(about) > 0 {
		b.WriteString(strings.Join(about, " · ") + "\n\n")
	}
	for _, p := range below {
		writePart(b, p, &list)
	}
	if list {
		b.WriteByte('\n')
	}
	writeQuotes(b, doc)
	writeLinks(b, doc)
	b.Truncate(start + len(bytes.TrimRight(b.Bytes()[start:], "\n"))) // not into the article before
	b.WriteByte('\n')
}

// writePart writes a block. list says whether the one before was an entry of a list.
func writePart(b *bytes.Buffer, p part, list *bool) {
	words := escaped(p.words)
	if words == "" {
		return
	}
	if item := p.kind == dateline.BlockItem; *list && !item {
		b.WriteByte('\n')
		*list = false
	} else if item {
		*list = true
		b.WriteString("- " + words + "\n")
		return
	}
	switch p.kind {
	case dateline.BlockHeadline:
		words = "# " + words
	case dateline.BlockHeading:
		words = "## " + words
	case dateline.BlockQuote:
		words = "> " + words
	case dateline.BlockKicker:
		words = "**" + words + "**"
	case dateline.BlockDek, dateline.BlockCaption:
		words = "*" + words + "*"
	}
	b.WriteString(words + "\n\n")
}

// writeQuotes lists who said what.
func writeQuotes(b *bytes.Buffer, doc *dateline.Document) {
	known := byID(doc)
	first := true
	for _, q := range doc.Quotes {
		words := escaped(said(doc, q))
		if words == "" {
			continue
		}
		if first {
			b.WriteString("## Quotes\n\n")
			first = false
		}
		if q.Direct {
			words = "“" + words + "”"
		}
		b.WriteString("- " + words)
		if t := speaker(known, q); t != nil {
			b.WriteString(" — " + escaped(t.Name))
		}
		b.WriteByte('\n')
	}
	if !first {
		b.WriteByte('\n')
	}
}

// writeLinks lists the links of the page; one whose address is not known is a title.
func writeLinks(b *bytes.Buffer, doc *dateline.Document) {
	first := true
	for _, l := range doc.Links {
		title, address := escaped(l.Title), webAddress(l.URL)
		switch {
		case title == "" && address == "":
			continue
		case title == "":
			title = "<" + address + ">"
		case address != "":
			title = "[" + title + "](<" + address + ">)"
		}
		if first {
			b.WriteString("## Links\n\n")
			first = false
		}
		b.WriteString("- " + title + "\n")
	}
}

// signs are what CommonMark, and tables, struck words and notes of its dialects, read
// as markup wherever they stand.
const signs = "\\`*_{}[]<>&|~$^"

// escaped makes one line of words of which nothing is markup.
func escaped(s string) string {
	s = line(s)
	var b strings.Builder
	for i, r := range s {
		if strings.ContainsRune(signs, r) || i == 0 && strings.ContainsRune("#+-=:!", r) || endsNumber(s, i) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// endsNumber reports whether the sign at i ends a number that begins the line, as in
// "1." and "1)".
func endsNumber(s string, i int) bool {
	return i > 0 && (s[i] == '.' || s[i] == ')') && strings.Trim(s[:i], "0123456789") == ""
}

// prefixed puts words before others where there are any.
func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

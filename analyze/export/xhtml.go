package export

import (
	"html"
	"strings"

	"github.com/dateline-go/dateline"
)

// xhtml returns the story, without headline, kicker and dek, as elements of XHTML.
func xhtml(doc *dateline.Document) string {
	_, below := parts(doc)
	var b strings.Builder
	list := false
	for _, p := range below {
		if item := p.kind == dateline.BlockItem; item != list {
			b.WriteString(map[bool]string{true: "<ul>", false: "</ul>"}[item])
			list = item
		}
		words := html.EscapeString(line(p.words))
		switch p.kind {
		case dateline.BlockHeading:
			b.WriteString("<h2>" + words + "</h2>")
		case dateline.BlockQuote:
			b.WriteString("<blockquote><p>" + words + "</p></blockquote>")
		case dateline.BlockItem:
			b.WriteString("<li>" + words + "</li>")
		case dateline.BlockCaption: // stands with its picture
		default:
			b.WriteString("<p>" + words + "</p>")
		}
	}
	if list {
		b.WriteString("</ul>")
	}
	return b.String()
}

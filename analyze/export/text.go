package export

import (
	"bytes"
	"strings"

	"github.com/dateline-go/dateline"
)

// rule stands between two articles.
var rule = strings.Repeat("=", 72)

// writeText writes the story as plain text, a blank line between blocks.
func writeText(b *bytes.Buffer, doc *dateline.Document) {
	above, below := parts(doc)
	var list []string
	add := func(s string) {
		if s != "" {
			list = append(list, s)
		}
	}
	for _, p := range above {
		add(line(p.words))
	}
	add(prefixed("By ", byline(authors(doc))))
	add(day(doc.Published))
	for _, p := range below {
		words := line(p.words)
		if p.kind == dateline.BlockItem {
			words = prefixed("* ", words)
		}
		add(words)
	}
	b.WriteString(strings.Join(list, "\n\n") + "\n")
}

package made

import (
	"bytes"
	"fmt"
	"html"
	"iter"
	"math/rand/v2"
	"strings"

	"github.com/dateline-go/dateline"
)

// paragraphsOfPage is how many paragraphs each of [Pages] has.
const paragraphsOfPage = 12

// Paragraphs returns the paragraphs of analysed articles, which [Pages] takes.
func Paragraphs(from []*dateline.Document) []string {
	var list []string
	for _, doc := range from {
		for _, b := range doc.Blocks {
			if b.Kind == dateline.BlockParagraph {
				list = append(list, doc.Words(b.Span()))
			}
		}
	}
	return list
}

// Pages makes n pages of paragraphs drawn by chance, the same each time: stories,
// pasted pages and web pages in turn.
func Pages(paragraphs []string, n int) iter.Seq2[dateline.Page, error] {
	return func(yield func(dateline.Page, error) bool) {
		r := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			story := make([]string, paragraphsOfPage)
			for j := range story {
				story[j] = paragraphs[r.IntN(len(paragraphs))]
			}
			p := dateline.Page{ID: fmt.Sprintf("made-%d", i), Title: fmt.Sprintf("Made article %d", i)}
			switch i % 3 {
			case 0:
				p.Form, p.Body = dateline.Story, []byte(strings.Join(story, "\n\n"))
			case 1:
				p.Form, p.Body = dateline.PlainPage, []byte(p.Title+"\n\n"+strings.Join(story, "\n\n"))
			default:
				p.Form, p.Body = dateline.HTML, webPage(p.Title, story)
			}
			if !yield(p, nil) {
				return
			}
		}
	}
}

// webPage wraps a story in a plain page.
func webPage(title string, story []string) []byte {
	var b bytes.Buffer
	title = html.EscapeString(title)
	fmt.Fprintf(&b, "<!doctype html><html lang=en><head><title>%s</title></head><body>", title)
	fmt.Fprintf(&b, "<nav><a href=/>Home</a></nav><article><h1>%s</h1>", title)
	for _, p := range story {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(p))
	}
	b.WriteString("</article><footer>All rights reserved</footer></body></html>")
	return b.Bytes()
}

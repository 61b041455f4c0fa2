package export

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page and its style
	"encoding/base64"
	"html/template"
	"sync"

	"github.com/dateline-go/dateline"
)

//go:embed page.gohtml
var pageSource string

//go:embed page.css
var pageStyle string

// page is the template of the web page. It has no script, and says so to the browser.
var page = sync.OnceValues(func() (*template.Template, error) {
	return template.New("page").Parse(pageSource)
})

// head is what the top of the page says.
type head struct {
	Title    string
	Language string
	Style    template.CSS
	Policy   string
	Kinds    []kind
}

// kind is a kind of name as the page marks it.
type kind struct{ Class, Name string }

// kinds are the kinds that the page marks, each in a colour of its own.
var kinds = []kind{
	{"person", "People"}, {"org", "Organisations"}, {"place", "Places"}, {"group", "Groups"},
	{"other", "Works, events, laws"}, {"value", "Dates and amounts"},
}

// classOf returns the class by which a label is marked.
func classOf(l dateline.Label) string {
	switch {
	case l == dateline.Person:
		return "person"
	case l == dateline.Org:
		return "org"
	case l == dateline.GPE, l == dateline.Loc, l == dateline.Fac:
		return "place"
	case l == dateline.NORP:
		return "group"
	case l.IsValue():
		return "value"
	}
	return "other"
}

// writeArticle writes an article, with the head of the page before the first.
func writeArticle(b *bytes.Buffer, doc *dateline.Document, first bool) error {
	t, err := page()
	if err != nil {
		return err
	}
	if first {
		if err := writeHead(b, t, doc); err != nil {
			return err
		}
	}
	return t.ExecuteTemplate(b, "article", viewOf(doc))
}

// writeHead writes the head of the page. doc may be nil.
func writeHead(b *bytes.Buffer, t *template.Template, doc *dateline.Document) error {
	sum := sha256.Sum256([]byte(pageStyle))
	h := head{
		Title: "Articles", Language: "en", Style: template.CSS(pageStyle), Kinds: kinds, //nolint:gosec // our own style
		Policy: "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" +
			base64.StdEncoding.EncodeToString(sum[:]) + "'",
	}
	if doc != nil && line(doc.Headline) != "" {
		h.Title = line(doc.Headline)
	}
	return t.ExecuteTemplate(b, "head", h)
}

// writeFoot writes the end of the page, and its head where there was no article.
func writeFoot(b *bytes.Buffer, empty bool) error {
	t, err := page()
	if err != nil {
		return err
	}
	if empty {
		if err := writeHead(b, t, nil); err != nil {
			return err
		}
	}
	return t.ExecuteTemplate(b, "foot", nil)
}

package page

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-go/dateline/internal/paragraph"
)

// maxAbove is how many blocks over the headline may say the section.
const maxAbove = 4

// shownSection returns the section that the page shows over its headline, as the last step of a path, "Home » Society",
// or as a link of its own to a folder of the site; "" where it shows none.
func shownSection(c *content, headline int) string {
	if headline <= 0 || headline >= len(c.blocks) {
		return ""
	}
	for i := headline - 1; i >= max(0, headline-maxAbove); i-- {
		if section := lastCrumb(c.blocks[i].text, c.blocks[headline].fold()); section != "" {
			return section
		}
	}
	if b := &c.blocks[headline-1]; c.leadsToFolder(b) && !c.isOneOfMany(headline-1) {
		return b.text
	}
	return ""
}

// crumbMarks stand between the steps of a path.
const crumbMarks = "»›>→"

// lastCrumb returns the last step of a path that is not the headline itself, folded, "" where a text is no path.
func lastCrumb(text, title string) string {
	if len(text) > 200 || !strings.ContainsAny(text, crumbMarks+"/") {
		return ""
	}
	text = strings.ReplaceAll(strings.TrimLeft(text, " /"), " / ", " > ")
	steps := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(crumbMarks, r) })
	for i := range steps {
		steps[i] = strings.TrimSpace(steps[i])
	}
	if n := len(steps); n > 0 && len(steps[n-1]) > 12 && strings.HasPrefix(title, fold(paragraph.Short(steps[n-1], 40))) {
		steps = steps[:n-1]
	}
	if len(steps) < 2 {
		return ""
	}
	for _, step := range steps {
		if !mayBeSection(step) {
			return ""
		}
	}
	return steps[len(steps)-1]
}

// mayBeSection reports whether words could be the name of a section: a few, without figures, the first with a capital.
func mayBeSection(text string) bool {
	m := shapeOf(text)
	first, _ := utf8.DecodeRuneInString(text)
	return m.words >= 1 && m.words <= 4 && m.digits == 0 && !m.endMark && !m.colon && len(text) < 40 &&
		unicode.IsLetter(first) && !unicode.IsLower(first)
}

// leadsToFolder reports whether a block is one link, in a word or three, to a folder of the site: "/news/local".
func (c *content) leadsToFolder(b *block) bool {
	if c.plain || b.nLinks != 1 || b.linked < len(b.text) || b.dated || b.hints&(hintNav|hintMenu|hintFooter) != 0 {
		return false
	}
	if strings.Count(b.text, " ") > 2 || !mayBeSection(b.text) || b.opener() != roleNone {
		return false
	}
	href := c.anchors[b.links].href
	u, err := url.Parse(href)
	if err != nil || !c.leadsTwice(href) {
		return false
	}
	path := strings.Trim(u.Path, "/")
	if path == "" || strings.Count(path, "/") > 1 || strings.ContainsAny(path, ".0123456789") {
		return false
	}
	return strings.Contains(fold(path), paragraph.Short(b.fold(), sameLetters))
}

// leadsTwice reports whether several links lead to an address: the menu leads to each section too.
func (c *content) leadsTwice(href string) bool {
	n := 0
	for i := range c.anchors {
		if c.anchors[i].href == href {
			n++
		}
	}
	return n > 1
}

// sameLetters is how many letters of its name the address of a section begins with.
const sameLetters = 4

// isOneOfMany reports whether a link stands in a row of such links, as in a menu that the markup does not call one.
func (c *content) isOneOfMany(i int) bool {
	if i == 0 {
		return false
	}
	b, before := &c.blocks[i], &c.blocks[i-1]
	return before.linked >= len(before.text) && before.hints&(hintNav|hintMenu) == 0 &&
		c.elems[b.elem].parent == c.elems[before.elem].parent
}

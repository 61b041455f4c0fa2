package page

import (
	"strings"

	"github.com/dateline-go/dateline"
)

// isBio reports whether a paragraph speaks of the one who wrote the page.
func isBio(text string) bool {
	if len(text) < 30 || len(text) > 1500 {
		return false
	}
	return containsAny(" "+fold(text)+" ", vocab().bio)
}

// findBios marks author boxes that no markup tells: a line such as "About Jane
// Smith" and, under it, a paragraph that speaks of a writer.
func findBios(c *content) {
	for i := 1; i+1 < len(c.blocks); i++ {
		b, next := &c.blocks[i], &c.blocks[i+1]
		if aboutName(b.text) == "" && b.opener() != roleAuthorBox {
			continue
		}
		if isBio(next.text) {
			b.role, next.role = roleAuthorBox, roleAuthorBox
		}
	}
}

// tailBio sets aside the end of a story that speaks of its author: a paragraph that
// begins with a name of the byline and says what that one does.
func tailBio(c *content, byline []dateline.Author) {
	for i := len(c.blocks) - 1; i > 0; i-- {
		b := &c.blocks[i]
		if !b.role.isBody() {
			continue
		}
		for _, a := range byline {
			if len(b.text) < 400 && strings.Contains(a.Name, " ") && strings.HasPrefix(b.text, a.Name+" ") && isBio(b.text) {
				b.role = roleAuthorBox
			}
		}
		if b.role != roleAuthorBox {
			return
		}
	}
}

// addBio gives the byline the words of the page's author boxes.
func addBio(d *dateline.Document, c *content) {
	boxes := 0
	for i := 0; i < len(c.blocks) && boxes < maxBios; i++ {
		if c.blocks[i].role != roleAuthorBox {
			continue
		}
		boxes++
		name, bio := aboutName(c.blocks[i].text), ""
		for ; i < len(c.blocks) && c.blocks[i].role == roleAuthorBox; i++ {
			if t := c.blocks[i].text; len(t) > 60 && len(t) > len(bio) {
				bio = t
			}
		}
		if bio == "" {
			continue
		}
		if len(d.Byline) == 0 && name != "" {
			d.Byline = []dateline.Author{{Name: name}}
		}
		for k := range d.Byline {
			a := &d.Byline[k]
			if a.Bio == "" && (len(d.Byline) == 1 || a.Name == name || strings.Contains(bio, a.Name)) {
				a.Bio = bio
				break
			}
		}
	}
}

// maxBios is how many author boxes are looked at.
const maxBios = 20

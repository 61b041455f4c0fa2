package page

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/dateline-go/dateline/internal/page/dates"
	"github.com/dateline-go/dateline/lang/furniture"
)

// maxSiteLine is the longest line of a site that stands among the paragraphs of a story, in bytes.
const maxSiteLine = 250

// besideRole says what a block that looks like the story is after all, roleNone for the story: a
// line of the site such as "RELATED: Bus fares rise", a date, a link to another story, a pull
// quote, an address.
func (n *namer) besideRole(i int) role {
	b := &n.c.blocks[i]
	switch {
	case leadsAway(b):
		return roleRelated
	case isStub(b):
		return roleNewsletter
	case isStampText(b.text):
		return roleDate
	case b.own&hintByline != 0 && lastMark(b.text) != '.' && len(lineNames(b.text, "")) > 0:
		return roleByline
	case n.isPullQuote(b), isAddressLine(b.text):
		return roleOther
	}
	return siteLine(b)
}

// siteLine returns the part of the page that a line of the site belongs to, roleNone for other lines.
func siteLine(b *block) role {
	if len(b.text) > maxSiteLine {
		return roleNone
	}
	if at := strings.IndexAny(b.text, ":：|"); at > 0 && at < 30 && lastMark(b.text) != '.' {
		if part, ok := vocab().table.Value(fold(b.text[:at]), furniture.LeadLabel); ok {
			return openerRoles[part]
		}
	}
	f := b.fold()
	if part, ok := vocab().table.Value(f, furniture.SiteLine); ok {
		return openerRoles[part]
	}
	for _, p := range vocab().table.Phrases(furniture.SiteLine) {
		if strings.HasPrefix(f, p.Words+" ") && lastMark(b.text) != '.' {
			return openerRoles[p.Value]
		}
	}
	if containsAny(f, vocab().sitePhrases) {
		return roleOther
	}
	return roleNone
}

// isStampText reports whether a line says when the page was published or changed, and little else:
// "Tue 5 Mar 2024 18.20 GMT Last modified on Wed 6 Mar".
func isStampText(text string) bool {
	if len(text) > maxStamp {
		return false
	}
	if dates.IsDay(text) || dates.IsMoment(text) {
		return true
	}
	m := shapeOf(text)
	parts := stampsIn(text)
	if m.endMark || m.digits < 3 || m.words > 24 || len(parts) == 1 && len(parts[0].text)+20 < len(text) ||
		len(parts) == 1 && len(parts[0].text) == len(text) {
		return false
	}
	_, ok := dates.Parse(text)
	return ok
}

// isAddressLine reports whether a line is how to reach somebody: an address of mail, with a word or two.
func isAddressLine(text string) bool {
	return len(text) < 80 && strings.Contains(text, "@") && strings.Count(text, " ") <= 2 && strings.Contains(text, ".")
}

// minPullQuote is the shortest pull quote, in bytes: shorter words come twice by chance.
const minPullQuote = 30

// maxPullQuotes is how many blocks set apart are compared with the paragraphs of a story.
const maxPullQuotes = 40

// isPullQuote reports whether a block set apart repeats words of a paragraph.
func (n *namer) isPullQuote(b *block) bool {
	if n.c.plain || b.hints&(hintPullquote|hintAside|hintQuote) == 0 || len(b.text) < minPullQuote {
		return false
	}
	if n.compared++; n.compared > maxPullQuotes {
		return false
	}
	f := b.fold()
	for i := range n.c.blocks {
		o := &n.c.blocks[i]
		if o != b && o.score > 0 && len(o.text) > len(b.text)+10 && strings.Contains(o.fold(), f) {
			return true
		}
	}
	return false
}

// tailLinks sets aside the links to other stories that stand behind the last paragraph, in the same element.
func (n *namer) tailLinks() {
	c := n.c
	end := n.last
	for ; end > n.first; end-- {
		b := &c.blocks[end]
		if b.role.isBody() && !isTailLink(b) {
			break
		}
		if b.role.isBody() {
			b.role = roleRelated
		}
	}
	if c.plain || end < 0 {
		return
	}
	for i := end + 1; i < len(c.blocks); i++ {
		b := &c.blocks[i]
		beside := c.above(b.elem, 1) == c.above(c.blocks[end].elem, 1)
		if beside && b.role == roleNone && isTailLink(b) && len(b.text) >= minTitle {
			b.role = roleRelated
		}
	}
}

// isTailLink reports whether a paragraph is the title of another story that links to it.
func isTailLink(b *block) bool {
	return b.tag == atom.P && b.linked == len(b.text) && lastMark(b.text) != '.' && strings.Contains(b.text, " ")
}

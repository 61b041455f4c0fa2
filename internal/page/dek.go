package page

import (
	"golang.org/x/net/html/atom"

	"github.com/dateline-go/dateline/internal/paragraph"
)

// enoughDek is the score from which a block is taken for the dek.
const enoughDek = 2.5

// maxDekDistance is how many blocks behind the headline a dek may stand.
const maxDekDistance = 150

// bestDek returns the block between the headline and the story that looks most like
// the story in a sentence or two, -1 where none does.
func (n *namer) bestDek() int {
	from := n.headline + 1
	if n.headline < 0 {
		from = max(0, n.first-12)
	}
	best, at := enoughDek, -1
	for i := from; i <= n.first && i < len(n.c.blocks) && i < from+maxDekDistance; i++ {
		if s := n.dekScore(i); s >= best && (at < 0 || s > best) {
			best, at = s, i
		}
	}
	return at
}

// dekScore says how much a block looks like the dek: by what the page's data and its
// markup say, by its place, and by its words.
func (n *namer) dekScore(i int) float64 {
	b := &n.c.blocks[i]
	m := shapeOf(b.text)
	if m.words < 5 && m.runes < 40 || len(b.text) > 900 || 2*b.linked > len(b.text) || !mayBeDek(b.role) {
		return 0
	}
	f := b.fold()
	if f == n.title || openerIn(b.text, f) != roleNone || isStampText(b.text) || n.isLead(i) {
		return 0
	}
	s := dekMarkup(b)
	if n.deks[f] {
		s += 4
	}
	if m.endMark {
		s += 1.5
	}
	near := n.headline >= 0 && i-n.headline <= 2
	if near {
		s++
	}
	switch {
	case isHeading(b.tag) && near:
		s += 1.5
	case !isHeading(b.tag) && m.words >= 12:
		s++
	}
	if i >= n.first-1 {
		s += 0.5
	}
	return s - notDek(b)
}

// notDek says how much speaks against a block: the words of a credit or of furniture, or that it is the story itself,
// an opening paragraph, unless it is set apart.
func notDek(b *block) float64 {
	s := 0.0
	if hasCredit(b.text) {
		s += 4
	}
	if junkIn(b.fold()) > 1 {
		s += 2
	}
	if b.score > 0 {
		s += 2.5
		if b.bold >= len(b.text) {
			s -= 2
		}
	}
	return s
}

// isLead reports whether a block is rather the first paragraph: it begins with a dateline, or the
// paragraph right behind it is of the same make.
func (n *namer) isLead(i int) bool {
	b := &n.c.blocks[i]
	if n.c.plain || b.tag != atom.P || b.own&hintDek != 0 || b.bold >= len(b.text) {
		return false
	}
	if paragraph.Dateline(b.text) > 0 {
		return true
	}
	if i+1 >= len(n.c.blocks) {
		return false
	}
	next := &n.c.blocks[i+1]
	e, o := &n.c.elems[b.elem], &n.c.elems[next.elem]
	return next.role == roleParagraph && next.tag == atom.P && e.parent == o.parent && e.sig == o.sig && b.own == next.own
}

// mayBeDek reports whether a block that was taken for something may be the dek nevertheless.
func mayBeDek(r role) bool {
	switch r {
	case roleOther, roleParagraph, roleHeading, roleNavigation, roleRelated, roleNewsletter:
		return true
	}
	return false
}

// dekMarkup says how much the markup of a block is that of a dek.
func dekMarkup(b *block) float64 {
	s := 0.0
	switch {
	case b.own&hintDek != 0:
		s += 3
	case b.hints&hintDek != 0:
		s += 2
	}
	if isHeading(b.tag) && b.own&hintHeadline != 0 {
		s -= 2
	}
	if b.own&(hintCaption|hintLegal|hintForm|hintCookie) != 0 || b.tag == atom.Figcaption || b.hints&hintNav != 0 {
		s -= 4
	}
	return s
}

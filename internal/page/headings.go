package page

import "strings"

// slack is how far below zero the score of a heading may be that stands before a
// paragraph of the story: headings say little by themselves.
const slack = -1.2

// maxHeading is the longest heading, in bytes.
const maxHeading = 160

// promoteHeadings takes headings into the story that stand between its paragraphs.
func promoteHeadings(c *content) {
	inside := false
	for i := range c.blocks {
		b := &c.blocks[i]
		if b.score > 0 {
			inside = true
			continue
		}
		if inside && c.plain && c.standsBetween(i) {
			b.score = 0.01
		}
		if inside && isHeading(b.tag) && b.score > seriesSlack && b.role == roleNone && !b.marked && b.linked == 0 &&
			len(b.text) <= maxHeading && c.beforeParagraph(i) && (b.score > slack || c.inSeries(i)) {
			b.score = 0.01
		}
	}
}

// seriesSlack is slack for the heading of a series whose others stand in the story.
const seriesSlack = -4

// inSeries reports whether two headings of the story before a heading, of the same tag, stand in elements beside
// its own, as those of the posts of a live blog do.
func (c *content) inSeries(i int) bool {
	found := 0
	for j := i - 1; j >= 0 && j > i-maxSeries && found < 2; j-- {
		b := &c.blocks[j]
		if b.tag == c.blocks[i].tag && b.score > 0 && c.above(b.elem, 2) == c.above(c.blocks[i].elem, 2) {
			found++
		}
	}
	return found == 2
}

// maxSeries is how many blocks back the others of a series are looked for.
const maxSeries = 100

// above returns the element so many levels above one.
func (c *content) above(elem int32, levels int) int32 {
	for ; levels > 0 && elem > 0; levels-- {
		elem = c.elems[elem].parent
	}
	return elem
}

// beforeParagraph reports whether the next block, or the one after it, is a paragraph
// of the story.
func (c *content) beforeParagraph(i int) bool {
	for j := i + 1; j < len(c.blocks) && j <= i+2; j++ {
		if b := &c.blocks[j]; b.score > 0.5 && !isHeading(b.tag) && len(b.text) > 60 {
			return true
		}
		if isHeading(c.blocks[j].tag) {
			return false
		}
	}
	return false
}

// plainSlack is slack for a line of a pasted page that stands by itself between two
// paragraphs of the story.
const plainSlack = -2.5

// standsBetween reports whether a pasted line is set apart by blank lines from a long
// paragraph of the story before it and one behind it, and is as short as a heading. A
// line of furniture may stand above it.
func (c *content) standsBetween(i int) bool {
	b := &c.blocks[i]
	if i == 0 || i+1 >= len(c.blocks) || b.blank == 0 || c.blocks[i+1].blank == 0 ||
		b.marked || b.role != roleNone || b.score < plainSlack || len(b.text) > 70 {
		return false
	}
	prev, next := &c.blocks[i-1], &c.blocks[i+1]
	if prev.marked && prev.score <= 0 && i > 1 { // an advert, a link to another story
		prev = &c.blocks[i-2]
	}
	return isLongStory(prev) && isLongStory(next) && prev.indent == next.indent && readsAsHeading(b)
}

// isLongStory reports whether a pasted line is surely a paragraph of the story.
func isLongStory(b *block) bool { return b.score >= 0.5 && len(b.text) >= 100 }

// readsAsHeading reports whether the words of a line by itself may be a heading.
func readsAsHeading(b *block) bool {
	m := shapeOf(b.text)
	switch {
	case m.words == 0 || m.words > 8, m.endMark && !m.question, m.colon, 3*m.letters <= 2*len([]rune(b.text)):
		return false
	case strings.Contains(b.text, "©"):
		return false
	}
	return !isDateLine(b.text) && bylineOf(b.text) == "" && !hasCredit(b.text)
}

// looksLikeHeading reports whether a block of the story that no tag marks is a
// heading: a few words without an end before a longer block, in bold, or on a line of
// its own between long paragraphs.
func (n *namer) looksLikeHeading(i int) bool {
	b := &n.c.blocks[i]
	m := shapeOf(b.text)
	switch {
	case m.words > 16 || len(b.text) > 120, m.endMark && !m.question, m.colon || m.ellipsis:
		return false
	case '0' <= m.first && m.first <= '9', m.first == '[':
		return false
	case hasCredit(b.text) || 2*b.linked > len(b.text) || !n.leads(i):
		return false
	case n.c.plain || b.bold >= len(b.text):
		return true
	case m.words > 8 || m.words < 2 || m.upper == 0, b.linked > 0, isDash(m.first):
		return false
	}
	return i > 0 && standsBetweenParagraphs(&n.c.blocks[i-1], b, &n.c.blocks[i+1])
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }

// standsBetweenParagraphs reports whether a block without markup of its own stands between two paragraphs of the story.
func standsBetweenParagraphs(prev, b, next *block) bool {
	return prev.score > 0 && lastMark(prev.text) == '.' && prev.tag == b.tag && len(prev.text) > 100 &&
		next.tag == b.tag && len(next.text) > 150
}

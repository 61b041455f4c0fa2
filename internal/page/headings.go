package page

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
		if inside && isHeading(b.tag) && b.score > slack && b.role == roleNone && !b.marked && b.linked == 0 &&
			len(b.text) <= maxHeading && c.beforeParagraph(i) {
			b.score = 0.01
		}
	}
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

// looksLikeHeading reports whether a block of the story that no tag marks is a
// heading: a few words without an end before a longer block, in bold, or on a line of
// its own between long paragraphs.
func (n *namer) looksLikeHeading(i int) bool {
	b := &n.c.blocks[i]
	m := shapeOf(b.text)
	if m.words > 16 || len(b.text) > 120 || m.endMark && !m.question || m.colon || m.ellipsis || '0' <= m.first && m.first <= '9' || !n.leads(i) {
		return false
	}
	if n.c.plain || b.bold >= len(b.text) {
		return true
	}
	if m.words > 8 || m.words < 2 || m.upper == 0 || b.linked > 0 || m.first == '-' || m.first == '–' || m.first == '—' || i == 0 {
		return false
	}
	prev, next := &n.c.blocks[i-1], &n.c.blocks[i+1]
	return prev.score > 0 && lastMark(prev.text) == '.' && prev.tag == b.tag && len(prev.text) > 100 &&
		next.tag == b.tag && len(next.text) > 150
}

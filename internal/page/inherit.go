package page

// most is the share of a page's words that an element may hold before its hints of
// furniture count as a mistake: a wrapper called "page-with-sidebar" says nothing
// about the story inside.
const most = 0.6

// furnitureHints are the hints that speak against the story.
const furnitureHints = hintNav | hintFooter | hintHeader | hintAside | hintForm | hintFigure | hintHidden |
	hintRelated | hintMostRead | hintNewsletter | hintShare | hintComment | hintCookie | hintMenu | hintAdvert |
	hintTags | hintPaywall | hintTool |
	hintLegal | hintBox | hintTeaser | hintPullquote | hintList2 | hintSidebar | hintMetaBox | hintCaption |
	hintDate | hintByline | hintBio | hintKicker | hintHeadline | hintDek | hintTable | hintList | hintQuote

// inherit hands the hints of elements down to what they hold, and to the blocks.
func inherit(c *content) {
	if c.plain {
		return
	}
	before := make([]int, len(c.blocks)+1) // words of prose before each block
	for i := range c.blocks {
		n := len(c.blocks[i].text) - c.blocks[i].linked
		if n < 40 {
			n = 0
		}
		before[i+1] = before[i] + n
	}
	total := float64(before[len(c.blocks)])
	for i := range c.elems {
		e := &c.elems[i]
		if i == 0 {
			continue
		}
		if e.end > e.first && float64(before[e.end]-before[e.first]) > most*total {
			e.own &^= furnitureHints
		}
		e.all = e.own | c.elems[e.parent].all
	}
	for i := range c.blocks {
		b := &c.blocks[i]
		e := &c.elems[b.elem]
		b.own |= e.own
		b.hints = b.own | e.all
	}
}

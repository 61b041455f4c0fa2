package page

import "golang.org/x/net/html/atom"

// The features of a block among its neighbours: what the first look at each block
// says of those around it, and of those that the markup treats alike.
const (
	cBias       = 0
	cSelf       = cBias + 2 // the block's own score, and with plain text
	cChance     = cSelf + 2
	cNext       = cChance + 2 // what stands before and behind it, and so for a short block
	cWindow     = cNext + 4   // words around it, near and far, and with plain text
	cRun        = cWindow + 6 // in the run of the story, before or behind it, near or far
	cPlainRun   = cRun + 4
	cRunShort   = cPlainRun + 4
	cBefore     = cRunShort + 2 // how far the last sure block is
	cBehind     = cBefore + 4   // how far the next sure block is
	cBetween    = cBehind + 4
	cMain       = cBetween + 2 // inside the main element, and how deep
	cParent     = cMain + 4    // share of the story in the same parent
	cSiblings   = cParent + 3
	cLook       = cSiblings + 2 // share of the story in elements of the same look
	cLookMean   = cLook + 3
	cIndent     = cLookMean + 3 // share of the story with the same indent
	cBlank      = cIndent + 3
	cHeading    = cBlank + 2
	cLen        = cHeading + 4
	cTag        = cLen + lenBins - 1
	cEdge       = cTag + 4
	cHead       = cEdge + 2 // just under the headline
	cTotal      = cHead + 2
	cGap        = cTotal + 2   // the blocks that are not sure around it: mean, and with plain text; best; how many
	cTree       = cGap + 7     // how far up the sure blocks before and behind it are
	cColumn     = cTree + 6    // indented as the sure blocks before and behind it
	cClean      = cColumn + 2  // no furniture between it and the sure block before or behind it
	cWide       = cClean + 6   // in the run of the story when small chances count as well
	cStretch    = cWide + 4    // share of the story in the lines of one indent around it
	cCredit     = cStretch + 3 // the credit of a picture stands behind it
	cNext2      = cCredit + 1  // what stands two before and two behind it
	cIndentMean = cNext2 + 2
	cMarks      = cIndentMean + 2 // furniture around it
	cShared     = cMarks + 1      // words that the sure blocks use as well, for a short block
	cOwnCredit  = cShared + 4
	contextLen  = cOwnCredit + 2
)

// distanceBin bins a distance in blocks.
func distanceBin(d int32) int {
	switch {
	case d <= 1:
		return 0
	case d == 2:
		return 1
	case d <= 4:
		return 2
	case d <= 10:
		return 3
	}
	return 4
}

// sizeBin bins the number of blocks in a gap.
func sizeBin(n int) int {
	switch {
	case n <= 1:
		return 0
	case n <= 3:
		return 1
	case n <= 9:
		return 2
	}
	return 3
}

// massBin bins a share of the story.
func massBin(x float64) int {
	switch {
	case x < 0.02:
		return 0
	case x < 0.15:
		return 1
	case x < 0.5:
		return 2
	}
	return 3
}

// context adds up the features of one block among its neighbours.
func (s *sums) context(h *neighbourhood, i int) {
	b, m := &h.c.blocks[i], &h.shapes[i]
	isShort := m.runes < 100 && !m.endMark
	s.chances(h, i, isShort)
	s.bin(cBefore, distanceBin(h.prevSure[i]))
	s.bin(cBehind, distanceBin(h.nextSure[i]))
	if h.prevSure[i] <= 3 && h.nextSure[i] <= 3 {
		s.add(cBetween, 1)
		s.flag(cBetween+1, h.c.plain)
	}
	s.heading(h, i, isShort)
	s.bin(cLen, lenBin(m.runes))
	if h.place(i) == 0 {
		s.flag(cEdge, i-h.from < 2)
		s.flag(cEdge+1, h.to-i <= 2)
	}
	if h.h1 >= 0 && i > h.h1 {
		s.flag(cHead, i-h.h1 <= 3)
		s.flag(cHead+1, i-h.h1 > 3 && i-h.h1 <= 8)
	}
	s.sureAround(h, i)
	wide := h.placeWide(i)
	s.bin(cWide, wide)
	if h.c.plain {
		s.bin(cWide+2, wide)
	}
	s.flag(cTotal, h.total < 80)
	s.flag(cTotal+1, h.total > 1500)
	if h.c.plain {
		s.line(h, i, isShort)
	} else {
		s.markup(h, i, b, isShort)
	}
}

// chances adds the block's own score and the chances of the blocks around it.
func (s *sums) chances(h *neighbourhood, i int, isShort bool) {
	plain := h.c.plain
	own := max(-8, min(8, h.score[i]))
	s.add(cBias, 1)
	s.add(cSelf, own)
	s.add(cChance, h.p[i])
	for k, radius := range [3]int{2, 6, 15} {
		x := h.around(i, radius)
		s.add(cWindow+k, x)
		if plain {
			s.add(cWindow+3+k, x)
		}
	}
	run := h.place(i)
	s.bin(cRun, run)
	if plain {
		s.add(cBias+1, 1)
		s.add(cSelf+1, own)
		s.add(cChance+1, h.p[i])
		s.bin(cPlainRun, run)
	}
	s.add(cNext, h.chance(i-1))
	s.add(cNext+1, h.chance(i+1))
	if isShort {
		s.add(cNext+2, h.chance(i-1))
		s.add(cNext+3, h.chance(i+1))
		if run == 0 {
			s.add(cRunShort, 1)
			s.flag(cRunShort+1, plain)
		}
	}
}

// sureAround adds what lies between a block and the sure blocks before and behind it.
func (s *sums) sureAround(h *neighbourhood, i int) {
	plain := h.c.plain
	if g := &h.gap[i]; g.size > 0 {
		s.add(cGap, g.mean)
		if plain {
			s.add(cGap+1, g.mean)
		}
		s.add(cGap+2, g.best)
		s.add(cGap+3+sizeBin(g.size), 1)
	}
	before, behind := i-int(h.prevSure[i]), i+int(h.nextSure[i])
	indent := h.c.blocks[i].indent
	if before >= 0 {
		same := plain && indent == h.c.blocks[before].indent
		s.sureSide(h, i, before, 0, same)
		if int(h.cleanTo[i]) < before {
			s.clean(0, plain, same)
		}
	}
	if behind < len(h.p) {
		same := plain && indent == h.c.blocks[behind].indent
		s.sureSide(h, i, behind, 1, same)
		if int(h.cleanOf[i]) > behind {
			s.clean(1, plain, same)
		}
	}
}

// sureSide adds how the sure block on one side, 0 before and 1 behind, hangs together with a block: by indent or by the
// elements around both.
func (s *sums) sureSide(h *neighbourhood, i, other, side int, sameIndent bool) {
	if h.c.plain {
		s.flag(cColumn+side, sameIndent)
	} else {
		s.bin(cTree+3*side, h.climb(i, other))
	}
}

// clean adds that no furniture stands between a block and the sure block on one side.
func (s *sums) clean(side int, plain, sameIndent bool) {
	s.add(cClean+3*side, 1)
	s.flag(cClean+3*side+1, plain)
	s.flag(cClean+3*side+2, sameIndent)
}

// line adds what tells a line of plain text: indents, blank lines, credits, and words that it shares with the story.
func (s *sums) line(h *neighbourhood, i int, isShort bool) {
	b, m := &h.c.blocks[i], &h.shapes[i]
	mass, words := h.block(i)
	l := h.indents[b.indent]
	s.bin(cIndent, massBin(l.mass/(h.total+1)))
	s.bin(cStretch, massBin(h.stretch[i]))
	s.add(cBlank, h.blanks[min(b.blank, 2)].mean(mass, words))
	s.flag(cBlank+1, b.blank > 0)
	s.flag(cCredit, i+1 < len(h.p) && isCreditLine(h.c.blocks[i+1].text))
	s.flag(cOwnCredit, m.runes < 300 && hasCredit(b.text))
	s.flag(cOwnCredit+1, isCreditLine(b.text))
	s.add(cNext2, h.chance(i-2))
	s.add(cNext2+1, h.chance(i+2))
	x := l.mean(mass, words)
	s.add(cIndentMean, x)
	if isShort {
		s.add(cIndentMean+1, x)
		s.add(cShared+h.shared(i), 1)
	}
	s.add(cMarks, h.marksAround(i))
}

// place says where a block stands to the run of the story: in it 0, before it near 1
// and far 2, behind it near 3 and far 4.
func (h *neighbourhood) place(i int) int {
	switch {
	case i >= h.from && i < h.to:
		return 0
	case i < h.from && h.from-i <= 4:
		return 1
	case i < h.from:
		return 2
	case i-h.to < 4:
		return 3
	}
	return 4
}

// placeWide says where a block stands to the run of the story when small chances count
// as well: in it 0, before it 1, behind it 2.
func (h *neighbourhood) placeWide(i int) int {
	switch {
	case i < h.wideFrom:
		return 1
	case i >= h.wideTo:
		return 2
	}
	return 0
}

// heading adds what tells a heading: short, before a sure block.
func (s *sums) heading(h *neighbourhood, i int, isShort bool) {
	if !isShort || h.nextSure[i] > 2 {
		return
	}
	b := &h.c.blocks[i]
	switch {
	case h.c.plain:
		s.flag(cHeading, h.prevSure[i] <= 3)
		s.flag(cHeading+1, b.blank > 0 && h.nextSure[i] == 1)
	case isHeading(b.tag):
		s.add(cHeading+2, 1)
	case b.bold >= len(b.text):
		s.add(cHeading+3, 1)
	}
}

// markup adds what the elements around a block say.
func (s *sums) markup(h *neighbourhood, i int, b *block, isShort bool) {
	mass, words := h.block(i)
	e := &h.c.elems[b.elem]
	if h.holds(h.main, b.elem) {
		depth := 0
		for at := b.elem; at > h.main && depth < 3; at = h.c.elems[at].parent {
			depth++
		}
		s.add(cMain, 1)
		s.bin(cMain+1, depth)
	}
	if e.parent >= 0 {
		s.bin(cParent, massBin(h.childMass[e.parent]/(h.total+1)))
		l := look{h.childMass[e.parent], h.childWords[e.parent]}
		x := l.mean(mass, words)
		s.add(cSiblings, x)
		if isShort {
			s.add(cSiblings+1, x)
		}
	}
	l := h.looks[h.lookOf(b.elem)]
	s.bin(cLook, massBin(l.mass/(h.total+1)))
	x := l.mean(mass, words)
	s.add(cLookMean, x)
	if isShort {
		s.add(cLookMean+1, x)
	}
	s.add(cLookMean+2, h.tags[e.sig].mean(mass, words))
	if h.place(i) == 0 {
		switch b.tag {
		case atom.P:
			s.add(cTag, 1)
		case atom.Li:
			s.add(cTag+1, 1)
		case atom.Div, atom.Section:
			s.add(cTag+2, 1)
		case atom.H2, atom.H3, atom.H4:
			s.add(cTag+3, 1)
		}
	}
}

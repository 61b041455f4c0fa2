package page

// The features of a line of a pasted page when it is looked at for the last time: what
// the second look says of it and of those around it. A pasted page has no markup to
// lean on, and its neighbours are known much better by then.
const (
	aBias     = 0
	aSelf     = aBias + 1   // its own score, and its chance
	aNext     = aSelf + 2   // what stands before and behind it, and so for a short line
	aNext2    = aNext + 4   // what stands two before and two behind it
	aWindow   = aNext2 + 2  // words around it, near and far
	aRun      = aWindow + 3 // in the run of the story, before or behind it, near or far
	aWide     = aRun + 4    // in the run of the story when small chances count as well
	aSure     = aWide + 2   // how far the sure lines before and behind it are
	aGap      = aSure + 4   // the lines that are not sure around it
	aIndent   = aGap + 2    // mean chance of the lines with the same indent, and so for a short line
	aStretch  = aIndent + 2 // share of the story in the lines of one indent around it
	aMarks    = aStretch + 3
	aShared   = aMarks + 1 // words that the sure lines use as well, for a short line
	aCredit   = aShared + 4
	aColumn   = aCredit + 3
	aClean    = aColumn + 2
	aShort    = aClean + 2
	aEdge     = aShort + 1
	aStyle    = aEdge + 2     // mean chance of the lines that are set alike, and so for a short line
	aSegment  = aStyle + 2    // mean chance of the lines up to the next furniture, and so for a short line
	aSegShare = aSegment + 2  // share of the story in them
	aTwin     = aSegShare + 3 // other lines say the same, numbers aside; their mean chance
	aCommon   = aTwin + 2     // long words that other sure lines hold: no such word, share in a short line, in a long one
	aMarked   = aCommon + 3   // furniture by its words: itself, the line before, the line behind, that for a short line
	aLeft     = aMarked + 4   // the story that is left behind it and before it
	aFirst    = aLeft + 4     // its score by itself
	aSeries   = aFirst + 1    // one of a series of numbered lines, and the chance of those beside it
	againLen  = aSeries + 2
)

// again adds up the features of one line of a pasted page for the last look.
func (s *sums) again(h *neighbourhood, k *kinLines, i int) {
	b, m := &h.c.blocks[i], &h.shapes[i]
	isShort := m.runes < 100 && !m.endMark
	mass, words := h.block(i)
	s.add(aBias, 1)
	s.add(aSelf, max(-8, min(8, h.score[i])))
	s.add(aSelf+1, h.p[i])
	s.add(aNext, h.chance(i-1))
	s.add(aNext+1, h.chance(i+1))
	s.add(aNext2, h.chance(i-2))
	s.add(aNext2+1, h.chance(i+2))
	for k, radius := range [3]int{2, 6, 15} {
		s.add(aWindow+k, h.around(i, radius))
	}
	run := h.place(i)
	s.bin(aRun, run)
	s.bin(aWide, h.placeWide(i))
	s.flag(aSure, h.prevSure[i] <= 2)
	s.flag(aSure+1, h.prevSure[i] > 10)
	s.flag(aSure+2, h.nextSure[i] <= 2)
	s.flag(aSure+3, h.nextSure[i] > 10)
	s.add(aGap, h.gap[i].mean)
	s.add(aGap+1, h.gap[i].best)
	x := h.indents[b.indent].mean(mass, words)
	s.add(aIndent, x)
	s.bin(aStretch, massBin(h.stretch[i]))
	s.add(aMarks, h.marksAround(i))
	if isShort {
		s.add(aNext+2, h.chance(i-1))
		s.add(aNext+3, h.chance(i+1))
		s.add(aIndent+1, x)
		s.add(aShared+h.shared(i), 1)
		s.flag(aShort, run == 0)
	}
	s.flag(aCredit, m.runes < 300 && hasCredit(b.text))
	s.flag(aCredit+1, isCreditLine(b.text))
	s.flag(aCredit+2, i+1 < len(h.p) && isCreditLine(h.c.blocks[i+1].text))
	before, behind := i-int(h.prevSure[i]), i+int(h.nextSure[i])
	if before >= 0 {
		same := b.indent == h.c.blocks[before].indent
		s.flag(aColumn, same)
		s.flag(aClean, same && int(h.cleanTo[i]) < before)
	}
	if behind < len(h.p) {
		same := b.indent == h.c.blocks[behind].indent
		s.flag(aColumn+1, same)
		s.flag(aClean+1, same && int(h.cleanOf[i]) > behind)
	}
	s.kin(h, k, i, isShort)
	s.ends(h, i, isShort)
	if run == 0 {
		s.flag(aEdge, i-h.from < 2)
		s.flag(aEdge+1, h.to-i <= 2)
	}
}

package page

import (
	"math"

	"golang.org/x/net/html/atom"
)

// The features of a block among its neighbours: what the first look at each block
// says of those around it, and of those that the markup treats alike.
const (
	cBias      = 0
	cSelf      = cBias + 2 // the block's own score, and with plain text
	cChance    = cSelf + 2
	cNext      = cChance + 2 // what stands before and behind it, and so for a short block
	cWindow    = cNext + 4   // words around it, near and far, and with plain text
	cRun       = cWindow + 6 // in the run of the story, before or behind it, near or far
	cPlainRun  = cRun + 5
	cRunShort  = cPlainRun + 5
	cBefore    = cRunShort + 2 // how far the last sure block is
	cBehind    = cBefore + 5   // how far the next sure block is
	cBetween   = cBehind + 5
	cMain      = cBetween + 2 // inside the main element, and how deep
	cParent    = cMain + 5    // share of the story in the same parent
	cSiblings  = cParent + 4
	cLook      = cSiblings + 2 // share of the story in elements of the same look
	cLookMean  = cLook + 4
	cIndent    = cLookMean + 3 // share of the story with the same indent
	cBlank     = cIndent + 4
	cHeading   = cBlank + 2
	cLen       = cHeading + 4
	cTag       = cLen + lenBins
	cEdge      = cTag + 4
	cHead      = cEdge + 2 // just under the headline
	cTotal     = cHead + 2
	cGap       = cTotal + 2  // the blocks that are not sure around it: mean, and with plain text; best; how many
	cTree      = cGap + 7    // how far up the sure blocks before and behind it are
	cColumn    = cTree + 8   // indented as the sure blocks before and behind it
	cClean     = cColumn + 2 // no furniture between it and the sure block before or behind it
	cWide      = cClean + 6  // in the run of the story when small chances count as well
	cStretch   = cWide + 6   // share of the story in the lines of one indent around it
	contextLen = cStretch + 4
)

// sure is the chance from which a block of some words counts as the story.
const sure = 0.7

// neighbourhood is what the first look at all blocks gives.
type neighbourhood struct {
	c        *content
	shapes   []shape
	score    []float64 // log odds by the first look
	p        []float64 // chances
	mass     []float64 // running sum of chance times words, by block
	words    []float64 // running sum of words
	from, to int       // the run of the story
	total    float64   // all mass
	prevSure []int32   // distance to the sure block before, large for none
	nextSure []int32
	gap      []gap
	h1       int
	cleanTo  []int32 // the last block of furniture up to here
	cleanOf  []int32 // the next block of furniture from here
	wideFrom int
	wideTo   int

	elemMass   []float64 // mass inside each element
	childMass  []float64 // mass of the blocks in an element or in its children
	childWords []float64
	main       int32
	looks      map[uint64]*look
	tags       map[uint32]*look
	indents    map[int]*look
	blanks     [3]look
	stretch    []float64 // share of the mass in the run of lines with one indent
}

// look is what elements of one tag and class, in one kind of parent, hold.
type look struct{ mass, words float64 }

func (l *look) add(mass, words float64) { l.mass += mass; l.words += words }

// mean is the mean chance without that of one block.
func (l *look) mean(mass, words float64) float64 {
	if l.words-words < 1 {
		return 0.3
	}
	return (l.mass - mass) / (l.words - words)
}

// newNeighbourhood gathers what the second look needs.
func newNeighbourhood(c *content, shapes []shape, score []float64, h1 int) *neighbourhood {
	n := len(c.blocks)
	h := &neighbourhood{
		c: c, shapes: shapes, score: score, h1: h1, p: make([]float64, n), mass: make([]float64, n+1), words: make([]float64, n+1),
		prevSure: make([]int32, n), nextSure: make([]int32, n),
	}
	gain := make([]float64, n)
	for i := range c.blocks {
		h.p[i] = 1 / (1 + math.Exp(-score[i]))
		w := wordsOf(&shapes[i])
		h.mass[i+1] = h.mass[i] + h.p[i]*w
		h.words[i+1] = h.words[i] + w
		gain[i] = (h.p[i] - 0.4) * (min(w, 60) + 3)
	}
	h.total = h.mass[n]
	wide := make([]float64, n)
	for i := range wide {
		wide[i] = (h.p[i] - 0.12) * (min(wordsOf(&shapes[i]), 60) + 3)
	}
	h.wideFrom, h.wideTo = bestRun(wide)
	h.furniture()
	h.from, h.to = bestRun(gain)
	h.gaps()
	last := int32(-1000)
	for i := range c.blocks {
		h.prevSure[i] = int32(i) - last
		if h.isSure(i) {
			last = int32(i)
		}
	}
	last = int32(n + 1000)
	for i := n - 1; i >= 0; i-- {
		h.nextSure[i] = last - int32(i)
		if h.isSure(i) {
			last = int32(i)
		}
	}
	if c.plain {
		h.lines()
		h.stretches()
	} else {
		h.elements()
	}
	return h
}

// furniture notes where the nearest blocks are that words mark as furniture.
func (h *neighbourhood) furniture() {
	n := len(h.p)
	h.cleanTo, h.cleanOf = make([]int32, n), make([]int32, n)
	last := int32(-1)
	for i := range n {
		if h.c.blocks[i].marked {
			last = int32(i)
		}
		h.cleanTo[i] = last
	}
	last = int32(n)
	for i := n - 1; i >= 0; i-- {
		if h.c.blocks[i].marked {
			last = int32(i)
		}
		h.cleanOf[i] = last
	}
}

// gap is what is known of the blocks between two sure ones.
type gap struct {
	mean, best float64
	size       int
}

// gaps looks at the runs of blocks that are not sure.
func (h *neighbourhood) gaps() {
	h.gap = make([]gap, len(h.p))
	for i := 0; i < len(h.p); i++ {
		j := i
		var g gap
		for ; j < len(h.p) && !h.isSure(j); j++ {
			g.mean += h.p[j]
			g.best = max(g.best, h.p[j])
			g.size++
		}
		if g.size > 0 {
			g.mean /= float64(g.size)
		}
		for ; i < j; i++ {
			h.gap[i] = g
		}
	}
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

// climb says how many elements up from block i the first is that holds block j too:
// 0 to 3, which stands for more.
func (h *neighbourhood) climb(i, j int) int {
	at := h.c.blocks[i].elem
	for up := range 3 {
		e := &h.c.elems[at]
		if int(e.first) <= j && j < int(e.end) {
			return up
		}
		if e.parent < 0 {
			break
		}
		at = e.parent
	}
	return 3
}

// wordsOf is the weight of a block; signs alone weigh a little.
func wordsOf(m *shape) float64 { return float64(m.words) + 0.5 }

func (h *neighbourhood) isSure(i int) bool { return h.p[i] > sure && h.shapes[i].words >= 12 }

func (h *neighbourhood) block(i int) (mass, words float64) {
	return h.mass[i+1] - h.mass[i], h.words[i+1] - h.words[i]
}

// lines gathers by indent and blank lines.
func (h *neighbourhood) lines() {
	h.indents = map[int]*look{}
	for i := range h.c.blocks {
		b := &h.c.blocks[i]
		l := h.indents[b.indent]
		if l == nil {
			l = &look{}
			h.indents[b.indent] = l
		}
		l.add(h.block(i))
		h.blanks[min(b.blank, 2)].add(h.block(i))
	}
}

// stretches finds the runs of lines with one indent. Where one holds nearly all lines
// of the page, indents say nothing.
func (h *neighbourhood) stretches() {
	blocks := h.c.blocks
	h.stretch = make([]float64, len(blocks))
	for i := 0; i < len(blocks); {
		j := i + 1
		for j < len(blocks) && blocks[j].indent == blocks[i].indent {
			j++
		}
		x := (h.mass[j] - h.mass[i]) / (h.total + 1)
		if 10*(j-i) > 8*len(blocks) {
			x = 0
		}
		for ; i < j; i++ {
			h.stretch[i] = x
		}
	}
}

// elements gathers by element, by parent and by look.
func (h *neighbourhood) elements() {
	c := h.c
	n := len(c.elems)
	h.elemMass, h.childMass, h.childWords = make([]float64, n), make([]float64, n), make([]float64, n)
	h.looks, h.tags = map[uint64]*look{}, map[uint32]*look{}
	for i := range c.elems {
		e := &c.elems[i]
		if e.end > e.first {
			h.elemMass[i] = h.mass[e.end] - h.mass[e.first]
		}
	}
	for i := range c.blocks {
		mass, words := h.block(i)
		e := &c.elems[c.blocks[i].elem]
		if e.parent >= 0 {
			h.childMass[e.parent] += mass
			h.childWords[e.parent] += words
		}
		key := h.lookOf(c.blocks[i].elem)
		l := h.looks[key]
		if l == nil {
			l = &look{}
			h.looks[key] = l
		}
		l.add(mass, words)
		t := h.tags[e.sig]
		if t == nil {
			t = &look{}
			h.tags[e.sig] = t
		}
		t.add(mass, words)
	}
	// The main element is the innermost that holds most of the story.
	for i := int32(1); int(i) < n; i++ {
		if h.elemMass[i] > 0.8*h.total && c.elems[i].parent >= 0 && h.holds(h.main, i) {
			h.main = i
		}
	}
}

// holds reports whether element b lies inside a.
func (h *neighbourhood) holds(a, b int32) bool {
	for b > a {
		b = h.c.elems[b].parent
	}
	return a == b
}

// lookOf is what tells elements of one look: tag and class of it and its parent.
func (h *neighbourhood) lookOf(e int32) uint64 {
	el := &h.c.elems[e]
	if el.parent < 0 {
		return uint64(el.sig)
	}
	return uint64(h.c.elems[el.parent].sig)<<32 | uint64(el.sig)
}

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

// around is the mean chance of the words near a block, without its own.
func (h *neighbourhood) around(i, radius int) float64 {
	lo, hi := max(0, i-radius), min(len(h.c.blocks), i+radius+1)
	mass, words := h.block(i)
	l := look{h.mass[hi] - h.mass[lo], h.words[hi] - h.words[lo]}
	return l.mean(mass, words)
}

// chance is that of a block, small outside the page.
func (h *neighbourhood) chance(i int) float64 {
	if i < 0 || i >= len(h.p) {
		return 0
	}
	return h.p[i]
}

// context adds up the features of one block among its neighbours.
func (s *sums) context(h *neighbourhood, i int) {
	b, m := &h.c.blocks[i], &h.shapes[i]
	plain := h.c.plain
	isShort := m.runes < 100 && !m.endMark
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
	s.add(cRun+run, 1)
	if plain {
		s.add(cBias+1, 1)
		s.add(cSelf+1, own)
		s.add(cChance+1, h.p[i])
		s.add(cPlainRun+run, 1)
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
	s.add(cBefore+distanceBin(h.prevSure[i]), 1)
	s.add(cBehind+distanceBin(h.nextSure[i]), 1)
	if h.prevSure[i] <= 3 && h.nextSure[i] <= 3 {
		s.add(cBetween, 1)
		s.flag(cBetween+1, plain)
	}
	s.heading(h, i, isShort)
	s.add(cLen+lenBin(m.runes), 1)
	if run == 0 {
		s.flag(cEdge, i-h.from < 2)
		s.flag(cEdge+1, h.to-i <= 2)
	}
	if h.h1 >= 0 && i > h.h1 {
		s.flag(cHead, i-h.h1 <= 3)
		s.flag(cHead+1, i-h.h1 > 3 && i-h.h1 <= 8)
	}
	if g := &h.gap[i]; g.size > 0 {
		s.add(cGap, g.mean)
		if plain {
			s.add(cGap+1, g.mean)
		}
		s.add(cGap+2, g.best)
		s.add(cGap+3+sizeBin(g.size), 1)
	}
	before, behind := i-int(h.prevSure[i]), i+int(h.nextSure[i])
	if before >= 0 {
		if plain {
			s.flag(cColumn, b.indent == h.c.blocks[before].indent)
		} else {
			s.add(cTree+h.climb(i, before), 1)
		}
	}
	if behind < len(h.p) {
		if plain {
			s.flag(cColumn+1, b.indent == h.c.blocks[behind].indent)
		} else {
			s.add(cTree+4+h.climb(i, behind), 1)
		}
	}
	if before >= 0 && int(h.cleanTo[i]) < before {
		s.add(cClean, 1)
		s.flag(cClean+1, plain)
		s.flag(cClean+2, plain && b.indent == h.c.blocks[before].indent)
	}
	if behind < len(h.p) && int(h.cleanOf[i]) > behind {
		s.add(cClean+3, 1)
		s.flag(cClean+4, plain)
		s.flag(cClean+5, plain && b.indent == h.c.blocks[behind].indent)
	}
	wide := 0
	switch {
	case i < h.wideFrom:
		wide = 1
	case i >= h.wideTo:
		wide = 2
	}
	s.add(cWide+wide, 1)
	if plain {
		s.add(cWide+3+wide, 1)
	}
	s.flag(cTotal, h.total < 80)
	s.flag(cTotal+1, h.total > 1500)
	if plain {
		mass, words := h.block(i)
		l := h.indents[b.indent]
		s.add(cIndent+massBin(l.mass/(h.total+1)), 1)
		s.add(cStretch+massBin(h.stretch[i]), 1)
		s.add(cBlank, h.blanks[min(b.blank, 2)].mean(mass, words))
		s.flag(cBlank+1, b.blank > 0)
		return
	}
	s.markup(h, i, b, isShort)
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
		s.add(cMain+1+depth, 1)
	}
	if e.parent >= 0 {
		s.add(cParent+massBin(h.childMass[e.parent]/(h.total+1)), 1)
		l := look{h.childMass[e.parent], h.childWords[e.parent]}
		x := l.mean(mass, words)
		s.add(cSiblings, x)
		if isShort {
			s.add(cSiblings+1, x)
		}
	}
	l := h.looks[h.lookOf(b.elem)]
	s.add(cLook+massBin(l.mass/(h.total+1)), 1)
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

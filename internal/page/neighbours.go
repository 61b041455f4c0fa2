package page

import "github.com/dateline-go/dateline/internal/logistic"

// sure is the chance from which a block of some words counts as the story.
const sure = 0.7

// neighbourhood is what the first look at all blocks gives.
type neighbourhood struct {
	c        *content
	shapes   []shape
	score    []float64 // log odds by the look before
	first    []float64 // log odds by the first look, where this is the last
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
	marks      []int          // running sum of the blocks that words mark as furniture
	known      map[string]int // long words of the sure blocks: in how many
	stretch    []float64      // share of the mass in the run of lines with one indent
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
		c: c, shapes: shapes, score: score, h1: h1,
		p: make([]float64, n), mass: make([]float64, n+1), words: make([]float64, n+1),
		prevSure: make([]int32, n), nextSure: make([]int32, n),
	}
	gain := make([]float64, n)
	for i := range c.blocks {
		h.p[i] = logistic.Chance(score[i])
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
		h.vocabulary()
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

// vocabulary gathers the long words of the sure blocks, and counts the furniture.
func (h *neighbourhood) vocabulary() {
	h.marks = make([]int, len(h.p)+1)
	h.known = map[string]int{}
	for i := range h.c.blocks {
		h.marks[i+1] = h.marks[i]
		if h.c.blocks[i].marked {
			h.marks[i+1]++
		}
		if h.isSure(i) {
			eachLongWord(h.c.blocks[i].text, func(w string) { h.known[w]++ })
		}
	}
}

// marksAround is the share of furniture among the blocks near one, without itself.
func (h *neighbourhood) marksAround(i int) float64 {
	lo, hi := max(0, i-6), min(len(h.p), i+7)
	n := h.marks[hi] - h.marks[lo] - (h.marks[i+1] - h.marks[i])
	return float64(n) / float64(max(1, hi-lo-1))
}

// shared bins the share of a block's long words that sure blocks use: no long words,
// none, under half, more.
func (h *neighbourhood) shared(i int) int {
	in, all := 0, 0
	eachLongWord(h.c.blocks[i].text, func(w string) {
		all++
		if h.known[w] > 0 {
			in++
		}
	})
	switch {
	case all == 0:
		return 0
	case in == 0:
		return 1
	case 2*in < all:
		return 2
	}
	return 3
}

package page

// kinLines is what the last look at a pasted page asks of the lines that are akin to a line: set as
// it is, between the same two lines of furniture, saying the same, of one numbered series.
type kinLines struct {
	styles  map[lineStyle]*look
	segFrom []int32 // where the run of lines without furniture around a line begins
	segTo   []int32 // and where it ends
	twin    []int32 // which of the twins a line is one of
	twins   []look  // lines that say the same: the sum of their chances, and how many they are
	words   map[string]wordCount
	series  []float64 // mean chance of the items beside an item of a numbered series, -1 for other lines
}

// lineStyle is how a line is set: apart by blank lines, indented, as an item of a list.
type lineStyle struct {
	blank, indent int
	bullet        bool
}

func styleOf(b *block) lineStyle { return lineStyle{min(b.blank, 2), b.indent, isBullet(b.text)} }

// wordCount says how many sure lines hold a word, and which was the last.
type wordCount struct{ lines, last int32 }

// commonWord is the length, in bytes, from which a word tells what lines are about.
const commonWord = 6

// newKinLines gathers what akin lines have in common.
func newKinLines(h *neighbourhood) *kinLines {
	n := len(h.p)
	k := &kinLines{styles: map[lineStyle]*look{}, twin: make([]int32, n), words: map[string]wordCount{}}
	seen := map[string]int32{}
	for i := range h.c.blocks {
		b := &h.c.blocks[i]
		style := styleOf(b)
		if k.styles[style] == nil {
			k.styles[style] = &look{}
		}
		k.styles[style].add(h.block(i))
		key := twinKey(b)
		at, ok := seen[key]
		if !ok {
			at = int32(len(k.twins))
			seen[key] = at
			k.twins = append(k.twins, look{})
		}
		k.twin[i] = at
		k.twins[at].add(h.p[i], 1)
		if h.isSure(i) {
			k.note(b.text, int32(i))
		}
	}
	k.segments(h)
	k.number(h)
	return k
}

// note notes the words of a sure line.
func (k *kinLines) note(text string, line int32) {
	eachLongWord(text, func(w string) {
		if c := k.words[w]; len(w) >= commonWord && (c.lines == 0 || c.last != line) {
			k.words[w] = wordCount{c.lines + 1, line}
		}
	})
}

// segments divides the page at the lines that words mark as furniture.
func (k *kinLines) segments(h *neighbourhood) {
	n := len(h.p)
	k.segFrom, k.segTo = make([]int32, n), make([]int32, n)
	for i := 0; i < n; {
		j := i + 1
		for !h.c.blocks[i].marked && j < n && !h.c.blocks[j].marked {
			j++
		}
		for from := i; i < j; i++ {
			k.segFrom[i], k.segTo[i] = int32(from), int32(j)
		}
	}
}

// seriesReach is how many lines apart the items of a series may be.
const seriesReach = 12

// number finds the series of numbered lines.
func (k *kinLines) number(h *neighbourhood) {
	n := len(h.p)
	rank := make([]int, n)
	k.series = make([]float64, n)
	for i := range rank {
		rank[i] = leadingNumber(h.c.blocks[i].text)
	}
	for i := range rank {
		k.series[i] = -1
		if rank[i] == 0 {
			continue
		}
		sum, items := 0.0, 0
		for j := i - 1; j >= max(0, i-seriesReach) && items == 0; j-- {
			if rank[j] > 0 && rank[j] == rank[i]-1 {
				sum, items = h.p[j], 1
			}
		}
		for j := i + 1; j < min(n, i+seriesReach); j++ {
			if rank[j] == rank[i]+1 {
				sum, items = sum+h.p[j], items+1
				break
			}
		}
		if items > 0 {
			k.series[i] = sum / float64(items)
		}
	}
}

// leadingNumber returns the number of one or two figures that a line begins with, 0 for none.
func leadingNumber(text string) int {
	v, i := 0, 0
	for i < len(text) && i < 3 && isDigit(text[i]) {
		v = v*10 + int(text[i]-'0')
		i++
	}
	if i == 3 {
		return 0
	}
	return v
}

// shared is the share of a line's long words that other sure lines hold, -1 where it has none.
func (k *kinLines) shared(h *neighbourhood, i int) float64 {
	own := int32(0)
	if h.isSure(i) {
		own = 1
	}
	in, all := 0, 0
	eachLongWord(h.c.blocks[i].text, func(w string) {
		if len(w) < commonWord {
			return
		}
		all++
		if k.words[w].lines > own {
			in++
		}
	})
	if all == 0 {
		return -1
	}
	return float64(in) / float64(all)
}

// kin adds up what akin lines say.
func (s *sums) kin(h *neighbourhood, k *kinLines, i int, isShort bool) {
	mass, words := h.block(i)
	style := k.styles[styleOf(&h.c.blocks[i])].mean(mass, words)
	from, to := k.segFrom[i], k.segTo[i]
	segment := look{h.mass[to] - h.mass[from], h.words[to] - h.words[from]}
	around := segment.mean(mass, words)
	s.add(aStyle, style)
	s.add(aSegment, around)
	if isShort {
		s.add(aStyle+1, style)
		s.add(aSegment+1, around)
	}
	s.bin(aSegShare, massBin(segment.mass/(h.total+1)))
	if t := &k.twins[k.twin[i]]; t.words > 1 {
		s.add(aTwin, 1)
		s.add(aTwin+1, t.mean(h.p[i], 1))
	}
	switch common := k.shared(h, i); {
	case common < 0:
		s.add(aCommon, 1)
	case isShort:
		s.add(aCommon+1, common)
	default:
		s.add(aCommon+2, common)
	}
	if k.series[i] >= 0 {
		s.add(aSeries, 1)
		s.add(aSeries+1, k.series[i])
	}
}

// ends adds what stands right beside a line, and how much of the story stands behind it and before it.
func (s *sums) ends(h *neighbourhood, i int, isShort bool) {
	blocks := h.c.blocks
	next := i+1 < len(blocks) && blocks[i+1].marked
	s.flag(aMarked, blocks[i].marked)
	s.flag(aMarked+1, i > 0 && blocks[i-1].marked)
	s.flag(aMarked+2, next)
	s.flag(aMarked+3, next && isShort)
	left, done := (h.total-h.mass[i+1])/(h.total+1), h.mass[i]/(h.total+1)
	s.flag(aLeft, left < 0.02)
	s.flag(aLeft+1, left < 0.15)
	s.flag(aLeft+2, done < 0.02)
	s.flag(aLeft+3, done < 0.15)
	s.add(aFirst, max(-8, min(8, h.first[i])))
}

package page

import "golang.org/x/net/html/atom"

// Model holds the coefficients of the classifier: a logistic regression over each
// block by itself, and one over the block among its neighbours, which sees what the
// first says of them (stacking). The lines of a pasted page are looked at once more,
// with what the second says of them. A positive sum means that the block is part of
// the story.
type Model struct {
	First   []float64
	Context []float64
	Again   []float64
}

// recorder is given the features of every block by each part of the model, for the program that fits it.
type recorder func(first, context, again [][]Feature)

// classify sets the score of each block: how much it looks like the story.
func classify(c *content, m *Model, arts []article, title string, h1 int, each recorder) {
	n := len(c.blocks)
	around := surroundings{title: fold(title), deks: map[string]bool{}, seen: make(map[string]bool, n), h1: h1, n: n}
	around.takeData(c, arts)
	shapes := make([]shape, n)
	score := make([]float64, n)
	var firsts, contexts, agains [][]Feature
	s := sums{weights: m.First, keep: each != nil}
	for i := range c.blocks {
		if c.pace.Stop(blockUnits) {
			return
		}
		b := &c.blocks[i]
		shapes[i] = shapeOf(b.text)
		s.total, s.rec = 0, nil
		s.first(b, &shapes[i], i, &around, c.plain)
		score[i] = s.total
		if b.role != roleNone {
			score[i] = -8
		}
		if each != nil {
			firsts = append(firsts, s.rec)
		}
	}
	h := newNeighbourhood(c, shapes, score, h1)
	s.weights = m.Context
	for i := range c.blocks {
		if c.pace.Stop(blockUnits) {
			return
		}
		s.total, s.rec = 0, nil
		s.context(h, i)
		c.blocks[i].score = s.total
		if b := &c.blocks[i]; b.role != roleNone || b.tag == atom.Figcaption {
			b.score = min(b.score, -1)
		}
		if each != nil {
			contexts = append(contexts, s.rec)
		}
	}
	if c.plain && m.Again != nil {
		first := append([]float64(nil), score...)
		for i := range c.blocks {
			score[i] = c.blocks[i].score
		}
		h := newNeighbourhood(c, shapes, score, h1)
		h.first = first
		k := newKinLines(h)
		s.weights = m.Again
		for i := range c.blocks {
			s.total, s.rec = 0, nil
			s.again(h, k, i)
			c.blocks[i].score = s.total
			if b := &c.blocks[i]; b.role != roleNone {
				b.score = min(b.score, -1)
			}
			if each != nil {
				agains = append(agains, s.rec)
			}
		}
	}
	if each != nil {
		each(firsts, contexts, agains)
	}
}

// minLDBody is the shortest article in JSON-LD, in bytes, that says which blocks are
// the story.
const minLDBody = 300

// bestRun returns the run of the largest sum.
func bestRun(gain []float64) (from, to int) {
	best, sum, start := 0.0, 0.0, 0
	for i, g := range gain {
		if sum <= 0 {
			sum, start = 0, i
		}
		sum += g
		if sum > best {
			best, from, to = sum, start, i+1
		}
	}
	return from, to
}

// takeData takes what the page's data say of the story: its deks and its words.
func (s *surroundings) takeData(c *content, arts []article) {
	for _, d := range c.meta.deks {
		s.deks[fold(d)] = true
	}
	for _, a := range arts {
		if s.ld == nil && len(a.body) > minLDBody {
			s.ld = newWordSet(clean(a.body))
		}
	}
}

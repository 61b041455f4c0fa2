package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/dateline-go/dateline/internal/names"
)

const lanes = names.Tags - 1

// example is a sentence: the rows of its tokens' features, and their tags.
type example struct {
	rows    []uint32 // of all tokens, one after another
	ends    []uint32 // where those of each token end
	allowed []uint32
	soft    []names.Scores // the teacher's scores, which count instead of allowed
	weight  float32
}

// examples reads documents into examples.
func examples(dst []example, docs []document, words *names.Words, bits uint, weight float32) ([]example, error) {
	r := names.NewReader(words, bits)
	for i := range docs {
		d := &docs[i]
		if err := r.Read(d.text, d.sentences, d.tokens); err != nil {
			return nil, err
		}
		r.Sentences(func(first, end int) {
			if end > first {
				dst = append(dst, makeExample(r, d, first, end, bits, weight))
			}
		})
	}
	return dst, nil
}

func makeExample(r *names.Reader, d *document, first, end int, bits uint, weight float32) example {
	e := example{allowed: d.allowed[first:end], weight: weight}
	if d.soft != nil {
		e.soft = d.soft[first:end]
	}
	for k := first; k < end; k++ {
		e.rows = r.Rows(e.rows, first, end, k)
		if d.second != nil {
			e.rows = secondRows(e.rows, d.second, first, end, k, bits)
		}
		e.ends = append(e.ends, uint32(len(e.rows)))
	}
	e.rows = slices.Clip(e.rows)
	return e
}

// secondRows appends features of another tagger's opinion around token i.
func secondRows(dst []uint32, tags []uint8, first, end, i int, bits uint) []uint32 {
	at := func(k int) uint32 {
		if k < first || k >= end {
			return 31
		}
		return uint32(tags[k])
	}
	p, t, n := at(i-1), at(i), at(i+1)
	for k, v := range [...]uint32{t, p<<5 | t, t<<5 | n, p<<10 | t<<5 | n} {
		dst = append(dst, (v<<3|uint32(k)|1<<20)*2654435761>>(32-bits))
	}
	return dst
}

// options are those of training.
type options struct {
	Bits   uint
	Rounds int
	Rate   float64 // of the first step
	Decay  float64 // L2, per round
	Seed   uint64
}

// learner trains a chain by AdaGrad (Duchi, Hazan and Singer, 2011) on the
// likelihood of the allowed tags.
type learner struct {
	opt     options
	weights [][lanes]float32
	past    [][lanes]float32 // sums of squared gradients
	trans   names.Transitions
	tpast   names.Transitions
	all     names.Lattice
	gold    names.Lattice
	scores  []names.Scores
	rate    float32
	teacher *names.Transitions // those of the soft examples
}

func newLearner(opt options) *learner {
	l := &learner{opt: opt, weights: make([][lanes]float32, 1<<opt.Bits), past: make([][lanes]float32, 1<<opt.Bits)}
	for i := range l.past {
		for k := range l.past[i] {
			l.past[i][k] = 1
		}
	}
	return l
}

// learn goes over the examples, shuffled, as often as the options say.
func (l *learner) learn(exs []example, report func(round int, loss float64)) {
	rnd := rand.New(rand.NewPCG(l.opt.Seed, 1))
	order := make([]int, len(exs))
	for i := range order {
		order[i] = i
	}
	total := float64(l.opt.Rounds * len(exs))
	done := 0.0
	for round := range l.opt.Rounds {
		rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for _, i := range order {
			l.rate = float32(l.opt.Rate * (1 - 0.95*done/total))
			loss += l.step(&exs[i])
			done++
		}
		if d := float32(1 - l.opt.Decay); d != 1 {
			for i := range l.weights {
				for k := range l.weights[i] {
					l.weights[i][k] *= d
				}
			}
		}
		report(round, loss)
	}
}

// score sums the weights of each token.
func (l *learner) score(e *example) {
	n := len(e.ends)
	if cap(l.scores) < n {
		l.scores = make([]names.Scores, n)
	}
	l.scores = l.scores[:n]
	at := uint32(0)
	for i, end := range e.ends {
		var sum [lanes]float32
		for _, r := range e.rows[at:end] {
			w := &l.weights[r]
			for k := range sum {
				sum[k] += w[k]
			}
		}
		at = end
		s := &l.scores[i]
		s[0] = 0
		copy(s[1:], sum[:])
	}
}

// least is the smallest gradient that is followed.
const least = 0.002

// step learns from one example and returns its loss.
func (l *learner) step(e *example) float64 {
	l.score(e)
	n := len(e.ends)
	l.all.Use(&l.trans)
	z := l.all.Run(l.scores, nil)
	var loss float64
	if e.soft == nil {
		l.gold.Use(&l.trans)
		g := l.gold.Run(l.scores, e.allowed)
		if math.IsInf(g, 0) {
			return 0 // the tags contradict one another
		}
		if loss = z - g; loss < 1e-3 {
			return loss
		}
	} else {
		l.gold.Use(l.teacher)
		l.gold.Run(e.soft, nil)
	}
	at := uint32(0)
	for i, end := range e.ends {
		p := l.all.Marginal(i)
		q := l.gold.Marginal(i)
		var ys [lanes]int
		var gs [lanes]float32
		m := 0
		for y := 1; y <= lanes; y++ {
			if d := p[y] - q[y]; d > least || d < -least {
				ys[m], gs[m] = y-1, d*e.weight
				m++
			}
		}
		if m > 0 {
			for _, r := range e.rows[at:end] {
				w, h := &l.weights[r], &l.past[r]
				for k := range m {
					y, d := ys[k], gs[k]
					h[y] += d * d
					w[y] -= l.rate * d / float32(math.Sqrt(float64(h[y])))
				}
			}
		}
		at = end
		if e.soft != nil {
			for y := range p {
				loss += math.Abs(float64(p[y] - q[y]))
			}
		}
	}
	l.stepTransitions(n, e.weight)
	return loss
}

func (l *learner) stepTransitions(n int, weight float32) {
	var pairs [names.Tags]names.Scores
	for i := range n - 1 {
		l.all.Pairs(i, weight, &pairs)
		l.gold.Pairs(i, -weight, &pairs)
	}
	update := func(w, h *float32, d float32) {
		if d == 0 {
			return
		}
		*h += d * d
		*w -= l.rate * d / float32(math.Sqrt(float64(*h)+1))
	}
	for y := range pairs {
		for z, d := range pairs[y] {
			update(&l.trans.Next[y][z], &l.tpast.Next[y][z], d)
		}
	}
	p, q := l.all.Marginal(0), l.gold.Marginal(0)
	for y := range p {
		update(&l.trans.Start[y], &l.tpast.Start[y], (p[y]-q[y])*weight)
	}
}

// model quantises the weights: the scale is such that all but one weight in
// 10,000 of those that are not zero fit.
func (l *learner) model() *names.Model {
	const bins = 1 << 12
	var counts [bins]int
	top, all := 0.0, 0
	for i := range l.weights {
		for _, w := range l.weights[i] {
			top = max(top, math.Abs(float64(w)))
		}
	}
	for i := range l.weights {
		for _, w := range l.weights[i] {
			if w != 0 {
				counts[min(bins-1, int(math.Abs(float64(w))/top*bins))]++
				all++
			}
		}
	}
	cut, seen := bins-1, 0
	for ; cut > 0 && seen < all/10_000; cut-- {
		seen += counts[cut]
	}
	m := &names.Model{Bits: l.opt.Bits, Transitions: l.trans}
	m.Scale = float32(top * float64(cut+1) / bins / 127)
	m.Rows = make([]int8, 0, lanes<<l.opt.Bits)
	for i := range l.weights {
		for _, w := range l.weights[i] {
			q := math.RoundToEven(float64(w / m.Scale))
			m.Rows = append(m.Rows, int8(max(-127, min(127, q))))
		}
	}
	return m
}

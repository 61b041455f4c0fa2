package main

import (
	"math"
	"math/rand/v2"

	"github.com/dateline-go/dateline/internal/names"
)

const lanes = names.Tags - 1

// learner trains a chain by AdaGrad (Duchi, Hazan and Singer, 2011) on the
// likelihood of the allowed tags or, where a teacher scored the tokens, towards
// the probabilities that the teacher's chain gives (Hinton, Vinyals and Dean, 2015).
type learner struct {
	bits    uint
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

func newLearner(bits uint) *learner {
	l := &learner{bits: bits, weights: make([][lanes]float32, 1<<bits), past: make([][lanes]float32, 1<<bits)}
	for i := range l.past {
		for k := range l.past[i] {
			l.past[i][k] = 1
		}
	}
	return l
}

// learn goes over the examples, in another order each round. The rate falls to a
// twentieth from the first step to the last.
func (l *learner) learn(exs []example, rounds int, rate float64, seed uint64, report func(round int, loss float64)) {
	rnd := rand.New(rand.NewPCG(seed, 1))
	order := make([]int, len(exs))
	for i := range order {
		order[i] = i
	}
	total, done := float64(rounds*len(exs)), 0.0
	for round := range rounds {
		rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for _, i := range order {
			l.rate = float32(rate * (1 - 0.95*done/total))
			loss += l.step(&exs[i])
			done++
		}
		report(round+1, loss)
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

// step learns from one example. It returns the loss: the negative logarithm of
// the probability of the allowed tags or, for soft examples, the sum of what the
// probabilities are apart.
func (l *learner) step(e *example) float64 {
	l.score(e)
	l.all.Use(&l.trans)
	z := l.all.Run(l.scores, nil)
	var loss float64
	if e.soft != nil {
		l.gold.Use(l.teacher)
		l.gold.Run(e.soft, nil)
	} else {
		l.gold.Use(&l.trans)
		g := l.gold.Run(l.scores, e.allowed)
		if math.IsInf(g, 0) {
			return 0 // the tags contradict one another
		}
		if loss = z - g; loss < 1e-3 {
			return loss
		}
	}
	at := uint32(0)
	for i, end := range e.ends {
		p, q := l.all.Marginal(i), l.gold.Marginal(i)
		var ys [lanes]int
		var gs [lanes]float32
		m := 0
		for y := 1; y <= lanes; y++ {
			if d := p[y] - q[y]; d > least || d < -least {
				ys[m], gs[m] = y-1, d*e.weight
				m++
				if e.soft != nil {
					loss += math.Abs(float64(d))
				}
			}
		}
		if m > 0 {
			l.follow(e.rows[at:end], ys[:m], gs[:m])
		}
		at = end
	}
	l.stepTransitions(len(e.ends), e.weight)
	return loss
}

// follow moves the weights of the rows against a token's gradient.
func (l *learner) follow(rows []uint32, ys []int, gs []float32) {
	for _, r := range rows {
		w, h := &l.weights[r], &l.past[r]
		for k, d := range gs {
			y := ys[k]
			h[y] += d * d
			w[y] -= l.rate * d / float32(math.Sqrt(float64(h[y])))
		}
	}
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

package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"

	"github.com/dateline-go/dateline/internal/names"
)

const lanes = names.Tags - 1

// batch is how many sentences are looked at with the same weights, side by side.
const batch = 16

// learner trains a chain by AdaGrad (Duchi, Hazan and Singer, 2011) on the
// likelihood of the allowed tags or, where a teacher scored the tokens, towards
// the probabilities that the teacher's chain gives (Hinton, Vinyals and Dean, 2015).
type learner struct {
	bits    uint
	weights [][lanes]float32
	past    [][lanes]float32 // sums of squared gradients
	trans   names.Transitions
	tpast   names.Transitions
	teacher *names.Transitions // those of the soft examples
	rate    float32
	looks   [batch]look
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
		for at := 0; at < len(order); at += batch {
			now := order[at:min(at+batch, len(order))]
			l.lookAt(exs, now)
			l.rate = float32(rate * (1 - 0.95*done/total))
			for k, i := range now {
				loss += l.looks[k].loss
				l.follow(&exs[i], &l.looks[k])
			}
			done += float64(len(now))
		}
		report(round+1, loss)
	}
}

// lookAt looks at some of the examples, on all cores.
func (l *learner) lookAt(exs []example, which []int) {
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for k := w; k < len(which); k += workers {
				l.looks[k].at(l, &exs[which[k]])
			}
		})
	}
	wg.Wait()
}

// follow moves the weights against the gradient of an example.
func (l *learner) follow(e *example, o *look) {
	for k := 0; k < len(o.steps); {
		token := o.steps[k].token
		end := k
		for end < len(o.steps) && o.steps[end].token == token {
			end++
		}
		for _, r := range e.of(int(token)) {
			w, h := &l.weights[r], &l.past[r]
			for _, s := range o.steps[k:end] {
				h[s.lane] += s.by * s.by
				w[s.lane] -= l.rate * s.by / float32(math.Sqrt(float64(h[s.lane])))
			}
		}
		k = end
	}
	if len(o.steps) == 0 {
		return
	}
	update := func(w, h *float32, d float32) {
		if d != 0 {
			*h += d * d
			*w -= l.rate * d / float32(math.Sqrt(float64(*h)+1))
		}
	}
	for y := range o.pairs {
		for z, d := range o.pairs[y] {
			update(&l.trans.Next[y][z], &l.tpast.Next[y][z], d)
		}
		update(&l.trans.Start[y], &l.tpast.Start[y], o.start[y])
	}
}

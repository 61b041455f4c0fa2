package fit

import (
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"sync"

	"github.com/dateline-go/dateline/internal/names"
)

const lanes = names.Tags - 1

// batch is how many sentences are looked at with the same weights, side by side.
const batch = 16

// Learner trains a chain by AdaGrad (Duchi, Hazan and Singer, 2011) on the
// likelihood of the allowed tags or, where a teacher scored the tokens, towards
// the probabilities that the teacher's chain gives (Hinton, Vinyals and Dean, 2015).
type Learner struct {
	bits    uint
	weights [][lanes]float32
	past    [][lanes]float32 // sums of squared gradients
	trans   names.Transitions
	tpast   names.Transitions
	teacher *names.Transitions // those of the soft examples
	rate    float32
	looks   [batch]look
}

// NewLearner makes a learner with 1<<bits rows of weights, all of them zero.
func NewLearner(bits uint) *Learner {
	l := &Learner{bits: bits, weights: make([][lanes]float32, 1<<bits), past: make([][lanes]float32, 1<<bits)}
	for i := range l.past {
		for k := range l.past[i] {
			l.past[i][k] = 1
		}
	}
	return l
}

// Continue makes a learner that goes on from a model. Its features must have the numbers that they
// had when the model was trained; those that are new begin at zero.
func Continue(m *names.Model) *Learner {
	l := NewLearner(m.Bits)
	for i, w := range m.Rows {
		l.weights[i/lanes][i%lanes] = float32(w) * m.Scale
	}
	l.trans = m.Transitions
	return l
}

// Heed makes the learner follow a teacher, whose scores are in the documents.
func (l *Learner) Heed(teacher *Learner) { l.teacher = &teacher.trans }

// Forget lets go of what only learning needs.
func (l *Learner) Forget() { l.past = nil }

// Plan says how the examples are gone over.
type Plan struct {
	Rounds int
	Rate   float64 // of the first steps
	Seed   uint64  // of the order of the examples
	// Report is told of each round.
	Report func(round int, loss float64)
}

// Learn goes over the examples, in another order each round. The rate falls to a twentieth from the first step to the
// last. The error is that of the context; what was learned is then of no use.
func (l *Learner) Learn(ctx context.Context, exs []Example, p Plan) error {
	rnd := rand.New(rand.NewPCG(p.Seed, 1))
	order := make([]int, len(exs))
	for i := range order {
		order[i] = i
	}
	total, done := float64(p.Rounds*len(exs)), 0.0
	for round := range p.Rounds {
		rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for at := 0; at < len(order); at += batch {
			if err := ctx.Err(); err != nil {
				return err
			}
			now := order[at:min(at+batch, len(order))]
			l.lookAt(exs, now)
			l.rate = float32(p.Rate * (1 - 0.95*done/total))
			for k, i := range now {
				loss += l.looks[k].loss
				l.follow(&exs[i], &l.looks[k])
			}
			done += float64(len(now))
		}
		p.Report(round+1, loss)
	}
	return nil
}

// lookAt looks at some of the examples, on all cores.
func (l *Learner) lookAt(exs []Example, which []int) {
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
func (l *Learner) follow(e *Example, o *look) {
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

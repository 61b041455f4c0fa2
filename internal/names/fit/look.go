package fit

import (
	"math"

	"github.com/dateline-go/dateline/internal/names"
)

// look is what the Learner sees in one example: the loss and its gradient.
type look struct {
	loss  float64
	steps []stride
	pairs [names.Tags]names.Scores
	start names.Scores

	scores    []names.Scores
	all, gold names.Lattice
}

// stride is the gradient of one tag's score at one token.
type stride struct {
	token int32
	lane  int32
	by    float32
}

// least is the smallest gradient that is followed.
const least = 0.003

// at looks at an example. The loss is the negative logarithm of the probability of
// the allowed tags or, for soft examples, the sum of what the probabilities are apart.
func (o *look) at(l *Learner, e *Example) {
	o.loss, o.steps = 0, o.steps[:0]
	o.scores = l.score(o.scores, e)
	o.all.Use(&l.trans)
	z := o.all.Run(o.scores, nil)
	if e.soft != nil {
		o.gold.Use(l.teacher)
		o.gold.Run(e.soft, nil)
	} else {
		o.gold.Use(&l.trans)
		g := o.gold.Run(o.scores, e.allowed)
		if math.IsInf(g, 0) {
			return // the tags contradict one another
		}
		if o.loss = z - g; o.loss < 1e-3 {
			return
		}
	}
	for i := range e.ends {
		p, q := o.all.Marginal(i), o.gold.Marginal(i)
		for y := 1; y <= lanes; y++ {
			if d := p[y] - q[y]; d > least || d < -least {
				o.steps = append(o.steps, stride{int32(i), int32(y - 1), d * e.weight})
				if e.soft != nil {
					o.loss += math.Abs(float64(d))
				}
			}
		}
	}
	if len(o.steps) == 0 {
		return
	}
	o.pairs = [names.Tags]names.Scores{}
	for i := range len(e.ends) - 1 {
		o.all.Pairs(i, e.weight, &o.pairs)
		o.gold.Pairs(i, -e.weight, &o.pairs)
	}
	p, q := o.all.Marginal(0), o.gold.Marginal(0)
	for y := range p {
		o.start[y] = (p[y] - q[y]) * e.weight
	}
}

// score sums the weights of each token.
func (l *Learner) score(dst []names.Scores, e *Example) []names.Scores {
	dst = dst[:0]
	for i := range e.ends {
		var sum [lanes]float32
		for _, r := range e.of(i) {
			w := &l.weights[r]
			for k := range sum {
				sum[k] += w[k]
			}
		}
		var s names.Scores
		copy(s[1:], sum[:])
		dst = append(dst, s)
	}
	return dst
}

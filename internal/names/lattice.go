package names

import "math"

// Scores holds the score of each tag at one token, as natural logarithms. That of
// Outside is the zero from which the others are counted.
type Scores [Tags]float32

// Transitions holds the scores of pairs of tags that follow one another. Only
// those count that [Tag] allows: a name that began goes on to its end.
type Transitions struct {
	Start Scores       // of the first tag of a sentence
	Next  [Tags]Scores // by the tag before
}

// Lattice is the linear-chain CRF over one sentence (Lafferty, McCallum and
// Pereira, 2001): the probabilities of tags, by the forward-backward algorithm,
// and the best sequence, by Viterbi's. It keeps its memory and must not be shared
// between goroutines.
type Lattice struct {
	start Scores // as factors, not logarithms
	next  [Tags]Scores
	// into and outof are next where most of the work is, from closed tags to those
	// that enter: by the second tag, and by the first.
	into, outof [borders]border

	emit        []Scores // the scores as factors
	own         []Scores // where Run keeps them
	alpha, beta []Scores
	norm        []float32
	back        [][Tags]Tag
}

// borders is how many tags are closed, and how many enter: Outside, and two of
// each kind. A border holds a number for each.
const borders = 1 + 2*Kinds

type border [borders]float32

// Use sets the transitions for the calls that follow.
func (l *Lattice) Use(t *Transitions) {
	for y, s := range t.Start {
		l.start[y] = exp(s)
		for z, s := range t.Next[y] {
			l.next[y][z] = exp(s)
		}
	}
	for i, y := range closedTags {
		for j, z := range enterTags {
			l.outof[i][j], l.into[j][i] = l.next[y][z], l.next[y][z]
		}
	}
}

// Run computes the probabilities of the tags of a sentence that has at least one
// token, and returns the logarithm of the sum over all sequences. With allowed,
// sequences count only whose tag at i has its bit in allowed[i]; where there is
// none, the result is minus infinity.
func (l *Lattice) Run(scores []Scores, allowed []uint32) float64 {
	n := len(scores)
	if cap(l.own) < n {
		l.own = make([]Scores, n)
	}
	emit := l.own[:n]
	for i := range scores {
		factors(&scores[i], &emit[i])
		if allowed != nil {
			for y := range emit[i] {
				if allowed[i]>>y&1 == 0 {
					emit[i][y] = 0
				}
			}
		}
	}
	if !l.forwards(emit) {
		return math.Inf(-1)
	}
	l.backwards(0)
	logZ := 0.0
	for i, sum := range l.norm {
		logZ += float64(scores[i].most())
		logZ += math.Log(float64(sum))
	}
	return logZ
}

// forwards takes the scores of a sentence as factors and computes alpha; it
// reports whether there is a sequence that counts.
func (l *Lattice) forwards(emit []Scores) bool {
	n := len(emit)
	l.grow(n)
	l.emit = emit
	for i := range emit {
		e, a := &emit[i], &l.alpha[i]
		if i == 0 {
			*a = Scores{}
			for _, y := range enterTags {
				a[y] = l.start[y] * e[y]
			}
		} else {
			l.forward(&l.alpha[i-1], e, a)
		}
		if i == n-1 {
			for k := range Tags {
				if !Tag(k).closed() {
					a[k] = 0
				}
			}
		}
		var sum float32
		for _, x := range a {
			sum += x
		}
		if sum <= 0 {
			return false
		}
		l.norm[i] = sum
		for y := range a {
			a[y] /= sum
		}
	}
	return true
}

// most is the highest score.
func (s *Scores) most() float32 {
	most := s[0]
	for _, x := range s[1:] {
		if x > most {
			most = x
		}
	}
	return most
}

// factors sets e to the scores as factors, the highest of them 1.
func factors(s, e *Scores) {
	most := s.most()
	for y, x := range s {
		e[y] = 0
		if x -= most; x >= -80 {
			e[y] = expInRange(x)
		}
	}
}

func (l *Lattice) grow(n int) {
	if cap(l.alpha) < n {
		l.alpha, l.beta = make([]Scores, n), make([]Scores, n)
		l.norm, l.back = make([]float32, n), make([][Tags]Tag, n)
	}
	l.alpha, l.beta, l.norm, l.back = l.alpha[:n], l.beta[:n], l.norm[:n], l.back[:n]
}

// forward sets a from p, the token before, and the factors e of the token.
func (l *Lattice) forward(p, e, a *Scores) {
	x := border{p[0]}
	for k := range Kinds {
		x[1+2*k], x[2+2*k] = p[1+4*k+last], p[1+4*k+unit]
	}
	a[0] = x.dot(&l.into[0]) * e[0]
	for k := range Kinds {
		b, m, z, u := 1+4*k+begin, 1+4*k+inside, 1+4*k+last, 1+4*k+unit
		a[b] = x.dot(&l.into[1+2*k]) * e[b]
		a[u] = x.dot(&l.into[2+2*k]) * e[u]
		a[m] = (p[b]*l.next[b][m] + p[m]*l.next[m][m]) * e[m]
		a[z] = (p[b]*l.next[b][z] + p[m]*l.next[m][z]) * e[z]
	}
}

// dot is the sum of the products, from left to right.
func (x *border) dot(y *border) float32 {
	return x[0]*y[0] + x[1]*y[1] + x[2]*y[2] + x[3]*y[3] + x[4]*y[4] + x[5]*y[5] + x[6]*y[6] + x[7]*y[7] + x[8]*y[8]
}

// backwards computes beta of the tokens from an index on, after forwards.
func (l *Lattice) backwards(from int) {
	n := len(l.beta)
	b := &l.beta[n-1]
	*b = Scores{}
	for _, y := range closedTags {
		b[y] = 1
	}
	for i := n - 2; i >= from; i-- {
		l.backward(i)
	}
}

// backward sets beta at i from the token after.
func (l *Lattice) backward(i int) {
	var out Scores
	e, nb, inv := &l.emit[i+1], &l.beta[i+1], 1/l.norm[i+1]
	for y := range out {
		out[y] = e[y] * nb[y] * inv
	}
	x := border{out[0]}
	for k := range Kinds {
		x[1+2*k], x[2+2*k] = out[1+4*k+begin], out[1+4*k+unit]
	}
	b := &l.beta[i]
	b[0] = x.kinds(&l.outof[0])
	for k := range Kinds {
		f, m, z, u := 1+4*k+begin, 1+4*k+inside, 1+4*k+last, 1+4*k+unit
		b[z] = x.kinds(&l.outof[1+2*k])
		b[u] = x.kinds(&l.outof[2+2*k])
		b[f] = l.next[f][m]*out[m] + l.next[f][z]*out[z]
		b[m] = l.next[m][m]*out[m] + l.next[m][z]*out[z]
	}
}

// kinds is the sum of the products, those of a kind added first.
func (x *border) kinds(y *border) float32 {
	return x[0]*y[0] + (x[1]*y[1] + x[2]*y[2]) + (x[3]*y[3] + x[4]*y[4]) + (x[5]*y[5] + x[6]*y[6]) +
		(x[7]*y[7] + x[8]*y[8])
}

// Marginal returns the probability of each tag at token i, after Run.
func (l *Lattice) Marginal(i int) Scores {
	var p Scores
	a, b := &l.alpha[i], &l.beta[i]
	for y := range p {
		p[y] = a[y] * b[y]
	}
	return p
}

// Pairs adds to sum, times weight, the probability that tags follow one another
// at tokens i and i+1, after Run.
func (l *Lattice) Pairs(i int, weight float32, sum *[Tags]Scores) {
	a, e, b, inv := &l.alpha[i], &l.emit[i+1], &l.beta[i+1], weight/l.norm[i+1]
	for y := range sum {
		if a[y] == 0 {
			continue
		}
		for z := range sum[y] {
			if follows(Tag(y), Tag(z)) {
				sum[y][z] += a[y] * l.next[y][z] * e[z] * b[z] * inv
			}
		}
	}
}

// follows reports whether tag z may follow tag y.
func follows(y, z Tag) bool {
	if y.closed() {
		return z.enters()
	}
	return !z.enters() && z.Kind() == y.Kind()
}

// Name returns the probability, after Run, that exactly the tokens from first to
// before end are a name of the kind.
func (l *Lattice) Name(first, end int, kind Kind) float64 {
	if end-first == 1 {
		y := kind.Unit()
		return float64(l.alpha[first][y] * l.beta[first][y])
	}
	y := kind.Begin()
	p := l.alpha[first][y]
	for i := first + 1; i < end; i++ {
		z := kind.Inside()
		if i == end-1 {
			z = kind.Last()
		}
		p *= l.next[y][z] * l.emit[i][z] / l.norm[i]
		y = z
	}
	return float64(p * l.beta[end-1][y])
}

// exp is e to the x with a relative error below 2e-5, for x up to 80.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	return expInRange(min(x, 80))
}

// expInRange is exp for x in -80..80; it is small enough to be inlined.
func expInRange(x float32) float32 {
	t := x * (1 / math.Ln2)
	i := int32(t)
	if float32(i) > t { // the next whole number below
		i--
	}
	f := (t - float32(i)) * math.Ln2
	// e^f for f in 0..ln 2
	p := 1 + f*(1+f*(1./2+f*(1./6+f*(1./24+f*(1./120+f*(1./720))))))
	return p * math.Float32frombits(uint32(i+127)<<23)
}

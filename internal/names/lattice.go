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
	start       Scores // as factors, not logarithms
	next        [Tags]Scores
	emit        []Scores
	alpha, beta []Scores
	norm        []float32
	back        [][Tags]Tag
}

// Use sets the transitions for the calls that follow.
func (l *Lattice) Use(t *Transitions) {
	for y, s := range t.Start {
		l.start[y] = exp(s)
		for z, s := range t.Next[y] {
			l.next[y][z] = exp(s)
		}
	}
}

// Run computes the probabilities of the tags of a sentence that has at least one
// token, and returns the logarithm of the sum over all sequences. With allowed,
// sequences count only whose tag at i has its bit in allowed[i]; where there is
// none, the result is minus infinity.
func (l *Lattice) Run(scores []Scores, allowed []uint32) float64 {
	n := len(scores)
	l.grow(n)
	logZ := 0.0
	for i := range scores {
		s, e := &scores[i], &l.emit[i]
		most := s[0]
		for _, x := range s[1:] {
			most = max(most, x)
		}
		for y, x := range s {
			e[y] = exp(x - most)
		}
		if allowed != nil {
			for y := range e {
				if allowed[i]>>y&1 == 0 {
					e[y] = 0
				}
			}
		}
		logZ += float64(most)
		a := &l.alpha[i]
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
			return math.Inf(-1)
		}
		l.norm[i] = sum
		for y := range a {
			a[y] /= sum
		}
		logZ += math.Log(float64(sum))
	}
	b := &l.beta[n-1]
	*b = Scores{}
	for _, y := range closedTags {
		b[y] = 1
	}
	for i := n - 2; i >= 0; i-- {
		l.backward(i)
	}
	return logZ
}

func (l *Lattice) grow(n int) {
	if cap(l.emit) < n {
		l.emit, l.alpha, l.beta = make([]Scores, n), make([]Scores, n), make([]Scores, n)
		l.norm, l.back = make([]float32, n), make([][Tags]Tag, n)
	}
	l.emit, l.alpha, l.beta = l.emit[:n], l.alpha[:n], l.beta[:n]
	l.norm, l.back = l.norm[:n], l.back[:n]
}

// forward sets a from p, the token before, and the factors e of the token.
func (l *Lattice) forward(p, e, a *Scores) {
	var in Scores
	for _, y := range closedTags {
		if x := p[y]; x != 0 {
			row := &l.next[y]
			in[0] += x * row[0]
			for k := range Kinds {
				in[1+4*k+begin] += x * row[1+4*k+begin]
				in[1+4*k+unit] += x * row[1+4*k+unit]
			}
		}
	}
	for k := range Kinds {
		b, m, z := 1+4*k+begin, 1+4*k+inside, 1+4*k+last
		in[m] = p[b]*l.next[b][m] + p[m]*l.next[m][m]
		in[z] = p[b]*l.next[b][z] + p[m]*l.next[m][z]
	}
	for y := range a {
		a[y] = in[y] * e[y]
	}
}

// backward sets beta at i from the token after.
func (l *Lattice) backward(i int) {
	var out Scores
	e, nb, inv := &l.emit[i+1], &l.beta[i+1], 1/l.norm[i+1]
	for y := range out {
		out[y] = e[y] * nb[y] * inv
	}
	b := &l.beta[i]
	for _, y := range closedTags {
		row := &l.next[y]
		x := row[0] * out[0]
		for k := range Kinds {
			x += row[1+4*k+begin]*out[1+4*k+begin] + row[1+4*k+unit]*out[1+4*k+unit]
		}
		b[y] = x
	}
	for k := range Kinds {
		f, m, z := 1+4*k+begin, 1+4*k+inside, 1+4*k+last
		b[f] = l.next[f][m]*out[m] + l.next[f][z]*out[z]
		b[m] = l.next[m][m]*out[m] + l.next[m][z]*out[z]
	}
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

// Best appends the most probable sequence of tags of a sentence.
func (l *Lattice) Best(dst []Tag, t *Transitions, scores []Scores) []Tag {
	n := len(scores)
	l.grow(n)
	const never = float32(-1e30)
	var p Scores
	for y := range p {
		p[y] = never
		if Tag(y).enters() {
			p[y] = t.Start[y] + scores[0][y]
		}
	}
	for i := 1; i < n; i++ {
		var q Scores
		back := &l.back[i]
		for _, z := range enterTags {
			best, from := never*2, Outside
			for _, y := range closedTags {
				if x := p[y] + t.Next[y][z]; x > best {
					best, from = x, y
				}
			}
			q[z], back[z] = best+scores[i][z], from
		}
		for k := range Kinds {
			b, m := Kind(k).Begin(), Kind(k).Inside()
			for _, z := range [2]Tag{m, Kind(k).Last()} {
				x, from := p[b]+t.Next[b][z], b
				if v := p[m] + t.Next[m][z]; v > x {
					x, from = v, m
				}
				q[z], back[z] = x+scores[i][z], from
			}
		}
		p = q
	}
	best := Outside
	for _, y := range closedTags {
		if p[y] > p[best] {
			best = y
		}
	}
	at := len(dst)
	for range n {
		dst = append(dst, 0)
	}
	for i := n - 1; i >= 0; i-- {
		dst[at+i] = best
		best = l.back[i][best]
	}
	return dst
}

// exp is e to the x with a relative error below 2e-5, for x up to 80.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	t := min(x, 80) * (1 / math.Ln2)
	i := float32(math.Floor(float64(t)))
	f := (t - i) * math.Ln2
	// e^f for f in 0..ln 2
	p := 1 + f*(1+f*(1./2+f*(1./6+f*(1./24+f*(1./120+f*(1./720))))))
	return p * math.Float32frombits(uint32(int32(i)+127)<<23)
}

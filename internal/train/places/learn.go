package main

import (
	"fmt"
	"go/format"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/dateline-go/dateline/internal/resolve"
)

// example is a name of a story with what its candidates look like.
type example struct {
	vectors []resolve.Vector
	right   []bool
	weight  float64
}

// learn fits weights: each pass counts the features with the probabilities that the
// last weights give.
func learn(r *resolve.Resolver, stories []story, l2 float64, passes int) resolve.Vector {
	w := plain()
	for range passes {
		var data []example
		for i := range stories {
			data = append(data, examples(r, &stories[i], &w)...)
		}
		w = fit(data, l2)
	}
	return w
}

// plain are weights to begin with: the larger place, a country before all others.
func plain() resolve.Vector {
	var w resolve.Vector
	for i, name := range resolve.FeatureNames() {
		switch name {
		case "people of a town":
			w[i] = 0.6
		case "a country":
			w[i] = 5.3
		case "a region":
			w[i] = 2.6
		}
	}
	return w
}

// examples returns one example for each name of a story that has a right candidate; a
// name that stands there often counts more, but not as much more.
func examples(r *resolve.Resolver, s *story, w *resolve.Vector) []example {
	p := r.Problem(s.text)
	v := p.Solve(w)
	byGroup := map[int]*example{}
	var order []int
	for i, at := range p.Groups() {
		if s.right[i] == nil || at[0] == at[1] {
			continue
		}
		x := byGroup[at[0]]
		if x == nil {
			x = &example{vectors: v[at[0]:at[1]], right: make([]bool, at[1]-at[0])}
			byGroup[at[0]] = x
			order = append(order, at[0])
		}
		x.weight++
		for k, yes := range s.right[i] {
			x.right[k] = x.right[k] || yes
		}
	}
	var list []example
	for _, at := range order {
		if x := byGroup[at]; slices.Contains(x.right, true) {
			x.weight = math.Sqrt(x.weight)
			list = append(list, *x)
		}
	}
	return list
}

// fit maximises the likelihood that a right candidate is chosen, over standardised
// features with a penalty on the squares of the weights, by Adam.
func fit(data []example, l2 float64) resolve.Vector {
	scale := deviations(data)
	const steps = 300
	var w, m, v resolve.Vector
	var p, q []float64
	for step := range steps {
		var gradient resolve.Vector
		for i := range data {
			x := &data[i]
			p, q = chances(x, &w, &scale, p[:0], q[:0])
			for k := range x.vectors {
				for f := range gradient {
					gradient[f] += x.weight * (q[k] - p[k]) * x.vectors[k][f] / scale[f]
				}
			}
		}
		for f := range w {
			g := gradient[f] - l2*w[f]
			m[f] = 0.9*m[f] + 0.1*g
			v[f] = 0.99*v[f] + 0.01*g*g
			w[f] += 0.08 * m[f] / (math.Sqrt(v[f]) + 1e-8) * (1 - float64(step)/steps)
		}
	}
	for f := range w {
		w[f] /= scale[f]
	}
	return w
}

// chances returns the probability of each candidate, and that given that the choice is
// right.
func chances(x *example, w, scale *resolve.Vector, p, q []float64) ([]float64, []float64) {
	top := math.Inf(-1)
	for k := range x.vectors {
		s := 0.0
		for f := range w {
			s += w[f] * x.vectors[k][f] / scale[f]
		}
		p = append(p, s)
		top = max(top, s)
	}
	all, right := 0.0, 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		all += p[k]
		if x.right[k] {
			right += p[k]
		}
	}
	for k := range p {
		q = append(q, 0)
		if x.right[k] && right > 0 {
			q[k] = p[k] / right
		}
		p[k] /= all
	}
	return p, q
}

// deviations are the standard deviations of the features.
func deviations(data []example) resolve.Vector {
	var sum, squares, d resolve.Vector
	n := 0.0
	for i := range data {
		for k := range data[i].vectors {
			n++
			for f, x := range data[i].vectors[k] {
				sum[f] += x
				squares[f] += x * x
			}
		}
	}
	for f := range d {
		d[f] = math.Sqrt(max(0, squares[f]/n-sum[f]/n*sum[f]/n)) + 1e-2
	}
	return d
}

// tally counts what weights get right.
type tally struct {
	names, known, given, right int
	sets                       map[string]*tally
}

func (t *tally) add(r *resolve.Resolver, stories []story, w *resolve.Vector) {
	if t.sets == nil {
		t.sets = map[string]*tally{}
	}
	for i := range stories {
		s := &stories[i]
		set := t.sets[s.set]
		if set == nil {
			set = &tally{}
			t.sets[s.set] = set
		}
		p := r.Problem(s.text)
		p.Solve(w)
		_, chance := p.Candidates()
		for k, at := range p.Groups() {
			if s.right[k] == nil {
				continue
			}
			set.names++
			best := -1
			for c := at[0]; c < at[1]; c++ {
				if best < 0 || chance[c] > chance[best] {
					best = c
				}
			}
			if slices.Contains(s.right[k], true) {
				set.known++
			}
			if best >= 0 {
				set.given++
				if s.right[k][best-at[0]] {
					set.right++
				}
			}
		}
	}
}

func (t *tally) print() {
	names := make([]string, 0, len(t.sets))
	for n := range t.sets {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		s := t.sets[n]
		fmt.Printf("%-12s %5d names, right %5.1f of all, %5.1f of those with a candidate; a right candidate %5.1f\n",
			n, s.names, share(s.right, s.names), share(s.right, s.given), share(s.known, s.names))
	}
}

func share(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }

// write writes the weights as Go.
func write(file string, fitted *[2]resolve.Vector) error {
	var b strings.Builder
	b.WriteString("package resolve\n\n// Code generated by internal/train/places; DO NOT EDIT.\n")
	for k, name := range []string{"weights", "homeWeights"} {
		fmt.Fprintf(&b, "\nvar %s = Vector{\n", name)
		for i, feature := range resolve.FeatureNames() {
			fmt.Fprintf(&b, "\t%.3f, // %s\n", fitted[k][i], feature)
		}
		b.WriteString("}\n")
	}
	source, err := format.Source([]byte(b.String()))
	if err != nil {
		return err
	}
	return os.WriteFile(file, source, 0o644)
}

package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/dateline-go/dateline/internal/focus"
	"github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/train/cholesky"
)

// How the weights are learned.
const (
	ridge  = 2 // penalty on the squares of the weights, not of the bias
	rounds = 8 // of Newton's method
	// marked is what a story whose countries a person has marked counts beside one whose places are: tried by
	// cross-validation.
	marked = 3
)

// fit maximises the likelihood of the labels of all countries.
func fit(stories []story) []float64 {
	n := len(focus.Features())
	w := make([]float64, n)
	for range rounds {
		gradient, curve := make([]float64, n), make([][]float64, n)
		for i := range n {
			curve[i] = make([]float64, n)
			curve[i][i] = 1e-6
			if i > 0 {
				gradient[i], curve[i][i] = -ridge*w[i], ridge
			}
		}
		for _, s := range stories {
			for _, c := range s.countries {
				if c.label != open {
					s.learn(c, w, gradient, curve)
				}
			}
		}
		for i, step := range cholesky.Solve(curve, gradient) {
			w[i] += step
		}
	}
	return w
}

// learn adds what a country says to the gradient and to the curvature of the likelihood.
func (s *story) learn(c country, w, gradient []float64, curve [][]float64) {
	weight := 1.0
	if s.marked {
		weight = marked
	}
	p := logistic.Model(w).Score(c.vector)
	miss := -p
	if c.label == in {
		miss = 1 - p
	}
	for i, x := range c.vector {
		gradient[i] += weight * miss * x
		for k, y := range c.vector {
			curve[i][k] += weight * p * (1 - p) * x * y
		}
	}
}

// scores are the figures of each set.
type scores map[string]*score

// score counts stories, those with a right country in focus and no wrong one, the countries wanted there and those
// found.
type score struct{ stories, right, wanted, found int }

func (all scores) add(stories []story, w []float64) {
	for i := range stories {
		s := &stories[i]
		t := all[s.set]
		if t == nil {
			t = &score{}
			all[s.set] = t
		}
		t.add(s, w)
	}
}

func (t *score) add(s *story, w []float64) {
	best, chances := 0, make([]float64, len(s.countries))
	for i, c := range s.countries {
		if chances[i] = logistic.Model(w).Score(c.vector); chances[i] > chances[best] {
			best = i
		}
	}
	found, wrong := 0, false
	for i, c := range s.countries {
		if c.label == in {
			t.wanted++
		}
		if i != best && chances[i] < focus.About {
			continue
		}
		if c.label == in {
			found++
		}
		wrong = wrong || c.label == out
	}
	t.stories++
	t.found += found
	if found > 0 && !wrong {
		t.right++
	}
}

func (all scores) print(name string) {
	for _, set := range slices.Sorted(maps.Keys(all)) {
		t := all[set]
		fmt.Printf("%s: %-10s %3d stories, focus right %5.1f, found %5.1f\n", name, set, t.stories,
			100*float64(t.right)/float64(t.stories), 100*float64(t.found)/float64(max(1, t.wanted)))
	}
}

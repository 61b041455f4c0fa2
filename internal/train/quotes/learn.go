package main

import (
	"math"

	"github.com/dateline-go/dateline/internal/train/cholesky"
)

// choice is one decision: the features of each candidate, by their place, and
// which is right.
type choice struct {
	options [][]int16
	right   int
}

// learn fits a log-linear model of choices by Newton's method with a ridge. A
// candidate without features scores 0, so that yes or no is a choice of two.
func learn(choices []choice, size int, ridge float64) []float64 {
	w := make([]float64, size)
	for range 12 {
		grad := make([]float64, size)
		hess := make([][]float64, size)
		for i := range hess {
			hess[i] = make([]float64, i+1)
			grad[i] = -ridge * w[i]
			hess[i][i] = ridge
		}
		mean := make([]float64, size)
		var p []float64
		var used []int16
		for _, c := range choices {
			p = chances(c, w, p[:0])
			used = used[:0]
			for o, fs := range c.options {
				for _, a := range fs {
					if mean[a] == 0 {
						used = append(used, a)
					}
					mean[a] += p[o]
					for _, b := range fs {
						if b <= a {
							hess[a][b] += p[o]
						}
					}
				}
			}
			for _, a := range c.options[c.right] {
				grad[a]++
			}
			for _, a := range used {
				grad[a] -= mean[a]
				for _, b := range used {
					if b <= a {
						hess[a][b] -= mean[a] * mean[b]
					}
				}
			}
			for _, a := range used {
				mean[a] = 0
			}
		}
		step := cholesky.Solve(hess, grad)
		size := 0.0
		for i := range w {
			w[i] += step[i]
			size = max(size, math.Abs(step[i]))
		}
		if size < 1e-6 {
			break
		}
	}
	for i := range w {
		w[i] = math.Round(w[i]*1000) / 1000
	}
	return w
}

// chances appends the chance of each option.
func chances(c choice, w, out []float64) []float64 {
	sum := 0.0
	for _, fs := range c.options {
		x := 0.0
		for _, f := range fs {
			x += w[f]
		}
		x = math.Exp(x)
		out = append(out, x)
		sum += x
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

package main

import (
	"math"

	model "github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/train/cholesky"
)

// ridge keeps coefficients small: the weight of their squares.
const ridge = 5.0

// steps is how many steps of Newton's method are taken; the likelihood is convex and
// no longer moves after ten.
const steps = 9

// logistic fits a logistic regression with n coefficients by Newton's method
// (iteratively reweighted least squares).
func logistic(rows []row, n int) []float64 {
	w := make([]float64, n)
	for range steps {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			hessian[i][i] = ridge
			gradient[i] = -ridge * w[i]
		}
		for _, r := range rows {
			sum := 0.0
			for _, f := range r.features {
				sum += w[f.At] * f.Value
			}
			p := model.Chance(sum)
			y := 0.0
			if r.story {
				y = 1
			}
			g, h := r.weight*(y-p), r.weight*p*(1-p)
			for _, f := range r.features {
				gradient[f.At] += g * f.Value
				row := hessian[f.At]
				x := h * f.Value
				for _, k := range r.features {
					if k.At <= f.At { // solve looks at the lower triangle alone
						row[k.At] += x * k.Value
					}
				}
			}
		}
		for i, d := range cholesky.Solve(hessian, gradient) {
			w[i] += d
		}
	}
	for i := range w {
		w[i] = math.Round(w[i]*1000) / 1000
	}
	return w
}

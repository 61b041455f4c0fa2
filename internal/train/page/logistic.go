package main

import (
	"math"

	model "github.com/dateline-go/dateline/internal/logistic"
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
		for i, d := range solve(hessian, gradient) {
			w[i] += d
		}
	}
	for i := range w {
		w[i] = math.Round(w[i]*1000) / 1000
	}
	return w
}

// solve solves a x = b for a symmetric positive definite matrix, which it overwrites,
// by Cholesky's decomposition.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for j := range n {
		for k := range j {
			a[j][j] -= a[j][k] * a[j][k]
		}
		a[j][j] = math.Sqrt(a[j][j])
		for i := j + 1; i < n; i++ {
			for k := range j {
				a[i][j] -= a[i][k] * a[j][k]
			}
			a[i][j] /= a[j][j]
		}
	}
	x := make([]float64, n)
	for i := range n {
		x[i] = b[i]
		for k := range i {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= a[k][i] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

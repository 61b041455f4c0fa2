package main

import (
	"math"

	model "github.com/dateline-go/dateline/internal/logistic"
	"github.com/dateline-go/dateline/internal/train/cholesky"
)

// row is one example: its numbers, and how right it is, 0..1.
type row struct {
	x []float64
	y float64
}

// logistic fits a logistic model by Newton's method. An L2 penalty draws all
// weights but the first, which is the bias, to a prior.
func logistic(rows []row, penalty float64, prior []float64) []float64 {
	n := len(rows[0].x)
	w := make([]float64, n)
	for range 30 {
		grad := make([]float64, n)
		hess := make([][]float64, n)
		for i := range hess {
			hess[i] = make([]float64, n)
			if i > 0 {
				grad[i] = -penalty * (w[i] - prior[i])
				hess[i][i] = penalty
			}
		}
		hess[0][0] = 1e-9
		for _, r := range rows {
			p := model.Chance(dot(w, r.x))
			d, h := r.y-p, p*(1-p)
			for i, xi := range r.x {
				if xi == 0 {
					continue
				}
				grad[i] += d * xi
				for j := 0; j <= i; j++ {
					hess[i][j] += h * xi * r.x[j]
				}
			}
		}
		step := cholesky.Solve(hess, grad)
		size := 0.0
		for i := range w {
			w[i] += step[i]
			size = max(size, math.Abs(step[i]))
		}
		if size < 1e-8 {
			break
		}
	}
	return w
}

func dot(a, b []float64) float64 {
	s := 0.0
	for i := range a {
		s += a[i] * b[i]
	}
	return s
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

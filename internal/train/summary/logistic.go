package main

import (
	"math"

	model "github.com/dateline-go/dateline/internal/logistic"
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
		step := solve(hess, grad)
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

// solve solves a x = b for a symmetric positive matrix of which the lower half is
// given, by Cholesky's method.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	l := make([][]float64, n)
	for i := range l {
		l[i] = make([]float64, n)
		for j := 0; j <= i; j++ {
			s := a[i][j]
			for k := range j {
				s -= l[i][k] * l[j][k]
			}
			if i == j {
				l[i][i] = math.Sqrt(max(s, 1e-12))
			} else {
				l[i][j] = s / l[j][j]
			}
		}
	}
	x := make([]float64, n)
	for i := range n {
		s := b[i]
		for k := range i {
			s -= l[i][k] * x[k]
		}
		x[i] = s / l[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		s := x[i]
		for k := i + 1; k < n; k++ {
			s -= l[k][i] * x[k]
		}
		x[i] = s / l[i][i]
	}
	return x
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

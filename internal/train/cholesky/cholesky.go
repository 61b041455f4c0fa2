// Package cholesky solves the linear equations of Newton's method, by which the programs of internal/train fit
// their small models.
package cholesky

import "math"

// least is the least square of a diagonal: below it stands what rounding leaves of nothing.
const least = 1e-12

// Solve returns the x of a x = b, for a symmetric positive definite matrix of which the lower half is given. It
// overwrites that half with Cholesky's factor (Golub and Van Loan, Matrix Computations, 4.2). The time grows with
// the cube of the number of equations.
func Solve(a [][]float64, b []float64) []float64 {
	for i := range b {
		for j := range i {
			for k := range j {
				a[i][j] -= a[i][k] * a[j][k]
			}
			a[i][j] /= a[j][j]
		}
		for k := range i {
			a[i][i] -= a[i][k] * a[i][k]
		}
		a[i][i] = math.Sqrt(max(a[i][i], least))
	}
	x := make([]float64, len(b))
	for i := range x {
		x[i] = b[i]
		for k := range i {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	for i := len(x) - 1; i >= 0; i-- {
		for k := i + 1; k < len(x); k++ {
			x[i] -= a[k][i] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

package cholesky_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/train/cholesky"
)

func TestSolve(t *testing.T) {
	unread := math.NaN() // the upper half
	x := cholesky.Solve([][]float64{{4, unread, unread}, {2, 3, unread}, {0, 1, 5}}, []float64{8, 11, 17})
	assert.InDeltaSlice(t, []float64{1, 2, 3}, x, 1e-12)
}

// TestSolveOfNothing has two equations that say the same: there is an answer, and no division by zero.
func TestSolveOfNothing(t *testing.T) {
	for _, x := range cholesky.Solve([][]float64{{1, 0}, {1, 1}}, []float64{1, 1}) {
		assert.False(t, math.IsNaN(x) || math.IsInf(x, 0))
	}
}

package main

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLine(t *testing.T) {
	fixed, slope, r2 := line([]float64{1, 2, 4}, []float64{5, 7, 11})
	assert.InDelta(t, 3, fixed, 1e-9)
	assert.InDelta(t, 2, slope, 1e-9)
	assert.InDelta(t, 1, r2, 1e-9)
	_, slope, r2 = line([]float64{0, 1, 2, 3}, []float64{0, 1, 1, 0})
	assert.InDelta(t, 0, slope, 1e-9)
	assert.InDelta(t, 0, r2, 1e-9)
	fixed, slope, r2 = line([]float64{1, 2}, []float64{4, 4})
	assert.Equal(t, 4.0, fixed)
	assert.Zero(t, slope)
	assert.True(t, math.IsNaN(r2), "nothing to explain")
}

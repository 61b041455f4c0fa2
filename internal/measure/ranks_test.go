package measure_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/measure"
)

func TestSpearman(t *testing.T) {
	assert.InDelta(t, 1, measure.Spearman([]float64{1, 2, 3}, []float64{10, 20, 500}), 1e-12)
	assert.InDelta(t, -1, measure.Spearman([]float64{1, 2, 3}, []float64{3, 2, 1}), 1e-12)
	assert.InDelta(t, 0, measure.Spearman([]float64{1, 2, 3}, []float64{2, 2, 2}), 1e-12)
	assert.InDelta(t, math.Sqrt(3)/2, measure.Spearman([]float64{1, 2, 3}, []float64{1, 1, 2}), 1e-12)
}

func TestPrecisionAt(t *testing.T) {
	nan := math.NaN()
	good := []bool{true, false, true, false}
	assert.InDelta(t, 1.0, measure.PrecisionAt(1, []float64{4, 3, 2, 1}, good), 1e-12)
	assert.InDelta(t, 2.0/3, measure.PrecisionAt(3, []float64{4, 3, 2, 1}, good), 1e-12)
	assert.InDelta(t, 0.5, measure.PrecisionAt(1, []float64{1, 1, 0, 0}, good), 1e-12) // equals count their share
	assert.InDelta(t, 1.0/3, measure.PrecisionAt(3, []float64{4, nan, nan, 1}, good), 1e-12)
}

func TestSalienceOf(t *testing.T) {
	s := measure.SalienceOf([]float64{3, 1, 2}, []float64{0.9, math.NaN(), 0.5})
	assert.Equal(t, measure.Salience{Correlation: 1, First: 1, Third: 2.0 / 3, Ranked: 1, Salient: 1, Entities: 3, Matched: 2}, s)
	equal := measure.SalienceOf([]float64{1, 1}, []float64{0.9, 0.1})
	assert.Equal(t, measure.Salience{Entities: 2, Matched: 2}, equal)
	sum := measure.AddSalience([]measure.Salience{s, equal})
	assert.InDelta(t, 1, sum.Spearman(), 1e-12)
	assert.InDelta(t, 2.0/3, sum.P3(), 1e-12)
}

func TestStandardError(t *testing.T) {
	mean := func(u []float64) float64 {
		sum := 0.0
		for _, x := range u {
			sum += x
		}
		return sum / float64(len(u))
	}
	assert.InDelta(t, 0, measure.StandardError([]float64{2, 2, 2}, mean), 1e-6)
	assert.InDelta(t, 0.1, measure.StandardError(repeat([]float64{0, 2}, 50), mean), 0.01) // 1 / sqrt(100)
}

func repeat(v []float64, n int) []float64 {
	var all []float64
	for range n {
		all = append(all, v...)
	}
	return all
}

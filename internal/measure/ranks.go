package measure

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// Spearman is the rank correlation of two lists of the same length, -1..1;
// equals share ranks. It is 0 where all values of a list are equal.
func Spearman(x, y []float64) float64 {
	rx, ry := ranks(x), ranks(y)
	mean := float64(len(x)-1) / 2 // of ranks from 0 on, shared or not
	var xy, xx, yy float64
	for i := range rx {
		a, b := rx[i]-mean, ry[i]-mean
		xy += a * b
		xx += a * a
		yy += b * b
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return xy / math.Sqrt(xx*yy)
}

// ranks returns the rank of each value, from 0 on; equals share the mean of theirs.
func ranks(v []float64) []float64 {
	order := make([]int, len(v))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(v[a], v[b]) })
	r := make([]float64, len(v))
	for i := 0; i < len(order); {
		j := i
		for j+1 < len(order) && v[order[j+1]] == v[order[i]] {
			j++
		}
		for k := i; k <= j; k++ {
			r[order[k]] = float64(i+j) / 2
		}
		i = j + 1
	}
	return r
}

// PrecisionAt is the share of good ones among the first k by score, 0..1: missing
// places are wrong, and equals count their expected share. A score that is not a
// number (NaN) takes no place.
func PrecisionAt(k int, scores []float64, good []bool) float64 {
	var order []int
	for i, s := range scores {
		if !math.IsNaN(s) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	got := 0.0
	for i := 0; i < len(order) && i < k; {
		j, right := i, 0
		for ; j < len(order) && scores[order[j]] == scores[order[i]]; j++ {
			if good[order[j]] {
				right++
			}
		}
		got += float64(min(k, j)-i) * float64(right) / float64(j-i)
		i = j
	}
	return got / float64(k)
}

// bootstraps is how many samples a standard error is taken over.
const bootstraps = 1000

// StandardError is the standard deviation of a figure over 1,000 samples of the
// units, documents as a rule, drawn with replacement (Efron, 1979). The samples are
// the same each time.
func StandardError[U any](units []U, figure func([]U) float64) float64 {
	r := rand.New(rand.NewPCG(1979, 1))
	sample := make([]U, len(units))
	var sum, squares float64
	for range bootstraps {
		for i := range sample {
			sample[i] = units[r.IntN(len(units))]
		}
		f := figure(sample)
		sum += f
		squares += f * f
	}
	mean := sum / bootstraps
	return math.Sqrt(max(0, squares/bootstraps-mean*mean))
}

package fit

import (
	"math"

	"github.com/dateline-go/dateline/internal/names"
)

// Model cuts the weights to a byte each. The scale is such that all but one in
// 10,000 of those that are not zero fit. Weights nearer to 0 than drop become 0.
func (l *Learner) Model(drop float64) *names.Model {
	const bins = 1 << 12
	var counts [bins]int
	top, all := 0.0, 0
	for i := range l.weights {
		for _, w := range l.weights[i] {
			top = max(top, math.Abs(float64(w)))
		}
	}
	for i := range l.weights {
		for _, w := range l.weights[i] {
			if w != 0 {
				counts[min(bins-1, int(math.Abs(float64(w))/top*bins))]++
				all++
			}
		}
	}
	cut, seen := bins-1, 0
	for ; cut > 0 && seen < all/10_000; cut-- {
		seen += counts[cut]
	}
	m := &names.Model{Bits: l.bits, Transitions: l.trans}
	m.Scale = float32(top * float64(cut+1) / bins / 127)
	m.Rows = make([]int8, 0, lanes<<l.bits)
	for i := range l.weights {
		for _, w := range l.weights[i] {
			q := math.RoundToEven(float64(w / m.Scale))
			if math.Abs(float64(w)) < drop {
				q = 0
			}
			m.Rows = append(m.Rows, int8(max(-127, min(127, q))))
		}
	}
	return m
}

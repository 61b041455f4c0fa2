package main

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMeasureRanking(t *testing.T) {
	grades := map[string]int{"a": 3, "b": 1, "c": 0}
	for _, c := range []struct {
		name     string
		ids      []string
		ndcg, ap float64
	}{
		{"ideal", []string{"a", "b", "c"}, 1, 1},
		{"turned round", []string{"c", "b", "a"}, (1/math.Log2(3) + 3/math.Log2(4)) / (3 + 1/math.Log2(3)), (1.0/2 + 2.0/3) / 2},
		{"one missing", []string{"x", "a"}, 3 / math.Log2(3) / (3 + 1/math.Log2(3)), (1.0 / 2) / 2},
		{"nothing", nil, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := measureRanking(c.ids, grades)
			assert.InDelta(t, c.ndcg, r.ndcg, 1e-12)
			assert.InDelta(t, c.ap, r.ap, 1e-12)
		})
	}
}

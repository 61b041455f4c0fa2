package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadScores(t *testing.T) {
	for _, c := range []struct {
		name, printed string
		want          map[string]float64
	}{
		{"words", "queries=42  ndcg10=0.7444\n", map[string]float64{"queries": 42, "ndcg10": 0.7444}},
		{"JSON", `{"n": 3, "micro": {"f1": 81.5}, "gold": "x", "scored": ["a"]}`, map[string]float64{"n": 3, "micro.f1": 81.5}},
		{"the last line", "a warning\n{\"f1\": 1}\n", map[string]float64{"f1": 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := readScores(c.printed)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
	_, err := readScores("f1=high")
	assert.Error(t, err)
	_, err = readScores("{broken")
	assert.Error(t, err)
}

func TestSpanF1(t *testing.T) {
	known := []tokenRow{{"a", [][2]int{{0, 2}, {3, 5}}}, {"b", [][2]int{{0, 1}}}}
	f1, any := spanF1(known, []tokenRow{{"a", [][2]int{{0, 2}, {2, 5}, {0, 2}}}})
	assert.True(t, any)
	assert.InDelta(t, 200*1.0/5, f1, 1e-9, "one right, two found, three known")
	_, any = spanF1(known, []tokenRow{{"a", nil}})
	assert.False(t, any)
}

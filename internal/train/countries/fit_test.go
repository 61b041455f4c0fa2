package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline/internal/focus"
	"github.com/dateline-go/dateline/internal/logistic"
)

// TestFit learns that countries with one feature are wanted and those without it are not.
func TestFit(t *testing.T) {
	t.Parallel()
	vector := func(share float64) []float64 {
		v := make([]float64, len(focus.Features()))
		v[0], v[3] = 1, share
		return v
	}
	var stories []story
	for range 40 {
		stories = append(stories, story{set: "made", marked: true, countries: []country{
			{label: in, vector: vector(0.9)}, {label: out, vector: vector(0.1)}, {label: open, vector: vector(0.1)},
		}})
	}
	w := fit(stories)
	assert.Greater(t, logistic.Model(w).Score(vector(0.9)), 0.8)
	assert.Less(t, logistic.Model(w).Score(vector(0.1)), 0.2)
	held := scores{}
	held.add(stories, w)
	assert.Equal(t, score{stories: 40, right: 40, wanted: 40, found: 40}, *held["made"])
}

// TestLabels says of which countries a story is that names their places.
func TestLabels(t *testing.T) {
	t.Parallel()
	var l placesLine
	add := func(code string, n int) {
		for range n {
			l.Toponyms = append(l.Toponyms, struct{ Country string }{code})
		}
	}
	add("NO", 5)
	add("SE", 3)
	add("BR", 1)
	add("", 4)
	labels, ok := l.labels()
	assert.True(t, ok)
	assert.Equal(t, map[string]label{"NO": in, "SE": open}, labels)
}

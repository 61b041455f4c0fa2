package main

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStandardError(t *testing.T) {
	same := []prf{{1, 2, 2}, {1, 2, 2}, {1, 2, 2}}
	assert.InDelta(t, 0, standardError(same), 1e-6)
	assert.Zero(t, standardError(nil))
	var half []prf // a document is right or wrong as a whole: the error of a share
	for i := range 400 {
		half = append(half, prf{i % 2, 1, 1})
	}
	assert.InDelta(t, 100*math.Sqrt(0.25/400), standardError(half), 0.2)
	assert.Equal(t, standardError(half), standardError(half))
	assert.InDelta(t, 0, changeError(half, half), 1e-6)
	assert.Equal(t, prf{200, 400, 400}, total(half))
}

package measure_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/measure"
)

func TestLinksOf(t *testing.T) {
	at := func(i int) dateline.Span { return dateline.Span{Start: i, End: i + 1} }
	gold := map[dateline.Span]string{at(0): "a", at(2): "a", at(4): "a", at(6): "b"}
	perfect := measure.LinksOf(gold, gold)
	assert.InDelta(t, 1, perfect.B3(), 1e-12)
	assert.InDelta(t, 1, perfect.LinkedF1(), 1e-12)

	none := measure.LinksOf(gold, map[dateline.Span]int{})
	assert.InDelta(t, 0, none.LinkedF1(), 1e-12)
	assert.InDelta(t, 2*0.5/1.5, none.B3(), 1e-12) // P 1, R (3 * 1/3 + 1) / 4

	// One of a's names is missed, one is tied to b's; a span elsewhere does not count.
	l := measure.LinksOf(gold, map[dateline.Span]int{at(0): 1, at(2): 2, at(6): 2, at(8): 1})
	assert.Equal(t, measure.Links{Names: 4, Matched: 3, Precision: 3, Recall: 2, Predicted: 2, Gold: 6}, l)
	assert.Equal(t, 8, l.Add(perfect).Names)
	assert.InDelta(t, 2*6.0/20, l.Add(perfect).LinkedF1(), 1e-12)
}

package main

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTableMarksTheBestOfEachColumn(t *testing.T) {
	tab := table{title: "Two of them:",
		columns: []column{{"F1", 1, high}, {"ms", 0, low}, {"rows", 0, neither}},
		rows: []tableRow{
			{"ours", []float64{81.25, 1234567, 3}},
			{"theirs", []float64{81.2, 900, 3}},
			{"another", []float64{math.NaN(), 1000, 4}},
		}}
	var b strings.Builder
	require.NoError(t, tab.write(&b))
	assert.Equal(t, `Two of them:

| | F1 | ms | rows |
|---|--:|--:|--:|
| ours | **81.2** | 1,234,567 | 3 |
| theirs | **81.2** | **900** | 3 |
| another |  | 1,000 | 4 |
`, b.String(), "what is equal as it is written is equally good")
}

func TestTableOfOneRowHasNoBest(t *testing.T) {
	var b strings.Builder
	require.NoError(t, table{columns: []column{{"F1", 1, high}}, rows: []tableRow{{"ours", []float64{9}}}}.write(&b))
	assert.NotContains(t, b.String(), "**")
}

func TestColumnFormat(t *testing.T) {
	for _, c := range []struct {
		name   string
		digits int
		value  float64
		want   string
	}{
		{"small", 2, 0.456, "0.46"},
		{"thousands", 1, 1234.56, "1,234.6"},
		{"millions", 0, 2345678, "2,345,678"},
		{"negative hundreds", 0, -123, "-123"},
		{"negative thousands", 0, -1234, "-1,234"},
		{"no number", 3, math.NaN(), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, column{digits: c.digits}.format(c.value))
		})
	}
}

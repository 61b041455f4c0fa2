package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
)

func TestTrimName(t *testing.T) {
	for _, tc := range []struct{ text, label, want string }{
		{"President Ann Lee", "PER", "Ann Lee"},
		{"Mr. Lee", "PER", "Lee"},
		{"the Foreign Office", "ORG", "Foreign Office"},
		{"Foreign Office", "ORG", "Foreign Office"},
		{"The the Bay", "LOC", "Bay"},
		{"President", "PER", "President"},
	} {
		s := trimName(tc.text, dateline.Span{End: len(tc.text)}, tc.label)
		assert.Equal(t, tc.want, tc.text[s.Start:s.End], tc.text)
	}
}

func TestScoreNames(t *testing.T) {
	person, unsure := "PER", "?"
	labels := map[string]*string{"person": &person, "thing": &unsure, "time": nil}
	d := nerDoc{Text: "Ann Lee saw Oslo on Monday with Bo."}
	add := func(start, end int, label string) {
		d.Spans = append(d.Spans, struct {
			Start int    `json:"start"`
			End   int    `json:"end"`
			Label string `json:"label"`
			Named *bool  `json:"named"`
		}{Start: start, End: end, Label: label})
	}
	add(0, 7, "person")
	add(12, 16, "thing")
	add(20, 26, "time")
	add(32, 34, "person")
	counts := scoreNames(d, []dateline.Mention{
		{Start: 0, End: 7, Label: dateline.Person},
		{Start: 12, End: 16, Label: dateline.GPE},       // ignored: the gold is unsure
		{Start: 20, End: 26, Label: dateline.DateValue}, // no name
		{Start: 32, End: 34, Label: dateline.Org},       // wrong label
	}, labels)
	assert.Equal(t, []prf{{1, 1, 2}, {0, 1, 0}, {0, 0, 0}}, counts)
}

func TestLabelMapsOf(t *testing.T) {
	a, b := "PER", "ORG"
	m := labelMaps{"gum": {Map: map[string]*string{"x": &a}}, "gum_news": {Map: map[string]*string{"x": &b}}}
	assert.Equal(t, "ORG", *m.of("gum_news_dev")["x"])
	assert.Equal(t, "PER", *m.of("gum_other_dev")["x"])
	assert.Nil(t, m.of("other"))
}

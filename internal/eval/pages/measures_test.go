package pages

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// value returns the measure of a name.
func value(t *testing.T, list []Measure, name string) float64 {
	t.Helper()
	for _, m := range list {
		if m.Name == name {
			return m.Value
		}
	}
	require.Fail(t, "no measure "+name)
	return 0
}

func TestBodyMeasures(t *testing.T) {
	t.Parallel()
	// Two of three sequences of four words are found, and one that is not there.
	gold := []Gold{{Body: "one two three four five six"}}
	got := BodyMeasures(gold, []Extracted{{Body: "zero one two three four five"}})
	assert.InDelta(t, 2.0/3, value(t, got, "body_p"), 1e-9)
	assert.InDelta(t, 2.0/3, value(t, got, "body_r"), 1e-9)
	assert.InDelta(t, 2.0/3, value(t, got, "body_f1"), 1e-9)

	same := BodyMeasures(gold, []Extracted{{Body: "one, two, three: four – five six"}})
	assert.InDelta(t, 1, value(t, same, "body_f1"), 1e-9)
	none := BodyMeasures(gold, []Extracted{{}})
	assert.Zero(t, value(t, none, "body_r"))
}

func TestSegmentMeasures(t *testing.T) {
	t.Parallel()
	gold := []Gold{{With: []string{"a  boat", "a bus"}, Without: []string{"menu", "share"}}}
	got := SegmentMeasures(gold, []Extracted{{Body: "Here is a\nboat. Share it; share more."}})
	assert.InDelta(t, 0.5, value(t, got, "seg_p"), 1e-9)
	assert.InDelta(t, 0.5, value(t, got, "seg_r"), 1e-9)
}

func TestLineMeasures(t *testing.T) {
	t.Parallel()
	gold := []Gold{{Labels: "TAABB-", Body: "x"}}
	got := LineMeasures(gold, []Extracted{{Keep: []int{0, 1, 3, 5}}})
	assert.InDelta(t, 0.5, value(t, got, "line_p"), 1e-9)
	assert.InDelta(t, 0.5, value(t, got, "line_r"), 1e-9)
}

func TestFundusMeasures(t *testing.T) {
	t.Parallel()
	gold := []Gold{{
		Title: "Night trains: “stay”", Author: "Ida Holm; Jon Vik", Date: "2024-02-11 10:00:00+01:00", Summary: "A dek.",
		Sections: []Section{{""}, {"First"}, {"Second"}},
	}}
	got := FundusMeasures(gold, []Extracted{{
		Title: "NIGHT TRAINS – stay", Author: "By Ida Holm", Date: "2024-02-11", Summary: "a dek", Sections: []Section{{"First"}, {"Third"}},
	}})
	assert.InDelta(t, 1, value(t, got, "title_norm"), 1e-9)
	assert.InDelta(t, 2.0/3, value(t, got, "author_f1"), 1e-9)
	assert.InDelta(t, 0.5, value(t, got, "heading_f1"), 1e-9)
	assert.InDelta(t, 1, value(t, got, "dek_norm"), 1e-9)
	assert.InDelta(t, 1, value(t, got, "day"), 1e-9)
}

func TestLabelBody(t *testing.T) {
	t.Parallel()
	g := Gold{Body: "The council voted on Tuesday to keep the trains.\n\nSeven spoke\n\nThey lost in the end by two votes to five."}
	got := g.Label([]string{
		"The council voted on Tuesday", "Home", "News", "Sport", "The council voted on Tuesday to keep the trains.", "Seven spoke",
		"They lost in the end by two votes to five.", "Sign up", "—",
	}, make([]int, 9))
	assert.Equal(t, []int{Other, Other, Other, Other, Story, Story, Story, Other, Unknown}, got)
}

func TestSite(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"https://www.paper.example/a": "paper.example", "https://news.paper.co.uk/a": "paper.co.uk", "": "id",
	} {
		g := Gold{ID: "id", URL: in}
		assert.Equal(t, want, g.Site())
	}
}

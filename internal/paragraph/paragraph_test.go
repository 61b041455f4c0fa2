package paragraph_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/paragraph"
)

func TestBlocks(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		most       int
		want       []string
	}{
		{"lines", "Port shut\nThe port of Selje shut.\n", 9, []string{"Port shut", "The port of Selje shut."}},
		{"blank lines", "The port\nshut.\n\n It rained. \n", 9, []string{"The port\nshut.", "It rained."}},
		{"dateline", "OSLO, May 3 (AFP) - The port shut.", 9, []string{"OSLO, May 3 (AFP)", "The port shut."}},
		{"too many", "One.\nTwo.\nThree.", 2, []string{"One.", "Two.\nThree."}},
		{"nothing", " \n\n", 9, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, b := range paragraph.Blocks(tc.text, tc.most) {
				got = append(got, tc.text[b.Start:b.End])
			}
			assert.Equal(t, tc.want, got)
		})
	}
}

func TestDateline(t *testing.T) {
	for text, want := range map[string]int{
		"BERGEN, March 4 (Reuters) - Fog kept ships out.": len("BERGEN, March 4 (Reuters)"),
		"Selje (NTB) – Fog kept ships out.":               len("Selje (NTB)"),
		"SOCCER - LATE GOAL SINKS ROVERS":                 0,
		"Fog kept ships out - for a day.":                 0,
		"Fog.":                                            0,
	} {
		assert.Equal(t, want, paragraph.Dateline(text), text)
	}
	whole := dateline.Block{Kind: dateline.BlockParagraph, End: 7}
	assert.Equal(t, []dateline.Block{whole}, paragraph.SplitDateline("OSLO - ", whole, " -"), "nothing behind it")
}

package quotes_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestWhereItEnds holds statements beside others, and what goes on behind a cue.
func TestWhereItEnds(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"a paragraph more", "“The bridge is old,” Anna Lindqvist said.\n\n“It needs paint. It needs steel as well.”",
			[]string{"Anna Lindqvist: “The bridge is old,” | “It needs paint. It needs steel as well.”"}},
		{"no comma behind the cue", "“The bridge is old,” Anna Lindqvist said “and it needs paint.”",
			[]string{"Anna Lindqvist: “The bridge is old,” | “and it needs paint.”"}},
		{"a quotation within the next sentence", "“The bridge is old,” Anna Lindqvist said. “The people of the town are not ready yet” to pay for another one.",
			[]string{"Anna Lindqvist: “The bridge is old,” | “The people of the town are not ready yet”"}},
		{"a cue of its own", "“The bridge is old,” Anna Lindqvist said. “The people of the town are not ready yet,” Peter Hallam added.",
			[]string{"Anna Lindqvist: “The bridge is old,”", "Peter Hallam: “The people of the town are not ready yet,”"}},
		{"title in a circumstance", "In an interview with “The Morning Hour,” Anna Lindqvist said that the bridge would stay open.",
			[]string{"Anna Lindqvist: that the bridge would stay open"}},
		{"beginning of a sentence before the quotation", "After the storm in May, “there was nothing left to repair,” Anna Lindqvist said.",
			[]string{"Anna Lindqvist: After the storm in May, “there was nothing left to repair,”"}},
		{"somebody else, and", "Anna Lindqvist warned that the bridge was old, and Peter Hallam called it “a ruin.”",
			[]string{"Anna Lindqvist: that the bridge was old", "Peter Hallam: it “a ruin.”"}},
		{"somebody else, while", "Anna Lindqvist said the bridge was safe while Peter Hallam insisted that it was “a ruin.”",
			[]string{"Anna Lindqvist: the bridge was safe", "Peter Hallam: that it was “a ruin.”"}},
		{"title of what the speaker owns", "Peter Hallam, the owner of the restaurant “The Long Pier,” said that the bridge was old.",
			[]string{"Peter Hallam: that the bridge was old"}},
		{"verb with a particle", "Peter Hallam shot back, “Nobody has ever asked me about the bridge.”",
			[]string{"Peter Hallam: “Nobody has ever asked me about the bridge.”"}},
		{"sentence of its own before a verb with a particle", "“It happens, right?” Peter Hallam went on. “Nobody is to blame for it.”",
			[]string{"Peter Hallam: “It happens, right?” | “Nobody is to blame for it.”"}},
		{"two appositions", "Maria Duarte, a friend who worked for Peter Hallam (R-Ohio), one of the old directors, called it “an incredible step.”",
			[]string{"Maria Duarte: it “an incredible step.”"}},
		{"what a thing does", "Maria Duarte visited the two companies that support the harbour of the old town.", nil},
		{"another verb in -ing", "Anna Lindqvist said the port was old, calling it “a ruin.”",
			[]string{"Anna Lindqvist: the port was old", "Anna Lindqvist: it “a ruin.”"}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, found(t, c.text)) })
	}
}

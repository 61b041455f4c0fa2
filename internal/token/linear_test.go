package token

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// story is news text of our own.
const story = `The council of Harbour Bay voted on Monday to close the old ferry dock, a decision that officials said would save $3.5 million a year.

“We can't keep paying for it,” said Mayor Ann J. Reed, who took office on Jan. 5. “Who would?” Sen. Bo Lund of the U.S. Senate's transport panel called the vote "short-sighted" and asked for a review by 9 a.m. Friday.

Acme Inc. runs the dock's two ferries. It carried 1,204,000 people in 2025, up 4.2% from the year before — a record, according to www.example.com/ferry. Its shares fell to 12.30 in Zürich.
`

// TestLinear doubles texts and counts the bytes that the scanner looks at.
func TestLinear(t *testing.T) {
	for name, unit := range map[string]string{
		"news": story, "stops": ".", "spaced stops": ". ", "quotes": `"`, "single quotes": "'", "curly quotes": "“", "brackets": "(",
		"colons": ":", "emoticons": ":(", "dashes": "-", "underscores": "a_", "capitals and stops": "A.", "words and stops": "End.Next",
		"abbreviations": "Mr. ", "abbreviations and spaces": "Mr.          ", "letters": "a", "capitals": "A", "apostrophes": "n't",
		"at": "a@", "addresses": "a@b.", "hosts": "a.b/", "slashes": "/", "ampersands": "&a", "numbers": "1,", "lines": "a\n",
		"long lines": strings.Repeat("b ", 50) + "\nA ", "markers": "1) A ", "bullets": "• ", "citations": "a.[1]", "open citations": "a. [1",
		"hidden": "\u200b", "joiners": "a\u00ad", "emoji": "👩‍🚀", "bad bytes": "\xff", "spaces": " ", "blank lines": "\n\n", "speech": "? A B ",
		"mail": "a.A", "url": "http://", "brackets and dots": "[...]", "degrees": "N°.",
	} {
		t.Run(name, func(t *testing.T) {
			var steps [3]int
			for i := range steps {
				var b Buffer
				b.Segment(strings.Repeat(unit, 2000<<i), nil)
				steps[i] = b.scan.steps
			}
			require.Positive(t, steps[0])
			assert.LessOrEqual(t, steps[1], 2*steps[0]+200)
			assert.LessOrEqual(t, steps[2], 2*steps[1]+200)
			assert.Less(t, steps[2], 40*len(unit)*8000, "steps for each byte")
		})
	}
}

// TestAllocs segments a story into a buffer that was used before.
func TestAllocs(t *testing.T) {
	text := strings.Repeat(story, 20)
	var b Buffer
	b.Segment(text, nil)
	assert.LessOrEqual(t, testing.AllocsPerRun(20, func() { b.Segment(text, nil) }), 2.0)
}

func BenchmarkSegment(b *testing.B) {
	text := strings.Repeat(story, 50)
	var buf Buffer
	buf.Segment(text, nil)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		buf.Segment(text, nil)
		if len(buf.Sentences) != 7*50 {
			b.Fatalf("%d sentences", len(buf.Sentences))
		}
	}
}

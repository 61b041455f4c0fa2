package quotes_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/quotes"
)

// article is a story of our own of about 600 tokens, with quotes of every form.
var article = strings.Repeat(`Mayor Anna Lindqvist said on Monday that the old bridge would stay open until the council had found the money for a new one.

“We never had a choice,” said Peter Hallam, a spokesman for the port. “The bridge carries four thousand cars a day, and there is no other way to the harbour.”

According to the ministry, the repairs took nine weeks and cost two million euros. Engineers found rust in six of the forty pillars, and a crack in one of the arches that nobody had seen before.

She told reporters that she was “not worried at all” about the winter, but critics have accused her of playing the danger down.

The band played near the market until the rain came, and most of the shops along the river closed early.

`, 5)

// BenchmarkAnnotate times the quotes alone, on a story that has everything else.
func BenchmarkAnnotate(b *testing.B) {
	doc := analysed(b, article)
	f, err := quotes.New(quotes.Options{})
	require.NoError(b, err)
	b.ReportAllocs()
	b.SetBytes(int64(len(doc.Text)))
	n := 0
	for b.Loop() {
		n++
		if err := f.Annotate(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
	require.GreaterOrEqual(b, len(doc.Quotes), 20)
	b.ReportMetric(float64(n*len(doc.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}

// hostile are texts that are hard on what looks back or ahead.
var hostile = map[string]string{
	"opening marks":     "“",
	"closing marks":     "”",
	"straight marks":    `"`,
	"spaced marks":      `" `,
	"single marks":      "' ",
	"one cue":           "said ",
	"cue and that":      "said that ",
	"cue, comma":        "he said, ",
	"names":             "Lee ",
	"commas":            ", ",
	"according to":      "according to ",
	"never closed":      "“One said\n\n",
	"turns":             "LEE: No.\n\n",
	"introduced":        "Lee said:\n\n“We go.”\n\n",
	"signed":            "“We go now.” — Lee\n",
	"alone":             "“No, this is not what we want.”\n\n",
	"sentences":         "Lee said that Hallam warned. ",
	"commas and buts":   "Lee said it was, but Hallam warned that it is, ",
	"quoted sentences":  "“We go,” Lee said. ",
	"one long sentence": "Lee told the town that “it” said ",
}

func BenchmarkHostile(b *testing.B) {
	f, err := quotes.New(quotes.Options{})
	require.NoError(b, err)
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		for _, size := range []int{1 << 17, 1 << 20} {
			b.Run(fmt.Sprintf("%s/bytes=%d", name, size), func(b *testing.B) {
				doc := tokens(strings.Repeat(hostile[name], size/len(hostile[name])))
				b.SetBytes(int64(len(doc.Text)))
				for b.Loop() {
					if err := f.Annotate(context.Background(), doc); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func TestHostile(t *testing.T) {
	f, err := quotes.New(quotes.Options{MinConfidence: 0.01})
	require.NoError(t, err)
	for name, unit := range hostile {
		t.Run(name, func(t *testing.T) {
			doc := tokens(strings.Repeat(unit, (1<<14)/len(unit)))
			require.NoError(t, f.Annotate(context.Background(), doc))
			checkQuotes(t, doc)
		})
	}
}

// tokens splits a text at its spaces and signs, all of it one sentence, with tags that
// a tagger would give most of the words.
func tokens(text string) *dateline.Document {
	tags := map[string]string{"said": "VBD", "told": "VBD", "warned": "VBD", "was": "VBD", "is": "VBZ", "that": "IN", "to": "TO", "he": "PRP", "it": "PRP",
		"the": "DT", "but": "CC", "according": "VBG", ",": ",", ".": ".", ":": ":", "“": "``", "”": "''", `"`: "''", "'": "''", "Lee": "NNP", "Hallam": "NNP"}
	text = strings.TrimSpace(text)
	doc := &dateline.Document{Text: text, Sentences: []dateline.Span{{Start: 0, End: len(text)}}}
	start := -1
	cut := func(end int) {
		if start >= 0 {
			doc.Tokens = append(doc.Tokens, dateline.Token{Start: start, End: end})
		}
		start = -1
	}
	for i, r := range text {
		switch {
		case r == ' ' || r == '\n':
			cut(i)
		case strings.ContainsRune(`“”"',.:`, r):
			cut(i)
			doc.Tokens = append(doc.Tokens, dateline.Token{Start: i, End: i + len(string(r))})
		case start < 0:
			start = i
		}
	}
	cut(len(text))
	for i, t := range doc.Tokens {
		doc.Tokens[i].Tag = "NN"
		if tag := tags[doc.Words(t.Span())]; tag != "" {
			doc.Tokens[i].Tag = tag
		}
	}
	return doc
}

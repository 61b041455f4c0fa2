package quotes_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/entities"
	"github.com/dateline-go/dateline/internal/page"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/quotes"
)

// analysed returns a story with everything that quotes are found from.
func analysed(t testing.TB, text string) *dateline.Document {
	t.Helper()
	doc, err := page.Read(dateline.Page{ID: "test", Form: dateline.Story, Body: []byte(text)}, page.Options{})
	require.NoError(t, err)
	tagger, err := token.NewTagger()
	require.NoError(t, err)
	var buf token.Buffer
	require.NoError(t, buf.Annotate(context.Background(), doc, tagger))
	names, err := entities.New(entities.Options{})
	require.NoError(t, err)
	require.NoError(t, names.Annotate(context.Background(), doc))
	return doc
}

// found returns the quotes of a text, each as "speaker: content | content".
func found(t testing.TB, text string) []string {
	t.Helper()
	doc := analysed(t, text)
	f, err := quotes.New(quotes.Options{})
	require.NoError(t, err)
	require.NoError(t, f.Annotate(context.Background(), doc))
	require.NoError(t, doc.Validate())
	var out []string
	for _, q := range doc.Quotes {
		var parts []string
		for _, s := range q.Content {
			parts = append(parts, doc.Words(s))
		}
		out = append(out, q.Speaker+": "+strings.Join(parts, " | "))
	}
	return out
}

func TestWhoSaidWhat(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"before the cue", `“The bridge stays open,” Mayor Anna Lindqvist said on Monday.`,
			[]string{"Anna Lindqvist: “The bridge stays open,”"}},
		{"straight marks, verb first", `"We never had a choice," said Peter Hallam, a spokesman for the port.`,
			[]string{`Peter Hallam: "We never had a choice,"`}},
		{"behind a colon", `Anna Lindqvist told reporters: “The bridge stays open. Nobody has to worry.”`,
			[]string{"Anna Lindqvist: “The bridge stays open. Nobody has to worry.”"}},
		{"around the cue", `“The bridge,” Anna Lindqvist said, “is safe.”`,
			[]string{"Anna Lindqvist: “The bridge,” | “is safe.”"}},
		{"over two sentences", `“The bridge is safe,” Anna Lindqvist said. “It will stay open.”`,
			[]string{"Anna Lindqvist: “The bridge is safe,” | “It will stay open.”"}},
		{"reported", `Anna Lindqvist warned that the bridge would close.`,
			[]string{"Anna Lindqvist: that the bridge would close"}},
		{"mixed", `Anna Lindqvist said the bridge was “as safe as a church.”`,
			[]string{"Anna Lindqvist: the bridge was “as safe as a church.”"}},
		{"behind its clause", `The bridge will close in May, Anna Lindqvist said.`,
			[]string{"Anna Lindqvist: The bridge will close in May"}},
		{"according to", `According to the White House, the talks will go on.`,
			[]string{"White House: the talks will go on"}},
		{"pronoun", "Anna Lindqvist visited the port.\n\n“It is safe,” she said.",
			[]string{"Anna Lindqvist: “It is safe,”"}},
		{"gender of the pronoun", "Anna Lindqvist met Peter Hallam at the port on Monday.\n\n“It is safe,” he said.",
			[]string{"Peter Hallam: “It is safe,”"}},
		{"role", "The party chose its chairwoman, Anna Lindqvist, in May.\n\n“It is safe,” the chairwoman said.",
			[]string{"Anna Lindqvist: “It is safe,”"}},
		{"no statement", `The old bridge crosses the river at its narrowest point.`, nil},
		{"title of a work", `The band played “Waterloo” and two other songs before the rain came.`, nil},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, found(t, c.text)) })
	}
}

func TestQuoteParts(t *testing.T) {
	doc := analysed(t, `“The bridge stays open,” Anna Lindqvist said. Peter Hallam argued that it was too late.`)
	f, err := quotes.New(quotes.Options{})
	require.NoError(t, err)
	require.NoError(t, f.Annotate(context.Background(), doc))
	require.Len(t, doc.Quotes, 2)
	first, second := doc.Quotes[0], doc.Quotes[1]
	assert.True(t, first.Direct)
	assert.Equal(t, "said", doc.Words(first.Cue))
	assert.Equal(t, "Anna Lindqvist", doc.Words(first.Source))
	assert.Equal(t, "person:anna-lindqvist", first.Entity)
	assert.False(t, second.Direct)
	assert.Equal(t, "argued", doc.Words(second.Cue))
	assert.Equal(t, "Peter Hallam", second.Speaker)
	assert.Greater(t, first.Confidence, 0.5)
}

func TestAnnotateReplaces(t *testing.T) {
	doc := analysed(t, "The old bridge crosses the river.")
	doc.Quotes = []dateline.Quote{{Content: []dateline.Span{{Start: 0, End: 3}}}}
	f, err := quotes.New(quotes.Options{})
	require.NoError(t, err)
	require.NoError(t, f.Annotate(context.Background(), doc))
	assert.Empty(t, doc.Quotes)
}

func TestHandMadeDocuments(t *testing.T) {
	text := "“Yes,” he said."
	f, err := quotes.New(quotes.Options{})
	require.NoError(t, err)
	for name, doc := range map[string]*dateline.Document{
		"empty":           {},
		"text alone":      {Text: text},
		"tokens, no tags": {Text: text, Tokens: []dateline.Token{{Start: 0, End: 3}, {Start: 3, End: 6}, {Start: 11, End: 13}}},
		"no sentences":    {Text: "He said no.", Tokens: []dateline.Token{{Start: 0, End: 2, Tag: "PRP"}, {Start: 3, End: 7, Tag: "VBD"}, {Start: 8, End: 10, Tag: "NN"}, {Start: 10, End: 11, Tag: "."}}},
		"a mention without its entity": {Text: "He said no.", Tokens: []dateline.Token{{Start: 0, End: 2, Tag: "PRP"}, {Start: 3, End: 7, Tag: "VBD"}, {Start: 8, End: 10, Tag: "UH"}},
			Mentions: []dateline.Mention{{Start: 0, End: 2, Label: dateline.Person, Entity: "person:x"}}},
	} {
		t.Run(name, func(t *testing.T) { assert.NoError(t, f.Annotate(context.Background(), doc)) })
	}
	for name, doc := range map[string]*dateline.Document{
		"token behind the end": {Text: text, Tokens: []dateline.Token{{Start: 0, End: 99}}},
		"tokens out of order":  {Text: text, Tokens: []dateline.Token{{Start: 3, End: 6}, {Start: 0, End: 3}}},
		"sentence of nothing":  {Text: text, Sentences: []dateline.Span{{Start: 2, End: 2}}},
		"mention below zero":   {Text: text, Mentions: []dateline.Mention{{Start: -1, End: 2}}},
	} {
		t.Run(name, func(t *testing.T) { assert.ErrorIs(t, f.Annotate(context.Background(), doc), dateline.ErrInvalid) })
	}
}

func TestOptions(t *testing.T) {
	for _, bad := range []float64{-0.1, 1.1, math.NaN()} {
		_, err := quotes.New(quotes.Options{MinConfidence: bad})
		assert.ErrorIs(t, err, quotes.ErrOptions)
	}
	f, err := quotes.New(quotes.Options{MinConfidence: 1})
	require.NoError(t, err)
	doc := analysed(t, `“The bridge stays open,” Anna Lindqvist said.`)
	require.NoError(t, f.Annotate(context.Background(), doc))
	assert.Empty(t, doc.Quotes)
}

func ExampleFinder_Annotate() {
	text := `“We never had a choice,” Ann Lee said.`
	doc := &dateline.Document{Text: text, Sentences: []dateline.Span{{Start: 0, End: len(text)}}}
	doc.Tokens = []dateline.Token{{Start: 0, End: 3, Tag: "``"}, {Start: 3, End: 5, Tag: "PRP"}, {Start: 6, End: 11, Tag: "RB"}, {Start: 12, End: 15, Tag: "VBD"}, {Start: 16, End: 17, Tag: "DT"}, {Start: 18, End: 24, Tag: "NN"},
		{Start: 24, End: 25, Tag: ","}, {Start: 25, End: 28, Tag: "''"}, {Start: 29, End: 32, Tag: "NNP"}, {Start: 33, End: 36, Tag: "NNP"}, {Start: 37, End: 41, Tag: "VBD"}, {Start: 41, End: 42, Tag: "."}}
	f, err := quotes.New(quotes.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := f.Annotate(context.Background(), doc); err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range doc.Quotes {
		fmt.Println(q.Speaker, "|", doc.Words(q.Content[0]), "|", doc.Words(q.Cue))
	}
	// Output: Ann Lee | “We never had a choice,” | said
}

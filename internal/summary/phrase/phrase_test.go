package phrase_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/summary/phrase"
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/internal/token/prose"
	"github.com/dateline-go/dateline/lang/en"
)

func lay(t testing.TB, text string, mentions ...dateline.Mention) *story.Story {
	t.Helper()
	tagger, err := prose.New()
	require.NoError(t, err)
	doc, err := story.Plain("", text, tagger)
	require.NoError(t, err)
	doc.Mentions = mentions
	freq, err := stats.English()
	require.NoError(t, err)
	return story.New(doc, story.NewLexicon(en.Pack(), freq))
}

func words(s *story.Story, cs []phrase.Candidate) []string {
	var out []string
	for _, c := range cs {
		out = append(out, s.Doc.Words(c.Spans[0]))
	}
	return out
}

func TestFind(t *testing.T) {
	s := lay(t, "The old storage tank of the company leaked. Storage tanks often leak, the company's chemical inspectors said.")
	cs := phrase.Find(s, phrase.Phrases)
	got := words(s, cs)
	for _, want := range []string{"storage tank", "old storage tank", "company", "chemical inspectors"} {
		assert.Contains(t, got, want)
	}
	for _, bad := range []string{"The old storage tank", "old", "company's", "Storage tanks"} {
		assert.NotContains(t, got, bad)
	}
	for i, w := range got {
		if w == "storage tank" {
			assert.Len(t, cs[i].Spans, 2, "merged by stem")
		}
	}
	for _, v := range phrase.Vectors(s, cs) {
		assert.Len(t, v, len(phrase.Features()))
	}
}

func TestFindLooksAtSoManyPhrases(t *testing.T) {
	var text strings.Builder
	text.WriteString("The harbour master left the harbour. ")
	for i := range 5_000 {
		fmt.Fprintf(&text, "The keel%[1]x rope%[1]x net%[1]x oar%[1]x was wet. ", i)
	}
	text.WriteString("The lighthouse keeper saw the harbour.")
	s := lay(t, text.String())
	cs := phrase.Find(s, phrase.Phrases)
	assert.LessOrEqual(t, len(cs), 1<<15)
	got := words(s, cs)
	assert.NotContains(t, got, "lighthouse keeper")
	at := slices.Index(got, "harbour")
	require.GreaterOrEqual(t, at, 0)
	assert.Len(t, cs[at].Spans, 3, "what is known is found to the end")
}

func TestFindTags(t *testing.T) {
	s := lay(t, "Ada Morland told reporters that the old storage tank had leaked.")
	got := words(s, phrase.Find(s, phrase.Tags))
	assert.Contains(t, got, "Ada Morland")
	assert.Contains(t, got, "storage")
	assert.Contains(t, got, "leaked")
	assert.NotContains(t, got, "storage tank")
	assert.NotContains(t, got, "the")
}

func TestFindLeavesValues(t *testing.T) {
	text := "The bank paid 7.5 billion euros for the harbour."
	at := strings.Index(text, "7.5")
	s := lay(t, text, dateline.Mention{Start: at, End: at + len("7.5 billion euros"), Label: dateline.Money, Confidence: 1})
	got := words(s, phrase.Find(s, phrase.Phrases))
	assert.Contains(t, got, "harbour")
	for _, w := range got {
		assert.NotContains(t, w, "euros")
	}
}

func TestRank(t *testing.T) {
	s := lay(t, "The storage tank leaked. Inspectors saw the storage tank. The mayor saw inspectors.")
	cs := phrase.Find(s, phrase.Phrases)
	score := map[string]float64{"storage tank": 0.9, "tank": 0.8, "storage": 0.7, "Inspectors": 0.6, "mayor": 0.5}
	scores := make([]float64, len(cs))
	for i, w := range words(s, cs) {
		scores[i] = score[w]
	}
	got := phrase.Rank(s, cs, scores, 3)
	require.Len(t, got, 3)
	assert.Equal(t, "storage tank", got[0].Text)
	assert.Equal(t, "inspectors", got[1].Text, "its parts never stand alone; the form without the sentence's capital")
	assert.Len(t, got[1].Spans, 2)
	assert.Equal(t, "mayor", got[2].Text)
	assert.Empty(t, phrase.Rank(s, cs, scores, 0))
}

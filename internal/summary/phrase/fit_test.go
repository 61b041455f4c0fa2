package phrase_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/summary/phrase"
)

// rank gives every candidate of a story the score that the phrases have by their order, and the rest none.
func rank(t *testing.T, text string, mentions []dateline.Mention, first ...string) []string {
	t.Helper()
	s := lay(t, text, mentions...)
	for i := range mentions {
		m := &mentions[i]
		if slices.ContainsFunc(s.Doc.Entities, func(e dateline.Entity) bool { return e.ID == m.Entity }) {
			continue
		}
		e := dateline.Entity{ID: m.Entity, Label: m.Label, Name: text[m.Start:m.End], Mentions: 1}
		s.Doc.Entities = append(s.Doc.Entities, e)
	}
	cs := phrase.Find(s, phrase.Phrases)
	scores := make([]float64, len(cs))
	for i, w := range words(s, cs) {
		if at := slices.Index(first, w); at >= 0 {
			scores[i] = 1 - float64(at)/100
		}
	}
	var got []string
	for _, k := range phrase.Rank(s, cs, scores, 4) {
		if k.Score > 0 {
			got = append(got, k.Text)
		}
	}
	return got
}

func mention(text, words string, label dateline.Label) dateline.Mention {
	at := strings.Index(text, words)
	return dateline.Mention{Start: at, End: at + len(words), Label: label, Entity: words, Confidence: 1}
}

func TestRankLeavesWhatNobodyFilesUnder(t *testing.T) {
	const text = "The referee, a 35-year-old, stopped the fourth set for the first time after recent rain. " +
		"The tennis club lost 6-4 6-1 in the fourth round."
	assert.Equal(t, []string{"referee", "tennis club"}, rank(t, text, nil,
		"fourth set", "first time", "35-year-old", "recent rain", "6-4 6-1", "fourth round", "referee", "tennis club"))
}

func TestRankKeepsWhatStandsOften(t *testing.T) {
	const text = "The second bridge is late. Nobody wants the second bridge. The town will pay for the second bridge."
	assert.Equal(t, []string{"second bridge"}, rank(t, text, nil, "second bridge"))
}

func TestRankNamesOneThingOnce(t *testing.T) {
	const text = "Rookie guard Tova Ekre scored twice. The council tax bills rose, as council tax does. New council tax came."
	people := []dateline.Mention{mention(text, "Tova Ekre", dateline.Person)}
	assert.Equal(t, []string{"Tova Ekre"}, rank(t, text, people, "Tova Ekre", "Rookie guard Tova Ekre"))
	assert.Equal(t, []string{"Rookie guard Tova Ekre"}, rank(t, text, people, "Rookie guard Tova Ekre", "Tova Ekre"))
	assert.Equal(t, []string{"council tax"}, rank(t, text, nil, "council tax", "New council tax"))
}

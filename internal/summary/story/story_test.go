package story_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/internal/token/prose"
	"github.com/dateline-go/dateline/lang/en"
)

func lay(t *testing.T, headline, text string) *story.Story {
	t.Helper()
	tagger, err := prose.New()
	require.NoError(t, err)
	doc, err := story.Plain(headline, text, tagger)
	require.NoError(t, err)
	require.NoError(t, doc.Validate())
	freq, err := stats.English()
	require.NoError(t, err)
	return story.New(doc, story.NewLexicon(en.Pack(), freq))
}

func terms(s *story.Story) map[string]story.Term {
	m := map[string]story.Term{}
	for _, t := range s.Terms {
		m[t.Stem] = t
	}
	return m
}

func TestTerms(t *testing.T) {
	s := lay(t, "Ferries stop", "The ferry stopped. Two ferries sank near Alder.\n\nFerry owners were silent.")
	m := terms(s)
	ferry := m["ferri"]
	assert.Equal(t, 3, ferry.Count)
	assert.Equal(t, 1, ferry.First)
	assert.True(t, ferry.Headline)
	assert.InDelta(t, 1, ferry.Weight, 1e-9, "the heaviest word")
	assert.InDelta(t, 1, ferry.Early, 1e-9)
	assert.True(t, m["the"].Stop)
	assert.Zero(t, m["the"].Weight)
	assert.False(t, m["alder"].Headline)
	require.Len(t, s.Sentences, 3)
	assert.Equal(t, []int{0, 1, 2}, []int{s.Sentences[0].Body, s.Sentences[1].Body, s.Sentences[2].Body})
	assert.Equal(t, 1, s.Sentences[1].InBlock)
	assert.Equal(t, 0, s.Sentences[2].InBlock)
	assert.Equal(t, 1, s.SentenceAt(s.Sentences[1].Start))
	assert.Equal(t, -1, s.SentenceAt(len(s.Doc.Text)))
}

func TestDateline(t *testing.T) {
	for _, c := range []struct {
		text string
		left string // the first word that counts
	}{
		{"RIGA, May 4 (Baltic Wire) - Rain fell on the harbour.", "rain"},
		{"NEW YORK -- Rain fell on the harbour.", "rain"},
		{"Riga (Baltic Wire) — Rain fell on the harbour.", "rain"},
		{"(BWN)Rain fell on the harbour.", "rain"},
		{"Rain - and more of it - fell on the harbour.", "rain"},
		{"NATO ministers - all of them - met at the harbour.", "nato"},
		{"U.S. ministers met (in secret) - and left.", "u."},
		{"- Rain fell on the harbour.", "rain"},
	} {
		s := lay(t, "", c.text)
		require.NotEmpty(t, s.Terms, c.text)
		assert.True(t, strings.HasPrefix(s.Terms[0].Stem, c.left), "%s: %s", c.text, s.Terms[0].Stem)
	}
}

func TestUpper(t *testing.T) {
	assert.True(t, lay(t, "", "RAIN FELL ON THE HARBOUR OF Riga.").Upper)
	assert.False(t, lay(t, "", "Rain fell on the harbour of RIGA.").Upper)
}

func TestCapitalsMarkHeadingsOnly(t *testing.T) {
	tagger, err := prose.New()
	require.NoError(t, err)
	doc, err := story.Plain("", "Mayor Opens Bridge After Years\nThe mayor opened the bridge.\nWhat the bridge costs", tagger)
	require.NoError(t, err)
	doc.Blocks[0].Kind, doc.Blocks[2].Kind = dateline.BlockHeading, dateline.BlockHeading
	freq, err := stats.English()
	require.NoError(t, err)
	s := story.New(doc, story.NewLexicon(en.Pack(), freq))
	require.Len(t, s.Sentences, 3)
	assert.True(t, s.Sentences[0].Capitals)
	assert.False(t, s.Sentences[1].Capitals)
	assert.False(t, s.Sentences[2].Capitals)
	assert.Equal(t, 1, s.Bodies)
}

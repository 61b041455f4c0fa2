package sentence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/stats"
	"github.com/dateline-go/dateline/internal/summary/sentence"
	"github.com/dateline-go/dateline/internal/summary/story"
	"github.com/dateline-go/dateline/internal/token/prose"
	"github.com/dateline-go/dateline/lang/en"
)

func lay(t testing.TB, text string) *story.Story {
	t.Helper()
	tagger, err := prose.New()
	require.NoError(t, err)
	doc, err := story.Plain("", text, tagger)
	require.NoError(t, err)
	freq, err := stats.English()
	require.NoError(t, err)
	return story.New(doc, story.NewLexicon(en.Pack(), freq))
}

func TestJudge(t *testing.T) {
	const first = "The ferry to Alder sank in a storm.\n"
	for _, c := range []struct {
		text string
		want sentence.Standing
	}{
		{"The owner of the ferry was arrested.", sentence.Sound},
		{"“The ferry sank at once,” said its owner.", sentence.Sound},
		{"The owner's lawyer called the charge “absurd”.", sentence.Sound},
		{"He was arrested in the harbour at night.", sentence.Leaning},
		{"“But it sank at once,” said the owner.", sentence.Leaning},
		{"“The owner of the ferry can swim.”", sentence.Leaning},
		{"Old friends: the owner Jonas Lind with his brother Peter and two of the crew.", sentence.Scrap},
		{"Jonas Lind (left) owned the ferry with his brother.", sentence.Scrap},
		{"However, the owner of the ferry was free on Friday.", sentence.Leaning},
		{"“The ferry was old and its owner knew that.", sentence.Cut},
		{"\"The ferry was old and its owner knew that.", sentence.Cut},
		{"By Ella Brandt and Jonas Lind", sentence.Scrap},
		{"PUBLISHED: 14:11, 25 October 2013", sentence.Scrap},
		{"Scroll down to see what the ferry looked like", sentence.Scrap},
		{"Tarnhaven 3 Alder 1 Norvik 2", sentence.Scrap},
	} {
		s := lay(t, first+c.text)
		got := sentence.Judge(s)
		require.Len(t, got, 2, c.text)
		assert.Equal(t, sentence.Sound, got[0])
		assert.Equal(t, c.want, got[1], c.text)
	}
}

func TestJudgeQuotationOverSentences(t *testing.T) {
	s := lay(t, "The mayor spoke. “The bridge is old. The town has no money. We wait,” the mayor said. The bridge closed on Friday.")
	require.Len(t, s.Sentences, 5)
	assert.Equal(t, []sentence.Standing{sentence.Scrap, sentence.Cut, sentence.Cut, sentence.Cut, sentence.Sound}, sentence.Judge(s))
}

func TestChoose(t *testing.T) {
	s := lay(t, "The ferry to Alder sank in a storm. It had left at noon. The coast guard saved the crew. The ferry to Alder sank in the storm.")
	require.Len(t, s.Sentences, 4)
	standing := sentence.Judge(s)
	indices := func(scores []float64, n int) []int {
		var out []int
		for _, c := range sentence.Choose(s, standing, scores, sentence.Limit{Sentences: n}) {
			out = append(out, c.Index)
		}
		return out
	}
	assert.Equal(t, []int{0, 1, 2, 3}, indices([]float64{1, 1, 1, 1}, 0), "zero sets no bound")
	assert.Equal(t, []int{0}, indices([]float64{0.8, 0.9, 0.85, 0.9}, 1), "the lead, where it is nearly as good")
	assert.Equal(t, []int{2}, indices([]float64{0.1, 0.9, 0.85, 0.8}, 1), "a better one, and never one that leans")
	assert.Equal(t, []int{0, 2}, indices([]float64{0.8, 0.1, 0.6, 0.7}, 2), "nothing twice")
	assert.Equal(t, []int{0, 1}, indices([]float64{0.8, 0.9, 0.1, 0.1}, 2), "what leans may follow what it leans on")
	assert.Equal(t, []int{0, 1, 2, 3}, indices([]float64{0.8, 0.9, 0.1, 0.1}, 9))
}

func TestChooseMany(t *testing.T) {
	text := ""
	for range 100 {
		text += "The ferry to Alder sank in a storm. "
	}
	s := lay(t, text)
	scores := make([]float64, len(s.Sentences))
	for i := range scores {
		scores[i] = float64(i) / 200
	}
	got := sentence.Choose(s, sentence.Judge(s), scores, sentence.Limit{Sentences: 80})
	require.Len(t, got, 80)
	for i := 1; i < len(got); i++ {
		assert.Less(t, got[i-1].Index, got[i].Index)
	}
	assert.Equal(t, 99, got[79].Index)
}

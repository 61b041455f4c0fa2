package made_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/analyze/source"
	"github.com/dateline-go/dateline/internal/made"
)

func TestArticles(t *testing.T) {
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	var from []*dateline.Document
	for doc, err := range a.Stream(t.Context(), source.Files(t.Context(), []string{"../../testdata/articles"}, source.Options{})) {
		require.NoError(t, err)
		from = append(from, doc)
	}
	docs := slices.Collect(made.Articles(from, 200))
	texts := map[string]bool{}
	for _, d := range docs {
		require.NoError(t, d.Validate())
		require.NotEmpty(t, d.Tokens)
		require.NotEmpty(t, d.Headline)
		texts[d.Text] = true
	}
	assert.Len(t, texts, len(docs), "each is another one")
	assert.Equal(t, docs, slices.Collect(made.Articles(from, 200)), "the same each time")
}

func TestPages(t *testing.T) {
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	paragraphs := []string{"Rain fell on Riga.", "The ferry to Aran was late."}
	forms := map[dateline.Form]int{}
	var first []dateline.Page
	for p, err := range made.Pages(paragraphs, 30) {
		require.NoError(t, err)
		doc, err := a.Page(t.Context(), p)
		require.NoError(t, err)
		require.Equal(t, p.ID, doc.ID)
		require.Contains(t, doc.Text, "Riga")
		forms[p.Form]++
		first = append(first, p)
	}
	assert.Equal(t, map[dateline.Form]int{dateline.Story: 10, dateline.PlainPage: 10, dateline.HTML: 10}, forms)
	for p := range made.Pages(paragraphs, 30) {
		assert.Equal(t, first[0], p, "the same each time")
		first = first[1:]
	}
}

func TestParagraphs(t *testing.T) {
	doc := &dateline.Document{Text: "Head\n\nRain.\n\nSun.", Blocks: []dateline.Block{
		{Kind: dateline.BlockHeadline, Start: 0, End: 4}, {Kind: dateline.BlockParagraph, Start: 6, End: 11}, {Kind: dateline.BlockParagraph, Start: 13, End: 17},
	}}
	assert.Equal(t, []string{"Rain.", "Sun."}, made.Paragraphs([]*dateline.Document{doc}))
}

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

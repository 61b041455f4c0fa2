package quotes_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/quotes"
)

// TestExplain holds that a decision stands for each quote of Annotate and for what was left out, with its reasons.
func TestExplain(t *testing.T) {
	doc := analysed(t, "Anna Lindqvist met Maria Duarte in Porto.\n\n“The bridge is old,” Anna Lindqvist said. "+
		"She said it would stay open. Maria Duarte declined to comment on the fire.")
	f, err := quotes.New(quotes.Options{})
	require.NoError(t, err)
	require.NoError(t, f.Annotate(t.Context(), doc))
	before := slices.Clone(doc.Quotes)
	why, err := f.Explain(t.Context(), doc)
	require.NoError(t, err)
	assert.Equal(t, before, doc.Quotes, "nothing changes")

	for _, q := range doc.Quotes {
		assert.True(t, slices.ContainsFunc(why, func(d dateline.Decision) bool {
			return d.Pass == "quotes/statement" && d.Span() == q.Cue && d.What == "statement" && len(d.Features) > 0
		}), "%v is a statement", q.Content)
		assert.True(t, slices.ContainsFunc(why, func(d dateline.Decision) bool {
			return d.Pass == "quotes/speaker" && d.Span() == q.Source && d.Entity == q.Entity && d.Rule != ""
		}), "%v has a speaker", q.Content)
	}
	she := slices.IndexFunc(why, func(d dateline.Decision) bool { return doc.Words(d.Span()) == "She" })
	require.GreaterOrEqual(t, she, 0)
	assert.Equal(t, "pronoun", why[she].Rule)
	assert.NotEmpty(t, why[she].Features)
	require.NotEmpty(t, why[she].Others)
	assert.Equal(t, "speaker Maria Duarte", why[she].Others[0].What)
	assert.True(t, slices.ContainsFunc(why, func(d dateline.Decision) bool {
		return d.What == "left out" && doc.Words(d.Span()) == "declined"
	}))
	assert.True(t, slices.IsSortedFunc(why, func(a, b dateline.Decision) int { return a.Start - b.Start }))
}

func TestExplainInvalid(t *testing.T) {
	f, err := quotes.New(quotes.Options{})
	require.NoError(t, err)
	_, err = f.Explain(t.Context(), &dateline.Document{Text: "x", Tokens: []dateline.Token{{Start: 0, End: 9}}})
	assert.ErrorIs(t, err, dateline.ErrInvalid)
}

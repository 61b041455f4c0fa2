package analyze_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
)

const explained = "OSLO, May 4 - Prime Minister Kari Lunde flew to Tbilisi, Georgia, on Monday. " +
	"“The grid treaty is ready,” Lunde said. Her deputy, Olav Rekdal, stayed in Bergen."

// TestExplainIsPage holds Explain to the Document of Page.
func TestExplainIsPage(t *testing.T) {
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	p := dateline.Page{ID: "a", Title: "Treaty ready", Form: dateline.Story, Body: []byte(explained)}
	want, err := a.Page(t.Context(), p)
	require.NoError(t, err)
	doc, decisions, err := a.Explain(t.Context(), p)
	require.NoError(t, err)
	assert.Equal(t, want, doc)
	for _, d := range decisions {
		assert.NotEmpty(t, d.Pass, "%+v", d)
		assert.NotEmpty(t, d.What, "%+v", d)
		assert.True(t, 0 <= d.Start && d.Start <= d.End && d.End <= len(doc.Text), "%+v", d)
	}
}

func TestExplainHasTheErrorsOfPage(t *testing.T) {
	a, err := analyze.New(analyze.Options{})
	require.NoError(t, err)
	doc, decisions, err := a.Explain(t.Context(), dateline.Page{Form: dateline.Story})
	assert.ErrorIs(t, err, dateline.ErrEmpty)
	var page *analyze.PageError
	assert.ErrorAs(t, err, &page)
	assert.Nil(t, doc)
	assert.Nil(t, decisions)

	cause := errors.New("the desk closes")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(cause)
	_, _, err = a.Explain(ctx, dateline.Page{Form: dateline.Story, Body: []byte(explained)})
	assert.ErrorIs(t, err, context.Canceled)
}

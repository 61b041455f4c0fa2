package analyze_test

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
)

func rain(id, body string) dateline.Page {
	return dateline.Page{ID: id, Form: dateline.Story, Body: []byte(body)}
}

// brittle is a tagger that breaks on some words.
type brittle struct{}

var errBrittle = errors.New("tagger gave up")

func (brittle) Tag(text string, _ []dateline.Token) error {
	switch {
	case strings.Contains(text, "hail"):
		panic("hail")
	case strings.Contains(text, "snow"):
		return errBrittle
	}
	return nil
}

func TestStreamOutlivesAFaultInAStage(t *testing.T) {
	a := newAnalyzer(t, analyze.Options{Workers: 3, Tagger: brittle{}})
	errDisk := errors.New("disk")
	pages := func(yield func(dateline.Page, error) bool) {
		_ = yield(rain("a", "Rain fell."), nil) && yield(rain("b", "Some hail fell."), nil) && yield(dateline.Page{}, errDisk) &&
			yield(rain("c", "Rain fell again."), nil) && yield(rain("d", "Some snow fell."), nil) && yield(rain("e", "It stopped."), nil)
	}
	var order []string
	var failures []error
	for doc, err := range a.Stream(t.Context(), pages) {
		if err != nil {
			assert.Nil(t, doc)
			order, failures = append(order, "-"), append(failures, err)
			continue
		}
		order = append(order, doc.ID)
	}
	assert.Equal(t, []string{"a", "-", "-", "c", "-", "e"}, order, "each in its place")
	require.Len(t, failures, 3)
	require.ErrorIs(t, failures[0], analyze.ErrInternal)
	var pe *analyze.PageError
	require.ErrorAs(t, failures[0], &pe)
	assert.Equal(t, "Some hail fell.", string(pe.Page.Body), "the page is kept")
	assert.Equal(t, errDisk, failures[1], "the source's own error, as it is")
	require.ErrorIs(t, failures[2], errBrittle)
}

// endless yields pages until nobody takes any more, and then says so.
func endless(ended *bool) iter.Seq2[dateline.Page, error] {
	return func(yield func(dateline.Page, error) bool) {
		for yield(rain("", "Rain fell on Riga. It stopped at noon."), nil) {
		}
		*ended = true
	}
}

func TestStreamEndsWithItsContext(t *testing.T) {
	a := newAnalyzer(t, analyze.Options{Workers: 2})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended, n := false, 0
	var last error
	for doc, err := range a.Stream(ctx, endless(&ended)) {
		if last = err; err == nil {
			require.NotNil(t, doc)
			if n++; n == 3 {
				cancel()
			}
		}
	}
	require.ErrorIs(t, last, context.Canceled, "the last thing that it says")
	assert.Equal(t, 3, n, "nothing after the end of the context")
	assert.True(t, ended, "the source was let go before Stream returned")
}

func TestStreamEndsWhenItsCallerLeaves(t *testing.T) {
	a := newAnalyzer(t, analyze.Options{Workers: 2})
	ended := false
	for _, err := range a.Stream(t.Context(), endless(&ended)) {
		require.NoError(t, err)
		break
	}
	assert.True(t, ended)
}

func TestStreamOfACancelledContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var errs []error
	for doc, err := range newAnalyzer(t, analyze.Options{}).Stream(ctx, analyze.Pages(rain("a", "Rain fell."), rain("b", "Rain fell."))) {
		assert.Nil(t, doc)
		errs = append(errs, err)
	}
	require.Len(t, errs, 1)
	assert.ErrorIs(t, errs[0], context.Canceled)
}

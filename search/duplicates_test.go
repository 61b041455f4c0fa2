package search_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

const wire = "The council of Port Arlen voted on Monday to close its last coal terminal by the end of next year. " +
	"Mayor Tessa Brand called the decision the hardest of her time in office. " +
	"Some four hundred people work at the terminal, most of them for more than a decade. " +
	"The port authority has offered them places on the new grain pier across the river. " +
	"Unions said that the offer came without a word about wages."

func TestDuplicates(t *testing.T) {
	sentences := strings.SplitAfter(wire, ". ")
	day := func(d int, doc *dateline.Document) *dateline.Document {
		doc.Published = dateline.Day(2024, 5, d)
		return doc
	}
	docs := []*dateline.Document{
		day(3, &dateline.Document{ID: "credit", Text: "(Newswire) " + wire + " Reporting by staff."}),
		day(2, &dateline.Document{ID: "original", Text: wire}),
		day(4, &dateline.Document{ID: "excerpt", Text: strings.Join(sentences[:3], "")}),
		day(5, &dateline.Document{ID: "update", Text: wire + " " + strings.Repeat("Shares of the operator were suspended in the afternoon. ", 1) +
			"A hearing before the regional assembly is planned for June, when ministers will answer questions about rail links and money for retraining."}),
		day(1, &dateline.Document{ID: "other", Text: "Mayor Tessa Brand opened a library on Monday. It holds maps of the old port and letters of its sailors."}),
		{ID: "short", Text: "No story"},
	}
	got, err := search.Duplicates(stream(docs...))
	require.NoError(t, err)
	require.Len(t, got, 3)
	for i, want := range []struct{ id, kind string }{{"credit", search.Copy}, {"excerpt", search.Excerpt}, {"update", search.Update}} {
		assert.Equal(t, want.id, got[i].ID)
		assert.Equal(t, want.kind, got[i].Kind, want.id)
		assert.Equal(t, "original", got[i].Of)
		assert.Greater(t, got[i].Score, 0.9)
	}

	broken := errors.New("page 7")
	_, err = search.Duplicates(func(yield func(*dateline.Document, error) bool) { yield(nil, broken) })
	assert.ErrorIs(t, err, broken)
}

// stream gives documents as a stream.
func stream(docs ...*dateline.Document) func(func(*dateline.Document, error) bool) {
	return func(yield func(*dateline.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

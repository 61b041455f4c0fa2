package spoken_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/cmd/newsdesk/internal/spoken"
)

func TestBy(t *testing.T) {
	doc := &dateline.Document{
		Entities: []dateline.Entity{
			{ID: "person:bjork-lund", Name: "Björk Lund", Label: dateline.Person, Aliases: []string{"Mayor Lund"}},
			{ID: "org:harbour-board", Name: "Harbour Board", Label: dateline.Org},
		},
		Quotes: []dateline.Quote{
			{Speaker: "Björk Lund", Entity: "person:bjork-lund"},
			{Speaker: "Harbour Board", Entity: "org:harbour-board"},
			{Speaker: "police"},
			{Speaker: "Harbour Board", Entity: "org:harbour-board", Speakers: []dateline.Speaker{
				{Name: "Harbour Board", Entity: "org:harbour-board"}, {Name: "Björk Lund", Entity: "person:bjork-lund"},
			}},
			{},
		},
	}
	for speaker, want := range map[string][]int{
		"Björk Lund": {0, 3}, "bjork  lund": {0, 3}, "Lund": nil, "person:bjork-lund": {0, 3}, "mayor lund": {0, 3},
		"Board": nil, "HARBOUR BOARD": {1, 3}, "Police": {2}, "": nil, " ": nil, "und": nil,
	} {
		var got []int
		for _, q := range spoken.By(doc, speaker, false) {
			for i := range doc.Quotes {
				if q == &doc.Quotes[i] {
					got = append(got, i)
				}
			}
		}
		assert.Equal(t, want, got, speaker)
	}
	assert.Len(t, spoken.By(doc, "Lund", true), 2)
}

func TestIs(t *testing.T) {
	lund := &dateline.Entity{ID: "person:bjork-lund", Name: "Björk Lund", Label: dateline.Person}
	board := &dateline.Entity{ID: "org:harbour-board", Name: "Harbour Board", Label: dateline.Org}
	for name, want := range map[string]bool{"LUND": true, "bjork lund": true, "person:bjork-lund": true, "und": false, "": false} {
		assert.Equal(t, want, spoken.Is(lund, name, true), name)
	}
	assert.False(t, spoken.Is(board, "Board", true), "a surname is a person's")
}

package fit_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/names/fit"
	"github.com/dateline-go/dateline/internal/token"
)

func TestWithSentences(t *testing.T) {
	const text = "Mira Ekre sailed north. She left Skarvik behind."
	var b token.Buffer
	b.Segment(text, nil)
	marked := []fit.Name{{Start: 0, End: 9, Kind: names.KindPerson}, {Start: 33, End: 40, Kind: names.KindPlace}}
	d := fit.NewDocument("a", text, b.Sentences, b.Tokens, marked, 1<<names.Outside)
	d.Soft = make([]names.Scores, len(d.Tokens))
	d.Soft[len(d.Tokens)-1][names.Outside] = 7

	all := fit.WithSentences([]fit.Document{d}, 1, 1)
	require.Len(t, all, 3)
	assert.Equal(t, d, all[0])
	last := all[2]
	assert.Equal(t, "She left Skarvik behind.", last.Text)
	require.Len(t, last.Tokens, 5)
	place := last.Tokens[2]
	assert.Equal(t, "Skarvik", last.Text[place.Start:place.End])
	assert.Equal(t, uint32(1)<<names.KindPlace.Unit(), last.Allowed[2])
	assert.Equal(t, float32(7), last.Soft[4][names.Outside])
	assert.Len(t, fit.WithSentences([]fit.Document{d}, 0, 1), 1)
}

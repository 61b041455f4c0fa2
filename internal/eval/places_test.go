package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
)

func TestScorePlaces(t *testing.T) {
	var d placesDoc
	require.NoError(t, json.Unmarshal([]byte(`{"id":"x","text":"Kenyans left Oslo for Accra by the Nile",
		"toponyms":[{"type":"Demonym","start":0,"end":7},{"type":"Literal","start":13,"end":17},{"type":"Literal","start":22,"end":27}]}`), &d))
	a, b := scorePlaces(d, []dateline.Mention{
		{Start: 0, End: 7, Label: dateline.GPE}, // ignored in a: the gold calls it a people
		{Start: 13, End: 17, Label: dateline.GPE},
		{Start: 22, End: 27, Label: dateline.Org},
		{Start: 35, End: 39, Label: dateline.Loc},
	})
	assert.Equal(t, prf{right: 1, predicted: 2, gold: 2}, a)
	assert.Equal(t, prf{right: 2, predicted: 3, gold: 3}, b)
}

package main

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTagLengths(t *testing.T) {
	in := article("a", story+" Passengers slept in the hall of the harbour. The next ferry to Inishmore leaves on Tuesday.")
	r := newsdesk(t, in, "tag", "--keyphrases", "2", "--characters", "60")
	require.Equal(t, 0, r.code, r.err)
	doc := documents(t, r.out)[0]
	assert.Len(t, doc.Keyphrases, 2)
	require.Len(t, doc.Summary, 1)
	assert.LessOrEqual(t, utf8.RuneCountInString(doc.Words(doc.Summary[0].Span())), 60)

	tags := documents(t, newsdesk(t, in, "tag", "--tags").out)[0]
	assert.NotEqual(t, documents(t, newsdesk(t, in, "tag").out)[0].Keyphrases, tags.Keyphrases)

	wrong := newsdesk(t, in, "tag", "--ratio", "2")
	assert.Equal(t, 2, wrong.code)
	assert.Contains(t, wrong.err, "ratio")
}

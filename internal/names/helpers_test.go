package names_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/token"
)

// tagger returns the embedded tagger.
func tagger(t testing.TB) *names.Tagger {
	t.Helper()
	tg, err := names.New()
	require.NoError(t, err)
	return tg
}

// found is a mention by its words.
type found struct {
	words string
	label dateline.Label
}

// tag finds the names of a text.
func tag(t testing.TB, text string) []found {
	t.Helper()
	var b token.Buffer
	b.Segment(text, nil)
	ms, err := tagger(t).Tag(context.Background(), nil, text, b.Sentences, b.Tokens)
	require.NoError(t, err)
	var fs []found
	for _, m := range ms {
		fs = append(fs, found{text[b.Tokens[m.First].Start:b.Tokens[m.End-1].End], m.Label})
	}
	return fs
}

package summarize_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/analyze"
	"github.com/dateline-go/dateline/summarize"
)

// FuzzHeadline asks for a headline and keywords of any story.
func FuzzHeadline(f *testing.F) {
	f.Add(story, 60)
	f.Add(wire, 0)
	f.Add("“A,” b said. — C -- d; e: f (g).\n\nLONDON — H.", -1)
	a, err := analyze.New(analyze.Options{})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string, limit int) {
		doc, err := a.Page(t.Context(), dateline.Page{ID: "fuzz", Form: dateline.Story, Body: []byte(text)})
		if err != nil {
			require.NotErrorIs(t, err, analyze.ErrInternal)
			return
		}
		line := summarize.Headline(doc, limit)
		require.True(t, utf8.ValidString(line))
		require.NotContains(t, line, "\n")
		require.Equal(t, strings.TrimSpace(line), line)
		if limit > 0 {
			require.LessOrEqual(t, utf8.RuneCountInString(line), limit)
		}
		require.True(t, utf8.ValidString(summarize.KeywordsOf(doc).String()))
	})
}

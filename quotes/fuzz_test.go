package quotes_test

import (
	"context"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/quotes"
)

// checkQuotes checks what holds for the quotes of any text.
func checkQuotes(t *testing.T, doc *dateline.Document) {
	t.Helper()
	require.NoError(t, doc.Validate())
	for i, q := range doc.Quotes {
		end := 0
		for _, s := range q.Content {
			require.GreaterOrEqual(t, s.Start, end, "quote %d: content in order", i)
			require.True(t, utf8.ValidString(doc.Words(s)), "quote %d: content cuts a rune", i)
			require.False(t, q.Cue.Len() > 0 && q.Cue.Overlaps(s), "quote %d: cue inside the content", i)
			require.False(t, q.Source.Len() > 0 && q.Source.Overlaps(s), "quote %d: source inside the content", i)
			end = s.End
		}
	}
}

func FuzzAnnotate(f *testing.F) {
	for _, s := range []string{
		`“The bridge stays open,” Anna Lindqvist said. “It is safe,” she added, “and cheap.”`,
		"\"One,\" he said.\n\n\"Two.\n\n\"Three,\" said Ann Lee, who \"never\" said 'four'.",
		`„Nein“, sagte er. «Non», dit-elle. »Nej«`, `According to "X", he said. LEE: Yes. Q: Why?`,
		`said said said “ “ “ ” ' ' '' according to according to that that`, `Asked by whom, (he said) [“”] — “—”`, "ȺȺȺȺ's said “\xff”",
	} {
		f.Add(s)
	}
	tagger, err := token.NewTagger()
	require.NoError(f, err)
	finder, err := quotes.New(quotes.Options{MinConfidence: 0.01})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || text == "" {
			return
		}
		doc := &dateline.Document{Text: text}
		var buf token.Buffer
		require.NoError(t, buf.Annotate(context.Background(), doc, tagger))
		require.NoError(t, finder.Annotate(context.Background(), doc))
		checkQuotes(t, doc)
		again := *doc
		require.NoError(t, finder.Annotate(context.Background(), &again))
		require.Equal(t, doc.Quotes, again.Quotes)
	})
}

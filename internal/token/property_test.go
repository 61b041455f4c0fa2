package token_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
)

// check holds a buffer to what the package promises of any text.
func check(t *testing.T, text string, b *token.Buffer) {
	t.Helper()
	at := 0
	k := 0
	for i, s := range b.Sentences {
		require.GreaterOrEqual(t, s.Start, at, "sentence %d", i)
		toks := b.SentenceTokens(i)
		require.NotEmpty(t, toks)
		require.Equal(t, s, dateline.Span{Start: toks[0].Start, End: toks[len(toks)-1].End})
		for j, tok := range toks {
			require.Equal(t, tok, b.Tokens[k])
			k++
			require.GreaterOrEqual(t, tok.Start, at)
			require.Less(t, tok.Start, tok.End)
			require.LessOrEqual(t, tok.End, len(text))
			if j > 0 {
				requireSpace(t, text[at:tok.Start])
			}
			at = tok.End
			requireBorder(t, text, tok.Start)
			requireBorder(t, text, tok.End)
			require.NotContains(t, text[tok.Start:tok.End], " ")
		}
	}
	require.Len(t, b.Tokens, k)
}

// checkWhole is check for a text that was not given in blocks: every gap is white space.
func checkWhole(t *testing.T, text string, b *token.Buffer) {
	t.Helper()
	check(t, text, b)
	at := 0
	for _, tok := range b.Tokens {
		requireSpace(t, text[at:tok.Start])
		at = tok.End
	}
	requireSpace(t, text[at:])
}

func requireSpace(t *testing.T, gap string) {
	t.Helper()
	for _, r := range gap {
		require.True(t, unicode.IsSpace(r), "%q is no gap", gap)
	}
}

// requireBorder fails when offset i is inside a rune.
func requireBorder(t *testing.T, text string, i int) {
	t.Helper()
	for k := max(0, i-utf8.UTFMax+1); k < i; k++ {
		if r, n := utf8.DecodeRuneInString(text[k:]); r != utf8.RuneError && k+n > i {
			t.Fatalf("offset %d is inside the rune %q at %d", i, r, k)
		}
	}
}

// texts are seeds for the fuzz targets.
var texts = []string{
	"", " ", ".", "\n\n", "Rain fell. “Who pays?” she said.", "He left the U.S. He's at 5 p.m. in St. Paul, No. 5.",
	"1. Buy 2. Sell", "• one • two", "a\u200bb \ufeff c\u00ad", "\xff\xfe. A\xc3", "http://a.b/(c)", "x@y.z me@example.com.", "....?!!",
	"((((((\"\"\"\"''''", "don't can't’s ’tis '90s", "👩‍🚀👍🏽", "Jane.Doe@x", "[7][8]. [...]", "A. B. C. Smith. I. The", ". . . . The",
	"-----------", "&amp;&#8217; AT&T", "N°. 5 n° x", "ȺȺȺȺ's", "a.\n\nb.\r\n\r\nC", "Mr.\nSmith\nand\nmilk", strings.Repeat("(:", 9),
}

func FuzzSegment(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var b, again token.Buffer
		b.Segment(text, nil)
		checkWhole(t, text, &b)
		again.Segment("Some other text. With two sentences.", nil)
		again.Segment(text, nil)
		require.True(t, slices.Equal(b.Tokens, again.Tokens))
		require.True(t, slices.Equal(b.Sentences, again.Sentences))
	})
}

func FuzzSegmentBlocks(f *testing.F) {
	for i, s := range texts {
		f.Add(s, i, len(s)/2, len(s))
	}
	f.Fuzz(func(t *testing.T, text string, a, c, d int) {
		blocks := []dateline.Span{{Start: a, End: c}, {Start: c, End: d}}
		var b token.Buffer
		b.Segment(text, blocks)
		check(t, text, &b)
		for _, s := range b.Sentences {
			if c >= 0 && c < len(text) && !utf8.RuneStart(text[c]) {
				continue // the border is moved
			}
			require.False(t, s.Start < c && c < s.End, "sentence %v crosses the border %d", s, c)
		}
	})
}

func FuzzWords(f *testing.F) {
	for _, s := range texts {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		require.LessOrEqual(t, len(token.Shape(word)), 12)
		require.NotEmpty(t, token.WordCase(word).String())
		token.Stem(word)
		var b token.Buffer
		b.Segment(word, nil)
		require.NotEmpty(t, token.LineCase(word, b.Tokens).String())
	})
}

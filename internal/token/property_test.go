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

// check holds a buffer to what the package promises of any text. Plain
// comparisons keep the fuzz targets fast.
func check(t *testing.T, text string, b *token.Buffer) {
	t.Helper()
	at, k := 0, 0
	for i, s := range b.Sentences {
		toks := b.SentenceTokens(i)
		if len(toks) == 0 {
			t.Fatalf("sentence %d has no tokens", i)
		}
		if s.Start < at || s.Start != toks[0].Start || s.End != toks[len(toks)-1].End {
			t.Fatalf("sentence %d is %v after %d, its tokens begin with %v and end with %v", i, s, at, toks[0], toks[len(toks)-1])
		}
		for j, tok := range toks {
			if tok != b.Tokens[k] {
				t.Fatalf("token %d of sentence %d is %v, not %v", j, i, tok, b.Tokens[k])
			}
			k++
			if tok.Start < at || tok.Start >= tok.End || tok.End > len(text) {
				t.Fatalf("token %v after %d in %d bytes", tok, at, len(text))
			}
			if j > 0 {
				checkGap(t, text[at:tok.Start])
			}
			at = tok.End
			checkBorder(t, text, tok.Start)
			checkBorder(t, text, tok.End)
			if strings.Contains(text[tok.Start:tok.End], " ") {
				t.Fatalf("%q holds a space", text[tok.Start:tok.End])
			}
		}
	}
	if k != len(b.Tokens) {
		t.Fatalf("%d tokens of %d are in a sentence", k, len(b.Tokens))
	}
}

// checkWhole is check for a text that was not given in blocks: every gap is white space.
func checkWhole(t *testing.T, text string, b *token.Buffer) {
	t.Helper()
	check(t, text, b)
	at := 0
	for _, tok := range b.Tokens {
		checkGap(t, text[at:tok.Start])
		at = tok.End
	}
	checkGap(t, text[at:])
}

func checkGap(t *testing.T, gap string) {
	t.Helper()
	for _, r := range gap {
		if !unicode.IsSpace(r) {
			t.Fatalf("%q is no gap", gap)
		}
	}
}

// checkBorder fails when offset i is inside a rune.
func checkBorder(t *testing.T, text string, i int) {
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

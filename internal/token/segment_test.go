package token_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
)

func ExampleBuffer_Segment() {
	text := "Gov. Ann J. Reed didn't fly to the U.S. on Monday. “Why not?” Reed asked."
	var b token.Buffer
	b.Segment(text, nil)
	for i := range b.Sentences {
		for _, t := range b.SentenceTokens(i) {
			fmt.Print(text[t.Start:t.End], "|")
		}
		fmt.Println()
	}
	// Output:
	// Gov.|Ann|J.|Reed|did|n't|fly|to|the|U.S.|on|Monday|.|
	// “|Why|not|?|”|Reed|asked|.|
}

// TestSentences gives each text with "‖" where a sentence begins.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"plain", "Rain fell in Lyon. ‖Roads closed! ‖Who pays? ‖Nobody knows."},
		{"titles", "Sen. Ann Reed met Gov. Bo Lund and Gen. K. Ito. ‖Dr. Moss did not come."},
		{"U.S. inside", "He told the U.S. Senate and the U.S. Representatives. ‖They left."},
		{"U.S. at the end", "She moved to the U.S. ‖He stayed in Rome."},
		{"company inside", "Acme Inc. Chief Executive Jo Park sold Bolt Corp. shares."},
		{"company at the end", "They sold Acme Inc. ‖The price was low."},
		{"times", "Doors open at 9 a.m. Monday and close at 5 p.m. ‖The show is free."},
		{"number", "It is No. 5 on the list. ‖He said no. ‖Then he left."},
		{"saint", "He lives in St. Petersburg near Mt. Hood on Ash St. ‖It rains."},
		{"a site of one letter", "She thanked him on X. ‖UDA leader Hassan Omar did not. ‖It went to O. Redding."},
		{"initials", "J. R. R. Moss and P. Lee wrote it. ‖It was Plan B. ‖The rest failed."},
		{"months", "It began on Sept. 11 and ended in Oct. ‖The rest came later."},
		{"decimals", "It fell 3.5 percent to 1.04. ‖Gold rose."},
		{"ellipsis", "He waited ... and left. ‖She stayed... ‖Then it rained."},
		{"curly quote", "“It is over.” ‖She left. ‖“Yes,” he said."},
		{"quoted question", "“Is it over?” she said. ‖“Who knows?” Reed asked. ‖Nobody did."},
		{"speaker's age", "“Is it over?” Lund, 45, asked. ‖“Yes.”"},
		{"zone", "They met at 5 p.m. EST. ‖It rained."},
		{"bracket", "He left (he was ill.) on Monday. ‖(It was cold.) ‖She stayed."},
		{"citation", "It was burnt in 1805.[6] ‖He wrote on. [7] ‖She did not."},
		{"no space", "The line was lost.‖Then it came back.‖He left."},
		{"list on one line", "1. Buy bread ‖2. Sell milk ‖3. Go home"},
		{"blank line", "Storm Hits Coast\n\n‖Rain fell in Lyon"},
		{"windows lines", "Storm Hits Coast\r\n\r\n‖Rain fell in Lyon"},
		{"headline above", "Storm Hits Coast\n‖Rain fell in Lyon."},
		{"broken line", "The storm that hit\nthe coast has gone."},
		{"short list", "bread\n‖milk and\n‖oat cakes\n"},
		{"wrapped title", "They met with Gov.\nAnn Reed."},
		{"address", "Write to Ann.Reed@example.com. ‖Read www.example.com/a.b. ‖Then wait."},
		{"exclaimed name", "Yahoo! News is down. ‖It rains."},
		{"rule", "Ends here ‖---------- ‖Begins here"},
		{"hidden sign", "Rain fell.\u200b ‖Roads closed."},
		{"lower case", "rain fell here. ‖roads closed. ‖who pays? ‖nobody"},
		{"hyphenated title", "It pleased then-Sen. Reed. ‖She smiled."},
		{"speech without a stop", "The deal was done, he said ‖"},
		{"speech of two sentences", "\"It rains. ‖It pours. \" ‖He left."},
		{"part of a place", "He met non-U.S. envoys. ‖She left."},
		{"greeting", "Dear Ann, ‖Thank you. ‖Kind regards, ‖Bo Lund"},
		{"time stamp", "Bo Lund ‖08/16/2026 12:05 PM ‖Please read this"},
		{"two addresses", "https://example.com/a ‖https://example.com/b ‖See both."},
		{"abbreviation first", "Mr. He is here. ‖P.S. It rains."},
		{"question in small letters", "who is Lyon? ‖where is it? ‖i know."},
		{"mark outside the quote", "\"Stop\"! he said. ‖He left."},
		{"emoticon", "We won! :-) ‖See you"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := strings.Split(c.text, "‖")
			text := strings.ReplaceAll(c.text, "‖", "")
			var b token.Buffer
			b.Segment(text, nil)
			var got []string
			for _, s := range b.Sentences {
				got = append(got, text[s.Start:s.End])
			}
			var trimmed []string
			for _, w := range want {
				if w = strings.TrimSpace(w); w != "" {
					trimmed = append(trimmed, w)
				}
			}
			assert.Equal(t, trimmed, got)
		})
	}
}

// TestTokens gives each text with "|" between tokens that touch.
func TestTokens(t *testing.T) {
	for _, c := range []struct{ name, text string }{
		{"contractions", "do|n't ca|n’t I|'ve she|'d we|’ll THEY|'RE should|n't|'ve can|not"},
		{"possessive of an abbreviation", "U.S.|'s Jr.|’s Corp.|'s"},
		{"degrees", "M.Sc. B.A. Ph.D."},
		{"span of hours", "5 p.m.|-|6 p.m."},
		{"possessives", "Reed|'s Moss|’s states|' O'Neill"},
		{"money", "$|5 US$|3.5 £|20 5|% €|1,000"},
		{"numbers", "1,000.50 3.5 12:30 1/2 9/11 -5 +3.2 1990s '90s ’70s"},
		{"compounds", "all-rounder U.S.-led Al-Sadr 15-year"},
		{"abbreviations", "U.S. a.m. Ph.D. e.g. Gov. Reed|,"},
		{"quotes", "“|Yes|,|” \"|no|\" ‘|a|’ ``|b|''"},
		{"brackets", "(|a|) [|b|] {|c|}"},
		{"dashes", "a — b|—|c d|--|e"},
		{"addresses", "https://example.com/a?b=c.d|, www.example.com me@example.org|. Ann.B.Lee@example.com ann...@example.com"},
		{"handles", "@dateline #news #2026 @a_b"},
		{"prefix of an abbreviation", "non-U.S. ex-Gov. U.S.-based|."},
		{"domain", "example.com says"},
		{"ellipsis", "wait|... what|… no|...."},
		{"runs", "what|?! stop|!!! ----"},
		{"letters", "AT&T R&D naïve Łódź Zürich"},
		{"joiner inside", "co\u00adoperate non\u2011stop"},
		{"hidden outside", "\ufeff|Reed|\u200b said"},
		{"emoji", "good 👍🏽 day 👩‍🚀"},
		{"slash", "and|/|or b/c"},
		{"wide space", "a\u00a0b\u2003c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.ReplaceAll(c.text, "|", "")
			want := strings.FieldsFunc(c.text, func(r rune) bool { return r == '|' || r == ' ' || r == 0xA0 || r == 0x2003 })
			var b token.Buffer
			b.Segment(text, nil)
			var got []string
			for _, tok := range b.Tokens {
				got = append(got, text[tok.Start:tok.End])
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestBlocks(t *testing.T) {
	text := "Storm hits\ncoast. And more é end"
	for _, c := range []struct {
		name   string
		blocks []dateline.Span
		want   []string
	}{
		{"none", []dateline.Span{}, nil},
		{"two", []dateline.Span{{Start: 0, End: 10}, {Start: 11, End: 17}}, []string{"Storm hits", "coast."}},
		{"a border inside a sentence", []dateline.Span{{Start: 0, End: 5}, {Start: 5, End: 17}}, []string{"Storm", "hits\ncoast."}},
		{"overlapping", []dateline.Span{{Start: 0, End: 10}, {Start: 6, End: 17}}, []string{"Storm hits", "coast."}},
		{"outside", []dateline.Span{{Start: -5, End: 5}, {Start: 28, End: 99}}, []string{"Storm", "é end"}},
		{"cut rune", []dateline.Span{{Start: 18, End: 28}}, []string{"And more"}},
		{"reversed", []dateline.Span{{Start: 9, End: 3}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b token.Buffer
			b.Segment(text, c.blocks)
			var got []string
			for _, s := range b.Sentences {
				got = append(got, text[s.Start:s.End])
			}
			assert.Equal(t, c.want, got)
			check(t, text, &b)
		})
	}
}

func TestSentenceTokens(t *testing.T) {
	text := "One two. Three."
	var b token.Buffer
	b.Segment(text, nil)
	require.Len(t, b.Sentences, 2)
	assert.Len(t, b.SentenceTokens(0), 3)
	last := b.SentenceTokens(1)
	require.Len(t, last, 2)
	last[0].Tag = "CD"
	assert.Equal(t, "CD", b.Tokens[3].Tag)
}

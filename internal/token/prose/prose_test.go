package prose_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/token/prose"
)

func Example() {
	text := "The minister didn't resign on Monday."
	tagger, err := prose.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	var b token.Buffer
	b.Segment(text, nil)
	if err := b.TagAll(text, tagger); err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range b.Tokens {
		fmt.Print(text[t.Start:t.End], "/", t.Tag, " ")
	}
	fmt.Println()
	// Output: The/DT minister/NN did/VBD n't/RB resign/VB on/IN Monday/NNP ./.
}

// tag returns the words and tags of the first sentence of a text.
func tag(t *testing.T, text string) (words, tags []string) {
	t.Helper()
	tagger, err := prose.New()
	require.NoError(t, err)
	var b token.Buffer
	b.Segment(text, nil)
	require.NoError(t, b.TagAll(text, tagger))
	for _, tok := range b.Tokens {
		words, tags = append(words, text[tok.Start:tok.End]), append(tags, tok.Tag)
	}
	return words, tags
}

// TestAlign tags words that prose cuts, changes or loses when it reads raw text.
func TestAlign(t *testing.T) {
	for _, c := range []struct {
		name, text, word, want string
	}{
		{"after a lost token", "“We can’t,” he said of Monday's. Then it ended on Friday.", "Friday", "NNP"},
		{"abbreviation cut", "Acme Corp. of Ohio grew.", "Corp.", "NNP"},
		{"curly apostrophe", "They didn’t resign in March.", "March", "NNP"},
		{"bracket", "He (once) left.", "(", "-LRB-"},
		{"dash", "He left - at last.", "-", ":"},
		{"zero", "They won 4 to 0 in Lyon.", "0", "CD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			words, tags := tag(t, c.text)
			require.Contains(t, words, c.word)
			for i, w := range words {
				assert.NotEmpty(t, tags[i], w)
				if w == c.word {
					assert.Equal(t, c.want, tags[i])
				}
			}
		})
	}
}

// TestPanic gives prose a token on which it panics.
func TestPanic(t *testing.T) {
	tagger, err := prose.New()
	require.NoError(t, err)
	text := "ȺȺȺȺ's"
	err = tagger.Tag(text, []dateline.Token{{Start: 0, End: len(text)}})
	require.ErrorIs(t, err, prose.ErrPanic)
}

func TestEmpty(t *testing.T) {
	tagger, err := prose.New()
	require.NoError(t, err)
	require.NoError(t, tagger.Tag("", nil))
}

// FuzzTag gives every token a tag, or says that prose panicked.
func FuzzTag(f *testing.F) {
	tagger, err := prose.New()
	require.NoError(f, err)
	for _, s := range []string{"", "Rain fell. “Who pays?” she said.", "It's n't” 's. 0 -", "ȺȺȺȺ's ȺȺ'S", "a &rsquo; b", "\xff (-_-) :)", "*T*-1 -LRB-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var b token.Buffer
		b.Segment(text, nil)
		if err := b.TagAll(text, tagger); err != nil {
			require.ErrorIs(t, err, prose.ErrPanic)
			return
		}
		for _, tok := range b.Tokens {
			require.NotEmpty(t, tok.Tag)
		}
	})
}

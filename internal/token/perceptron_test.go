package token

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tagged returns "word/TAG" for each token of a text.
func tagged(t *testing.T, text string) string {
	t.Helper()
	p, err := NewTagger()
	require.NoError(t, err)
	var b Buffer
	b.Segment(text, nil)
	require.NoError(t, b.TagAll(text, p))
	var out []string
	for _, tok := range b.Tokens {
		out = append(out, text[tok.Start:tok.End]+"/"+tok.Tag)
	}
	return strings.Join(out, " ")
}

func TestTag(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"plain", "The mayor didn't resign on Monday.", "The/DT mayor/NN did/VBD n't/RB resign/VB on/IN Monday/NNP ./."},
		{"capitals", "HEAVY RAIN CLOSES ROADS IN LYON", "HEAVY/JJ RAIN/NN CLOSES/VBZ ROADS/NNS IN/IN LYON/NNP"},
		{"title case", "Heavy Rain Will Not Close Roads", "Heavy/JJ Rain/NN Will/MD Not/RB Close/VB Roads/NNS"},
		{"unknown words", "The blorfing Zarquon quickly reglobbed them.", "The/DT blorfing/VBG Zarquon/NNP quickly/RB reglobbed/VBD them/PRP ./."},
		{"curly and straight", `"It rained," he said. “It rained,” she said.`,
			"\"/`` It/PRP rained/VBD ,/, \"/'' he/PRP said/VBD ./. “/`` It/PRP rained/VBD ,/, ”/'' she/PRP said/VBD ./."},
		{"money", "It cost $3.5 million (£2.9m).", "It/PRP cost/VBD $/$ 3.5/CD million/CD (/-LRB- £/$ 2.9m/CD )/-RRB- ./."},
		{"possessive", "Lyon’s mayors’ plan", "Lyon/NNP ’s/POS mayors/NNS ’/POS plan/NN"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, tagged(t, c.text)) })
	}
}

// TestTagConcurrent shares one tagger between goroutines; run it with -race.
func TestTagConcurrent(t *testing.T) {
	p, err := NewTagger()
	require.NoError(t, err)
	var bufs [4]Buffer
	var wg sync.WaitGroup
	for i := range bufs {
		wg.Go(func() {
			bufs[i].Segment(story, nil)
			_ = bufs[i].TagAll(story, p)
		})
	}
	wg.Wait()
	for i := range bufs {
		assert.Equal(t, bufs[0].Tokens, bufs[i].Tokens)
		assert.NotEmpty(t, bufs[i].Tokens[0].Tag)
	}
}

func TestTagAllocs(t *testing.T) {
	p, err := NewTagger()
	require.NoError(t, err)
	var buf Buffer
	buf.Segment(story, nil)
	assert.Zero(t, testing.AllocsPerRun(20, func() { _ = buf.TagAll(story, p) }))
}

// FuzzTag gives each token of any text a tag of the set.
func FuzzTag(f *testing.F) {
	p, err := NewTagger()
	require.NoError(f, err)
	known := map[string]bool{}
	for _, t := range p.tags {
		known[t] = true
	}
	for _, s := range []string{"", story, "\xe2\x80", "\"\"\"", "It's 5 o'clock’s ‘70s", "ȺȺȺȺ's", strings.ToUpper(story)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var b Buffer
		b.Segment(text, nil)
		require.NoError(t, b.TagAll(text, p))
		for _, tok := range b.Tokens {
			require.True(t, known[tok.Tag], "%q has the tag %q", text[tok.Start:tok.End], tok.Tag)
		}
	})
}

func BenchmarkTag(b *testing.B) {
	p, err := NewTagger()
	require.NoError(b, err)
	text := strings.Repeat(story, 50)
	var buf Buffer
	buf.Segment(text, nil)
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if err := buf.TagAll(text, p); err != nil {
			b.Fatal(err)
		}
		if buf.Tokens[0].Tag != "DT" || buf.Tokens[len(buf.Tokens)-1].Tag != "." {
			b.Fatal("wrong tags")
		}
	}
	b.ReportMetric(float64(len(buf.Tokens)*b.N)/b.Elapsed().Seconds()/1e6, "Mtokens/s")
}

func BenchmarkNewTagger(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		p, err := readPerceptron(taggerBin)
		if err != nil || len(p.tags) < 40 {
			b.Fatal(err)
		}
	}
}

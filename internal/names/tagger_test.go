package names_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/names"
	"github.com/dateline-go/dateline/internal/token"
)

func TestTag(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []found
	}{
		{"nothing", "", nil},
		{"no names", "The weather was mild, and nobody complained about it.", nil},
		{"people and places", "Angela Merkel met Emmanuel Macron in Berlin on Tuesday.",
			[]found{{"Angela Merkel", dateline.Person}, {"Emmanuel Macron", dateline.Person}, {"Berlin", dateline.GPE}}},
		{"organisations", "Shares of Siemens AG fell after the European Commission opened an inquiry.",
			[]found{{"Siemens AG", dateline.Org}, {"European Commission", dateline.Org}}},
		{"peoples", "Thousands of Syrian refugees crossed into Turkey.",
			[]found{{"Syrian", dateline.NORP}, {"Turkey", dateline.GPE}}},
		{"nature", "The ferry sank on Lake Victoria near Mwanza, Tanzania.",
			[]found{{"Lake Victoria", dateline.Loc}, {"Mwanza", dateline.GPE}, {"Tanzania", dateline.GPE}}},
		{"title case", "President Obama Meets Angela Merkel in Berlin to Discuss Trade With China",
			[]found{{"Obama", dateline.Person}, {"Angela Merkel", dateline.Person}, {"Berlin", dateline.GPE}, {"China", dateline.GPE}}},
		{"capitals", "ANGELA MERKEL VISITS CHINA AND MEETS BARACK OBAMA",
			[]found{{"ANGELA MERKEL", dateline.Person}, {"CHINA", dateline.GPE}, {"BARACK OBAMA", dateline.Person}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, tag(t, c.text))
		})
	}
}

func TestDocumentHelpsItsHeadline(t *testing.T) {
	body := "\n\nThe new minister, Tomasz Grabowiec, spoke in Lublin. Mr. Grabowiec said that he would resign. Grabowiec was tired."
	assert.Contains(t, tag(t, "GRABOWIEC TO RESIGN AFTER A LONG AND BITTER FIGHT"+body), found{"GRABOWIEC", dateline.Person})
}

func TestTagRefusesSpansThatDoNotFit(t *testing.T) {
	whole := []dateline.Span{{Start: 0, End: 9}}
	for _, c := range []struct {
		name      string
		sentences []dateline.Span
		tokens    []dateline.Token
	}{
		{"token beyond the text", whole, []dateline.Token{{Start: 5, End: 12}}},
		{"token of negative length", whole, []dateline.Token{{Start: 5, End: 3}}},
		{"token before the text", whole, []dateline.Token{{Start: -1, End: 3}}},
		{"tokens overlap", whole, []dateline.Token{{Start: 0, End: 5}, {Start: 4, End: 9}}},
		{"tokens out of order", whole, []dateline.Token{{Start: 5, End: 9}, {Start: 0, End: 4}}},
		{"token in no sentence", nil, []dateline.Token{{Start: 0, End: 4}}},
		{"token across a sentence", []dateline.Span{{Start: 0, End: 4}, {Start: 4, End: 9}}, []dateline.Token{{Start: 2, End: 6}}},
		{"sentence beyond the text", []dateline.Span{{Start: 0, End: 10}}, nil},
		{"sentences out of order", []dateline.Span{{Start: 5, End: 9}, {Start: 0, End: 4}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := tagger(t).Tag(context.Background(), nil, "Rome Oslo", c.sentences, c.tokens)
			assert.ErrorIs(t, err, names.ErrSpans)
		})
	}
}

func TestTagIsTheSameForAllGoroutines(t *testing.T) {
	text := strings.Repeat("Ngozi Okonjo-Iweala left the World Bank in Washington. She flew to Lagos with Mr. Adebayo. ", 5)
	want := tag(t, text)
	require.NotEmpty(t, want)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 5 {
				assert.Equal(t, want, tag(t, text))
				assert.Equal(t, tag(t, "Oslo is in Norway."), []found{{"Oslo", dateline.GPE}, {"Norway", dateline.GPE}})
			}
		})
	}
	wg.Wait()
}

func TestConfidence(t *testing.T) {
	text := "Barack Obama flew to Paris. Blorvik of the Grumsk met Zantor Prime at Quell."
	var b token.Buffer
	b.Segment(text, nil)
	ms, err := tagger(t).Tag(context.Background(), nil, text, b.Sentences, b.Tokens)
	require.NoError(t, err)
	require.NotEmpty(t, ms)
	for _, m := range ms {
		assert.Greater(t, m.Confidence, 0.0)
		assert.LessOrEqual(t, m.Confidence, 1.0)
	}
	assert.Greater(t, ms[0].Confidence, 0.75, "Barack Obama is clear")
}

func TestTagTakesFewAllocations(t *testing.T) {
	text := strings.Repeat("Prime Minister Jacinda Ardern told the New Zealand Herald in Wellington that Fonterra would pay. ", 50)
	var b token.Buffer
	b.Segment(text, nil)
	tg := tagger(t)
	var ms []names.Mention
	n := testing.AllocsPerRun(20, func() {
		var err error
		ms, err = tg.Tag(context.Background(), ms[:0], text, b.Sentences, b.Tokens)
		require.NoError(t, err)
	})
	require.NotEmpty(t, ms)
	assert.Less(t, n, float64(len(b.Tokens))/20)
}

func TestOneVeryLongWord(t *testing.T) {
	text := strings.Repeat("Ab", 5<<20)
	var b token.Buffer
	b.Segment(text, nil)
	_, err := tagger(t).Tag(context.Background(), nil, text, b.Sentences, b.Tokens)
	require.NoError(t, err)
}

func TestLongSentence(t *testing.T) {
	text := strings.Repeat("Maria Lopez of Lima met Juan Perez of Quito and ", 500)
	fs := tag(t, text)
	assert.Greater(t, len(fs), 1900)
}

func FuzzTag(f *testing.F) {
	for _, s := range []string{"", "Oslo", "MR. SMITH GOES TO WASHINGTON", "Ⱥ’s \x00 \xff — “Paris”, Texas", "A\n\nB of the C"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var b token.Buffer
		b.Segment(text, nil)
		ms, err := tagger(t).Tag(context.Background(), nil, text, b.Sentences, b.Tokens)
		require.NoError(t, err)
		at := 0
		for _, m := range ms {
			require.LessOrEqual(t, at, m.First)
			require.Less(t, m.First, m.End)
			require.LessOrEqual(t, m.End, len(b.Tokens))
			require.NotEmpty(t, m.Label)
			require.False(t, m.Confidence < 0 || m.Confidence > 1, "confidence %v", m.Confidence)
			at = m.End
		}
	})
}

func ExampleTagger_Tag() {
	t, err := names.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "Kenya Airways will fly from Nairobi to New York, its chairman Michael Joseph said."
	var b token.Buffer
	b.Segment(text, nil)
	found, err := t.Tag(context.Background(), nil, text, b.Sentences, b.Tokens)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range found {
		fmt.Println(m.Label, text[b.Tokens[m.First].Start:b.Tokens[m.End-1].End])
	}
	// Output:
	// ORG Kenya Airways
	// GPE Nairobi
	// GPE New York
	// PERSON Michael Joseph
}

func BenchmarkTag(b *testing.B) {
	text := strings.Repeat("President Cyril Ramaphosa said on Friday that the African National Congress would not accept the ruling of the "+
		"Constitutional Court in Johannesburg. “We have heard it,” he told reporters, while Eskom, the power company, asked for more time. ", 40)
	var buf token.Buffer
	buf.Segment(text, nil)
	tg := tagger(b)
	var ms []names.Mention
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		var err error
		if ms, err = tg.Tag(context.Background(), ms[:0], text, buf.Sentences, buf.Tokens); err != nil || len(ms) < 100 {
			b.Fatal(len(ms), err)
		}
	}
	b.ReportMetric(float64(len(buf.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

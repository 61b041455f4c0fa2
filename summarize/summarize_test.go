package summarize_test

import (
	"context"
	"math"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/internal/token"
	"github.com/dateline-go/dateline/internal/token/prose"
	"github.com/dateline-go/dateline/summarize"
)

// A story of our own; its events and people are invented.
const (
	headline = "Tarnhaven closes harbour after chemical leak"
	story    = `By Ella Brandt
A chemical leak at a fertiliser plant forced Tarnhaven to close its harbour on Monday and to move 3,000 people out of their homes.
The leak began shortly before dawn in a storage tank of Norvik Chemicals, the largest employer of the town, officials said. Nobody was killed, but 14 workers were treated for burns.
“We heard a bang. Then the alarm went off,” said Jonas Lind, who drives a truck for Norvik Chemicals. “I ran.”
However, the company had been warned twice about the storage tank. Inspectors of the labour ministry found rust in March and again in June, according to reports that the ministry published last year.
Norvik Chemicals said in a statement that it would pay for hotels and that the fertiliser plant would stay shut until inspectors had seen it.
Scroll down for video
The harbour handles half of the region's grain exports. Ships that wait for grain were sent to Port Alder, 60 kilometres to the south.
It may open again on Thursday, the mayor said.`
)

// document analyses a story as far as summarize needs it.
func document(t testing.TB, headline, text string, kinds ...dateline.BlockKind) *dateline.Document {
	t.Helper()
	doc := &dateline.Document{Headline: headline, Text: text}
	at := 0
	for line := range strings.Lines(text) {
		s := dateline.Span{Start: at, End: at + len(strings.TrimRight(line, "\n"))}
		at += len(line)
		if s.Len() == 0 {
			continue
		}
		kind := dateline.BlockParagraph
		if len(doc.Blocks) < len(kinds) {
			kind = kinds[len(doc.Blocks)]
		}
		doc.Blocks = append(doc.Blocks, dateline.Block{Kind: kind, Start: s.Start, End: s.End})
	}
	tagger, err := prose.New()
	require.NoError(t, err)
	var buf token.Buffer
	require.NoError(t, buf.Annotate(context.Background(), doc, tagger))
	return doc
}

func annotate(t testing.TB, doc *dateline.Document, o summarize.Options) {
	t.Helper()
	s, err := summarize.New(o)
	require.NoError(t, err)
	require.NoError(t, s.Annotate(context.Background(), doc))
	require.NoError(t, doc.Validate())
}

func texts(doc *dateline.Document) []string {
	var out []string
	for _, k := range doc.Keyphrases {
		out = append(out, k.Text)
	}
	return out
}

func summary(doc *dateline.Document) []string {
	var out []string
	for _, s := range doc.Summary {
		out = append(out, doc.Words(s.Span()))
	}
	return out
}

func TestAnnotateKeyphrases(t *testing.T) {
	doc := document(t, headline, story)
	annotate(t, doc, summarize.Options{})
	got := texts(doc)
	require.Len(t, got, summarize.DefaultKeyphrases)
	for _, want := range []string{"chemical leak", "fertiliser plant", "Norvik Chemicals", "storage tank"} {
		assert.Contains(t, got, want)
	}
	for i, k := range doc.Keyphrases {
		assert.NotEmpty(t, k.Spans)
		if i > 0 {
			assert.LessOrEqual(t, k.Score, doc.Keyphrases[i-1].Score)
		}
	}
	for _, k := range doc.Keyphrases {
		if k.Text == "Norvik Chemicals" {
			assert.Len(t, k.Spans, strings.Count(story, k.Text), "every place where it stands")
		}
	}
}

func TestAnnotateSummary(t *testing.T) {
	doc := document(t, headline, story)
	annotate(t, doc, summarize.Options{})
	got := summary(doc)
	require.Len(t, got, summarize.DefaultSentences)
	assert.True(t, strings.HasPrefix(got[0], "A chemical leak at a fertiliser plant"), "the lead comes first: %q", got)
	for _, s := range got {
		assert.Contains(t, story, s)
		for _, bad := range []string{"By Ella", "Scroll down", "However", "It may", "“We heard", "Then the alarm"} {
			assert.False(t, strings.HasPrefix(s, bad), s)
		}
	}
}

func TestSummaryLimits(t *testing.T) {
	doc := document(t, headline, story)
	length := func() int { return utf8.RuneCountInString(strings.Join(summary(doc), " ")) }
	all := 0
	for limit := 20; limit < 2000; limit += 45 {
		annotate(t, doc, summarize.Options{Characters: limit})
		assert.LessOrEqual(t, length(), limit)
		all = len(doc.Summary)
	}
	assert.Less(t, 6, all, "the last limit lets every sentence in")
	assert.NotContains(t, summary(doc), "Scroll down for video", "what is no sentence does not fill up room")
	annotate(t, doc, summarize.Options{Characters: 5})
	assert.Empty(t, doc.Summary, "no sentence is so short, and none is cut")
	annotate(t, doc, summarize.Options{Characters: 2000, Sentences: 2})
	assert.Len(t, doc.Summary, 2, "both bounds hold")
	annotate(t, doc, summarize.Options{Ratio: 0.25})
	assert.Len(t, doc.Summary, (len(doc.Sentences)+3)/4)
	annotate(t, doc, summarize.Options{Ratio: 1})
	assert.Len(t, doc.Summary, len(doc.Sentences))
}

func TestSummaryTakesWorseSentencesLast(t *testing.T) {
	doc := document(t, "", story)
	annotate(t, doc, summarize.Options{Sentences: 100})
	assert.Len(t, doc.Summary, len(doc.Sentences), "all that there are, in reading order")
}

func TestSummaryLeavesBlocksAside(t *testing.T) {
	text := `The mayor opens the new bridge and thanks the builders
What the bridge costs
The bridge over the Tarn river opened on Friday after six years of work.
It cost twice as much as planned.
The mayor cuts a ribbon at the new bridge over the Tarn river on Friday.`
	doc := document(t, "The mayor opens the new bridge and thanks the builders", text,
		dateline.BlockHeadline, dateline.BlockHeading, dateline.BlockParagraph, dateline.BlockParagraph, dateline.BlockCaption)
	annotate(t, doc, summarize.Options{Sentences: 2})
	assert.Equal(t, []string{
		"The bridge over the Tarn river opened on Friday after six years of work.",
		"It cost twice as much as planned.",
	}, summary(doc))
}

func TestEntityIsOneKeyphrase(t *testing.T) {
	text := "Prime Minister Ada Morland resigned on Monday. Morland had lost a vote on the budget. The budget of Morland would have cut pensions."
	doc := document(t, "", text)
	doc.Entities = []dateline.Entity{{ID: "person:ada-morland", Name: "Ada Morland", Label: dateline.Person, Salience: 1, Mentions: 3}}
	for at := 0; ; {
		i := strings.Index(text[at:], "Morland")
		if i < 0 {
			break
		}
		start := at + i
		if strings.HasSuffix(text[:start], "Ada ") {
			start -= len("Ada ")
		}
		doc.Mentions = append(doc.Mentions, dateline.Mention{Start: start, End: at + i + len("Morland"), Label: dateline.Person, Entity: "person:ada-morland", Confidence: 1})
		at += i + len("Morland")
	}
	annotate(t, doc, summarize.Options{})
	n := 0
	for _, k := range doc.Keyphrases {
		if strings.Contains(k.Text, "Morland") {
			n++
			if k.Text == "Ada Morland" {
				assert.Len(t, k.Spans, 3, "the alias counts for the name")
			}
		}
		assert.NotEqual(t, "Minister Ada", k.Text, "no name is cut")
	}
	assert.Contains(t, texts(doc), "Ada Morland")
	assert.LessOrEqual(t, n, 2)
}

func TestOddStories(t *testing.T) {
	for _, c := range []struct {
		name, text string
		summary    []string
	}{
		{"empty", "", nil},
		{"blank", " \n\t\n", nil},
		{"one sentence", "The ferry to Port Alder sank on Sunday.", []string{"The ferry to Port Alder sank on Sunday."}},
		{"one word", "Goal", []string{"Goal"}},
		{"signs", "*** --- ???", []string{"*** --- ???"}},
		{"scores", "Tarnhaven 3 Alder 1\nLind 12 Brandt 9\nAlder 0 Norvik 0", []string{"Tarnhaven 3 Alder 1", "Lind 12 Brandt 9", "Alder 0 Norvik 0"}},
		{"pronoun first", "He resigned on Monday. The vote was lost.", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := document(t, "", c.text)
			annotate(t, doc, summarize.Options{})
			if c.summary != nil || c.text == "" {
				assert.Equal(t, c.summary, summary(doc))
			}
		})
	}
}

func TestCapitals(t *testing.T) {
	doc := document(t, "", strings.ToUpper(story))
	annotate(t, doc, summarize.Options{})
	assert.NotEmpty(t, doc.Keyphrases)
	assert.Len(t, doc.Summary, 3)
}

func TestAnnotateErrors(t *testing.T) {
	s, err := summarize.New(summarize.Options{})
	require.NoError(t, err)
	assert.ErrorIs(t, s.Annotate(context.Background(), &dateline.Document{Text: "Not analysed."}), summarize.ErrNoTokens)

	for name, spoil := range map[string]func(*dateline.Document){
		"token outside":    func(d *dateline.Document) { d.Tokens[len(d.Tokens)-1].End = len(d.Text) + 9 },
		"token backwards":  func(d *dateline.Document) { d.Tokens[1].Start = 0 },
		"sentence outside": func(d *dateline.Document) { d.Sentences[0].Start = -1 },
		"mention outside":  func(d *dateline.Document) { d.Mentions = []dateline.Mention{{Start: 5, End: 5}} },
	} {
		doc := document(t, "", "The ferry sank. Nobody died.")
		spoil(doc)
		assert.ErrorIs(t, s.Annotate(context.Background(), doc), dateline.ErrInvalid, name)
		assert.Nil(t, doc.Keyphrases, name)
	}
}

func TestNewErrors(t *testing.T) {
	for _, o := range []summarize.Options{
		{Keyphrases: -1}, {Keyphrases: summarize.MaxKeyphrases + 1}, {Sentences: -1}, {Kind: "words"},
		{Characters: -1}, {Ratio: -0.1}, {Ratio: 1.1}, {Ratio: math.NaN()},
	} {
		_, err := summarize.New(o)
		assert.ErrorIs(t, err, summarize.ErrOptions, "%+v", o)
	}
}

func TestTags(t *testing.T) {
	doc := document(t, headline, story)
	annotate(t, doc, summarize.Options{Kind: summarize.Tags})
	got := texts(doc)
	assert.Contains(t, got, "harbour")
	assert.Contains(t, got, "inspectors")
	for _, w := range got {
		assert.True(t, !strings.Contains(w, " ") || w != strings.ToLower(w), "%q is neither a word nor a name", w)
	}
}

func TestAloneErrors(t *testing.T) {
	_, err := summarize.Keyphrases("harbour \xff", 3)
	assert.ErrorIs(t, err, dateline.ErrInvalid)
	_, err = summarize.Summary("harbour", -1)
	assert.ErrorIs(t, err, summarize.ErrOptions)
	none, err := summarize.Keyphrases(" \n", 3)
	assert.NoError(t, err)
	assert.Nil(t, none)
}

// FuzzAnnotate cuts any text into sentences and tokens with any tags.
func FuzzAnnotate(f *testing.F) {
	f.Add(headline, story)
	f.Add("", "“A” (B) - C, d.\n\nÈ 1 2 3")
	s, err := summarize.New(summarize.Options{})
	require.NoError(f, err)
	tags := []string{"NN", "NNP", "JJ", "VBD", "CD", "DT", ""}
	f.Fuzz(func(t *testing.T, headline, text string) {
		if !utf8.ValidString(text) || !utf8.ValidString(headline) {
			t.Skip("not UTF-8")
		}
		doc := &dateline.Document{Headline: headline, Text: text}
		var b token.Buffer
		require.NoError(t, b.Annotate(context.Background(), doc, nil))
		for i, w := range doc.Tokens {
			doc.Tokens[i].Tag = tags[(int(text[w.Start])+w.End-w.Start)%len(tags)]
		}
		if len(doc.Tokens) == 0 {
			t.Skip("no tokens")
		}
		require.NoError(t, s.Annotate(context.Background(), doc))
		require.NoError(t, doc.Validate())
	})
}

func TestConcurrentUseGivesTheSame(t *testing.T) {
	s, err := summarize.New(summarize.Options{})
	require.NoError(t, err)
	want := document(t, headline, story)
	require.NoError(t, s.Annotate(context.Background(), want))
	var wg sync.WaitGroup
	for range 8 {
		doc := document(t, headline, story)
		wg.Go(func() {
			assert.NoError(t, s.Annotate(context.Background(), doc))
			assert.Equal(t, want.Keyphrases, doc.Keyphrases)
			assert.Equal(t, want.Summary, doc.Summary)
		})
	}
	wg.Wait()
}

// TestAdverbsAreNoPhrases has adverbs that stand where a noun could, and are tagged as one now and then.
func TestAdverbsAreNoPhrases(t *testing.T) {
	doc := document(t, "", "The lamps along the quay went out from the sea inwards. The ice had grown from the sea inwards since Tuesday, "+
		"and boats left the quay westwards. The harbour office sent its pilots home, and the harbour office closed the quay.")
	annotate(t, doc, summarize.Options{})
	for _, k := range doc.Keyphrases {
		assert.NotContains(t, k.Text, "wards")
	}
	assert.NotEmpty(t, doc.Keyphrases)
}

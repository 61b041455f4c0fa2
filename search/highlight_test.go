package search_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// story makes a Document of a headline and sentences, each a paragraph.
func story(t testing.TB, id, headline string, sentences ...string) *dateline.Document {
	t.Helper()
	d := &dateline.Document{ID: id, Headline: headline}
	for i, s := range append([]string{headline}, sentences...) {
		kind := dateline.BlockParagraph
		if i == 0 {
			kind = dateline.BlockHeadline
		} else {
			d.Text += "\n\n"
		}
		start := len(d.Text)
		d.Text += s
		d.Blocks = append(d.Blocks, dateline.Block{Kind: kind, Start: start, End: len(d.Text)})
		d.Sentences = append(d.Sentences, dateline.Span{Start: start, End: len(d.Text)})
	}
	require.NoError(t, d.Validate())
	return d
}

// marked writes a fragment with its matches in brackets.
func marked(f search.Fragment) string {
	var b strings.Builder
	end := 0
	for _, s := range f.Spans {
		b.WriteString(f.Text[end:s.Start] + "[" + f.Text[s.Start:s.End] + "]")
		end = s.End
	}
	return b.String() + f.Text[end:]
}

func TestFragments(t *testing.T) {
	doc := story(t, "x", "Harbour strike ends",
		"Dockers went back to work.", "The strike had lasted a week.", "Striking dockers won a rise.", "Ships queued off Bodø.")
	said := story(t, "z", "Harbour strike ends", "The strike had lasted a week.", "Striking dockers won a rise.")
	said.Quotes = []dateline.Quote{{Content: []dateline.Span{{Start: 36, End: 42}}}}
	said.Keyphrases = []dateline.Keyphrase{{Text: "rise", Spans: []dateline.Span{{Start: 75, End: 79}}}}
	long := story(t, "y", "A long sentence", strings.Repeat("many words before ", 40)+"the zeppelin landed "+strings.Repeat("and many after ", 40))
	for _, c := range []struct {
		name, query string
		doc         *dateline.Document
		n           int
		want        []string
	}{
		{"best two in reading order", "dockers strike", doc, 2, []string{"[Dockers] went back to work.", "[Striking] [dockers] won a rise."}},
		{"best one", "dockers strike", doc, 1, []string{"[Striking] [dockers] won a rise."}},
		{"phrase and must", `"a rise" +ships`, doc, 5, []string{"Striking dockers won a [rise].", "[Ships] queued off Bodø."}},
		{"phrase as a whole", `"striking dockers"`, doc, 5, []string{"[Striking dockers] won a rise."}},
		{"phrase over a stop word", `"strike had lasted"`, doc, 5, []string{"The [strike had lasted] a week."}},
		{"words of a phrase apart", `"dockers rise" OR ships`, doc, 5, []string{"[Ships] queued off Bodø."}},
		{"fuzzy", "dokcers~1", doc, 1, []string{"[Dockers] went back to work."}},
		{"overlapping", `"won a rise" OR rise OR ris*`, doc, 5, []string{"Striking dockers [won a rise]."}},
		{"in brackets", "(ships OR week) -(rise OR harbour)", doc, 5, []string{"The strike had lasted a [week].", "[Ships] queued off Bodø."}},
		{"of the headline alone", "title:strike", doc, 1, []string{"Dockers went back to work."}},
		{"body", "body:strike", doc, 1, []string{"The [strike] had lasted a week."}},
		{"quote", "quote:lasted quote:week", said, 5, []string{"The strike had [lasted] a week."}},
		{"keyphrase", "keyphrase:ris*", said, 5, []string{"Striking dockers won a [rise]."}},
		{"not of headings", "heading:strike", doc, 1, []string{"Dockers went back to work."}},
		{"beginning of a word", "queu*", doc, 2, []string{"Ships [queued] off Bodø."}},
		{"not what must not be", "ships -dockers", doc, 5, []string{"[Ships] queued off Bodø."}},
		{"without accents", "bodo", doc, 1, []string{"Ships queued off [Bodø]."}},
		{"headline alone", "harbour", doc, 2, []string{"Dockers went back to work."}},
		{"no words", "country:NO", doc, 2, []string{"Dockers went back to work."}},
		{"no spaces between words", "北京机场", &dateline.Document{Text: "我在北京机场 北京"}, 1, []string{"我在[北京机场] [北京]"}},
		{"none wanted", "dockers", doc, 0, nil},
		{"no story", "dockers", &dateline.Document{}, 2, nil},
		{"no blocks", "work", &dateline.Document{Text: "Back to work."}, 2, []string{"Back to [work]."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, err := search.Parse(c.query)
			require.NoError(t, err)
			var got []string
			for _, f := range search.NewHighlighter(q, nil).Fragments(c.doc, c.n) {
				got = append(got, marked(f))
				assert.Contains(t, c.doc.Text, f.Text)
			}
			assert.Equal(t, c.want, got)
		})
	}
	t.Run("part of a long sentence", func(t *testing.T) {
		got := search.NewHighlighter(search.Query{Text: "zeppelin"}, nil).Fragments(long, 1)
		require.Len(t, got, 1)
		assert.LessOrEqual(t, len(got[0].Text), 400)
		assert.Contains(t, marked(got[0]), "the [zeppelin] landed")
	})
	t.Run("rare words weigh more", func(t *testing.T) {
		rare := func(term string) float64 { return map[string]float64{"ship": 9}[term] }
		got := search.NewHighlighter(search.Query{Text: "striking dockers ships"}, rare).Fragments(doc, 1)
		require.Len(t, got, 1)
		assert.Equal(t, "[Ships] queued off Bodø.", marked(got[0]))
	})
}

func FuzzFragments(f *testing.F) {
	f.Add("strike dock*", "Dockers’ strike\xff ended. İstanbul ſtrike", 3)
	f.Fuzz(func(t *testing.T, query, text string, n int) {
		q, err := search.Parse(query)
		doc := &dateline.Document{Text: text}
		if err != nil || doc.Validate() != nil {
			return
		}
		for _, fr := range search.NewHighlighter(q, nil).Fragments(doc, n%5) {
			if !strings.Contains(text, fr.Text) {
				t.Fatalf("%q is not in %q", fr.Text, text)
			}
			marked(fr) // panics on a span outside or out of order
		}
	})
}

func TestHeadlineIsMarked(t *testing.T) {
	const headline = "Ferry crews of the strait strike"
	for _, c := range []struct {
		query string
		want  []string
	}{
		{"striking ferries", []string{"Ferry", "strike"}},
		{"title:crew harbour", []string{"crews"}},
		{`"of the strait"`, []string{"strait"}},
		{`"crews of the strait"`, []string{"crews of the strait"}},
		{"body:ferry", nil},
		{"", nil},
	} {
		q, err := search.Parse(c.query)
		require.NoError(t, err)
		var got []string
		for _, s := range search.NewHighlighter(q, nil).Headline(headline, "") {
			got = append(got, headline[s.Start:s.End])
		}
		assert.Equal(t, c.want, got, c.query)
	}
}

package archive_test

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
)

// article builds a valid Document: a headline, paragraphs of sentences that end
// in ". ", and entities where their names stand.
type article struct {
	id, headline, section, site, author, language string
	published                                     dateline.Date
	paragraphs                                    []string
	entities                                      []dateline.Entity
	countries                                     []string
	keyphrases                                    []string
}

func (a article) document(t testing.TB) *dateline.Document {
	t.Helper()
	d := &dateline.Document{Schema: dateline.Schema, ID: a.id, URL: "https://news.example/" + a.id, Headline: a.headline, Section: a.section,
		Site: a.site, Language: a.language, Published: a.published}
	if a.author != "" {
		d.Byline = []dateline.Author{{Name: a.author}}
	}
	block := func(kind dateline.BlockKind, text string) {
		if d.Text != "" {
			d.Text += "\n\n"
		}
		start := len(d.Text)
		d.Text += text
		d.Blocks = append(d.Blocks, dateline.Block{Kind: kind, Start: start, End: len(d.Text)})
		for _, s := range strings.SplitAfter(text, ". ") {
			end := start + len(strings.TrimRight(s, " "))
			d.Sentences = append(d.Sentences, dateline.Span{Start: start, End: end})
			for at := start; at < end; {
				n := strings.IndexByte(d.Text[at:end], ' ')
				if n < 0 {
					n = end - at
				}
				if n > 0 {
					d.Tokens = append(d.Tokens, dateline.Token{Start: at, End: at + n, Tag: "NN"})
				}
				at += n + 1
			}
			start += len(s)
		}
	}
	if a.headline != "" {
		block(dateline.BlockHeadline, a.headline)
	}
	for _, p := range a.paragraphs {
		block(dateline.BlockParagraph, p)
	}
	for i, e := range a.entities {
		e.Mentions = 0
		e.Salience = dateline.Round(1 / float64(i+1))
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if at := strings.Index(d.Text, name); at >= 0 {
				m := dateline.Mention{Start: at, End: at + len(name), Label: e.Label, Entity: e.ID, Confidence: 1}
				if !slices.ContainsFunc(d.Mentions, func(o dateline.Mention) bool { return o.Span().Overlaps(m.Span()) }) {
					d.Mentions = append(d.Mentions, m)
					e.Mentions++
				}
			}
		}
		d.Entities = append(d.Entities, e)
	}
	slices.SortFunc(d.Mentions, func(a, b dateline.Mention) int { return a.Start - b.Start })
	for _, c := range a.countries {
		d.Countries = append(d.Countries, dateline.Country{Code: c, Name: c, Weight: 1 / float64(len(a.countries)), Mentions: 1})
	}
	for i, k := range a.keyphrases {
		at := strings.Index(d.Text, k)
		require.GreaterOrEqual(t, at, 0, "keyphrase %q", k)
		d.Keyphrases = append(d.Keyphrases, dateline.Keyphrase{Text: k, Score: dateline.Round(1 / float64(i+1)),
			Spans: []dateline.Span{{Start: at, End: at + len(k)}}})
	}
	require.NoError(t, d.Validate())
	return d
}

func person(name string, aliases ...string) dateline.Entity {
	return dateline.Entity{ID: "person:" + strings.ReplaceAll(strings.ToLower(name), " ", "-"), Name: name,
		Label: dateline.Person, Aliases: aliases}
}

func organisation(name string) dateline.Entity {
	return dateline.Entity{ID: "org:" + strings.ToLower(name), Name: name, Label: dateline.Org}
}

func place(name, country string) dateline.Entity {
	return dateline.Entity{ID: "place:" + strings.ToLower(name), Name: name, Label: dateline.GPE, Country: country}
}

// newsroom is a small archive's worth of articles in two threads and some others.
func newsroom(t testing.TB) []*dateline.Document {
	t.Helper()
	haugen := person("Ingrid Haugen", "Haugen")
	okafor := person("Samuel Okafor", "Okafor")
	var docs []*dateline.Document
	for _, a := range []article{
		{id: "ferry-1", headline: "Ferry runs aground off Bodø", section: "World", site: "The Ledger", author: "Mia Lund",
			language: "en-GB", published: dateline.Day(2024, 3, 1), countries: []string{"NO"},
			entities: []dateline.Entity{haugen, place("Bodø", "NO"), organisation("Nordlys Lines")},
			paragraphs: []string{"A ferry with ninety passengers ran aground near Bodø on Friday. The coastguard took everybody ashore.",
				"Transport minister Ingrid Haugen promised an inquiry. Nordlys Lines said the steering had failed."},
			keyphrases: []string{"ferry", "inquiry"}},
		{id: "ferry-2", headline: "Steering fault blamed for ferry grounding", section: "World", site: "The Ledger",
			language: "en-GB", published: dateline.Day(2024, 3, 5), countries: []string{"NO"},
			entities: []dateline.Entity{haugen, organisation("Nordlys Lines")},
			paragraphs: []string{"A worn cable in the steering gear caused the grounding of a ferry, inspectors told Haugen on Tuesday.",
				"Nordlys Lines has taken two sister ships out of service until the inquiry ends."},
			keyphrases: []string{"ferry", "steering"}},
		{id: "mine-1", headline: "Copper mine strike enters third week", section: "Business", site: "The Ledger",
			language: "en", published: dateline.Day(2024, 3, 4), countries: []string{"ZM"},
			entities: []dateline.Entity{okafor, place("Kitwe", "ZM")},
			paragraphs: []string{"Miners in Kitwe kept the pits closed for a third week. Union leader Samuel Okafor said talks had failed.",
				"The price of copper rose to its highest in a year."},
			keyphrases: []string{"strike", "copper"}},
		{id: "mine-2", headline: "Copper miners vote to return", section: "Business", site: "Daily Post",
			language: "en", published: dateline.Day(2024, 3, 20), countries: []string{"ZM"},
			entities: []dateline.Entity{okafor, place("Kitwe", "ZM")},
			paragraphs: []string{"Members of the union that Okafor leads voted to end the strike in Kitwe. Work begins on Monday.",
				"Copper fell two per cent within the hour."},
			keyphrases: []string{"strike", "union"}},
		{id: "press", headline: "Court upholds press freedom law", section: "World", site: "Daily Post",
			language: "fr", published: dateline.Day(2023, 11, 2), countries: []string{"NO", "ZM"},
			paragraphs: []string{"The freedom of the press was confirmed by judges. Their ruling on press freedom cannot be appealed."}},
		{id: "undated", headline: "Notes on sailing",
			paragraphs: []string{"Sailors of every age meet in the harbour. Nobody is in a hurry."}},
	} {
		docs = append(docs, a.document(t))
	}
	return docs
}

// all gives documents as a stream.
func all(docs []*dateline.Document) iter.Seq2[*dateline.Document, error] {
	return func(yield func(*dateline.Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// open opens an archive in memory that holds documents.
func open(t testing.TB, docs ...*dateline.Document) *archive.Archive {
	t.Helper()
	ix, err := archive.Open(context.Background(), "", archive.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { ix.Close() })
	n, err := ix.Load(context.Background(), all(docs))
	require.NoError(t, err)
	require.Equal(t, len(docs), n)
	return ix
}

func ids(res search.Results) []string {
	got := []string{}
	for _, h := range res.Hits {
		got = append(got, h.ID)
	}
	return got
}

func Example() {
	ctx := context.Background()
	ix, err := archive.Open(ctx, "", archive.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer ix.Close()
	err = ix.Add(ctx,
		&dateline.Document{ID: "a", Headline: "Harbour strike ends", Published: dateline.Day(2024, time.May, 2),
			Text: "Dockers went back to work on Thursday."},
		&dateline.Document{ID: "b", Headline: "Ferry fares rise", Published: dateline.Day(2024, time.May, 3),
			Text: "Fares go up by a tenth, a month after the strike of the dockers."})
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := search.Parse("striking dockers after:2024-05")
	if err != nil {
		fmt.Println(err)
		return
	}
	res, err := ix.Search(ctx, q)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, h := range res.Hits {
		fmt.Println(h.ID, h.Headline, "|", h.Fragments[0].Text, h.Fragments[0].Spans)
	}
	// Output:
	// a Harbour strike ends | Dockers went back to work on Thursday. [[0,7)]
	// b Ferry fares rise | Fares go up by a tenth, a month after the strike of the dockers. [[42,48) [56,63)]
}

// wordy makes a document of so many words, none like another.
func wordy(n, words int) *dateline.Document {
	var text strings.Builder
	for i := range words {
		fmt.Fprintf(&text, "word%d ", (i+1)*(n+7)*2654435761%1_000_003)
	}
	return &dateline.Document{ID: fmt.Sprint(n), Text: text.String()}
}

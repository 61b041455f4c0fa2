package searchtest

import (
	"slices"
	"strings"

	"github.com/dateline-go/dateline"
)

// Documents returns the small archive of invented news that the cases are about.
// They are made anew by each call.
func Documents() []*dateline.Document {
	var docs []*dateline.Document
	for _, a := range articles {
		docs = append(docs, a.document())
	}
	return docs
}

// article is a Document in short.
type article struct {
	id, kicker, headline, dek string
	// body has a heading where a text begins with "# ".
	body                            []string
	quotes, keyphrases              []string // as they stand in the story
	entities                        []dateline.Entity
	countries                       []string
	section, site, author, language string
	published                       dateline.Date
}

func entity(label dateline.Label, name string, aliases ...string) dateline.Entity {
	id := strings.ToLower(string(label) + ":" + strings.ReplaceAll(name, " ", "-"))
	return dateline.Entity{ID: id, Name: name, Label: label, Aliases: aliases}
}

// withID returns an entity that Wikidata knows.
func withID(e dateline.Entity, id string) dateline.Entity {
	e.IDs = dateline.IDs{dateline.Wikidata: id}
	return e
}

var (
	haugen = entity(dateline.Person, "Ingrid Haugen", "Haugen", "Minister Haugen")
	okafor = withID(entity(dateline.Person, "Samuel Okafor", "Okafor"), "Q90000001")
	lines  = entity(dateline.Org, "Nordlys Lines", "Nordlys")
	apple  = entity(dateline.Org, "Apple")
	fruit  = entity(dateline.Event, "apple")
	bodo   = entity(dateline.GPE, "Bodø")
	kitwe  = entity(dateline.GPE, "Kitwe")
)

var articles = []article{
	{id: "ferry-1", kicker: "Coast",
		headline: "Ferry runs aground off Bodø",
		dek:      "Ninety people are taken ashore at night",
		body: []string{
			"A ferry with ninety passengers ran aground near Bodø on Friday. The coastguard took everybody ashore.",
			"# What went wrong",
			"Minister Haugen promised an inquiry. “We shall leave no stone unturned,” said Ingrid Haugen, " +
				"who grew up near the harbour. Nordlys Lines said the steering had failed."},
		quotes:     []string{"We shall leave no stone unturned,"},
		keyphrases: []string{"ferry", "inquiry"},
		entities:   []dateline.Entity{haugen, bodo, lines},
		countries:  []string{"NO"},
		section:    "World", site: "The Ledger", author: "Mia Lund", language: "en-GB",
		published: dateline.Day(2024, 3, 1)},
	{id: "ferry-2",
		headline: "Steering fault blamed for ferry grounding",
		body: []string{
			"A worn cable in the steering gear caused the grounding of a ferry, inspectors told Haugen on Tuesday.",
			"Nordlys Lines has taken two sister ships out of service until the inquiry ends. Talks about sanctions go on."},
		keyphrases: []string{"steering gear", "ferry"},
		entities:   []dateline.Entity{entity(dateline.Person, "Ingrid Haugen", "Haugen"), lines},
		countries:  []string{"NO"},
		section:    "World", site: "The Ledger", language: "en-GB",
		published: dateline.Day(2024, 3, 5)},
	{id: "mine-1",
		headline: "Copper mine strike enters third week",
		dek:      "Price of the metal at its highest in a year",
		body: []string{
			"Miners in Kitwe kept the pits closed for a third week. Union leader Samuel Okafor said talks had failed.",
			"# Prices",
			"The price of copper rose again. “Stone by stone they build distrust,” Okafor added."},
		quotes:     []string{"Stone by stone they build distrust,"},
		keyphrases: []string{"Copper mine", "strike"},
		entities:   []dateline.Entity{okafor, kitwe},
		countries:  []string{"ZM"},
		section:    "Business", site: "The Ledger", author: "Joe Banda", language: "en",
		published: dateline.Day(2024, 3, 4)},
	{id: "mine-2",
		headline: "Copper miners vote to return",
		body: []string{
			"Members of the union that Okafor leads voted to end the strike in Kitwe. Work begins on Monday.",
			"Copper fell two per cent within the hour. Apple was among those who had bought early."},
		keyphrases: []string{"strike", "union"},
		entities:   []dateline.Entity{entity(dateline.Person, "Samuel Okafor", "Okafor"), kitwe, apple},
		countries:  []string{"ZM"},
		section:    "Business", site: "Daily Post", language: "en",
		published: dateline.Day(2024, 3, 20)},
	{id: "press",
		headline: "Court upholds press freedom law",
		body: []string{
			"The freedom of the press was confirmed by judges. Their ruling on press freedom cannot be appealed."},
		countries: []string{"NO", "ZM"},
		section:   "World", site: "Daily Post", language: "fr",
		published: dateline.Day(2023, 11, 2)},
	{id: "undated",
		headline: "Notes on sailing",
		body: []string{
			"Sailors of every age meet in the harbour for the apple regatta. Nobody is in a hurry."},
		entities: []dateline.Entity{fruit}},
	{id: "untitled"},
}

// document makes the Document.
func (a article) document() *dateline.Document {
	d := &dateline.Document{
		Schema: dateline.Schema, ID: a.id, Headline: a.headline, Kicker: a.kicker, Dek: a.dek,
		Section: a.section, Site: a.site, Language: a.language, Published: a.published,
	}
	if a.author != "" {
		d.Byline = []dateline.Author{{Name: a.author}}
	}
	block := func(kind dateline.BlockKind, text string) {
		if text == "" {
			return
		}
		if d.Text != "" {
			d.Text += "\n\n"
		}
		start := len(d.Text)
		d.Text += text
		d.Blocks = append(d.Blocks, dateline.Block{Kind: kind, Start: start, End: len(d.Text)})
		for _, s := range strings.SplitAfter(text, ". ") {
			d.Sentences = append(d.Sentences, dateline.Span{Start: start, End: start + len(strings.TrimRight(s, " "))})
			start += len(s)
		}
	}
	block(dateline.BlockKicker, a.kicker)
	block(dateline.BlockHeadline, a.headline)
	block(dateline.BlockDek, a.dek)
	for _, text := range a.body {
		if heading, ok := strings.CutPrefix(text, "# "); ok {
			block(dateline.BlockHeading, heading)
		} else {
			block(dateline.BlockParagraph, text)
		}
	}
	for _, q := range a.quotes {
		d.Quotes = append(d.Quotes, dateline.Quote{Content: []dateline.Span{find(d, q)}, Direct: true, Confidence: 1})
	}
	return a.names(d)
}

// names puts what the story is about into its Document.
func (a article) names(d *dateline.Document) *dateline.Document {
	for i, e := range a.entities {
		e.Salience = dateline.Round(1 / float64(i+1))
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			at := find(d, name)
			taken := func(m dateline.Mention) bool { return m.Span().Overlaps(at) }
			if at.Len() == 0 || slices.ContainsFunc(d.Mentions, taken) {
				continue
			}
			d.Mentions = append(d.Mentions,
				dateline.Mention{Start: at.Start, End: at.End, Label: e.Label, Entity: e.ID, Confidence: 1})
			e.Mentions++
		}
		d.Entities = append(d.Entities, e)
	}
	slices.SortFunc(d.Mentions, func(a, b dateline.Mention) int { return a.Start - b.Start })
	for _, code := range a.countries {
		d.Countries = append(d.Countries,
			dateline.Country{Code: code, Name: code, Weight: 1 / float64(len(a.countries)), Mentions: 1})
	}
	for i, k := range a.keyphrases {
		d.Keyphrases = append(d.Keyphrases,
			dateline.Keyphrase{Text: k, Score: dateline.Round(1 / float64(i+1)), Spans: []dateline.Span{find(d, k)}})
	}
	return d
}

// find returns where words stand in the story, the zero Span where they do not.
func find(d *dateline.Document, words string) dateline.Span {
	at := strings.Index(d.Text, words)
	if at < 0 {
		return dateline.Span{}
	}
	return dateline.Span{Start: at, End: at + len(words)}
}

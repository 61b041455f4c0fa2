package searchtest

import (
	"math/rand/v2"
	"strings"
	"time"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// vocabulary holds words that stand in each other's way: forms of one word, words
// that begin alike or are near each other, stop words, other scripts.
var vocabulary = strings.Fields(`port ports ported porter portal harbour harbours harbor the of to
	us U.S. Bodø bodo Łódź
	cease-fire ceasefire fire fired O'Neill 1,200 1200 3.5 新華社北京 北京 café cafe Café's AND OR`)

// Maker makes Documents and queries by chance, of few words that stand in each
// other's way, so that an engine and an alert may be held against each other. The
// same seed makes the same.
type Maker struct{ *rand.Rand }

// NewMaker returns a Maker.
func NewMaker(seed uint64) Maker { return Maker{rand.New(rand.NewPCG(seed, 1))} }

func (m Maker) word() string { return vocabulary[m.IntN(len(vocabulary))] }

func (m Maker) words(n int) string {
	list := make([]string, 1+m.IntN(n))
	for i := range list {
		list[i] = m.word()
	}
	return strings.Join(list, " ")
}

// one returns one of several.
func one[T any](m Maker, list ...T) T { return list[m.IntN(len(list))] }

// Document makes a valid Document, "a".
func (m Maker) Document() *dateline.Document {
	for {
		if d := m.document(); d.Validate() == nil {
			return d
		}
	}
}

func (m Maker) document() *dateline.Document {
	d := &dateline.Document{Schema: dateline.Schema, ID: "a"}
	block := func(k dateline.BlockKind, text string) {
		if d.Text != "" {
			d.Text += "\n\n"
		}
		start := len(d.Text)
		d.Text += text
		if m.IntN(8) > 0 { // else the story has words that belong to no block
			d.Blocks = append(d.Blocks, dateline.Block{Kind: k, Start: start, End: len(d.Text)})
		}
	}
	if m.IntN(2) == 0 {
		d.Headline = m.words(4)
		if m.IntN(2) == 0 {
			block(dateline.BlockHeadline, d.Headline)
		}
	}
	if m.IntN(3) == 0 {
		d.Kicker, d.Dek = m.words(2), m.words(4)
		block(dateline.BlockDek, d.Dek)
	}
	for range m.IntN(4) {
		block(one(m, dateline.BlockHeading, dateline.BlockParagraph, dateline.BlockCaption, dateline.BlockQuote), m.words(12))
	}
	if len(d.Text) > 0 && m.IntN(2) == 0 {
		if end := strings.IndexByte(d.Text, ' '); end > 0 {
			d.Quotes = []dateline.Quote{{Content: []dateline.Span{{Start: 0, End: end}}, Confidence: 1}}
			d.Keyphrases = []dateline.Keyphrase{{Text: d.Text[:end], Score: 1, Spans: []dateline.Span{{Start: 0, End: end}}}}
		}
	}
	for i := range m.IntN(3) {
		label := one(m, dateline.Person, dateline.Org, dateline.GPE, dateline.Event)
		e := dateline.Entity{ID: strings.ToLower(string(label)) + string(rune('0'+i)), Name: m.words(2), Label: label}
		if m.IntN(2) == 0 {
			e.Aliases = []string{m.words(2)}
		}
		d.Entities = append(d.Entities, e)
	}
	if m.IntN(2) == 0 {
		d.Countries = []dateline.Country{{Code: one(m, "NO", "RU"), Name: "x", Weight: 1, Mentions: 1}}
	}
	if m.IntN(2) == 0 {
		d.Section, d.Site, d.Language = m.word(), m.words(2), one(m, "en", "en-GB", "no")
	}
	if m.IntN(2) == 0 {
		d.Published = one(m, dateline.Day(2024, 3, 1), dateline.Day(1969, 3, 1),
			dateline.Date{Time: time.Date(2024, 3, 1, 12, 0, 0, 5e8, time.FixedZone("", 3600))})
	}
	return d
}

func (m Maker) clause(depth int) search.Clause {
	c := search.Clause{Not: m.IntN(4) == 0}
	if depth > 0 && m.IntN(3) == 0 {
		list := make([]search.Clause, 1+m.IntN(3))
		for i := range list {
			list[i] = m.clause(depth - 1)
		}
		if m.IntN(2) == 0 {
			c.Any = list
		} else {
			c.All = list
		}
		return c
	}
	c.Field = one(m, search.Everywhere, search.Everywhere, search.Title, search.Dek, search.Heading, search.Body,
		search.InQuote, search.InKeyphrase, search.Person, search.Organisation, search.Place, search.Named,
		search.ByID, search.InSection, search.OnSite, search.ByCountry, search.InLanguage, search.Published)
	switch c.Text = m.words(2); c.Field {
	case search.Published:
		c.Text = ""
		t := one(m, time.Unix(0, 0),
			time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2024, 3, 1, 11, 0, 0, 6e8, time.UTC))
		if m.IntN(2) == 0 {
			c.After = t
		} else {
			c.Before = t
		}
		return c
	case search.ByCountry:
		c.Text = one(m, "NO", "RU")
		return c
	case search.InLanguage:
		c.Text = one(m, "en", "en-gb", "EN")
		return c
	}
	switch m.IntN(5) {
	case 0:
		c.Match, c.Text = search.Prefix, c.Text[:max(2, m.IntN(len(c.Text)))]
	case 1:
		c.Fuzzy = 1 + m.IntN(2)
	case 2:
		c.Match = one(m, search.Phrase, search.AnyWord, search.Exact)
	}
	return c
}

// Query makes a valid query.
func (m Maker) Query() search.Query {
	for {
		if q := m.query(); q.Validate() == nil {
			return q
		}
	}
}

func (m Maker) query() search.Query {
	var q search.Query
	if m.IntN(2) == 0 {
		q.Text = m.words(3)
	}
	for range m.IntN(4) {
		if c := m.clause(2); (search.Query{Clauses: []search.Clause{c}}).Validate() == nil {
			q.Clauses = append(q.Clauses, c)
		}
	}
	if m.IntN(4) == 0 {
		q.People, q.Sections = []string{m.word()}, []string{m.word(), m.word()}
	}
	if m.IntN(4) == 0 {
		q.After = time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC)
	}
	return q
}

package archive_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
	"github.com/dateline-go/dateline/search/searchtest"
)

// vocabulary holds words that stand in each other's way: forms of one word, words
// that begin alike or are near each other, stop words, other scripts.
var vocabulary = strings.Fields(`port ports ported porter portal harbour harbours harbor the of to us U.S. Bodø bodo Łódź
	cease-fire ceasefire fire fired O'Neill 1,200 1200 3.5 新華社北京 北京 café cafe Café's AND OR`)

// maker makes Documents and queries by chance.
type maker struct{ *rand.Rand }

func (m maker) word() string { return vocabulary[m.IntN(len(vocabulary))] }

func (m maker) words(n int) string {
	list := make([]string, 1+m.IntN(n))
	for i := range list {
		list[i] = m.word()
	}
	return strings.Join(list, " ")
}

// one returns one of several.
func one[T any](m maker, list ...T) T { return list[m.IntN(len(list))] }

func (m maker) document() *dateline.Document {
	d := &dateline.Document{ID: "a"}
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

func (m maker) clause(depth int) search.Clause {
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
	c.Field = one(m, search.Everywhere, search.Everywhere, search.Title, search.Dek, search.Heading, search.Body, search.InQuote,
		search.InKeyphrase, search.Person, search.Organisation, search.Place, search.Named, search.InSection, search.OnSite,
		search.ByCountry, search.InLanguage, search.Published)
	switch c.Text = m.words(2); c.Field {
	case search.Published:
		c.Text = ""
		t := one(m, time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2024, 3, 1, 11, 0, 0, 6e8, time.UTC), time.Unix(0, 0))
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

func (m maker) query() search.Query {
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

// agree holds that alerts match as an archive of the one document finds.
func agree(t *testing.T, doc *dateline.Document, queries ...search.Query) {
	t.Helper()
	ix, err := archive.Open(t.Context(), "", archive.Options{Workers: 1})
	require.NoError(t, err)
	defer ix.Close()
	require.NoError(t, ix.Add(t.Context(), doc))
	for _, q := range queries {
		res, err := ix.Search(t.Context(), q)
		require.NoError(t, err)
		var alerts search.Alerts
		require.NoError(t, alerts.Add("q", q))
		got, err := alerts.Match(doc)
		require.NoError(t, err)
		if len(got) != res.Total {
			t.Fatalf("%+v: the archive finds %d, the alert matches %d; %+v", q, res.Total, len(got), doc)
		}
		again, err := search.Parse(q.String())
		if err != nil {
			t.Fatalf("%+v: %q: %v", q, q, err)
		}
		if res, err = ix.Search(t.Context(), again); err != nil || len(got) != res.Total {
			t.Fatalf("%+v: its form %q finds %d, not %d (%v); %+v", q, q, res.Total, len(got), err, doc)
		}
		for _, m := range got {
			for _, c := range m.Matched {
				for _, s := range c.Spans {
					if s.Start < 0 || s.End > len(doc.Text) || s.Len() <= 0 {
						t.Fatalf("%q: span %v of %q", q, s, doc.Text)
					}
				}
			}
		}
	}
}

func TestAlertsMatchAsSearchFinds(t *testing.T) {
	for seed := range uint64(150) {
		m := maker{rand.New(rand.NewPCG(seed, 1))}
		doc := m.document()
		if doc.Validate() != nil {
			continue
		}
		var queries []search.Query
		for range 30 {
			if q := m.query(); q.Validate() == nil {
				queries = append(queries, q)
			}
		}
		agree(t, doc, queries...)
	}
}

func TestAlertsAnswerTheLanguage(t *testing.T) {
	docs := searchtest.Documents()
	ix := open(t, docs...)
	var alerts search.Alerts
	want := map[string][]string{}
	for _, query := range []string{`"press freedom" country:NO`, "quote:stone -unturned", "(copper OR ferry) title:(mine* OR steering)",
		`person:"Minister Haugen"`, "name:=apple", "-copper", "date:2024-03 pasengers~1", "kicker:coast", "section:business body:price"} {
		q, err := search.Parse(query)
		require.NoError(t, err)
		require.NoError(t, alerts.Add(query, q))
		res, err := ix.Search(t.Context(), q)
		require.NoError(t, err)
		require.NotZero(t, res.Total, query)
		for _, id := range ids(res) {
			want[id] = append(want[id], query)
		}
	}
	for _, d := range docs {
		got, err := alerts.Match(d)
		require.NoError(t, err)
		var matched []string
		for _, m := range got {
			matched = append(matched, m.ID)
		}
		require.ElementsMatch(t, want[d.ID], matched, d.ID)
	}
}

func FuzzAlerts(f *testing.F) {
	f.Add(`"press freedom" OR title:harb*`, "Harbour", "The freedom of the press in the harbour", uint64(1))
	f.Add(`-(a1 body:b1~1) name:="X" 新華*`, "", "新華社 X", uint64(2))
	f.Add("0!*", "0", "0", uint64(0)) // a beginning of one sign, with another that is none
	f.Fuzz(func(t *testing.T, query, headline, text string, seed uint64) {
		m := maker{rand.New(rand.NewPCG(seed, 2))}
		doc := m.document()
		if seed%2 == 0 {
			doc = &dateline.Document{ID: "a", Headline: headline, Text: text}
		}
		if doc.Validate() != nil {
			return
		}
		queries := []search.Query{m.query()}
		if q, err := search.Parse(query); err == nil {
			queries = append(queries, q)
		}
		for _, q := range queries {
			if q.Validate() == nil && len(q.String()) <= search.MaxLength {
				agree(t, doc, q)
			}
		}
	})
}

package archive_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/archive"
	"github.com/dateline-go/dateline/search/searchtest"
)

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
		m := searchtest.NewMaker(seed)
		var queries []search.Query
		doc := m.Document()
		for range 30 {
			queries = append(queries, m.Query())
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
		m := searchtest.NewMaker(seed + 1000)
		doc := m.Document()
		if seed%2 == 0 {
			doc = &dateline.Document{ID: "a", Headline: headline, Text: text}
		}
		if doc.Validate() != nil {
			return
		}
		queries := []search.Query{m.Query()}
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

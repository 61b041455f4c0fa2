package archive_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/de"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/es"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// press is what testdata/languages has of a language.
type press struct {
	docs    []*dateline.Document
	queries [][2]string // a query and the id of the article that it is about
}

func readPress(t testing.TB, code string) (p press) {
	t.Helper()
	f, err := os.Open("testdata/languages/" + code + ".tsv")
	require.NoError(t, err)
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		switch {
		case len(cells) != 3 || strings.HasPrefix(cells[0], "#"):
		case cells[0] == "?":
			p.queries = append(p.queries, [2]string{cells[1], code + "/" + cells[2]})
		default:
			p.docs = append(p.docs, &dateline.Document{ID: code + "/" + cells[0], Headline: cells[1],
				Text: cells[2], Language: code})
		}
	}
	require.NoError(t, lines.Err())
	return p
}

// found is how many of the queries have their article among the first three.
func (p press) found(t *testing.T, first func(query string) []string) (n int) {
	t.Helper()
	for _, q := range p.queries {
		if slices.Contains(first(q[0]), q[1]) {
			n++
		} else {
			t.Logf("%q does not find %s", q[0], q[1])
		}
	}
	return n
}

// bleveOf searches one language with bleve's own analyser.
func bleveOf(t *testing.T, code string, docs []*dateline.Document) func(string) []string {
	t.Helper()
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = code
	ix, err := bleve.NewMemOnly(m)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, ix.Close()) })
	for _, d := range docs {
		require.NoError(t, ix.Index(d.ID, map[string]string{"headline": d.Headline, "text": d.Text}))
	}
	return func(query string) (ids []string) {
		res, err := ix.Search(bleve.NewSearchRequestOptions(bleve.NewMatchQuery(query), 3, 0, false))
		require.NoError(t, err)
		for _, h := range res.Hits {
			ids = append(ids, h.ID)
		}
		return ids
	}
}

// TestLanguages asks an archive of four languages for articles by other forms of
// their words, and holds it against bleve, which has each language for itself.
func TestLanguages(t *testing.T) {
	codes := []string{"en", "de", "es", "fr"}
	all := map[string]press{}
	var docs []*dateline.Document
	for _, code := range codes {
		all[code] = readPress(t, code)
		docs = append(docs, all[code].docs...)
	}
	a := open(t, docs...)
	for _, code := range codes {
		p := all[code]
		own := p.found(t, func(query string) (ids []string) {
			res, err := a.Search(t.Context(), search.Query{Text: query, Limit: 3})
			require.NoError(t, err)
			for _, h := range res.Hits {
				ids = append(ids, h.ID)
			}
			return ids
		})
		theirs := p.found(t, bleveOf(t, code, p.docs))
		t.Logf("%s: %d of %d, bleve %d", code, own, len(p.queries), theirs)
		assert.GreaterOrEqual(t, own, theirs, code)
		assert.GreaterOrEqual(t, 20*own, 17*len(p.queries), code)
	}
}

// TestManyLanguages looks at what else depends on the language of a document.
func TestManyLanguages(t *testing.T) {
	a := open(t,
		&dateline.Document{ID: "de", Language: "de", Headline: "Häuser in Köln", Text: "Die Häuser stehen am alten Hafen. Im Hafen liegen Schiffe."},
		&dateline.Document{ID: "fr", Language: "fr-CA", Headline: "L'eau du lac", Text: "L'eau est froide. Les journaux en parlent en buvant du thé."},
		&dateline.Document{ID: "no", Language: "nb", Headline: "Båtene kom", Text: "Båten kom til havnen i natt."},
		&dateline.Document{ID: "pl", Language: "pl", Headline: "Gazeta", Text: "Gazety piszą o porcie."},
		&dateline.Document{ID: "en", Language: "en", Headline: "Cold houses", Text: "The old houses of the harbour die slowly. News of it spread."},
		&dateline.Document{ID: "none", Headline: "Elsewhere", Text: "A house without a language."},
	)
	for _, c := range []struct {
		name, query string
		want        []string
	}{
		{"another form", "haus", []string{"de"}},
		{"a plural without its umlaut", "Haeuser", []string{"de"}},
		{"a word that must be there", "+Schiff", []string{"de"}},
		{"a word that is a stop word elsewhere", "+die", []string{"en"}},
		{"phrase", `"alter Hafen"`, []string{"de"}},
		{"phrase over stop words", `"Häuser stehen am alten Hafen"`, []string{"de"}},
		{"elided article", "eau", []string{"fr"}},
		{"plural that is irregular", "journal", []string{"fr"}},
		{"title", "title:haus", []string{"de"}},
		{"beginning in a field", "title:häu*", []string{"de"}},
		{"either form of Norwegian", "båter", []string{"no"}},
		{"a language without stems", "gazety", []string{"pl"}},
		{"English is what has no language", "house", []string{"en", "none"}},
		{"no English word by a French stem", "newly", nil},
		{"function words of one language in another", "the news of the house", []string{"en", "none"}},
		{"a word that is small elsewhere", "the", []string{"fr"}},
		{"not", "hafen -schiff", nil},
		{"one language", "hafen OR harbour lang:de", []string{"de"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, err := search.Parse(c.query)
			require.NoError(t, err)
			res, err := a.Search(t.Context(), q)
			require.NoError(t, err)
			var ids []string
			for _, h := range res.Hits {
				ids = append(ids, h.ID)
			}
			assert.ElementsMatch(t, c.want, ids)
		})
	}
	t.Run("highlights", func(t *testing.T) {
		res, err := a.Search(t.Context(), search.Query{Text: "haus schiff"})
		require.NoError(t, err)
		require.NotEmpty(t, res.Hits)
		hit := res.Hits[0]
		assert.Equal(t, []dateline.Span{{Start: 0, End: 7}}, hit.HeadlineSpans)
		require.Len(t, hit.Fragments, 1)
		assert.Len(t, hit.Fragments[0].Spans, 2)
	})
	t.Run("correction", func(t *testing.T) {
		res, err := a.Search(t.Context(), search.Query{Text: "Schife", Corrections: true})
		require.NoError(t, err)
		assert.Equal(t, "schiffe", res.DidYouMean)
	})
	t.Run("explanation", func(t *testing.T) {
		res, err := a.Search(t.Context(), search.Query{Text: "haus", Explain: true})
		require.NoError(t, err)
		require.Len(t, res.Hits, 1)
		assert.InDelta(t, res.Hits[0].Score, res.Hits[0].Explanation.Score, 1e-9)
		assert.Positive(t, res.Hits[0].Score)
	})
	t.Run("feedback", func(t *testing.T) {
		res, err := a.Search(t.Context(), search.Query{Text: "haus", Feedback: true})
		require.NoError(t, err)
		assert.Equal(t, "de", res.Hits[0].ID)
	})
}

package search_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/searchtest"
)

// add saves queries under their own words.
func add(t testing.TB, a *search.Alerts, queries ...string) {
	t.Helper()
	for _, text := range queries {
		q, err := search.Parse(text)
		require.NoError(t, err)
		require.NoError(t, a.Add(text, q))
	}
}

// ferry is the first of the documents that engines are checked with.
func ferry() *dateline.Document { return searchtest.Documents()[0] }

func TestAlertsSayWhatMatched(t *testing.T) {
	doc := ferry()
	for _, c := range []struct {
		query string
		want  []string // clause: words
	}{
		{"ferries harbour", []string{"(ferries OR harbour): Ferry|ferry|harbour"}},
		{`"ran aground" -copper`, []string{`"ran aground": runs aground|ran aground`}},
		{"title:ferry", []string{"title:ferry: Ferry"}},
		{"coppers OR pass* OR steerign~1", []string{"pass*: passengers", "steerign~1: steering"}},
		{"quote:stone", []string{"quote:stone: stone"}},
		{"dek:people", []string{"dek:people: people"}},
		{"heading:wrong", []string{"heading:wrong: wrong"}},
		{"keyphrase:inquiry", []string{"keyphrase:inquiry: inquiry"}},
		{`person:"minister haugen" country:NO`, []string{"country:NO: ", `person:"minister haugen": Haugen|Ingrid Haugen`}},
		{"section:world after:2024", []string{"section:world: ", "after:2024-01-01: "}},
		{"-copper", []string{}},
		{"", []string{}},
	} {
		t.Run(c.query, func(t *testing.T) {
			var a search.Alerts
			q, err := search.Parse(c.query)
			require.NoError(t, err)
			require.NoError(t, a.Add("x", q))
			got, err := a.Match(doc)
			require.NoError(t, err)
			require.Len(t, got, 1)
			said := []string{}
			for _, m := range got[0].Matched {
				var words []string
				for _, s := range m.Spans {
					words = append(words, doc.Words(s))
				}
				said = append(said, m.Clause+": "+strings.Join(words, "|"))
			}
			assert.Equal(t, c.want, said)
		})
	}
}

func TestAlertsChange(t *testing.T) {
	var a search.Alerts
	assert.Zero(t, a.Len())
	got, err := a.Match(ferry())
	require.NoError(t, err)
	assert.Empty(t, got)
	add(t, &a, "ferry", "copper", "-copper")
	matched := func() []string {
		t.Helper()
		got, err := a.Match(ferry())
		require.NoError(t, err)
		list := []string{}
		for _, m := range got {
			list = append(list, m.ID)
		}
		return list
	}
	assert.Equal(t, []string{"-copper", "ferry"}, matched())
	require.NoError(t, a.Add("copper", search.Query{Text: "coastguard"})) // in place of the one before
	assert.Equal(t, []string{"-copper", "copper", "ferry"}, matched())
	require.NoError(t, a.Remove("-copper"))
	require.NoError(t, a.Remove("ferry"))
	assert.Equal(t, []string{"copper"}, matched())
	assert.ErrorIs(t, a.Remove("ferry"), search.ErrNoAlert)
	assert.Equal(t, []search.Alert{{ID: "copper", Query: search.Query{Text: "coastguard"}}}, a.List())
	assert.Equal(t, 1, a.Len())
}

func TestAlertErrors(t *testing.T) {
	var a search.Alerts
	assert.ErrorContains(t, a.Add("", search.Query{}), "without id")
	err := a.Add("x", search.Query{Clauses: []search.Clause{{Text: "the"}}})
	require.ErrorIs(t, err, search.ErrQuery)
	assert.ErrorContains(t, err, `alert "x"`)
	_, err = a.Match(nil)
	assert.ErrorContains(t, err, "no document")
	_, err = a.Match(&dateline.Document{Text: "x", Sentences: []dateline.Span{{Start: 0, End: 9}}})
	assert.ErrorContains(t, err, "invalid document")
}

func TestAlertsFromManyGoroutines(t *testing.T) {
	var a search.Alerts
	add(t, &a, "ferry")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			id := fmt.Sprint(i)
			for range 20 {
				assert.NoError(t, a.Add(id, search.Query{Text: "harbour"}))
				got, err := a.Match(ferry())
				assert.NoError(t, err)
				assert.NotEmpty(t, got)
				assert.NoError(t, a.Remove(id))
			}
		})
	}
	wg.Wait()
	assert.Equal(t, 1, a.Len())
}

// BenchmarkAlerts holds one article against many saved queries: two words that
// must be there, a name or a country beside a phrase, any of three words.
func BenchmarkAlerts(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		b.Run(fmt.Sprintf("queries=%d", n), func(b *testing.B) {
			var a search.Alerts
			add(b, &a, "ferry steering")
			for i := range n - 1 {
				// Words that no language has spread as the rare words of one do.
				x, y, z := coined(i), coined(i*7+1), coined(i*13+2)
				q := search.Query{Clauses: []search.Clause{{Text: x}, {Text: y}}}
				switch i % 4 {
				case 1:
					q = search.Query{People: []string{x + " " + y}, Clauses: []search.Clause{{Text: "harbour"}}}
				case 2:
					q = search.Query{Countries: []string{"NO"}, Clauses: []search.Clause{{Match: search.Phrase, Text: x + " " + z}}}
				case 3:
					q = search.Query{Text: x + " " + y + " " + z}
				}
				require.NoError(b, a.Add(fmt.Sprint(i), q))
			}
			doc := ferry()
			b.ReportAllocs()
			for b.Loop() {
				got, err := a.Match(doc)
				if err != nil || len(got) != 1 {
					b.Fatal(len(got), err)
				}
			}
		})
	}
}

// coined returns one of 20,000 words that the article does not have.
func coined(i int) string {
	i %= 20_000
	return "q" + strings.Repeat("u", 1+i%3) + fmt.Sprintf("%c%c%c%c", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'a'+i/17576%26) + "x"
}

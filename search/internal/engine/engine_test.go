package engine_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
	"github.com/dateline-go/dateline/search/internal/engine"
	"github.com/dateline-go/dateline/search/internal/fields"
	"github.com/dateline-go/dateline/search/internal/words"
)

// memory is a store that holds counts of terms.
type memory struct {
	terms map[string]map[string]int // by field
	total int                       // what every query finds
	doc   *dateline.Document        // bears every name
	near  error
}

func (m memory) Languages(context.Context) ([]*words.Language, error) {
	return []*words.Language{words.English}, nil
}

func (m memory) Frequencies(_ context.Context, field string, terms []string) ([]int, int, error) {
	counts := make([]int, len(terms))
	for i, t := range terms {
		counts[i] = m.terms[field][t]
	}
	return counts, 10, nil
}

func (m memory) pick(field string, want func(string) bool) []engine.Expansion {
	var list []engine.Expansion
	for t, n := range m.terms[field] {
		if want(t) {
			list = append(list, engine.Expansion{Term: t, Count: n})
		}
	}
	slices.SortFunc(list, engine.OftenFirst)
	return list
}

func (m memory) Beginning(_ context.Context, field, prefix string, n int) ([]engine.Expansion, error) {
	list := m.pick(field, func(t string) bool { return strings.HasPrefix(t, prefix) })
	return list[:min(n, len(list))], nil
}

func (m memory) Near(_ context.Context, field, kind, text string, n int) ([]engine.Expansion, error) {
	return m.pick(field, func(t string) bool {
		rest, ok := strings.CutPrefix(t, kind)
		return ok && words.Near(text, rest, n)
	}), m.near
}

func (m memory) Total(context.Context, search.Query) (int, error) { return m.total, nil }

func (m memory) First(_ context.Context, terms []engine.FieldTerm) ([]engine.Bearer, error) {
	list := make([]engine.Bearer, len(terms))
	for i, t := range terms {
		list[i] = engine.Bearer{Document: m.doc, Count: m.terms[t.Field][t.Term]}
	}
	return list, nil
}

var coast = memory{
	total: 4,
	terms: map[string]map[string]int{
		engine.Ranked:     {"harbor": 4, "strike": 2},
		fields.Forms:      {"harbour": 4, "harbours": 1, "strike": 2},
		fields.TitleForms: {"harbour": 3, "hardly": 1},
		engine.Keys:       {"org:harbour guild": 2, "section:coast": 5},
	},
	doc: &dateline.Document{Section: "Coast", Entities: []dateline.Entity{
		{ID: "org:harbour-guild", Label: dateline.Org, Name: "Harbour Guild"}}},
}

func TestCorrect(t *testing.T) {
	refusing := coast
	refusing.near = search.ErrQuery
	for _, c := range []struct {
		name  string
		store memory
		query search.Query
		total int
		want  string
	}{
		{"a wrong letter", coast, search.Query{Text: "harbuor strike"}, 0, "harbour strike"},
		{"nothing wrong", coast, search.Query{Text: "harbour"}, 0, ""},
		{"enough found", coast, search.Query{Text: "harbuor"}, 3, ""},
		{"finds no more", coast, search.Query{Text: "harbuor"}, 2, "harbour"},
		{"a name as stories write it", coast, search.Query{Organisations: []string{"harbor guild"}}, 0, `org:"Harbour Guild"`},
		{"a section", coast, search.Query{Sections: []string{"coats"}}, 0, "section:Coast"},
		{"too many to look at", refusing, search.Query{Text: "harbuor"}, 0, ""},
		{"too short", coast, search.Query{Text: "hab"}, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := engine.Correct(t.Context(), c.store, c.query, c.total)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
	few := coast
	few.total = 2
	got, err := engine.Correct(t.Context(), few, search.Query{Text: "harbuor"}, 2)
	require.NoError(t, err)
	assert.Empty(t, got, "the other query finds no more")
}

func TestSuggest(t *testing.T) {
	typed, ok := engine.NewTyped("har", 5)
	require.True(t, ok)
	got, err := engine.Suggest(t.Context(), coast, typed)
	require.NoError(t, err)
	assert.Equal(t, []search.Suggestion{
		{Text: "harbour", Kind: search.SuggestWord, Count: 3},
		{Text: "Harbour Guild", Kind: search.SuggestOrganisation, Count: 2},
		{Text: "hardly", Kind: search.SuggestWord, Count: 1},
	}, got)
	for _, text := range []string{"", "  ", strings.Repeat("a", 300)} {
		_, ok := engine.NewTyped(text, 5)
		assert.False(t, ok, "%.10q", text)
	}
}

func TestFeedback(t *testing.T) {
	list, err := engine.Feedback(t.Context(), coast, []engine.Sample{
		{Score: 3, Terms: []string{"harbor", "guild"}}, {Score: 1, Terms: []string{"harbor"}},
	}, engine.UsualLearning())
	require.NoError(t, err)
	require.Len(t, list, 2)
	assert.Equal(t, "guild", list[0].Text, "which no article of the store has, so it is the rarest")
	assert.InDelta(t, 0.4, list[0].Weight, 1e-9)
	list, err = engine.Feedback(t.Context(), coast, []engine.Sample{{Score: 0, Terms: []string{"harbor"}}}, engine.UsualLearning())
	require.NoError(t, err)
	assert.Empty(t, list)
}

func TestExplainSumsUp(t *testing.T) {
	e := engine.Explainer{
		Terms:  []engine.Term{{Text: "harbor", Weight: 1}, {Text: "absent", Weight: 1}},
		Counts: []int{2, 0}, Documents: 10, Averages: engine.Averages{8, 3, 1, 1, 1, 1},
	}
	x := e.Explain(&dateline.Document{Headline: "Harbour shut", Text: "The harbour stayed shut."})
	require.Len(t, x.Terms, 1)
	require.Len(t, x.Terms[0].Fields, 2)
	tf := 0.0
	for _, f := range x.Terms[0].Fields {
		tf += f.TF
	}
	assert.InDelta(t, engine.Score(1, engine.IDF(10, 2), tf), x.Score, 1e-12)
}

func TestGate(t *testing.T) {
	var g engine.Gate
	require.NoError(t, g.Enter(t.Context()))
	g.Leave()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.ErrorIs(t, g.Enter(ctx), context.Canceled)
	require.NoError(t, g.Close())
	require.ErrorIs(t, g.Close(), search.ErrClosed)
	require.ErrorIs(t, g.Enter(t.Context()), search.ErrClosed)
}

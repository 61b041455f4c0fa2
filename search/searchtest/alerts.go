package searchtest

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dateline-go/dateline"
	"github.com/dateline-go/dateline/search"
)

// Alerter is an engine that keeps saved queries.
type Alerter interface {
	// AddAlerts saves queries, each in place of the one of its id.
	AddAlerts(ctx context.Context, alerts ...search.Alert) error
	// RemoveAlert takes one out; the error wraps search.ErrNoAlert where there is none.
	RemoveAlert(ctx context.Context, id string) error
	// Alerts returns them in the order of their ids.
	Alerts(ctx context.Context) ([]search.Alert, error)
	// MatchAlerts returns those that find a Document, in the order of their ids.
	MatchAlerts(ctx context.Context, doc *dateline.Document) ([]search.AlertMatch, error)
}

// RunAlerts checks engines that open makes, which must keep no alerts yet: they
// match what [search.Alerts] does.
func RunAlerts(t *testing.T, open func(testing.TB) Alerter) {
	t.Run("changes", func(t *testing.T) { alertChanges(t, open(t)) })
	t.Run("language", func(t *testing.T) { alertLanguage(t, open(t)) })
	t.Run("by chance", func(t *testing.T) { alertsByChance(t, open(t)) })
}

func alertChanges(t *testing.T, e Alerter) {
	ctx, ferry := t.Context(), Documents()[0]
	matched := func() []string {
		t.Helper()
		got, err := e.MatchAlerts(ctx, ferry)
		require.NoError(t, err)
		list := []string{}
		for _, m := range got {
			list = append(list, m.ID)
		}
		return list
	}
	assert.Empty(t, matched())
	all, err := e.Alerts(ctx)
	require.NoError(t, err)
	assert.Empty(t, all)
	assert.ErrorIs(t, e.RemoveAlert(ctx, "nobody"), search.ErrNoAlert)

	without := search.Query{Clauses: []search.Clause{{Text: "copper", Not: true}}}
	require.NoError(t, e.AddAlerts(ctx, search.Alert{ID: "Ünï/ç ö", Query: search.Query{Text: "ferry"}},
		search.Alert{ID: "b", Query: search.Query{Text: "copper"}}, search.Alert{ID: "a", Query: without}))
	assert.Equal(t, []string{"a", "Ünï/ç ö"}, matched())
	// In place of the one before:
	require.NoError(t, e.AddAlerts(ctx, search.Alert{ID: "b", Query: search.Query{Text: "coastguard"}}))
	assert.Equal(t, []string{"a", "b", "Ünï/ç ö"}, matched())
	require.NoError(t, e.RemoveAlert(ctx, "a"))
	require.NoError(t, e.RemoveAlert(ctx, "Ünï/ç ö"))
	assert.ErrorIs(t, e.RemoveAlert(ctx, "a"), search.ErrNoAlert)
	assert.Equal(t, []string{"b"}, matched())
	all, err = e.Alerts(ctx)
	require.NoError(t, err)
	assert.Equal(t, []search.Alert{{ID: "b", Query: search.Query{Text: "coastguard"}}}, all)

	err = e.AddAlerts(ctx, search.Alert{ID: "x", Query: search.Query{Clauses: []search.Clause{{Text: "the"}}}})
	require.ErrorIs(t, err, search.ErrQuery)
	assert.ErrorContains(t, err, `alert "x"`)
	assert.ErrorContains(t, e.AddAlerts(ctx, search.Alert{}), "id")
	_, err = e.MatchAlerts(ctx, nil)
	assert.ErrorContains(t, err, "no document")
	_, err = e.MatchAlerts(ctx, &dateline.Document{Text: "x", Sentences: []dateline.Span{{Start: 0, End: 9}}})
	assert.ErrorIs(t, err, dateline.ErrInvalid)
	stopped, cancel := context.WithCancel(ctx)
	cancel()
	_, err = e.MatchAlerts(stopped, ferry)
	assert.ErrorIs(t, err, context.Canceled)
}

// alertLanguage holds all documents against queries of every kind.
func alertLanguage(t *testing.T, e Alerter) {
	var want search.Alerts
	for _, text := range []string{
		"ferries harbour", `"ran aground" -copper`, "title:ferry", "coppers OR pass* OR steerign~1",
		"quote:stone", "dek:people", "heading:wrong", "keyphrase:inquiry", "body:pass*",
		"-body:pass*", "-quote:stoen~1", "-(-title:ferr*)",
		`person:"minister haugen" country:NO`, "person:haug*", "person:haugne~1", "name:=apple", "section:world after:2024",
		"title:fer-ry", `ferry AND "har-bour"`, "-har-bour", manyPhrases(" OR ", ""), manyPhrases(" AND ", "-"),
		"date:2024-03 pasengers~1", "kicker:coast", "section:business body:price", "-copper", "",
	} {
		q, err := search.Parse(text)
		require.NoError(t, err)
		require.NoError(t, want.Add(fmt.Sprintf("q %.80s", text), q))
	}
	require.NoError(t, e.AddAlerts(t.Context(), want.List()...))
	same(t, e, &want, Documents()...)
}

// manyPhrases is a query of as many phrases as one may have; what stands in a document
// comes last.
func manyPhrases(join, sign string) string {
	var list []string
	for i := range search.MaxClauses - 2 {
		list = append(list, fmt.Sprintf(`%s"lighthouse %d"`, sign, i))
	}
	return strings.Join(append(list, sign+`"ran aground"`, sign+`"press freedom"`), join)
}

// alertsByChance holds made documents against many made queries.
func alertsByChance(t *testing.T, e Alerter) {
	m := NewMaker(7)
	var want search.Alerts
	for i := range 1200 {
		q := m.Query()
		require.NoError(t, want.Add(fmt.Sprintf("%04d", i), q))
	}
	require.NoError(t, e.AddAlerts(t.Context(), want.List()...))
	all, err := e.Alerts(t.Context())
	require.NoError(t, err)
	assert.Equal(t, want.Len(), len(all))
	for range 40 {
		same(t, e, &want, m.Document())
	}
}

// same holds that alerts match documents as they do in memory.
func same(t *testing.T, e Alerter, want *search.Alerts, docs ...*dateline.Document) {
	t.Helper()
	for _, doc := range docs {
		expected, err := want.Match(doc)
		require.NoError(t, err)
		require.NotEmpty(t, expected, "no alert to check document %q with", doc.ID)
		got, err := e.MatchAlerts(t.Context(), doc)
		require.NoError(t, err)
		if !assert.ObjectsAreEqual(expected, got) {
			require.Equal(t, listed(expected), listed(got), "%+v", doc)
		}
	}
}

func listed(list []search.AlertMatch) string {
	var b strings.Builder
	for _, m := range list {
		fmt.Fprintf(&b, "%+v\n", m)
	}
	return b.String()
}
